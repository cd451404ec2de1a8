"""Readers see a place no finer than the named town, until an editor opens it; some never are."""

from dataclasses import replace

import pytest

from dateline.codebook import Target
from dateline.ledger.verbs.incidents import close_place, open_place
from tests.ledger.claimed import at
from tests.ledger.happened import here, strike
from tests.live.site import words_of

pytestmark = pytest.mark.django_db
CLINIC = "Jets bombed the clinic in Zanzibar street in Sarmin on Tuesday."
FINE = {"name": "Zanzibar", "level": "building", "radius_m": 50, "lat": 35.9071, "lon": 36.7219}


@pytest.fixture
def struck(desk):
    """An incident at a building: `struck(kind of target)`."""

    def _struck(kind="infrastructure"):
        place = replace(here(CLINIC, "Zanzibar street"), **FINE)
        target = Target(None, kind, "the clinic", at("the clinic", CLINIC))
        one = strike(desk, CLINIC, place=place, target=target)
        return desk.incident(one, strike(desk, site="town.example"))

    return _struck


@pytest.fixture
def where(follow, incident_page, claim_page):
    """Return what the incident's page and its claims' pages say of the place."""

    def _where(incident):
        follow()
        claims = [row.claim for row in incident.groupings.all()]
        pages = [incident_page(incident), *map(claim_page, claims)]
        heads = [page.xpath("//p[contains(@class, 'dateline')]")[0] for page in pages]
        asides = incident_page(incident).xpath("//aside/section[1]")
        facts = [one for page in pages[1:] for one in page.xpath("//dl[1]/dd")]
        return " | ".join(words_of(one) for one in (*heads, *asides, *facts))

    return _where


def test_a_building_is_shown_as_the_town_that_a_claim_names(struck, where):
    said = where(struck())
    assert "Sarmin, Idlib" in said
    assert "town, ± 1.5 km" in said
    assert "shown as the town: the exact place is held" in said
    assert "Zanzibar" not in said
    assert "building" not in said


def test_an_editor_opens_it_and_closes_it_again(struck, where, alice):
    incident = struck()
    open_place(by=alice, incident=incident, based_on=1)
    said = where(incident)
    assert "Zanzibar" in said
    assert "building, ± 50 m" in said
    close_place(by=alice, incident=incident, based_on=2)
    assert "Zanzibar" not in where(incident)


@pytest.mark.parametrize("kind", ["medical", "displaced_site", "rescuer", "journalist", "school"])
def test_whom_the_next_strike_must_not_find_is_never_opened(kind, struck, where, alice):
    incident = struck(kind)
    open_place(by=alice, incident=incident, based_on=1)
    assert "Zanzibar" not in where(incident)


@pytest.mark.parametrize("late", [False, True])
def test_a_claim_beside_that_of_a_clinic_shows_its_place_no_finer(desk, where, alice, late):
    place = replace(here(CLINIC, "Zanzibar street"), **FINE)
    target = Target(None, "medical", "the clinic", at("the clinic", CLINIC))
    plain = strike(desk, CLINIC, place=place)
    clinic = strike(desk, CLINIC, site="other.example", place=place, target=target)
    incident = desk.incident(*([plain] if late else [plain, clinic]))
    open_place(by=alice, incident=incident, based_on=1)
    if late:
        assert "Zanzibar" in where(incident)
        desk.answer(clinic, incident, "same")
    said = where(incident)
    assert "Zanzibar" not in said
    assert "building" not in said


def test_where_no_claim_names_the_town_the_middle_is_moved_and_nameless(desk, where):
    place = replace(here(CLINIC, "Zanzibar street"), **FINE)
    said = where(desk.incident(strike(desk, CLINIC, place=place)))
    assert "Zanzibar" not in said
    assert "Idlib" in said
