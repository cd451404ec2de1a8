"""A place that was opened and may be so no more leaves what was written before, deltas too."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.codebook import Target
from dateline.codebook.claim_json import from_json
from dateline.ledger.exports.audience import Audience
from dateline.ledger.exports.told import told_incidents
from dateline.ledger.models import Entry
from dateline.ledger.verbs.claims import mend_claim, withdraw_claim
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.incidents import open_place
from dateline.ledger.verbs.merging import merge_incidents, part_incident
from dateline.live.plan import plan
from dateline.live.withhold import withhold
from tests.ledger.claimed import at
from tests.ledger.happened import here, strike

pytestmark = pytest.mark.django_db
HOUSE = "Jets bombed the clinic in Zanzibar street in Sarmin on Tuesday."
FINE = {"name": "Zanzibar", "level": "building", "radius_m": 50, "lat": 35.9071, "lon": 36.7219}
MEDICAL = Target(None, "medical", "the clinic", at("the clinic", HOUSE))


@pytest.fixture
def house(desk):
    """A claim of a building: `house(target)`."""

    def _house(target=None):
        place = replace(here(HOUSE, "Zanzibar street"), **FINE)
        return strike(desk, HOUSE, place=place, target=target)

    return _house


@pytest.fixture
def shown(desk, house, alice, publish, follow, site):
    """An opened incident of a house that an update embeds, as readers have had it."""
    incident = desk.incident(house())
    open_place(by=alice, incident=incident, based_on=1)
    publish("Sarmin", f"::incident{{id={incident.pk}}}")
    follow()
    assert [path for path in holding(site) if "/rev/" in path]
    incident.refresh_from_db()
    return incident


def holding(site):
    """Return the files that name the house's street as a place, not as a claim's words."""
    return [
        path
        for path, data in site.files().items()
        if "Zanzibar" in data.decode().replace("Zanzibar street", "")
    ]


def clinic_in_it(shown, desk, house, alice):
    desk.answer(house(MEDICAL), shown, "same")


def clinic_that_may_be(shown, desk, house, alice):
    desk.answer(house(MEDICAL), shown, "may_be")


def mended(shown, desk, house, alice):
    claim = shown.groupings.get().claim
    mend_claim(
        by=alice, claim=claim, said=replace(from_json(claim.said), target=MEDICAL), based_on=1
    )


def merged(shown, desk, house, alice):
    other = desk.incident(strike(desk, site="town.example"))
    merge_incidents(by=alice, incident=shown, into=other, reason="One.", based_on=shown.revision)


def clinic_merged(shown, desk, house, alice):
    other = desk.incident(house(MEDICAL))
    merge_incidents(by=alice, incident=other, into=shown, reason="One.", based_on=1)


@pytest.mark.parametrize("close", [clinic_in_it, clinic_that_may_be, mended, merged, clinic_merged])
def test_it_leaves_every_file_with_the_act_that_closes_it(
    close, shown, desk, house, alice, follow, site
):
    close(shown, desk, house, alice)
    follow()
    assert holding(site) == []


def test_it_leaves_every_file_as_it_is_parted_from_what_was_opened(
    shown, desk, house, alice, publish, follow, site
):
    withdraw_claim(by=alice, claim=shown.groupings.get().claim, reason="Wrong.", based_on=1)
    other = desk.incident(house())
    merge_incidents(by=alice, incident=other, into=shown, reason="One.", based_on=1)
    publish("Sarmin", f"::incident{{id={other.pk}}}")
    follow()
    assert [path for path in holding(site) if "/rev/" in path]
    other.refresh_from_db()
    part_incident(by=alice, incident=other, based_on=other.revision)
    follow()
    assert holding(site) == []


def removals_since(sequence):
    newer = Entry.objects.filter(sequence__gt=sequence).select_related("content")
    made = plan(newer.order_by("sequence"))
    withhold(made)
    return made.removals


def newest():
    return Entry.objects.latest("sequence").sequence


def test_what_closes_nothing_rewrites_no_delta(shown, desk, house, alice):
    before = newest()
    unopened = desk.incident(strike(desk, site="town.example"))
    desk.answer(house(MEDICAL), unopened, "same")
    desk.answer(strike(desk, site="city.example"), shown, "same")
    merge_incidents(
        by=alice, incident=desk.incident(house()), into=unopened, reason="One.", based_on=1
    )
    assert removals_since(before) == []


def test_a_hold_that_begins_anew_after_it_was_over_takes_out_what_was_shown(
    house, alice, monkeypatch
):
    claim, now = house(), timezone.now()
    hold_claim(by=alice, claim=claim, until=now + timedelta(hours=1))
    before = newest()
    hold_claim(by=alice, claim=claim, until=now + timedelta(hours=2))
    assert removals_since(before) == []  # nobody has seen it yet
    before = newest()
    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(hours=3))
    hold_claim(by=alice, claim=claim, until=now + timedelta(hours=4))
    assert removals_since(before) == [before + 1]


def test_a_claim_about_a_clinic_that_is_held_closes_it_too(shown, desk, house, alice, follow, site):
    clinic = house(MEDICAL)
    hold_claim(by=alice, claim=clinic, until=timezone.now() + timedelta(days=1))
    desk.answer(clinic, shown, "same")
    follow()
    assert holding(site) == []
    [told] = told_incidents([shown.pk], Audience(now=timezone.now()))
    assert not told.opened
