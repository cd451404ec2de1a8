"""Incidents: opened, named, placed in larger ones, their place opened to readers."""

import pytest

from dateline.ledger.models import Entry, Grouping, Incident
from dateline.ledger.refusal import Collision, NotAllowed, Refused
from dateline.ledger.verbs.claims import withdraw_claim
from dateline.ledger.verbs.incidents import (
    close_place,
    name_incident,
    open_incident,
    open_place,
    set_part_of,
)
from dateline.ledger.verbs.merging import merge_incidents, part_incident
from dateline.ledger.verbs.proposing import make_claim, propose_claims
from tests.conftest import member
from tests.ledger.claimed import said, twelve

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def incidents(desk):
    """Four incidents of one claim each."""
    names = ("market", "school", "bridge", "road")
    return [desk.incident(desk.claim(f"They hit the {name}."), title=name) for name in names]


def part_of(alice, incident, whole):
    incident = Incident.objects.get(pk=incident.pk)
    return set_part_of(by=alice, incident=incident, whole=whole, based_on=incident.revision)


def merge(alice, incident, into):
    incident = Incident.objects.get(pk=incident.pk)
    return merge_incidents(
        by=alice, incident=incident, into=into, reason="One raid.", based_on=incident.revision
    )


def test_it_is_opened_on_accepted_claims(desk, alice, column, holds):
    one, other = desk.claim("They hit the market."), desk.claim("The market was hit.")
    found = open_incident(by=alice, column=column, title=" The market ", claims=[one, other])
    assert (found.title, found.column, found.revision) == ("The market", column, 1)
    assert set(Grouping.objects.values_list("claim", "incident", "answer")) == {
        (one.pk, found.pk, "same"),
        (other.pk, found.pk, "same"),
    }
    kinds = Entry.objects.filter(verb="open_incident").values_list("object", flat=True)
    assert [name.partition(":")[0] for name in kinds] == ["incident", "grouping", "grouping"]
    assert holds()


def test_what_nobody_accepted_makes_no_incident(desk, alice, column, capture):
    proposed = propose_claims(capture.text, [twelve()], reader="dateline 1")[0]
    hit = desk.claim("They hit it.")
    gone = withdraw_claim(by=alice, claim=hit, based_on=1, reason="Wrong.")
    entries = Entry.objects.count()
    for claim in (proposed, gone):
        with pytest.raises(Refused, match="Only an accepted claim"):
            desk.incident(claim)
    with pytest.raises(Refused, match="Choose one at the least"):
        desk.incident()
    with pytest.raises(Refused, match="title is missing"):
        desk.incident(gone, title="  ")
    with pytest.raises(Refused, match="200 is the most"):
        desk.incident(gone, title="x" * 201)
    assert (Incident.objects.count(), Entry.objects.count()) == (0, entries)


def test_a_claim_of_another_column_stays_out(desk, owner, other_column):
    claim = desk.claim("They hit the market.")
    with pytest.raises(Refused, match="another column"):
        open_incident(by=owner, column=other_column, title="Ours", claims=[claim])


def test_one_claim_opens_two_incidents_never(desk):
    claim = desk.claim("They hit the market.")
    assert desk.incident(claim, claim, title="The market").groupings.count() == 1
    with pytest.raises(Refused, match="about “The market” already"):
        desk.incident(claim, title="Again")


def test_a_title_changes_for_whoever_saw_the_newest(incidents, alice, holds):
    market = incidents[0]
    found = name_incident(by=alice, incident=market, title="The bazaar", based_on=1)
    assert (found.title, found.revision) == ("The bazaar", 2)
    with pytest.raises(Collision, match="Look at it as it stands now") as told:
        name_incident(by=alice, incident=market, title="Mine", based_on=1)
    assert told.value.newest == 2
    body = Entry.objects.last().content.body
    assert (body["before"]["title"], body["after"]["title"]) == ("market", "The bazaar")
    assert holds()


def test_its_place_is_closed_until_an_editor_opens_it_and_can_be_closed_again(
    incidents, alice, holds
):
    market = incidents[0]
    assert not market.place_opened
    assert open_place(by=alice, incident=market, based_on=1).place_opened
    with pytest.raises(Refused, match="open already"):
        open_place(by=alice, incident=market, based_on=2)
    assert not close_place(by=alice, incident=market, based_on=2).place_opened
    with pytest.raises(Refused, match="closed already"):
        close_place(by=alice, incident=market, based_on=3)
    assert holds()


def test_it_is_part_of_a_larger_one_and_no_more(incidents, alice, holds):
    market, school, *_ = incidents
    assert part_of(alice, market, school).part_of == school
    assert list(school.parts.all()) == [market]
    assert part_of(alice, market, None).part_of is None
    assert holds()


def test_nothing_is_part_of_itself_by_any_way(incidents, alice, holds):
    market, school, bridge, road = incidents
    with pytest.raises(Refused, match="part of itself"):
        part_of(alice, market, market)
    part_of(alice, market, school)
    part_of(alice, school, bridge)
    with pytest.raises(Refused, match="part of itself"):
        part_of(alice, bridge, market)
    merge(alice, road, market)
    with pytest.raises(Refused, match="part of itself"):
        part_of(alice, bridge, road)
    with pytest.raises(Refused, match="part of itself"):
        merge(alice, bridge, market)
    assert holds()


def test_parting_closes_no_ring_either(incidents, alice, holds):
    market, school, bridge, road = incidents
    part_of(alice, market, school)
    part_of(alice, bridge, market)
    merge(alice, market, road)  # its own place in a larger one rests meanwhile
    part_of(alice, school, bridge)
    with pytest.raises(Refused, match="part of itself"):
        part_incident(by=alice, incident=market, based_on=3)
    part_of(alice, school, None)
    part_incident(by=alice, incident=market, based_on=3)
    assert holds()


def test_two_columns_share_no_incident(incidents, owner, eve, other_column, alice):
    report = incidents[0].groupings.get().claim.report
    theirs = make_claim(
        by=eve, text=report.newest.text, said=said("They", "They hit it."), column=other_column
    )
    other = open_incident(by=eve, column=other_column, title="Ours", claims=[theirs])
    with pytest.raises(Refused, match="two columns"):
        part_of(owner, incidents[0], other)
    with pytest.raises(Refused, match="two columns"):
        merge(owner, incidents[0], other)
    with pytest.raises(NotAllowed):
        name_incident(by=alice, incident=other, title="Mine", based_on=1)


def test_a_contributor_decides_nothing(incidents, carl):
    with pytest.raises(NotAllowed, match="decide about claims"):
        name_incident(by=carl, incident=incidents[0], title="Mine", based_on=1)


def test_what_is_merged_is_changed_where_it_went(incidents, alice, owner, column):
    merge(alice, incidents[0], incidents[1])
    zoe = member(owner, "zoe", "editor", column)
    for act in (
        lambda: set_part_of(by=zoe, incident=incidents[0], whole=incidents[2], based_on=2),
        lambda: open_place(by=zoe, incident=incidents[0], based_on=2),
    ):
        with pytest.raises(Refused, match="merged into “school”"):
            act()
