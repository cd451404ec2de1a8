"""Level and radius come out of how it was said."""

from pathlib import Path

import pytest

from dateline.codebook import distance_m
from dateline.places import Gazetteer, Located, locate

from .cast import gazetteer, place

ALEPPO = (36.2, 37.16)


def at(small: Gazetteer, phrase: str) -> Located:
    found = locate(phrase, small)
    assert found is not None, phrase
    return found


def away_km(found: Located, point: tuple[float, float]) -> float:
    return distance_m(found.lat, found.lon, *point) / 1000


@pytest.mark.parametrize("phrase", ["Kweires airbase", "the Kweires airbase", "Kweires air base"])
def test_an_airbase_is_a_feature(small: Gazetteer, phrase: str) -> None:
    found = at(small, phrase.removeprefix("the "))
    assert (found.level, found.candidates[0].id) == ("feature", "t:8")


def test_an_airbase_that_nobody_knows_is_near_its_town(small: Gazetteer) -> None:
    found = at(small, "Saraqib airbase")
    assert found.level == "feature"
    assert found.radius_m > 10_000
    assert "no airbase" in found.why


def test_province_asks_for_the_area_and_city_for_the_city(small: Gazetteer) -> None:
    assert at(small, "Idlib province").level == "governorate"
    assert at(small, "Idlib governorate").level == "governorate"
    assert at(small, "Idlib city").level == "city"
    assert at(small, "محافظة إدلب").level == "governorate"


def test_a_mountain_is_found_by_any_of_its_words(small: Gazetteer) -> None:
    for phrase in ("Jebel al-Akrad", "Jabal Akrad", "جبل الأكراد"):
        assert at(small, phrase).candidates[0].id == "t:9"


@pytest.mark.parametrize(
    "phrase", ["Sermin, Idlib", "Sarmin (Idlib)", "Sarmin in Idlib", "سرمين، إدلب"]
)
def test_containment_picks_the_one_inside(small: Gazetteer, phrase: str) -> None:
    assert at(small, phrase).candidates[0].id == "t:1"


def test_containment_turns_prominence(small: Gazetteer) -> None:
    assert at(small, "Paris, Texas").candidates[0].country == "US"
    assert at(small, "Paris").candidates[0].country == "FR"


def test_a_part_that_nobody_knows_widens_to_its_town(small: Gazetteer) -> None:
    for phrase in ("Al-Izaa neighbourhood, Aleppo", "Al-Izaa (Aleppo)", "Aleppo, Izaa roundabout"):
        found = at(small, phrase)
        assert found.level == "city"
        assert "not known there" in found.why


def test_so_far_in_a_direction(small: Gazetteer) -> None:
    found = at(small, "20 km east of Aleppo")
    assert away_km(found, ALEPPO) == pytest.approx(20, abs=0.1)
    assert found.lon > ALEPPO[1]
    assert 5_000 <= found.radius_m <= 20_000
    same = at(small, "about 20 kilometres to the east of Aleppo")
    assert (same.lat, same.lon) == (found.lat, found.lon)


def test_so_far_without_a_direction_is_a_circle(small: Gazetteer) -> None:
    found = at(small, "5 miles from Aleppo")
    assert (found.lat, found.lon) == ALEPPO
    assert found.radius_m > 8_000


def test_the_countryside_is_wide_and_lies_on_its_side(small: Gazetteer) -> None:
    south = at(small, "southern countryside of Aleppo")
    assert south.lat < ALEPPO[0]
    assert south.level == "district"
    assert south.radius_m > 10_000
    whole = at(small, "Aleppo countryside")
    assert whole.radius_m > south.radius_m
    assert at(small, "Aleppo's southern countryside").lat == pytest.approx(south.lat)
    assert at(small, "ريف حلب").level == "district"


def test_between_two_is_a_line(small: Gazetteer) -> None:
    found = at(small, "the road between Saraqib and Idlib")
    assert found.geometry["type"] == "LineString"
    assert 35.86 <= found.lat <= 35.93
    assert 6_000 <= found.radius_m <= 12_000


def test_a_side_of_a_city_is_less_than_the_city(small: Gazetteer) -> None:
    whole, east = at(small, "Aleppo"), at(small, "eastern Aleppo")
    assert east.lon > whole.lon
    assert east.radius_m < whole.radius_m


NOTHING = ["", " , ", "between and", "20 km east of", "of", "countryside", "20 km east of Zuqlabim"]
NOTHING += ["between Aleppo and Zuqlabim", "Zuqlabim, Murkofel", "(" * 500, "," * 500, "\0", "in"]
NOTHING += ["between " * 1000, "9" * 400 + " km east of Aleppo", "1.2.3 km north of Aleppo"]


@pytest.mark.parametrize("phrase", NOTHING)
def test_a_phrase_of_no_known_name_points_nowhere(small: Gazetteer, phrase: str) -> None:
    assert locate(phrase, small) is None


def test_every_answer_rests_on_candidates(small: Gazetteer) -> None:
    for phrase in ("Idlib", "20 km east of Aleppo", "between Saraqib and Idlib"):
        assert at(small, phrase).candidates


def test_two_neighbours_are_both_and_one_known_answers_alone(small: Gazetteer) -> None:
    both = at(small, "Saraqib and Idlib")
    assert {c.id for c in both.candidates} == {"t:7", "t:2"}
    assert at(small, "Saraqib and Zuqlabim").candidates[0].id == "t:7"


def test_a_thing_beside_a_town_is_as_wide_as_the_town_and_more(small: Gazetteer) -> None:
    assert at(small, "a poultry farm near Sarmin").radius_m > at(small, "Sarmin").radius_m


def test_an_editors_note_in_brackets_is_no_name(small: Gazetteer) -> None:
    assert at(small, "Sarmin [exact location]").candidates[0].id == "t:1"


def test_a_place_inside_two_areas_of_one_name_is_shown_once(small: Gazetteer) -> None:
    ids = [c.id for c in at(small, "Sarmin, Idlib").candidates]
    assert ids == ["t:1"]


def test_an_article_is_no_place(tmp_path: Path) -> None:
    coded = place("t:the", "Teresina", -5.1, -42.8, "city", "THE", "A", country="BR")
    with gazetteer(tmp_path, coded) as opened:
        assert [locate(words, opened) for words in ("the", "a town in Nowhere")] == [None, None]
