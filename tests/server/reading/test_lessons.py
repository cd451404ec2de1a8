"""What accepted claims teach about places, and that a text is read by it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dateline.codebook import Place
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.claims import accept_claim, restore_claim
from dateline.ledger.verbs.proposing import propose_claims
from dateline.ledger.verbs.reports import Caution, bring_report
from dateline.places.store import Store
from dateline.server.reading.given import Given
from dateline.server.reading.lessons import is_name, lessons
from dateline.server.reading.opened import read_text
from tests.ledger.claimed import at, said
from tests.ledger.kept import TEXT, asked, kept

pytestmark = pytest.mark.django_db(transaction=True)
WHERE = Place("Sarmin", "Hidden Hollow", 35.5, 36.5, "village", 1500, "own:1", ("Idlib",), "SY")


@pytest.fixture
def accept(carl, alice, column):
    """Have a claim with a place accepted; `caution` guards its report."""

    def _accept(place=WHERE, **caution):
        brought = {"caution": Caution(**caution)} if caution else {}
        report = bring_report(by=carl, asked=asked("https://example.org/strike"), **brought)
        text = keep_capture(report, kept()).text
        claim = said(place=replace(place, at=at(place.words, TEXT)))
        (proposed,) = propose_claims(text, [claim], reader="dateline 1")
        return accept_claim(by=alice, claim=proposed, column=column, based_on=1)

    return _accept


def test_an_accepted_claim_teaches_how_its_place_is_called(accept):
    accept()
    [place] = lessons()
    assert (place.words, place.name, place.country) == ("Sarmin", "Hidden Hollow", "SY")


def test_what_was_taken_back_teaches_nothing(accept, alice):
    restore_claim(by=alice, claim=accept())
    assert lessons() == ()


def test_a_protected_report_teaches_nothing(accept):
    accept(protected=True)
    assert lessons() == ()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sarmin", True),
        ("The Hague", True),
        ("سرمين", True),
        ("the town", False),
        ("The town", False),
        ("there", False),
        ("the", False),
        ("", False),
        ("12", False),
    ],
)
def test_words_that_only_point_at_a_place_teach_nothing(words, names):
    assert is_name(words) is names


def test_a_text_is_read_by_what_was_taught(settings):
    gazetteer = Store(settings.DATELINE_DATA).file
    text = "Warplanes bombed Qutbanda yesterday and killed 12 people, rescuers said."
    given = Given(datetime(2015, 10, 21, tzinfo=UTC))
    taught = replace(given, taught=(replace(WHERE, words="Qutbanda"),))
    places = [
        [claim.place and (claim.place.lat, claim.place.lon) for claim in found.claims]
        for found in (read_text(text, given, gazetteer), read_text(text, taught, gazetteer))
    ]
    assert places == [[None], [(35.5, 36.5)]]
