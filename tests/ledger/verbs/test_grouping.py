"""What an editor answers about a claim and an incident, and takes back."""

from dataclasses import replace

import pytest
from django.db import IntegrityError

from dateline.ledger.grouped import answered, answers
from dateline.ledger.log import verb
from dateline.ledger.models import Grouping, Incident
from dateline.ledger.refusal import Collision, NotAllowed, Refused
from dateline.ledger.verbs.claims import accept_claim, mend_claim, restore_claim, withdraw_claim
from dateline.ledger.verbs.grouping import answer_grouping
from dateline.ledger.verbs.incidents import open_incident
from dateline.ledger.verbs.merging import merge_incidents, part_incident
from dateline.ledger.weighed import incident_of, told_of
from tests.conftest import member
from tests.ledger.claimed import said

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = "They hit the market."


@pytest.fixture
def market(desk):
    """An incident."""
    return desk.incident(desk.claim(TEXT), title="The market")


@pytest.fixture
def school(desk):
    """Another incident."""
    return desk.incident(desk.claim("They hit the school."), title="The school")


@pytest.fixture
def claim(desk):
    """A claim that nobody has grouped."""
    return desk.claim("The market was hit.")


def told(incident):
    """Return the claims of an incident, and whether each only may be about it."""
    return {one.id: one.may_be for one in told_of(Incident.objects.get(pk=incident.pk))}


def test_it_is_the_same_and_is_taken_back(desk, claim, market, holds):
    desk.answer(claim, market, "same")
    assert (incident_of(claim), told(market)[str(claim.pk)]) == (market, False)
    desk.answer(claim, market, "", based_on=1)
    assert incident_of(claim) is None
    assert str(claim.pk) not in told(market)
    assert answered(answers(claim.pk, market)) == 2
    assert holds()


def test_each_answer_stays_in_the_log(desk, claim, market, holds):
    for n, answer in enumerate(("same", "not_same", "may_be", "")):
        row = desk.answer(claim, market, answer, based_on=n)
        assert row.answer == answer
    assert (Grouping.objects.filter(claim=claim).count(), row.revision) == (1, 4)
    assert holds()


def test_the_same_answer_twice_is_one(desk, claim, market):
    row = desk.answer(claim, market, "same")
    again = desk.answer(claim, market, "same", based_on=1)
    assert (again.pk, again.revision) == (row.pk, 1)


def test_two_who_answer_at_once_overwrite_nothing(desk, claim, market, owner, column):
    zoe = member(owner, "zoe", "editor", column)
    desk.answer(claim, market, "same")
    with pytest.raises(Collision, match="Someone else answered this") as said_so:
        desk.answer(claim, market, "not_same", by=zoe)
    assert said_so.value.newest == 1
    assert incident_of(claim) == market


def test_a_claim_is_about_one_incident(desk, claim, market, school, holds):
    desk.answer(claim, market, "same")
    with pytest.raises(Refused, match="about “The market” already"):
        desk.answer(claim, school, "same")
    desk.answer(claim, market, "", based_on=1)
    desk.answer(claim, school, "same")
    assert incident_of(claim) == school
    assert holds()


def test_the_database_holds_that_too(desk, claim, market, school, alice):
    desk.answer(claim, market, "same")
    with pytest.raises(IntegrityError), verb("forge", by=alice):
        Grouping(claim=claim, incident=school, answer="same").save()


def test_a_claim_may_be_about_several_and_is_shown_in_each(desk, claim, market, school, holds):
    desk.answer(claim, market, "may_be")
    desk.answer(claim, school, "may_be")
    for incident in (market, school):
        assert told(incident)[str(claim.pk)] is True
    assert incident_of(claim) is None
    desk.answer(claim, school, "same", based_on=1)
    assert str(claim.pk) not in told(market)  # it is known where it belongs
    assert told(school)[str(claim.pk)] is False
    assert holds()


