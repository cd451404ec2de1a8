"""What a text says twice is one claim."""

from dataclasses import replace

import pytest

from dateline.codebook import Actor, Claim, Place, Speaker, Toll
from dateline.reading.merging import merged

SARMIN = Place("Sarmin", "Sarmin", 35.9, 36.7, "village", 1500, "t:1")
IDLIB = Place("Idlib", "Idlib", 35.9, 36.6, "city", 7000, "t:2")
TWELVE = Toll("killed", ("unknown",), 12, 12, "12 people", (0, 9))
OMAR = (Speaker("Omar", "said", "Omar", (0, 4)),)


def claim(words, **how):
    given = {"kind": "event", "event": "air_strike", "place": SARMIN, "tolls": (TWELVE,)}
    return Claim(words, 0, len(words), **{**given, **how})


FULL = claim("Jets struck a school in Sarmin on Tuesday, killing 12 people.", speakers=OMAR)
SHORT = claim("Jets killed 12 people in Sarmin.", speakers=OMAR)


def kept(*told):
    return merged(list(told))


def test_a_headline_gives_way_to_its_body():
    assert kept((claim("Strike on Sarmin"), True), (FULL, False)) == [FULL]


def test_a_repeat_gives_way_to_the_fuller_sentence_by_the_same_speaker():
    assert kept((SHORT, False), (FULL, False)) == kept((FULL, False), (SHORT, False)) == [FULL]


OTHERS = [
    {"place": IDLIB},
    {"event": "shelling"},
    {"speakers": ()},
    {"tolls": (replace(TWELVE, low=14, high=14),)},
    {"place": None},
    {"tolls": ()},
    {"event": "casualties"},
]


@pytest.mark.parametrize("how", OTHERS)
def test_what_differs_or_says_too_little_to_tell_stays(how):
    other = claim("Jets killed people there.", **{"speakers": OMAR, **how})
    assert kept((other, False), (FULL, False)) == [other, FULL]


def test_a_headline_of_another_actor_or_figure_stays():
    ours = Actor("Army", "Army", (0, 4))
    theirs = Actor("Rebels", "Rebels", (0, 6))
    head = claim("Rebels strike", actor=theirs)
    assert head in kept((head, True), (replace(FULL, actor=ours), False))
    count = claim("Strike kills 14", tolls=(replace(TWELVE, low=14, high=14),))
    assert count in kept((count, True), (FULL, False))


def test_two_of_one_length_stay_both():
    assert kept((FULL, False), (FULL, False)) == [FULL, FULL]


def test_nothing_merges_to_nothing():
    assert kept() == []
