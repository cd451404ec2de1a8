"""Claims put together all at once."""

from dataclasses import replace
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.weighing.grouping import Signature, group
from tests.weighing.grouping.cast import DAY, ELSEWHERE, LATER, NOTHING, SAME, SARMIN
from tests.weighing.grouping.made import many

VAGUE = replace(SARMIN, id="vague", lat=35.8, lon=36.6, radius_m=40_000, names=("Idlib",))


def together(*claims):
    found = group(claims)
    return {frozenset(c for c in found if found[c] == name) for name in found.values()}


def test_reports_of_one_strike_come_together_and_others_stay_apart():
    assert together(SARMIN, SAME, ELSEWHERE, LATER) == {
        frozenset({"sarmin", "sarmin-again"}),
        frozenset({"nabl"}),
        frozenset({"later"}),
    }


def test_a_group_is_called_by_the_least_id_in_it():
    assert group([SAME, SARMIN]) == {"sarmin": "sarmin", "sarmin-again": "sarmin"}


def test_a_vague_claim_joins_the_one_that_fits_it_best():
    found = group([SARMIN, SAME, replace(ELSEWHERE, tolls=(("killed", 70, 70),)), VAGUE])
    assert found["vague"] == found["sarmin"] != found["nabl"]


def test_a_vague_claim_that_fits_several_as_well_joins_none_and_chains_none():
    twin = replace(ELSEWHERE, tolls=SARMIN.tolls)
    assert len(together(SARMIN, twin, VAGUE)) == 3


def test_a_claim_without_a_date_joins_the_only_strike_there_is():
    undated = replace(SAME, first=None, last=None)
    assert len(together(SARMIN, undated, ELSEWHERE)) == 2


def test_a_claim_without_a_point_lies_where_its_namesakes_lie():
    pointless = replace(SAME, lat=None, lon=None, radius_m=0)
    assert len(together(SARMIN, pointless, ELSEWHERE)) == 2


def test_claims_that_say_nothing_stay_alone_however_alike():
    alone = [replace(NOTHING, id=f"n{n}") for n in range(4)]
    assert len(together(*alone)) == 4


def test_one_claim_between_two_places_does_not_chain_them():
    row = [
        replace(SARMIN, id=f"c{n}", lat=35.90 + n * 0.02, names=(), tolls=(), event=None)
        for n in range(8)
    ]
    assert len(together(*row)) > 1


def test_two_claims_of_one_id_are_refused():
    with pytest.raises(ValueError, match="one id"):
        group([SARMIN, replace(ELSEWHERE, id="sarmin")])


def test_nothing_makes_no_group():
    assert group([]) == {}


@given(many(), st.randoms(use_true_random=False))
@settings(max_examples=100)
def test_the_order_of_the_claims_makes_no_difference(claims, dice):
    mixed = list(claims)
    dice.shuffle(mixed)
    assert group(mixed) == group(claims)


@given(many())
def test_every_claim_has_a_group_called_by_a_claim_in_it(claims):
    found = group(claims)
    assert set(found) == {claim.id for claim in claims}
    assert all(found[name] == name and name <= claim for claim, name in found.items())


@pytest.mark.parametrize(
    "each",
    [
        lambda n: replace(SARMIN, id=f"c{n}"),
        lambda n: Signature(id=f"c{n}", names=("Sarmin",)),
        lambda n: replace(SARMIN, id=f"c{n}", lat=35.9 + n * 1e-7),
    ],
    ids=["identical", "a name only", "a little apart"],
)
def test_a_crowd_in_one_block_costs_no_more_than_its_size(each):
    start = process_time()
    found = group(map(each, range(1_000)))
    assert len(found) == 1_000
    assert process_time() - start < 60


def test_a_day_of_one_town_is_one_group_however_many_report_it():
    crowd = [replace(SARMIN, id=f"c{n:04}", report=f"r{n}") for n in range(2_000)]
    assert set(group(crowd).values()) == {"c0000"}


def test_a_night_has_two_dates():
    night = replace(SAME, first=DAY, last=DAY + 1)
    assert len(together(SARMIN, night)) == 1