def test_a_merged_incident_answers_as_the_other(desk, claim, market, school, alice, holds):
    desk.answer(claim, market, "same")
    merge_incidents(by=alice, incident=market, into=school, reason="One raid.", based_on=1)
    assert incident_of(claim) == school
    with pytest.raises(Collision):
        desk.answer(claim, school, "not_same")  # as if nobody had answered
    desk.answer(claim, school, "not_same", based_on=1)
    assert incident_of(claim) is None
    part_incident(by=alice, incident=market, based_on=2)
    assert incident_of(claim) is None
    assert holds()


def test_the_same_answer_about_a_merged_incident_lets_it_be_parted_with_its_claims(
    desk, claim, market, school, alice
):
    desk.answer(claim, market, "same")
    merge_incidents(by=alice, incident=market, into=school, reason="One raid.", based_on=1)
    assert desk.answer(claim, school, "same", based_on=1).incident == market
    part_incident(by=alice, incident=market, based_on=2)
    assert incident_of(claim) == market


@pytest.mark.parametrize("between", ["may_be", "not_same", ""])
def test_another_answer_in_between_keeps_a_merged_incidents_claims(
    desk, claim, market, school, alice, between, holds
):
    desk.answer(claim, market, "same")
    merge_incidents(by=alice, incident=market, into=school, reason="One raid.", based_on=1)
    desk.answer(claim, school, between, based_on=1)
    desk.answer(claim, school, "same", based_on=answered(answers(claim.pk, school)))
    part_incident(by=alice, incident=market, based_on=2)
    assert incident_of(claim) == market
    assert holds()


def test_a_claim_that_may_be_of_both_is_of_one_after_the_answer(
    desk, claim, market, school, alice, holds
):
    desk.answer(claim, market, "may_be")
    desk.answer(claim, school, "may_be")
    merge_incidents(by=alice, incident=market, into=school, reason="One raid.", based_on=1)
    desk.answer(claim, school, "same", based_on=2)
    assert told(school)[str(claim.pk)] is False
    assert Grouping.objects.filter(claim=claim).exclude(answer="").count() == 1
    assert holds()


def test_what_is_no_answer_is_refused(desk, claim, market, carl):
    for wrong in ("part_of", "SAME", "same "):
        with pytest.raises(Refused, match="is about an incident, is not, or may be"):
            desk.answer(claim, market, wrong)
    with pytest.raises(NotAllowed):
        answer_grouping(by=carl, claim=claim, incident=market, answer="same", based_on=0)


def test_groupings_stay_when_their_claim_goes_and_comes_back(desk, claim, market, alice, holds):
    desk.answer(claim, market, "same")
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="Not what it says.")
    assert str(claim.pk) not in told(market)
    assert incident_of(claim) == market
    with pytest.raises(Refused, match="Only an accepted claim"):
        desk.answer(claim, market, "", based_on=1)
    restore_claim(by=alice, claim=claim)
    assert str(claim.pk) in told(market)
    assert holds()


def test_a_claim_that_says_something_else_by_now_stays_grouped(desk, claim, market, alice):
    desk.answer(claim, market, "same")
    mend_claim(by=alice, claim=claim, said=said("hit", "The market was hit."), based_on=1)
    assert incident_of(claim) == market


def test_a_claim_that_went_to_another_column_is_free_there(
    desk, claim, market, alice, owner, other_column, holds
):
    desk.answer(claim, market, "same")
    restore_claim(by=alice, claim=claim)
    accept_claim(by=owner, claim=claim, column=other_column, based_on=1)
    assert str(claim.pk) not in told(market)
    claim.refresh_from_db()
    assert incident_of(claim) is None
    theirs = open_incident(by=owner, column=other_column, title="Theirs", claims=[claim])
    assert incident_of(claim) == theirs
    assert Grouping.objects.get(claim=claim, incident=market).answer == ""
    assert holds()


def test_what_it_was_about_in_a_column_that_it_left_hides_no_perhaps(
    desk, claim, market, alice, owner, other_column
):
    desk.answer(claim, market, "same")
    restore_claim(by=alice, claim=claim)
    accept_claim(by=owner, claim=claim, column=other_column, based_on=1)
    claim.refresh_from_db()
    there = replace(desk, by=owner, column=other_column)
    theirs = there.incident(there.claim("They hit a school."), title="Theirs")
    there.answer(claim, theirs, "may_be")
    assert told(theirs)[str(claim.pk)] is True
