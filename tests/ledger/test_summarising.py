"""What a summary is drafted from: incidents as readers may see them, and what outdates it."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Front
from dateline.ledger.summarising import fresh_clauses, fronts_of, outdated, told_by, watched
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.fronts import FrontText, add_front, retire_front
from dateline.ledger.verbs.reports import Flags, flag_report
from tests.ledger.happened import actor, speaker, strike

WINDOW = datetime(2015, 10, 20, tzinfo=UTC), datetime(2015, 10, 21, 18, tzinfo=UTC)


@pytest.fixture
def front(alice, column):
    return add_front(by=alice, column=column, text=FrontText(name="Idlib", areas=("Idlib",)))


def drafted(column):
    return fresh_clauses(column, *WINDOW)


def test_an_incident_of_the_window_gives_a_clause_with_its_claims(desk, column, front):
    claim = strike(desk)
    desk.incident(claim)
    (clause,) = drafted(column)
    assert (clause.front, clause.sort) == (str(front.pk), "attributed")
    assert clause.claims == (str(claim.pk),)


def test_what_readers_may_not_see_is_silence(desk, alice, column, front):
    protected, held = strike(desk, site="a.example"), strike(desk, site="b.example")
    desk.incident(protected)
    desk.incident(held)
    flag_report(by=alice, report=protected.report, flags=Flags(protected=True))
    hold_claim(by=alice, claim=held, until=timezone.now() + timedelta(days=1))
    assert [one.sort for one in drafted(column)] == ["silence"]
    assert told_by(column) == []


def test_names_that_only_a_private_report_has_are_not_drafted(desk, alice, column, front):
    text = "Yusuf Darwish says that Samir Haddad bombed Sarmin on Tuesday."
    claim = strike(
        desk,
        text,
        speakers=(speaker("Yusuf Darwish", text),),
        actor=actor("Samir Haddad", text),
    )
    desk.incident(claim)
    flag_report(by=alice, report=claim.report, flags=Flags(identifies=True))
    (clause,) = drafted(column)
    assert "Yusuf" not in clause.words
    assert "Samir" not in clause.words


def test_fronts_come_in_their_order_without_the_retired(alice, column, front):
    text = FrontText(name="Hama", rings=(((36.0, 35.0), (37.0, 35.0), (37.0, 36.0)),), position=0)
    hama = add_front(by=alice, column=column, text=text)
    assert [one.name for one in fronts_of(column)] == ["Hama", "Idlib"]
    retire_front(by=alice, front=Front.objects.get(pk=hama.pk))
    assert [one.name for one in fronts_of(column)] == ["Idlib"]


def test_who_spoke_of_a_front_is_counted_once(desk, column, front):
    for number in range(2):
        desk.incident(strike(desk, day=f"2015-10-2{number}"))
    (heard,) = watched(column, fronts_of(column), told_by(column)).values()
    assert heard.sources == 1
    assert heard.last


def test_a_newer_claim_outdates_what_was_drafted_before_it(desk, column, front):
    incident = desk.incident(strike(desk))
    clauses = [{"basis": one.basis} for one in drafted(column)]
    assert outdated([*clauses, {"basis": ""}], drafted(column)) == set()
    desk.answer(strike(desk, site="newer.example"), incident, "same")
    assert outdated([*clauses, {"basis": ""}], drafted(column)) == {0}


def test_its_queries_do_not_grow_with_the_incidents(
    desk, column, front, django_assert_max_num_queries
):
    for number in range(6):
        desk.incident(strike(desk, site=f"{number}.example"))
    with django_assert_max_num_queries(25):
        drafted(column)
