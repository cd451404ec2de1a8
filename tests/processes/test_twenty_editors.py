"""Twenty editors at one desk at once: everybody is answered in words, and the ledger is right."""

import fcntl
import itertools
import json
import re
import sys
import threading
from collections import Counter, defaultdict

import pytest

from dateline.ledger.models import Claim, Content, Entry, Update
from tests.conftest import member
from tests.desk.claims.said import proposed, said
from tests.desk.reports.archive import captured

from .editors import Editor
from .newsroom import Judge
from .program import dateline

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

TOGETHER = 20
SECONDS = 15.0
LINES = [f"{10 + n} people were hurt in quarter {n}." for n in range(6)]


@pytest.fixture
def _unread(data):
    """Nobody reads while another has this lock: what the worker proposes is other tests' matter."""
    with (data / "reading.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def brought(by, n):
    """Bring a report in with six claims that wait."""
    text = "\n".join([f"Report {n}.", *LINES])
    report = captured(by, address=f"https://smart.example.org/{n}", text=text)
    proposed(report, *(said(line, text, event="casualties") for line in LINES))
    return report


@pytest.fixture
def editors(_unread, serve, owner, alice, column, blog, write):
    """Twenty who are signed in, before the same reports and the same drafts."""
    reports, drafts = [brought(alice, n) for n in range(3)], [write("Talks"), write("Strikes")]
    server = serve()
    people = [member(owner, f"ed{n}", "editor", column) for n in range(TOGETHER)]
    made = [Editor(one, server.address, blog, reports, drafts) for one in people]
    for one in made:
        one.get(one.desk)  # its forms bring the token
    yield made
    for one in made:
        one.stop.set()
        one.http.close()


def at_once(calls):
    """Let all of them begin in the same moment; return what they returned."""
    gate, found = threading.Barrier(len(calls)), []

    def run(call):
        gate.wait()
        found.append(call())

    threads = [threading.Thread(target=run, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found


def test_a_claim_that_twenty_accept_in_one_moment_is_accepted_once(editors):
    for claim in editors[0].look()[:3]:
        answers = at_once(
            [lambda one=one, claim=claim: one.press("accept", claim) for one in editors]
        )
        assert Counter(one.status_code for one in answers) == {200: 1, 400: TOGETHER - 1}
        assert all('class="claim accepted"' in one.text for one in answers)
        told = [one for one in answers if "This claim is accepted already." in one.text]
        assert len(told) == TOGETHER - 1
        entries = Entry.objects.filter(verb="accept_claim", object=f"claim:{claim.pk}")
        assert entries.count() == 1
    assert [one.wrong for one in editors if one.wrong] == []


def test_after_twenty_worked_at_once_ledger_and_readers_page_are_right(editors, data, tmp_path):
    for one in editors:
        one.start()
    editors[0].stop.wait(SECONDS)
    for one in editors:
        one.stop.set()
    for one in editors:
        one.join(60)
    assert [one.wrong for one in editors if one.wrong] == []
    assert sum(one.told for one in editors)
    assert sum(one.collided for one in editors)
    assert json.loads(dateline("ledger", "verify", "--json").stdout)["holds"]
    require_every_act_in_the_ledger(editors)
    require_that_each_act_began_where_the_last_one_ended()
    judge = Judge(data / "site")
    judge.require_sound()
    judge.wait_until_caught_up()
    require_on_the_readers_page(data / "site", [h for one in editors for h in one.published])
    judge.require_like_fresh(tmp_path / "fresh")
    logged = "".join(log.read_text() for log in tmp_path.glob("server-*.log"))
    assert [word for word in ("Traceback", "locked") if word in logged] == []
    sys.stdout.write(
        f"{sum(sum(one.done.values()) for one in editors)} acts and "
        f"{sum(len(one.published) for one in editors)} updates acknowledged, "
        f"{sum(one.told for one in editors)} told why not, "
        f"{sum(one.collided for one in editors)} saw both texts; {Entry.objects.count()} entries\n"
    )


def require_every_act_in_the_ledger(editors):
    rows = Entry.objects.values_list("who", "verb", "object")
    logged = Counter((who, verb, name.partition(":")[2]) for who, verb, name in rows)
    said = Counter({(one.person.pk, *act): n for one in editors for act, n in one.done.items()})
    assert said - logged == Counter()
    # `use` accepts too, without being counted here; nothing else was done that nobody asked for.
    asked = {"reject_claim", "restore_claim", "mend_claim", "edit_update"}
    assert {act for act in (logged - said) if act[1] in asked} == set()


def require_that_each_act_began_where_the_last_one_ended():
    histories = defaultdict(list)
    for content in Content.objects.order_by("entry__sequence").select_related("entry"):
        if content.entry.object.startswith(("claim:", "update:")):
            histories[content.entry.object].append(content.body)
    for name, bodies in histories.items():
        for before, after in itertools.pairwise(bodies):
            assert after["before"] == before["after"], name
    for claim in Claim.objects.all():
        assert histories[claim.name_in_log][-1]["after"] == claim.content()


def require_on_the_readers_page(site, headlines):
    folder = site / "putin-in-syria" / "2015-10-21"
    pages = [folder / "index.html", *folder.glob("page/*/index.html")]
    titles = Counter(re.findall(r"<h2[^>]*>\s*([^<]+)", "".join(one.read_text() for one in pages)))
    assert headlines
    assert {one: titles[one] for one in headlines} == dict.fromkeys(headlines, 1)
    assert Update.objects.filter(status="published").count() == len(headlines)
