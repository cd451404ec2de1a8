"""Blocks: whoever may be about one happening meets; nobody meets everybody."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.weighing.grouping import asked, keys
from tests.weighing.grouping.cast import DAY, ELSEWHERE, LATER, NOTHING, SAME, SARMIN
from tests.weighing.grouping.made import signatures


def meet(one, other):
    return bool(asked(one) & keys(other))


UNDATED = {"first": None, "last": None}
NOWHERE = {"lat": None, "lon": None}
MEETING = {
    "two reports of one strike": (SARMIN, SAME),
    "one day apart": (SARMIN, replace(SAME, first=DAY + 1, last=DAY + 1)),
    "two days apart": (SARMIN, replace(SAME, first=DAY + 2, last=DAY + 2)),
    "a night of two days": (SARMIN, replace(SAME, first=DAY - 1, last=DAY)),
    "at the edge of two circles": (SARMIN, replace(SAME, lat=35.9290)),
    "over the date line": (
        replace(SARMIN, lat=0.0, lon=179.999),
        replace(SAME, lat=0.0, lon=-179.999),
    ),
    "a governorate": (SARMIN, replace(SAME, lat=35.7, lon=36.5, radius_m=40_000)),
    "two governorates": (
        replace(SARMIN, radius_m=40_000),
        replace(SAME, lat=35.7, lon=36.5, radius_m=40_000),
    ),
    "no date": (SARMIN, replace(SAME, **UNDATED)),
    "no date, neither": (replace(SARMIN, **UNDATED), replace(SAME, **UNDATED)),
    "a governorate, no date": (SARMIN, replace(SAME, radius_m=40_000, **UNDATED)),
    "a name, no point, another script": (SARMIN, replace(SAME, **NOWHERE)),
    "no place but a telling toll": (SARMIN, replace(SAME, names=(), tolls=SARMIN.tolls, **NOWHERE)),
    "a period of weeks": (SARMIN, replace(SAME, first=DAY - 20, last=DAY + 20)),
}
STRANGERS = {
    "another town": (SARMIN, ELSEWHERE),
    "another week": (SARMIN, LATER),
    "nothing said": (SARMIN, NOTHING),
    "nothing said twice": (NOTHING, NOTHING),
    "another week in the governorate": (SARMIN, replace(LATER, radius_m=40_000)),
    "two dates of a name": (replace(SARMIN, **NOWHERE), LATER),
}


@pytest.mark.parametrize("pair", MEETING.values(), ids=MEETING)
def test_these_meet_whichever_comes_first(pair):
    one, other = pair
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize("pair", STRANGERS.values(), ids=STRANGERS)
def test_these_never_meet(pair):
    one, other = pair
    assert not meet(one, other)
    assert not meet(other, one)


@given(signatures())
def test_keys_are_few_and_short_whatever_a_claim_says(signature):
    assert len(keys(signature)) <= 64
    assert len(asked(signature)) <= 100
    assert all(len(key) <= 80 for key in keys(signature) | asked(signature))


@given(signatures(), signatures())
def test_who_is_asked_asks_back(one, other):
    assert meet(one, other) == meet(other, one)


@given(signatures(), st.sampled_from(["", "r9"]))
def test_keys_do_not_tell_the_report(signature, report):
    assert keys(replace(signature, report=report, id="z")) == keys(signature)
