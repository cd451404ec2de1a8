from dataclasses import replace

import pytest

from dateline.codebook import distance_m
from dateline.weighing.area import area, public_area

from .told import place, say

TOWN = place(name="Valley")
FAR = place(lat=35.5, name="Elsewhere")
SHELTER = place(35.01, 36.01, 50, "exact", "the cellar of house 9", ("Valley", "Hills"))


def placed(*places, **said):
    return area([say(str(n), place=one, **said) for n, one in enumerate(places)])


def test_no_place_is_no_area():
    assert placed() is None
    assert placed(None, None) is None
    assert placed(TOWN, may_be=True) is None


def test_it_is_a_circle_and_never_a_dot():
    found = placed(TOWN)
    assert (found.lat, found.lon, found.radius_m, found.name) == (35.0, 36.0, 2500, "Valley")
    assert placed(place(radius_m=0)).radius_m == 2500


def test_a_wider_place_that_holds_it_says_nothing_against_it():
    found = placed(TOWN, place(35.2, 36.2, 60_000, "governorate", "Hills"))
    assert (found.name, found.radius_m, found.disputed) == ("Valley", 2500, False)


def test_places_apart_are_disputed_and_both_covered():
    found = placed(TOWN, FAR)
    assert found.disputed
    for one in (TOWN, FAR):
        assert distance_m(found.lat, found.lon, one.lat, one.lon) + 2500 <= found.radius_m + 1


def test_a_wide_place_far_away_disputes_too():
    assert placed(TOWN, place(45.0, 36.0, 60_000, "governorate", "North")).disputed


def test_a_place_that_is_named_often_is_one_place():
    assert placed(*[TOWN] * 5, FAR) == placed(TOWN, FAR) == placed(FAR, TOWN)


def test_it_holds_together_where_the_world_is_glued():
    found = placed(place(lon=179.99, name="West"), place(lon=-179.99, name="East"))
    assert abs(found.lon) == 180
    assert (found.disputed, found.radius_m < 5000) == (False, True)


def test_an_area_as_wide_as_a_town_is_shown_as_it_is():
    found = placed(TOWN)
    assert public_area(found) == found


def test_a_public_place_is_the_named_town():
    found = public_area(placed(SHELTER), named=TOWN)
    assert (found.lat, found.lon, found.radius_m) == (35.0, 36.0, 2500)
    assert (found.name, found.level) == ("Valley", "town")


def test_a_village_keeps_its_name_and_widens():
    found = public_area(placed(place(radius_m=1500, level="village", name="Ford")))
    assert (found.name, found.radius_m, found.level) == ("Ford", 2500, "town")


@pytest.mark.parametrize("level", ["exact", "building", "neighbourhood"])
@pytest.mark.parametrize("lat", [-89.99, -35.01, 0.0, 35.01, 89.99])
def test_the_middle_of_the_circle_never_tells_where_the_shelter_is(level, lat):
    whole = placed(place(lat, 36.0123, 50, level, "the cellar"))
    found = public_area(whole)
    nearby = public_area(placed(place(lat, 36.0124, 50, level, "the cellar")))
    assert (found.name, found.level) == ("", "town")
    assert (found.lat, found.lon) == (nearby.lat, nearby.lon)
    assert distance_m(found.lat, found.lon, lat, 36.0123) < found.radius_m


def test_a_wider_level_may_be_asked_for():
    district = place(35.1, 36.1, 15_000, "district", "Hills")
    assert public_area(placed(TOWN), level="district", named=district).radius_m == 15_000


def test_a_spot_measured_from_a_town_is_no_wide_feature():
    spot = place(radius_m=500, level="feature", name="3 km north of Valley")
    assert public_area(placed(spot)).name == ""
    airfield = placed(place(radius_m=3000, level="feature", name="Airfield"))
    assert public_area(airfield) == airfield


def test_a_disputed_public_area_still_covers_what_is_said():
    found = public_area(placed(SHELTER, place(35.5, 36.0, 50, "building", "a mill")), named=TOWN)
    assert found.disputed
    assert found.radius_m >= distance_m(found.lat, found.lon, 35.5, 36.0)


HOOD = place(35.9, 36.734, 800, "neighbourhood", "East quarter", ("Valley", "Hills"))
NEAR = place(35.904, 36.726, 1500, "town", "Valley")
YARD = place(35.9, 36.734, 1000, "feature", "3 km east of Valley")


@pytest.mark.parametrize("spot", [HOOD, YARD])
def test_a_spot_beside_a_town_is_not_found_from_the_middle_of_both(spot):
    found = public_area(placed(NEAR, spot))
    moved = replace(spot, lat=spot.lat + 0.0004, lon=spot.lon + 0.0004)
    assert found == public_area(placed(NEAR, moved))
    assert (found.name, found.level) == ("", "town")
    assert distance_m(found.lat, found.lon, spot.lat, spot.lon) < found.radius_m


def test_an_area_has_the_level_and_the_name_of_its_finest_place():
    found = placed(NEAR, HOOD)
    assert (found.level, found.name) == ("neighbourhood", "East quarter")


def test_features_apart_are_as_much_of_a_spot_as_each():
    mill = replace(YARD, lat=36.1, name="3 km north of Valley")
    assert public_area(placed(YARD, mill)).name == ""


@pytest.mark.parametrize("lon", [179.9995, -179.9995, 180.0, -180.0])
def test_a_public_longitude_lies_in_the_world(lon):
    found = public_area(placed(place(35.01, lon, 50, "exact", "the cellar")))
    assert -180 <= found.lon <= 180
    assert distance_m(found.lat, found.lon, 35.01, lon) < found.radius_m
