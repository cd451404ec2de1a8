"""Where and when come from the story so far, where a clause names neither."""

from dataclasses import replace

import pytest

from dateline.codebook import Claim, Place, Toll, When
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


def test_a_time_is_handed_on_among_the_words_of_one_owner_alone():
    owners = {"a": "The Wire", "b": "", "c": "The Wire"}
    claims = [FIRST, NEXT, replace(NEXT, quote="c")]
    found = list(inherited(claims, lambda claim: owners[claim.quote]))
    assert [claim.when for claim in found] == [TUESDAY, None, TUESDAY]
    assert [claim.place for claim in found] == [SARMIN, SARMIN, SARMIN]


@pytest.mark.parametrize(
    "quote",
    [
        "As we reported on Monday, the council says that a clinic was hit.",
        "As we have already noted, the bridge was struck.",
        "— As this page wrote last week, shells hit the mill.",
    ],
)
def test_what_is_recalled_from_an_earlier_report_is_no_part_of_the_story(quote):
    claim = last(FIRST, replace(NEXT, quote=quote))
    assert (claim.place, claim.when) == (None, None)


def test_what_somebody_else_reported_is():
    quote = "As the agency reported, a clinic was hit."
    assert last(FIRST, replace(NEXT, quote=quote)).place == SARMIN


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


AT_LARGE = [
    ("toll", "The ministry says 9,000 people have died since the war began."),
    ("toll", "More than 700 were killed since the start of the uprising."),
    ("toll", "Some 90,000 have fled their homes in the civil war."),
    ("toll", "Since 2019, the monitor has counted 3,000 dead."),
    ("denial", "The ministry denies bombing hospitals."),
    ("denial", "The army denied ever shelling civilians."),
]
HERE = [
    ("toll", "The toll has risen to 14 since Monday."),
    ("toll", "Nine people died since the strike."),
    ("denial", "The ministry denies bombing the hospital."),
    ("denial", "The army denied that it shelled the market."),
]
TOLL = Toll("killed", ("unknown",), 9, 9, "nine", (0, 4))


@pytest.mark.parametrize(("kind", "quote"), AT_LARGE)
def test_what_is_of_a_whole_war_is_nowhere_in_the_story(kind, quote):
    tolls = (TOLL,) if kind == "toll" else ()
    claim = last(FIRST, replace(NEXT, kind=kind, quote=quote, tolls=tolls))
    assert (claim.place, claim.when) == (None, None)


@pytest.mark.parametrize(("kind", "quote"), HERE)
def test_what_is_of_one_happening_is_where_it_was(kind, quote):
    tolls = (TOLL,) if kind == "toll" else ()
    assert last(FIRST, replace(NEXT, kind=kind, quote=quote, tolls=tolls)).place == SARMIN


UNKNOWN = [
    "Jets bombed the outskirts of Zarbalun.",
    "Shells fell on the village of al-Qarnun.",
    "Residents fled Mershat on foot.",
    "Two were killed near Ombarat.",
    "A mortar hit Velkovar district.",
]
NO_NAME = [
    "Two were killed in October.",
    "The army spoke in Arabic of two dead.",
    "Two were killed in Operation Thunder.",
    "Two were killed at the UN base.",
    "Jets struck positions in Syrian hands.",
    "Two were killed in the morning.",
]


@pytest.mark.parametrize("quote", UNKNOWN)
def test_a_place_that_nobody_knows_is_not_where_the_story_was(quote):
    assert last(FIRST, replace(NEXT, quote=quote)).place is None


def test_nor_does_the_story_go_on_where_it_was_before():
    assert last(FIRST, replace(NEXT, quote=UNKNOWN[0]), NEXT).place is None


@pytest.mark.parametrize("quote", NO_NAME)
def test_what_is_no_place_does_not_hinder(quote):
    assert last(FIRST, replace(NEXT, quote=quote)).place == SARMIN


def test_a_situation_does_not_move_the_story():
    siege = replace(NEXT, kind="situation", place=replace(SARMIN, name="Saraqib"))
    assert last(FIRST, siege, NEXT).place == SARMIN


def test_a_day_that_nobody_can_tell_is_kept_and_not_handed_on():
    open_day = replace(TUESDAY, words="yesterday", edtf="", start="", end="", basis="none")
    claims = list(inherited([FIRST, replace(NEXT, when=open_day), NEXT]))
    assert [claim.when for claim in claims] == [TUESDAY, open_day, TUESDAY]


def test_a_clock_time_hands_on_its_day():
    clock = replace(TUESDAY, edtf="2015-10-20T09:12:00+03:00", start="2015-10-20T09:12:00+03:00")
    claim = last(replace(FIRST, when=clock), NEXT)
    assert claim.when
    assert (claim.when.edtf, claim.when.start) == ("2015-10-20", "2015-10-20")
