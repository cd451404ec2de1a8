"""Merging, parting, splitting incidents, and marking two as not the same: ids never die."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.ledger.models import Apart, Entry, Incident
from dateline.ledger.refusal import Collision, Refused
from dateline.ledger.verbs.merging import (
    mark_apart,
    merge_incidents,
    part_incident,
    split_incident,
    unmark_apart,
)
from dateline.ledger.weighed import incident_of, told_of

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "Both tell of the raid at noon."


@pytest.fixture
def claims(desk):
    """Three claims, in no incident yet."""
    return [desk.claim(f"They hit the {name}.") for name in ("market", "school", "bridge")]


@pytest.fixture
def market(desk, claims):
    """An incident of the first two claims."""
    return desk.incident(*claims[:2], title="The market")


@pytest.fixture
def bridge(desk, claims):
    """An incident of the third claim."""
    return desk.incident(claims[2], title="The bridge")


def merge(alice, incident, into, based_on=1, reason=WHY):
    return merge_incidents(by=alice, incident=incident, into=into, reason=reason, based_on=based_on)


def ids(incident):
    return {one.id for one in told_of(Incident.objects.get(pk=incident.pk))}


def keys(*claims):
    return {str(claim.pk) for claim in claims}


def test_a_merged_incident_leads_to_the_other_and_says_why(market, bridge, claims, alice, holds):
    found = merge(alice, bridge, market)
    assert (found.merged_into, found.reason, found.whole) == (market, WHY, market)
    assert ids(market) == ids(bridge) == keys(*claims)
    assert all(incident_of(claim) == market for claim in claims)
    assert Entry.objects.last().content.body["reason"] == WHY
    assert holds()


def test_parting_takes_it_back(market, bridge, claims, alice, holds):
    merge(alice, bridge, market)
    found = part_incident(by=alice, incident=bridge, based_on=2)
    assert (found.merged_into, found.reason) == (None, "")
    assert (ids(market), ids(bridge)) == (keys(*claims[:2]), keys(claims[2]))
    with pytest.raises(Refused, match="not merged"):
        part_incident(by=alice, incident=bridge, based_on=3)
    assert holds()


def test_a_merge_needs_a_reason_and_two_incidents(market, bridge, alice):
    with pytest.raises(Refused, match="reason is missing"):
        merge(alice, bridge, market, reason=" ")
    with pytest.raises(Refused, match="same already"):
        merge(alice, bridge, bridge)
    merge(alice, bridge, market)
    with pytest.raises(Refused, match="merged already"):
        merge(alice, bridge, market)
    with pytest.raises(Refused, match="same already"):
        merge(alice, market, bridge)


def test_two_who_merge_at_once_overwrite_nothing(market, bridge, desk, alice, holds):
    road = desk.incident(desk.claim("They hit the road."), title="The road")
    merge(alice, market, road)
    with pytest.raises(Refused, match="merged already"):
        merge(alice, market, bridge)
    part_incident(by=alice, incident=market, based_on=2)
    with pytest.raises(Collision):
        merge(alice, market, bridge, based_on=1)
    assert holds()


def test_a_merge_follows_the_other_to_where_it_went(market, bridge, desk, claims, alice):
    road = desk.incident(desk.claim("They hit the road."), title="The road")
    merge(alice, bridge, market)
    assert merge(alice, road, bridge).merged_into == market


def test_what_was_marked_as_not_the_same_is_not_merged(market, bridge, alice, holds):
    apart = mark_apart(by=alice, one=market, other=bridge, reason="Two days apart.")
    for one, other in ((market, bridge), (bridge, market)):
        with pytest.raises(Refused, match="not the same: “Two days apart"):
            merge(alice, one, other)
    unmark_apart(by=alice, apart=apart)
    assert merge(alice, bridge, market).merged_into == market
    assert holds()


def test_a_mark_holds_for_all_that_was_merged_into_either(market, bridge, desk, alice):
    road = desk.incident(desk.claim("They hit the road."), title="The road")
    mark_apart(by=alice, one=market, other=bridge)
    merge(alice, bridge, road)
    with pytest.raises(Refused, match="marked as not the same"):
        merge(alice, road, market)


def test_a_pair_is_marked_once_in_either_order(market, bridge, alice, holds):
    apart = mark_apart(by=alice, one=market, other=bridge)
    with pytest.raises(Refused, match="already"):
        mark_apart(by=alice, one=bridge, other=market)
    unmark_apart(by=alice, apart=apart)
    with pytest.raises(Refused, match="taken back already"):
        unmark_apart(by=alice, apart=apart)
    assert mark_apart(by=alice, one=bridge, other=market) == apart
    assert Apart.objects.get().standing
    with pytest.raises(Refused, match="same already"):
        mark_apart(by=alice, one=market, other=market)
    assert holds()


def test_a_claim_that_is_not_about_the_other_keeps_them_apart(market, bridge, desk, claims, alice):
    desk.answer(claims[0], bridge, "not_same")
    for one, other in ((market, bridge), (bridge, market)):
        with pytest.raises(Refused, match="answered as not about the other"):
            merge(alice, one, other)
    desk.answer(claims[0], bridge, "", based_on=1)
    merge(alice, market, bridge)


def test_a_split_takes_claims_out_into_a_new_incident(market, claims, alice, holds):
    new = split_incident(by=alice, incident=market, claims=[claims[1]], title="The school")
    assert (ids(market), ids(new)) == (keys(claims[0]), keys(claims[1]))
    assert (new.title, new.column) == ("The school", market.column)
    assert holds()


def test_a_split_leaves_claims_on_both_sides(market, claims, alice):
    for some in ([], claims, claims[:2], [claims[2]]):
        with pytest.raises(Refused, match=r"Choose claims|Leave one claim"):
            split_incident(by=alice, incident=market, claims=some, title="The school")
    assert Incident.objects.count() == 1


def test_a_split_reaches_what_was_merged_into_it(market, bridge, claims, alice, holds):
    merge(alice, bridge, market)
    new = split_incident(by=alice, incident=bridge, claims=[claims[2]], title="Again")
    assert (ids(market), ids(new)) == (keys(*claims[:2]), keys(claims[2]))
    assert holds()


@settings(max_examples=8, suppress_health_check=list(HealthCheck), deadline=None)
@given(chosen=st.sets(st.integers(0, 3), min_size=1, max_size=3))
def test_split_then_merge_is_the_identity(desk, alice, chosen):
    report = desk.report("One, two, three, four.")
    words = "One, two, three, four."
    claims = [desk.claim(words, quote, report) for quote in ("One", "two", "three", "four")]
    one = desk.incident(*claims)
    before = told_of(one)
    new = split_incident(by=alice, incident=one, claims=[claims[n] for n in chosen], title="Some")
    assert ids(new) == keys(*(claims[n] for n in chosen))
    merge(alice, new, one)
    assert told_of(one) == told_of(new) == before
