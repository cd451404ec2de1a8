import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.codebook import (
    CATEGORIES,
    GROUPS,
    HEDGES,
    KINDS,
    LEVELS,
    Actor,
    Claim,
    Hedge,
    Place,
    Speaker,
    Target,
    Toll,
    When,
)
from dateline.codebook.claim_json import as_json, from_json

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
spots = st.tuples(st.integers(0, 999), st.integers(1, 999)).map(lambda p: (p[0], p[0] + p[1]))
some = st.none() | spots
numbers = st.none() | st.integers(0, 10**12)
whens = st.builds(
    When, words, words, words, words, st.sampled_from(["text", "report", "none"]), some
)
places = st.builds(
    Place,
    words,
    words,
    st.floats(-90, 90),
    st.floats(-180, 180),
    st.sampled_from(LEVELS),
    st.integers(0, 10**7),
    words,
    st.lists(words, max_size=3).map(tuple),
    words,
    some,
)
groups = st.lists(st.sampled_from(GROUPS), max_size=3).map(tuple)
tolls = st.builds(
    Toll,
    st.sampled_from(CATEGORIES),
    groups,
    numbers,
    numbers,
    words,
    spots,
    st.booleans(),
    st.booleans(),
    st.none() | words,
)
claims = st.builds(
    Claim,
    words,
    st.integers(0, 10**6),
    st.integers(0, 10**6),
    st.sampled_from(KINDS),
    event=words,
    event_words=words,
    event_at=some,
    speakers=st.lists(st.builds(Speaker, words, words, words, spots), max_size=3).map(tuple),
    said_when=st.none() | whens,
    negated=st.booleans(),
    negation_words=words,
    negation_at=some,
    actor=st.none() | st.builds(Actor, st.none() | words, words, spots),
    target=st.none() | st.builds(Target, st.none() | words, words, words, spots),
    place=st.none() | places,
    when=st.none() | whens,
    tolls=st.lists(tolls, max_size=3).map(tuple),
    hedge=st.builds(Hedge, st.sampled_from(HEDGES), words, some),
)
SMALLEST: dict[str, Any] = {"quote": "x", "start": 0, "end": 1, "kind": "event"}
TOLL = {"category": "killed", "groups": [], "low": 1, "high": 1, "words": "x", "at": [0, 1]}


@given(claims)
def test_every_claim_comes_back_from_its_json(claim: Claim) -> None:
    assert from_json(json.loads(json.dumps(as_json(claim)))) == claim


def test_the_hedge_is_called_as_the_design_calls_it() -> None:
    written = as_json(Claim("x", 0, 1, "event", hedge=Hedge("claimed", "x", (0, 1))))
    assert written["hedge"] == {"class": "claimed", "words": "x", "at": [0, 1]}


def test_what_has_a_default_may_be_left_out() -> None:
    assert from_json(SMALLEST) == Claim("x", 0, 1, "event")


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (None, "claim is no object"),
        ([], "claim is no object"),
        ({"quote": "x"}, "claim has no 'start'"),
        (SMALLEST | {"colour": 1}, "claim has a key that nobody knows: 'colour'"),
        (SMALLEST | {"__class__": 1}, "nobody knows"),
        (SMALLEST | {"quote": 5}, "quote is no text"),
        (SMALLEST | {"quote": "x" * 20_001}, "quote is longer"),
        (SMALLEST | {"quote": "\ud800"}, "quote holds half a character"),
        (SMALLEST | {"start": "0"}, "start is no whole number"),
        (SMALLEST | {"start": True}, "start is no whole number"),
        (SMALLEST | {"start": -1}, "start is below 0"),
        (SMALLEST | {"end": 10**30}, "end is below 0 or above"),
        (SMALLEST | {"kind": "rumour"}, "kind is none of"),
        (SMALLEST | {"kind": []}, "kind is none of"),
        (SMALLEST | {"negated": 1}, "negated is neither true nor false"),
        (SMALLEST | {"event_at": [3, 3]}, "event_at is no start and end"),
        (SMALLEST | {"event_at": [1, 2, 3]}, "event_at is no start and end"),
        (SMALLEST | {"hedge": None}, "hedge is no object"),
        (SMALLEST | {"hedge": {"cls": "said"}}, "hedge has a key that nobody knows"),
        (SMALLEST | {"speakers": {}}, "speakers is no list"),
        (SMALLEST | {"speakers": [{}] * 101}, "speakers has more than 100"),
        (SMALLEST | {"speakers": [{}]}, "speakers[0] has no 'name'"),
        (SMALLEST | {"tolls": [TOLL | {"low": 1.0}]}, "tolls[0].low is no whole number"),
        (SMALLEST | {"tolls": [TOLL | {"groups": ["elf"]}]}, "tolls[0].groups[0] is none of"),
        (SMALLEST | {"tolls": [TOLL | {"at": None}]}, "tolls[0].at is no list"),
    ],
)
def test_it_says_in_plain_words_what_is_wrong(value: object, said: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        from_json(value)
    assert said in str(caught.value)


@pytest.mark.parametrize("lat", [91, float("nan"), float("inf"), "35", None, True])
def test_a_place_outside_the_world_is_refused(lat: object) -> None:
    place = as_json(Claim("x", 0, 1, "event", place=Place("x", "x", 1, 1, "town", 1, "x")))
    place["place"]["lat"] = lat
    with pytest.raises(ValueError, match=r"place\.lat"):
        from_json(place)
