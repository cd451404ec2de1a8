"""Each person has their own unread reports; looking is taken back as easily as done."""

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_address
from dateline.desk.wire.rows import wire_of
from dateline.desk.wire.seeing import look_at
from dateline.ledger.models import Report, Seen
from dateline.ledger.verbs.capturing import Likeness, keep_capture
from tests.desk.conftest import words_of
from tests.desk.reports.archive import kept

WIRE, ALL = "/desk/wire/", "/desk/wire/seen/"

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports(alice):
    return [
        bring_address(by=alice, address=f"https://{name}.example.org/") for name in ("a", "b", "c")
    ]


def unread(person, **asked):
    return [row.title[8] for row in wire_of(person, asked).rows if row.unread]


def test_what_one_person_looked_at_another_has_not(alice, carl, reports):
    look_at(alice, reports[1])
    assert (unread(alice), unread(carl)) == (["c", "a"], ["c", "b", "a"])
    assert (wire_of(alice, {}).unread, wire_of(carl, {}).unread) == (2, 3)


def test_unread_is_said_in_words(alice, reports, enter):
    look_at(alice, reports[1])
    page = words_of(enter(alice).get(WIRE))
    assert page.count("unread, </span>") == page.count('class="w-row unread"') == 2
    assert "· 2 unread" in page


def test_only_what_is_unread_is_asked_for(alice, reports):
    look_at(alice, reports[1])
    assert [row.title[8] for row in wire_of(alice, {"unread": "1"}).rows] == ["c", "a"]


def test_a_copy_that_comes_after_the_first_was_read_is_unread_again(alice, reports):
    look_at(alice, reports[0])
    like = [Likeness(on=reports[0].pk, why="text", score=95)]
    keep_capture(reports[1], kept("Words", title="Copy", rests_on=like))
    whole = wire_of(alice, {}).rows
    assert [(row.unread, row.folded) for row in whole] == [(True, 0), (True, 1)]
    alone = wire_of(alice, {"unread": "1"}).rows
    assert [row.title for row in alone] == ["https://c.example.org/", "Copy"]
    look_at(alice, reports[0])
    assert unread(alice) == ["c"]


def test_looking_again_waits_for_nobody(alice, reports, monkeypatch):
    look_at(alice, reports[0])
    monkeypatch.setattr("dateline.ledger.verbs.seeing.write_lock", None)
    look_at(alice, reports[0])


def test_all_is_read_and_that_is_taken_back(alice, reports, enter):
    look_at(alice, reports[0])
    here = enter(alice)
    newest = here.get(WIRE).context["wire"].newest
    late = bring_address(by=alice, address="https://late.example.org/")
    done = here.post(ALL, {"before": newest}, follow=True)
    assert "All is marked as read." in words_of(done)
    assert Seen.objects.filter(report=late).count() == 0
    assert wire_of(alice, {}).unread == 1
    back = here.post(ALL, {"at": done.context["marked"]}, follow=True)
    assert "unread again" in words_of(back)
    assert wire_of(alice, {}).unread == 3


def test_a_report_is_set_unread_again(alice, carl, reports, enter):
    look_at(alice, reports[0])
    look_at(carl, reports[0])
    answer = enter(alice).post(f"/desk/wire/{reports[0].pk}/unseen/", {"back": "/desk/sources/"})
    assert (answer.status_code, answer["Location"]) == (302, "/desk/sources/")
    assert Seen.objects.get().person == carl


@pytest.mark.parametrize("moment", ["", "yesterday", "2015-10-21", "2015-13-45T00:00Z", "\x00"])
def test_what_is_no_moment_is_refused(alice, reports, enter, moment):
    assert enter(alice).post(ALL, {"before": moment}).status_code == 400
    assert not Seen.objects.exists()


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/desk/\\evil", "javascript:alert(1)", "x"]
)
def test_the_way_back_leads_nowhere_else(alice, reports, enter, back):
    form = {"before": timezone.now().isoformat(), "back": back}
    location = enter(alice).post(ALL, form)["Location"]
    assert location.startswith(("/desk/wire/?marked=", "/desk/%5Cevil"))


def test_a_stranger_and_a_wrong_method_change_nothing(sam, alice, reports, enter):
    assert enter(sam).post(ALL, {"before": timezone.now().isoformat()}).status_code == 403
    assert enter(sam).post(f"/desk/wire/{reports[0].pk}/unseen/").status_code == 403
    assert enter(alice).get(ALL).status_code == 405
    assert Seen.objects.count() == 0
    assert Report.objects.count() == 3
