"""Where and when come from the story so far, where a clause names neither."""

from dataclasses import replace

import pytest

from dateline.codebook import Claim, Place, When
from dateline.reading.inheriting import inherited

SARMIN = Place("Sarmin", "Sarmin", 35.9, 36.7, "village", 1500, "t:1")
SYRIA = Place("Syria", "Syria", 35.0, 38.0, "country", 400_000, "t:sy")
TUESDAY = When("Tuesday", "2015-10-20", "2015-10-20", "2015-10-20", "report")
FIRST = Claim("a", 0, 1, "event", place=SARMIN, when=TUESDAY)
NEXT = Claim("b", 2, 3, "event")


def last(*claims):
    return list(inherited(claims))[-1]


def test_a_happening_without_a_place_or_time_has_the_last_ones():
    claim = last(FIRST, NEXT)
    assert (claim.place, claim.when) == (SARMIN, TUESDAY)


def test_its_own_place_and_time_are_kept():
    own = replace(NEXT, place=SYRIA, when=replace(TUESDAY, edtf="2015-10-21"))
    assert last(FIRST, own) == own


def test_speech_inherits_nothing():
    claim = last(FIRST, replace(NEXT, kind="statement"))
    assert (claim.place, claim.when) == (None, None)


def test_what_goes_on_has_the_place_and_no_day():
    claim = last(FIRST, replace(NEXT, kind="situation"))
    assert (claim.place, claim.when) == (SARMIN, None)


@pytest.mark.parametrize("kind", ["statement", "assessment", "forecast"])
def test_only_what_happens_moves_the_story(kind):
    elsewhere = Claim("x", 1, 2, kind, place=replace(SARMIN, name="Saraqib"))
    claim = last(FIRST, elsewhere, NEXT)
    assert claim.place == SARMIN


def test_a_whole_country_does_not_move_it():
    assert last(FIRST, replace(FIRST, place=SYRIA), NEXT).place == SARMIN


def test_the_first_claim_inherits_nothing():
    assert last(NEXT) == NEXT
