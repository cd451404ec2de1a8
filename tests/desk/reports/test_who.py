"""Who may see and do what in the archive's pages, and that no secret is in any answer."""

import pytest

from dateline.ledger.models import Derivation, Source
from dateline.ledger.verbs.capturing import Likeness
from dateline.ledger.verbs.sources import PartyText, add_party
from dateline.ledger.verbs.watching import add_watch
from tests.desk.conftest import words_of
from tests.desk.reports.archive import (
    FILE_NAME,
    PLANTED,
    SECRETS,
    captured,
    lead_image,
    planted,
)

KEEPERS, WRITERS = {"owner", "alice"}, {"owner", "alice", "carl"}
EVERYONE = ("owner", "alice", "carl", "sam", "nobody")

OPEN_TO = [
    ("get", "wire/", WRITERS),
    ("post", "wire/", WRITERS),
    ("post", "wire/text/", WRITERS),
    ("post", "media/reports/", WRITERS),
    ("get", "reports/{report}/", WRITERS),
    ("get", "reports/{report}/picture", WRITERS),
    ("post", "reports/{report}/again/", WRITERS),
    ("post", "reports/{report}/flags/", KEEPERS),
    ("post", "reports/{report}/source/", KEEPERS),
    ("post", "derivations/{derivation}/", KEEPERS),
    ("get", "captures/{capture}/warc", KEEPERS),
    ("get", "reports/{report}/redact/", {"owner"}),
    ("post", "reports/{report}/redact/", {"owner"}),
    ("get", "sources/", KEEPERS),
    ("post", "sources/", KEEPERS),
    ("post", "sources/find/", KEEPERS),
    ("get", "sources/{source}/", KEEPERS),
    ("post", "sources/{source}/", KEEPERS),
    ("post", "sources/{source}/merge/", KEEPERS),
    ("post", "sources/{source}/part/", KEEPERS),
    ("get", "parties/", KEEPERS),
    ("post", "parties/", KEEPERS),
    ("post", "parties/find/", KEEPERS),
    ("get", "parties/{party}/", KEEPERS),
    ("post", "parties/{party}/", KEEPERS),
    ("post", "parties/{party}/merge/", KEEPERS),
    ("post", "parties/{party}/part/", KEEPERS),
    ("get", "watches/", KEEPERS),
    ("post", "watches/", KEEPERS),
    ("post", "watches/{watch}/again/", KEEPERS),
    ("post", "watches/{watch}/rest/", KEEPERS),
]


@pytest.fixture
def names(alice):
    """The ids that addresses name."""
    first = captured(alice, "https://first.example.org/")
    like = [Likeness(on=first.pk, why="text", score=93)]
    report = captured(alice, picture=lead_image(), rests_on=like)
    return {
        "report": report.pk,
        "capture": report.newest.pk,
        "derivation": Derivation.objects.get().pk,
        "source": Source.objects.first().pk,
        "party": add_party(by=alice, text=PartyText(name="Syria")).pk,
        "watch": add_watch(by=alice, address="https://smart.example.org/feed").pk,
    }


@pytest.mark.parametrize("who", EVERYONE)
@pytest.mark.parametrize(("method", "path", "whom"), OPEN_TO)
def test_each_page_lets_in_whom_it_should(
    method, path, whom, who, names, enter, request, client, carl, alice
):
    here = client if who == "nobody" else enter(request.getfixturevalue(who))
    response = getattr(here, method)(f"/desk/{path.format(**names)}")
    if who == "nobody":
        assert response.status_code == (302 if method == "get" else 401)
    elif who in whom:
        assert response.status_code in (200, 302, 400)
    else:
        assert response.status_code == 403


def secretless(response):
    """Tell that an answer holds no planted word, in its words or its headers."""
    said = words_of(response) + str(dict(response.items()))
    return PLANTED not in said.lower()


@pytest.fixture
def secret(owner, alice):
    """The ids of a protected report, which an open one seems to rest on."""
    report, file = planted(owner)
    like = [Likeness(on=report.pk, why="text", score=93)]
    open_one = captured(alice, "https://open.example.org/", rests_on=like)
    watch = add_watch(by=alice, address=f"{SECRETS['address']}/feed")
    return {
        "report": report.pk,
        "file": file.pk,
        "open": open_one.pk,
        "capture": report.newest.pk,
        "derivation": Derivation.objects.get().pk,
        "source": report.source_id,
        "party": report.source_id,
        "watch": watch.pk,
    }


READS = [
    *("wire/", "wire/?before={open}", "reports/{report}/", "reports/{file}/", "reports/{open}/"),
    *("reports/{report}/?all=1", "reports/{report}/?version=1", "reports/{report}/picture"),
    *("reports/{report}/redact/", "captures/{capture}/warc", "derivations/{derivation}/"),
    *(
        "sources/",
        "sources/{source}/",
        "parties/",
        "parties/{party}/",
        "watches/",
        "none/{report}/",
    ),
]


@pytest.mark.parametrize("who", ["carl", "sam"])
def test_no_secret_of_a_protected_report_reaches_whoever_may_not_know(
    who, secret, enter, request, carl, alice
):
    here = enter(request.getfixturevalue(who))
    for path in READS:
        response = here.get(f"/desk/{path.format(**secret)}")
        assert secretless(response), path
    for method, path, _ in OPEN_TO:
        if method == "post":
            response = here.post(f"/desk/{path.format(**secret)}", follow=True)
            assert secretless(response), path


def test_a_contributor_learns_only_that_it_is_held(secret, enter, carl):
    here = enter(carl)
    assert words_of(here.get("/desk/wire/")).count("Report held by the desk") == 2
    page = here.get(f"/desk/reports/{secret['report']}/")
    assert page.status_code == 200
    assert "Report held by the desk" in words_of(page)
    assert here.get(f"/desk/reports/{secret['report']}/picture").status_code == 403
    assert here.post(f"/desk/reports/{secret['report']}/again/").status_code == 403


def test_whoever_keeps_the_archive_sees_it_all(secret, enter, alice):
    page = words_of(enter(alice).get(f"/desk/reports/{secret['report']}/"))
    for words in SECRETS.values():
        assert words in page or words == SECRETS["excerpt"]
    assert FILE_NAME in words_of(enter(alice).get("/desk/wire/"))
    assert "PlantedSource" in words_of(enter(alice).get("/desk/sources/"))


def test_an_address_that_is_held_is_said_to_be_held_and_no_more(secret, enter, carl):
    form = {"address": SECRETS["address"]}
    answer = enter(carl).post("/desk/wire/", form, headers={"Accept": "application/json"})
    assert answer.json()["said"] == "Brought in: held by the desk."
    assert secretless(answer)


def test_a_secret_source_cannot_be_guessed(secret, enter, carl):
    for name in ("PlantedSource", "planted-host.example.net", "No such source"):
        form = {"text": "Words", "source": name}
        answer = enter(carl).post("/desk/wire/text/", form)
        assert answer.status_code == 400
        assert "Nothing here has this name" in words_of(answer)


def test_neither_does_the_preview_show_it(secret, enter, carl, blog):
    form = {"body": f"::card{{report={secret['report']}}}"}
    answer = enter(carl).post(f"/desk/blogs/{blog.pk}/updates/preview", form)
    assert "Report held by the desk" in words_of(answer)
    assert secretless(answer)
