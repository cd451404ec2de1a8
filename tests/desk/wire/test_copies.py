"""Near-copies are folded under what came first, and none of it tells what is held."""

import pytest

from dateline.archive.bring import bring_address
from dateline.desk.wire.rows import wire_of
from dateline.ledger.models import Derivation
from dateline.ledger.verbs import redacting
from dateline.ledger.verbs.capturing import Likeness, keep_capture
from dateline.ledger.verbs.reports import attribute_report, decide_derivation
from dateline.ledger.verbs.sources import SourceText, add_source
from tests.desk.conftest import words_of
from tests.desk.reports.archive import flagged, kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def bring(alice):
    """Bring a report in: `bring("one", (other, "text", 93))` is alike to another one."""

    def _bring(name, *like):
        report = bring_address(by=alice, address=f"https://{name}.example.org/")
        rests_on = [Likeness(on=on.pk, why=why, score=score) for on, why, score in like]
        keep_capture(report, kept(f"Words of {name}", title=name, rests_on=rests_on))
        report.refresh_from_db()
        return report

    return _bring


def folded(person, **asked):
    """Return the wire as titles, each with those folded under it."""
    return [
        (row.title, sorted(copy.title for copy in row.copies))
        for row in wire_of(person, asked).rows
    ]


def test_a_near_copy_stands_under_what_came_first_and_opens(alice, bring, enter):
    first = bring("first")
    bring("copy", (first, "text", 93))
    bring("else")
    assert folded(alice) == [("else", []), ("first", ["copy"])]
    page = words_of(enter(alice).get("/desk/wire/"))
    assert "1 near-copy" in page
    assert page.count('class="w-row') == 3


def test_copies_of_copies_stand_under_the_first_of_all(alice, bring):
    first = bring("first")
    second = bring("second", (first, "media", 100))
    third = bring("third", (second, "address", 100))
    bring("fourth", (third, "text", 80))
    assert folded(alice) == [("first", ["fourth", "second", "third"])]


def test_what_came_first_is_the_head_whichever_rests_on_the_other(alice, bring):
    early = bring_address(by=alice, address="https://early.example.org/")
    late = bring("late")
    like = [Likeness(on=late.pk, why="text", score=99)]
    keep_capture(early, kept("Words", title="early", rests_on=like))
    assert folded(alice) == [("early", ["late"])]


@pytest.mark.parametrize(
    ("why", "score", "status", "folds"),
    [
        ("text", 70, "proposed", True),
        ("text", 69, "proposed", False),
        ("text", 41, "confirmed", True),
        ("text", 100, "rejected", False),
        ("media", 100, "proposed", True),
        ("address", 100, "proposed", True),
        ("link", 100, "proposed", False),
        ("link", 100, "confirmed", False),
        ("citation", 100, "confirmed", False),
    ],
)
def test_only_what_is_surely_the_same_folds(alice, bring, why, score, status, folds):
    bring("copy", (bring("first"), why, score))
    if status != "proposed":
        decide_derivation(by=alice, derivation=Derivation.objects.get(), status=status)
    assert folded(alice) == ([("first", ["copy"])] if folds else [("copy", []), ("first", [])])


def protect(report, alice):
    flagged(alice, report, protected=True)


def confide(report, alice):
    source = add_source(by=alice, text=SourceText(name="Mole", confidential=True))
    attribute_report(by=alice, report=report, source=source)


@pytest.mark.parametrize("hold", [protect, confide])
@pytest.mark.parametrize("which", [0, 1])
def test_a_held_report_folds_into_nothing_for_whoever_may_not_know_it(
    alice, carl, bring, enter, hold, which
):
    first = bring("first")
    both = first, bring("copy", (first, "text", 93))
    hold(both[which], alice)
    rows = wire_of(carl, {}).rows
    assert [row.held for row in rows] == [which == 1, which == 0]
    assert [row.folded for row in rows] == [0, 0]
    assert "near-cop" not in words_of(enter(carl).get("/desk/wire/"))
    assert folded(alice) == [("first", ["copy"])]


def test_what_a_held_report_joins_stays_apart_for_whoever_may_not_know_it(alice, carl, bring):
    first = bring("first")
    middle = bring("middle", (first, "text", 90))
    bring("last", (middle, "text", 90))
    protect(middle, alice)
    assert [row.folded for row in wire_of(carl, {}).rows] == [0, 0, 0]
    assert folded(alice) == [("first", ["last", "middle"])]


def test_a_redacted_report_is_like_nothing(owner, alice, bring, monkeypatch):
    first = bring("first")
    monkeypatch.setattr(redacting, "forget_freed_pages", lambda: None)  # the test holds the log
    redacting.redact_report(by=owner, report=bring("copy", (first, "text", 93)), reason="A name.")
    assert folded(alice) == [("Redacted report", []), ("first", [])]


def test_many_copies_are_counted_and_some_shown(alice, bring, enter):
    first = bring("first")
    for number in range(13):
        bring(f"copy{number}", (first, "text", 99))
    (row,) = wire_of(alice, {}).rows
    assert (row.folded, len(row.copies), row.more) == (13, 10, 3)
    assert "3 more: the search finds them." in words_of(enter(alice).get("/desk/wire/"))


def test_no_number_of_copies_costs_more_questions(alice, bring, django_assert_max_num_queries):
    first = bring("first")
    for number in range(20):
        bring(f"copy{number}", (first, "text", 99))
    with django_assert_max_num_queries(16):
        wire_of(alice, {})
