"""Which incidents a claim may be about: by its block alone, with reasons and answers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dateline.ledger.candidates import candidates, neighbours
from dateline.ledger.models import Claim, GroupingKey
from dateline.ledger.verbs.claims import mend_claim, restore_claim, withdraw_claim
from dateline.ledger.verbs.merging import merge_incidents
from dateline.ledger.verbs.proposing import propose_claims
from tests.ledger.claimed import said, twelve
from tests.ledger.happened import strike

pytestmark = pytest.mark.django_db(transaction=True)
AGAIN = "Warplanes bombed Sarmin late on Tuesday."


@pytest.fixture
def first(desk):
    """A strike on Sarmin."""
    return strike(desk)


@pytest.fixture
def incident(desk, first):
    """An incident of that strike."""
    return desk.incident(first)


@pytest.fixture
def again(desk):
    """Another account of it, which nobody has grouped."""
    return strike(desk, AGAIN, site="example.net")


def fresh(claim):
    return Claim.objects.get(pk=claim.pk)


def proposed(claim):
    return [one.incident for one in candidates(fresh(claim)) if one.proposal]


def keys(claim):
    return set(GroupingKey.objects.filter(claim=claim).values_list("key", flat=True))


def test_the_likely_incident_is_proposed_with_reasons(incident, again):
    (found,) = candidates(again)
    assert (found.incident, found.answer, found.based_on) == (incident, "", 0)
    assert found.proposal.reasons
    assert found.proposal.score > 0


def test_another_day_or_place_is_not_proposed(incident, desk):
    assert candidates(strike(desk, AGAIN, day="2014-01-01")) == []
    assert candidates(desk.claim("They spoke in Geneva.")) == []


def test_what_was_answered_stands_with_its_count(incident, again, desk):
    desk.answer(again, incident, "may_be")
    (found,) = candidates(again)
    assert (found.answer, found.based_on) == ("may_be", 1)
    assert found.proposal
    desk.answer(again, incident, "not_same", based_on=1)
    (found,) = candidates(again)
    assert (found.answer, found.based_on, found.proposal) == ("not_same", 2, None)
    desk.answer(again, incident, "", based_on=2)
    (found,) = candidates(again)
    assert (found.answer, found.based_on, bool(found.proposal)) == ("", 3, True)


def test_a_merged_incident_is_proposed_as_the_other(incident, again, desk, alice):
    other = desk.incident(desk.claim("It was the market."))
    merge_incidents(by=alice, incident=incident, into=other, reason="One raid.", based_on=1)
    assert proposed(again) == [other]


def test_an_incident_whose_claims_went_is_not_proposed(incident, first, again, alice):
    withdraw_claim(by=alice, claim=first, based_on=first.revision, reason="Wrong.")
    assert candidates(again) == []


def test_another_columns_incident_is_not_proposed(incident, again, other_column):
    asking = fresh(again)
    asking.column = other_column  # never saved: it only asks
    assert candidates(asking) == []


def test_a_claim_that_nobody_accepted_has_no_candidates(capture):
    claim = propose_claims(capture.text, [twelve()], reader="dateline 1")[0]
    assert candidates(claim) == neighbours(claim) == []
    assert keys(claim) == set()


def test_claims_alone_in_a_block_find_each_other(first, again, desk):
    (found,) = neighbours(again)
    assert found[0] == first
    assert found[1].reasons
    desk.incident(first)
    assert neighbours(fresh(again)) == []


def test_the_index_follows_what_a_claim_says_and_whether_it_stands(first, alice, holds):
    before = keys(first)
    assert before
    withdraw_claim(by=alice, claim=first, based_on=first.revision, reason="Wrong.")
    assert keys(first) == set()
    restore_claim(by=alice, claim=first)
    assert keys(first) == before
    text = "Jets bombed Sarmin on Tuesday."
    mend_claim(by=alice, claim=first, said=said("Jets bombed Sarmin", text), based_on=1)
    assert keys(first) == set()  # neither place nor day is left
    assert holds()


def test_a_place_that_was_edited_moves_the_claim_to_another_block(first, again, incident, alice):
    assert proposed(again) == [incident]
    text = "Jets bombed Sarmin on Tuesday."
    mend_claim(by=alice, claim=first, said=said("Jets bombed Sarmin", text), based_on=1)
    assert proposed(again) == []


def test_it_costs_the_same_however_many_claims_there_are_elsewhere(incident, again, desk):
    def cost():
        with CaptureQueriesContext(connection) as context:
            candidates(again)
        return len(context)

    before = cost()
    for n in range(1, 6):
        desk.incident(strike(desk, day=f"2015-0{n}-01"))
    assert cost() <= before <= 12
