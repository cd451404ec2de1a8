"""What of a claim is compared, and what of it cannot be meant."""

import math

import pytest

from dateline.codebook import Actor, Claim, Place, Target, Toll, When
from dateline.weighing.grouping import Signature, signature_of


def claim(**parts):
    return Claim("Warplanes struck a clinic in Sarmin.", 0, 36, "event", **parts)


def place(lat=35.9, lon=36.7, name="Sarmin"):
    return Place("Sarmin", name, lat, lon, "town", 2500, "geonames:1", ("Idlib", "Syria"))


def killed(low, high, **more):
    return Toll("killed", ("unknown",), low, high, "12", (0, 2), **more)


def when(start, end=None):
    return When("then", start, start, start if end is None else end, "text")


def test_it_takes_what_a_claim_says():
    said = signature_of(
        claim(
            event="air_strike",
            place=place(),
            when=when("2015-10-20"),
            tolls=(killed(12, 17),),
            target=Target(None, "medical", "a clinic", (18, 26)),
        ),
        id="c1",
        report="r1",
        parties=("p1",),
    )
    assert (said.id, said.report, said.lat, said.lon) == ("c1", "r1", 35.9, 36.7)
    assert (said.names, said.admin) == (("Sarmin",), ("Idlib", "Syria"))
    assert said.first == said.last
    assert (said.event, said.target, said.parties) == ("air_strike", "medical", {"p1"})
    assert said.tolls == (("killed", 12, 17),)
    assert said.words == {"warplanes", "struck", "clinic", "sarmin"}


def test_a_claim_that_says_nothing_has_an_empty_signature():
    assert signature_of(Claim("…", 0, 1, "event"), id="c1") == Signature(id="c1")


def test_without_a_known_party_the_actor_goes_by_its_own_name():
    named = claim(actor=Actor("Russian Air Force", "warplanes", (0, 9)))
    assert signature_of(named, id="c").parties == {"Russian Air Force"}
    assert signature_of(named, id="c", parties=("p1",)).parties == {"p1"}


@pytest.mark.parametrize(("low", "high"), [(-1, -1), (None, -1), (12, 3), (None, None)], ids=str)
def test_a_toll_that_is_no_interval_is_left_out(low, high):
    assert signature_of(claim(tolls=(killed(low, high),)), id="c").tolls == ()


def test_a_toll_may_be_absurdly_great_or_open():
    tolls = (killed(10**12, 10**12), killed(5, None), killed(None, 5))
    assert len(signature_of(claim(tolls=tolls), id="c").tolls) == 3


def test_a_count_of_a_period_says_nothing_about_one_happening():
    assert signature_of(claim(tolls=(killed(900, 900, cumulative=True),)), id="c").tolls == ()


@pytest.mark.parametrize(
    ("lat", "lon"), [(math.nan, 36.7), (35.9, math.inf), (91.0, 0.0), (0.0, -181.0)]
)
def test_a_point_off_the_globe_is_no_point(lat, lon):
    said = signature_of(claim(place=place(lat, lon)), id="c")
    assert (said.lat, said.lon, said.names) == (None, None, ("Sarmin",))


@pytest.mark.parametrize(
    ("start", "end"),
    [("", ""), ("2015-10-20", ""), ("2015-10", "2015-11"), ("2015-10-21", "2015-10-20")],
)
def test_a_time_that_is_open_or_no_day_is_no_date(start, end):
    assert signature_of(claim(when=when(start, end)), id="c").first is None


def test_an_instant_counts_as_its_day():
    said = signature_of(claim(when=when("2015-10-20T18:00:00Z")), id="c")
    assert said.first == said.last == 735891


def test_a_name_without_end_is_cut():
    said = signature_of(claim(place=place(name="x" * 10_000)), id="c")
    assert max(map(len, said.names)) == 200
