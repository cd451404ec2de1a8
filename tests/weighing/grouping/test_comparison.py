"""How far two claims speak for one happening, and the reasons in plain words."""

from dataclasses import replace

import pytest
from hypothesis import given

from dateline.weighing.grouping import compare
from dateline.weighing.grouping.weights import THRESHOLD, WEIGHTS
from tests.weighing.grouping.cast import DAY, ELSEWHERE, LATER, NOTHING, SAME, SARMIN
from tests.weighing.grouping.made import signatures


def test_two_reports_of_one_strike_are_likelier_one_than_two():
    found = compare(SARMIN, SAME)
    assert found.score > THRESHOLD
    assert "same day" in found.reasons
    assert "same name: Sarmin and سرمين" in found.reasons
    assert "670 m apart" in found.reasons
    assert found.against == ()


def test_rival_accounts_are_still_one_happening():
    rival = replace(SAME, parties=frozenset({"SY"}), tolls=(("killed", 3, 3),))
    found = compare(SARMIN, rival)
    assert found.score > THRESHOLD
    assert "RU, and SY" in found.against


UNLIKE = {
    "another town": (ELSEWHERE, "another place: 36 km apart"),
    "another day": (LATER, "another day: 9 days apart"),
    "a protest": (
        replace(SAME, event="protest", tolls=()),
        "strike from the air, and people demonstrating",
    ),
    "a count many times as high": (replace(SAME, tolls=(("killed", 90, 90),)), "killed: 12 and 90"),
}


@pytest.mark.parametrize(("other", "why"), UNLIKE.values(), ids=UNLIKE)
def test_what_speaks_against_is_said(other, why):
    assert why in compare(SARMIN, other).against
    assert compare(SARMIN, other).score < compare(SARMIN, SAME).score


@pytest.mark.parametrize("other", [ELSEWHERE, LATER, NOTHING], ids=lambda other: other.id)
def test_these_are_two(other):
    assert compare(SARMIN, other).score <= THRESHOLD


def test_a_claim_that_says_nothing_gives_no_reason():
    found = compare(SARMIN, NOTHING)
    assert (found.score, found.parts) == (WEIGHTS["prior"], ())


def test_an_equal_great_toll_tells_more_than_an_equal_small_one():
    def scored(number):
        tolls = (("killed", number, number),)
        return compare(replace(SARMIN, tolls=tolls), replace(SAME, tolls=tolls)).score

    assert scored(12) > scored(1) > scored(0)


def test_bounds_that_are_open_overlap_what_lies_within():
    least = replace(SAME, tolls=(("killed", 10, None),))
    assert "killed: 12 and at least 10" in compare(SARMIN, least).reasons
    most = replace(SAME, tolls=(("killed", None, 5),))
    assert "killed: 12 and up to 5" in compare(SARMIN, most).against


def test_the_next_day_counts_little_either_way():
    night = replace(SAME, first=DAY + 1, last=DAY + 1)
    assert "one day apart: perhaps the same night" in compare(SARMIN, night).against
    assert compare(SARMIN, night).score > THRESHOLD


def test_nearly_the_same_words_speak_for_it():
    words = frozenset({"warplanes", "struck", "clinic", "killing", "twelve"})
    one, other = replace(SARMIN, words=words), replace(SAME, words=words - {"twelve"})
    assert "nearly the same words" in compare(one, other).reasons


@given(signatures(), signatures())
def test_which_is_first_makes_no_difference_to_the_score(one, other):
    assert compare(one, other).score == pytest.approx(compare(other, one).score)


@given(signatures(), signatures())
def test_a_score_is_the_sum_of_its_parts_and_each_part_has_words(one, other):
    found = compare(one, other)
    assert found.score == pytest.approx(WEIGHTS["prior"] + sum(p.weight for p in found.parts))
    assert all(part.words for part in found.parts)
