"""When something was said is told no finer than it is known."""

import pytest

from dateline.codebook import When
from tests.ledger.claimed import at
from tests.ledger.happened import strike
from tests.live.site import words_of

pytestmark = pytest.mark.django_db(transaction=True)
SAID = "Jets bombed Sarmin on Tuesday, they said on Wednesday."


def test_a_day_is_not_given_a_clock_time(desk, follow, incident_page):
    day = "2015-10-21"
    when = When("Wednesday", day, day, day, "text", at("Wednesday", SAID))
    incident = desk.incident(strike(desk, SAID, said_when=when))
    follow()
    said = words_of(incident_page(incident).xpath("//p[contains(@class, 'said-by')]")[0])
    assert "21 October 2015" in said
    assert ":" not in said.split("2015")[1][:6]
