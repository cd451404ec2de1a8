"""Two rival accounts of one strike, as a desk accepts and groups them."""

from dataclasses import dataclass

import pytest

from dateline.codebook import Actor, Hedge, Target
from dateline.ledger.models import Source
from dateline.ledger.verbs.sources import PartyText, SourceText, add_party, add_source
from tests.ledger.claimed import at
from tests.ledger.happened import Desk, actor, here, speaker, strike, then, toll

RESCUERS = "Rescuers say that Russian jets bombed Sarmin on Tuesday; twelve people died."
MINISTRY = "The ministry denied that Russian jets bombed Sarmin on Tuesday."
AGENCY = "The Monitor says nine people died when jets bombed Sarmin on Tuesday."


@dataclass
class Rivals:
    """Three claims of one incident, and the reports that they stand in."""

    desk: Desk
    rescuers: object
    ministry: object
    agency: object
    incident: object


@pytest.fixture
def desk(alice, column):
    """Alice's desk, where she keeps, accepts and groups."""
    return Desk(alice, column)


@pytest.fixture
def rivals(alice, desk):
    """Rescuers, and a monitor in an agency's report, say that jets struck; the ministry denies."""
    party = add_party(by=alice, text=PartyText(name="Russia", aliases="Russian jets"))
    for name, kind, site, who in (
        ("Civil Defence", Source.Kind.RESCUE, "rescue.example", None),
        ("The ministry", Source.Kind.MINISTRY, "ministry.example", party),
        ("The Agency", Source.Kind.AGENCY, "agency.example", None),
    ):
        add_source(by=alice, text=SourceText(name=name, kind=kind, address=site, party=who))
    rescuers = strike(
        desk,
        RESCUERS,
        site="rescue.example",
        actor=actor("Russian jets", RESCUERS),
        tolls=(toll("twelve people", RESCUERS, 12),),
        hedge=Hedge("said", "say", at("say", RESCUERS)),
        target=Target(None, "people", "people", at("people", RESCUERS)),
    )
    ministry = desk.claim(
        MINISTRY,
        site="ministry.example",
        kind="denial",
        event="air_strike",
        event_words="bombed",
        event_at=at("bombed", MINISTRY),
        actor=Actor("Russian jets", "Russian jets", at("Russian jets", MINISTRY)),
        hedge=Hedge("denied", "denied", at("denied", MINISTRY)),
        place=here(MINISTRY),
        when=then(MINISTRY),
    )
    agency = strike(
        desk,
        AGENCY,
        site="agency.example",
        speakers=(speaker("The Monitor", AGENCY),),
        tolls=(toll("nine people", AGENCY, 9),),
        hedge=Hedge("said", "says", at("says", AGENCY)),
    )
    incident = desk.incident(rescuers, ministry, agency)
    return Rivals(desk, rescuers, ministry, agency, incident)


@pytest.fixture
def incident_page(site):
    """Return an incident's page as its readers have it: `incident_page(incident)`."""
    return lambda one: site.parsed(f"incidents/{one.pk}/index.html")


@pytest.fixture
def claim_page(site):
    """Return a claim's page as its readers have it; None where there is none."""

    def _claim_page(one):
        path = f"claims/{one.pk}/index.html"
        return site.parsed(path) if site.has(path) else None

    return _claim_page
