"""What someone has looked at is kept for them alone, and logged nowhere."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, Report, Seen
from dateline.ledger.refusal import NotAllowed
from dateline.ledger.verbs.reports import bring_report
from dateline.ledger.verbs.seeing import see_all, see_report, unsee_all, unsee_report
from tests.ledger.kept import asked

pytestmark = pytest.mark.django_db


@pytest.fixture
def reports(alice):
    return [
        bring_report(by=alice, asked=asked(f"https://example.org/{number}")) for number in range(3)
    ]


def seen_by(person):
    return set(Seen.objects.filter(person=person).values_list("report", flat=True))


def test_it_is_kept_for_one_person_and_makes_no_entry(alice, carl, reports, holds):
    before = Entry.objects.count()
    see_report(by=alice, report=reports[0])
    assert (seen_by(alice), seen_by(carl)) == ({reports[0].pk}, set())
    assert Entry.objects.count() == before
    assert holds()


def test_looking_twice_is_looking_once(alice, reports):
    for _ in range(2):
        see_report(by=alice, report=reports[0], copies=reports[1:2])
    assert seen_by(alice) == {reports[0].pk, reports[1].pk}
    assert Seen.objects.count() == 2


def test_it_is_taken_back_also_where_nothing_was_seen(alice, carl, reports):
    see_report(by=carl, report=reports[0])
    see_report(by=alice, report=reports[0])
    for _ in range(2):
        unsee_report(by=alice, report=reports[0])
    assert (seen_by(alice), seen_by(carl)) == (set(), {reports[0].pk})


def test_all_up_to_a_moment_is_seen_and_what_came_later_is_not(alice, reports):
    see_all(by=alice, before=reports[1].brought_at)
    assert seen_by(alice) == {reports[0].pk, reports[1].pk}


def test_taking_all_back_leaves_what_was_seen_before(alice, carl, reports):
    see_report(by=alice, report=reports[0])
    at = see_all(by=alice, before=timezone.now())
    see_all(by=carl, before=timezone.now())
    unsee_all(by=carl, at=at)
    unsee_all(by=alice, at=at + timedelta(microseconds=1))
    assert len(seen_by(alice)) == len(seen_by(carl)) == Report.objects.count() == 3
    unsee_all(by=alice, at=at)
    assert seen_by(alice) == {reports[0].pk}


def test_a_stranger_sees_nothing(sam, reports):
    acts = (
        lambda: see_report(by=sam, report=reports[0]),
        lambda: unsee_report(by=sam, report=reports[0]),
        lambda: see_all(by=sam, before=timezone.now()),
        lambda: unsee_all(by=sam, at=timezone.now()),
    )
    for act in acts:
        with pytest.raises(NotAllowed):
            act()
    assert not Seen.objects.exists()
