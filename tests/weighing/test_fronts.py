"""Which front holds an incident."""

from dataclasses import replace

import pytest

from dateline.weighing.area import Area
from dateline.weighing.fronts import Front, front_of, inside

VALLEY = Area(35.0, 36.0, 2500, "town", "Valley", ("Hills", "Land"))
SQUARE = ((35.5, 34.5), (36.5, 34.5), (36.5, 35.5), (35.5, 35.5))
NAMED = Front("f1", "The hills", areas=("hills",))
DRAWN = Front("f2", "The square", rings=(SQUARE,))


def test_a_named_area_holds_what_lies_within_it_in_any_case():
    assert front_of(VALLEY, [NAMED]) == NAMED
    assert front_of(replace(VALLEY, within=("Coast",)), [NAMED]) is None


def test_a_named_area_holds_itself():
    hills = Area(35.0, 36.0, 40000, "governorate", "Hills", ("Land",))
    assert front_of(hills, [NAMED]) == NAMED


def test_a_drawn_outline_holds_what_has_its_middle_inside():
    assert front_of(VALLEY, [DRAWN]) == DRAWN
    assert front_of(replace(VALLEY, lat=35.6), [DRAWN]) is None


def test_of_two_the_first_has_it():
    assert front_of(VALLEY, [DRAWN, NAMED]) == DRAWN
    assert front_of(VALLEY, [NAMED, DRAWN]) == NAMED


def test_a_whole_country_lies_in_no_outline_but_in_a_front_of_its_name():
    land = Area(35.0, 36.0, 300000, "country", "Land")
    assert front_of(land, [DRAWN]) is None
    assert front_of(land, [Front("f3", "All", areas=("Land",))]) is not None


def test_an_incident_without_a_place_lies_in_none():
    assert front_of(None, [NAMED, DRAWN]) is None


def test_a_nameless_area_is_not_a_front_without_a_name():
    nameless = Area(0.0, 0.0, 2500, "town", "")
    assert front_of(nameless, [Front("f4", "x", areas=("",))]) is None


@pytest.mark.parametrize(
    ("lon", "lat", "holds"),
    [(179.5, 0.0, True), (-179.5, 0.0, True), (-178.5, 0.0, False), (0.0, 0.0, False)],
)
def test_an_outline_over_the_180th_meridian_is_one_piece(lon, lat, holds):
    ring = ((179.0, -1.0), (-179.0, -1.0), (-179.0, 1.0), (179.0, 1.0))
    assert inside(lon, lat, ring) is holds


def test_the_bay_of_a_bent_outline_is_outside():
    bent = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (3.0, 4.0), (3.0, 1.0), (0.0, 1.0))
    assert not inside(1.0, 3.0, bent)
    assert inside(3.5, 3.0, bent)
