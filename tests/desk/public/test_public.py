"""What the public sees: what is shown, what is held back, and why."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.codebook import Target
from dateline.ledger.verbs.claims import accept_claim, restore_claim, withdraw_claim
from dateline.ledger.verbs.counting import hold_claim, set_aside_claim
from dateline.ledger.verbs.incidents import open_place
from dateline.ledger.verbs.reports import Flags, flag_report
from tests.desk.conftest import words_of
from tests.ledger.claimed import at
from tests.ledger.happened import Desk, here, strike

pytestmark = pytest.mark.django_db
AT = "/desk/columns/putin-in-syria/public/"
TEXT = "Jets bombed a clinic in Sarmin on Tuesday."


@pytest.fixture
def desk(alice, column):
    return Desk(alice, column)


@pytest.fixture
def look(enter, alice):
    return lambda of="incidents": words_of(enter(alice).get(AT, {"of": of}))


def test_it_says_what_readers_see(desk, look):
    desk.incident(strike(desk))
    page = look()
    assert "readers see it" in page
    assert "1 report, 1 original source" in page
    assert "held back" not in page


def test_it_says_why_something_is_held_back(desk, alice, look):
    protected, later, gone = (strike(desk, site=f"{name}.example") for name in "abc")
    desk.incident(protected, later, gone)
    flag_report(by=alice, report=protected.report, flags=Flags(protected=True))
    hold_claim(by=alice, claim=later, until=timezone.now() + timedelta(days=1))
    withdraw_claim(by=alice, claim=gone, based_on=gone.revision, reason="Wrong.")
    page = look("claims")
    for why in ("its report is protected", "held until", "held back: withdrawn"):
        assert why in page
    assert "readers see none of its claims" in look()


def test_a_set_aside_claim_is_seen_with_its_reason(desk, alice, look):
    claim = strike(desk)
    desk.incident(claim)
    set_aside_claim(by=alice, claim=claim, reason="It was corrected.")
    assert "It was corrected." in look("claims")


def test_a_place_that_is_widened_says_so_until_it_is_opened(desk, alice, look):
    spot = here("Jets bombed Sarmin on Tuesday.", level="building", radius_m=50)
    incident = desk.incident(strike(desk, place=spot))
    assert "<b>widened</b>" in look()
    open_place(by=alice, incident=incident, based_on=1)
    assert "<b>widened</b>" not in look()


def test_the_place_of_a_clinic_stays_widened_though_it_was_opened(desk, alice, look):
    target = Target(None, "medical", "a clinic", at("a clinic", TEXT))
    spot = here(TEXT, level="building", radius_m=50)
    incident = desk.incident(strike(desk, TEXT, place=spot, target=target))
    open_place(by=alice, incident=incident, based_on=1)
    assert "<b>widened</b>" in look()
    assert "<b>widened</b>" in look("claims")


def test_a_claim_beside_that_of_a_clinic_stays_widened_too(desk, alice, look):
    target = Target(None, "medical", "a clinic", at("a clinic", TEXT))
    spot = here(TEXT, level="building", radius_m=50)
    claims = [strike(desk, TEXT, place=spot, target=one) for one in (target, None)]
    open_place(by=alice, incident=desk.incident(*claims), based_on=1)
    assert look("claims").count("<b>widened</b>") == 2
    assert look().count("<b>widened</b>") == 3


def test_what_was_opened_in_a_column_that_a_claim_left_is_not_open_here(
    desk, alice, owner, other_column, enter
):
    claim = strike(desk, TEXT, place=here(TEXT, level="building", radius_m=50))
    open_place(by=alice, incident=desk.incident(claim), based_on=1)
    restore_claim(by=alice, claim=claim)
    accept_claim(by=owner, claim=claim, column=other_column, based_on=1)
    at_theirs = f"/desk/columns/{other_column.slug}/public/"
    assert "<b>widened</b>" in words_of(enter(owner).get(at_theirs, {"of": "claims"}))
