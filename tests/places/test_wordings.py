"""A phrase reads in each language as it does in English."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.codebook import distance_m
from dateline.places import Gazetteer, Located, locate
from dateline.places.wordings import Told, readings

from .cast import gazetteer, place

ALEPPO = (36.2, 37.16)
EAST = [
    "20 km east of Aleppo",
    "20 км восточнее Алеппо",
    "в 20 км к востоку от Алеппо",
    "за 20 км на схід від Алеппо",
    "على بعد 20 كم شرق حلب",
    "20 كيلومترا شرقي حلب",
    "à 20 km à l'est d'Aleppo",
    "a 20 km al este de Aleppo",
    "20 km östlich von Aleppo",
    "Aleppo'nun 20 km doğusunda",
]
SOUTHERN = [
    "southern countryside of Aleppo",
    "Aleppo's southern countryside",
    "южный пригород Алеппо",
    "ريف حلب الجنوبي",
    "جنوبي ريف حلب",
]
EASTERN = ["eastern Aleppo", "شرق حلب", "حلب الشرقية", "восточнее Алеппо", "восточная часть Алеппо"]
BETWEEN = [
    "between Aleppo and Idlib",
    "بين حلب وإدلب",
    "между حلب и إدلب",
    "zwischen Aleppo und Idlib",
]
RURAL = [
    "пригород Дамаска",
    "Damascus countryside",
    "countryside of Damascus",
    "Rural Damascus",
    "Reef Dimashq",
    "ريف دمشق",
]


@pytest.fixture(scope="module")
def levant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Gazetteer]:
    damascus = place("t:dm", "Damascus", 33.51, 36.29, "city", "Dimashq", "دمشق", "Дамаск")
    rif = place("t:rd", "Rif Dimashq", 33.6, 36.9, "governorate", "ريف دمشق")
    idlib = place("t:2", "Idlib", 35.93, 36.63, "city", "إدلب", "Идлиб", parent="SY.12")
    folder: Path = tmp_path_factory.mktemp("levant")
    with gazetteer(folder, damascus, rif, idlib) as opened:
        yield opened


def at(levant: Gazetteer, phrase: str) -> Located:
    found = locate(phrase, levant)
    assert found is not None, phrase
    return found


@pytest.mark.parametrize("phrase", EAST)
def test_so_far_in_a_direction(levant: Gazetteer, phrase: str) -> None:
    found = at(levant, phrase)
    assert distance_m(found.lat, found.lon, *ALEPPO) == pytest.approx(20_000, abs=100)
    assert found.lon > ALEPPO[1]


@pytest.mark.parametrize("phrase", SOUTHERN)
def test_one_side_of_the_countryside(levant: Gazetteer, phrase: str) -> None:
    found = at(levant, phrase)
    assert found.lat < ALEPPO[0]
    assert found.level == "district"


@pytest.mark.parametrize("phrase", EASTERN)
def test_a_side_of_a_city(levant: Gazetteer, phrase: str) -> None:
    found = at(levant, phrase)
    assert 0 < found.lon - ALEPPO[1] < 0.3


@pytest.mark.parametrize("phrase", BETWEEN)
def test_between_two(levant: Gazetteer, phrase: str) -> None:
    found = at(levant, phrase)
    assert {c.id for c in found.candidates} == {"t:3", "t:2"}


@pytest.mark.parametrize("phrase", RURAL)
def test_countryside_is_the_area_of_that_name_where_there_is_one(
    levant: Gazetteer, phrase: str
) -> None:
    assert at(levant, phrase).candidates[0].id == "t:rd"


@pytest.mark.parametrize("phrase", ["провинция Идлиб", "южная часть провинции Идлиб"])
def test_an_area_is_found_by_the_name_that_only_its_town_has(
    levant: Gazetteer, phrase: str
) -> None:
    assert at(levant, phrase).candidates[0].id == "t:id"


def test_a_number_is_read_as_its_language_writes_it() -> None:
    metres: dict[str, float] = {
        "1,200 m from A": 1_200,
        "1 200 м от A": 1_200,
        "2,5 km de A": 2_500,
    }
    metres |= {"2.5 km from A": 2_500, "1,200.5 m from A": 1_200.5}
    for phrase, told in metres.items():
        assert told in [reading.metres for reading in readings("away", phrase)], phrase


def test_the_two_words_of_a_half_side_are_one_bearing() -> None:
    for phrase in ("ريف A الجنوبي الشرقي", "southeast countryside of A"):
        assert Told("A", bearing=135.0) in readings("rural", phrase)


HOSTILE = ["20 км восточнее", "بين و", "между и", "пригород", "ريف", "Zuqlabim'in 20 km doğusunda"]
HOSTILE += ["между " * 300, "ريف " * 300, "9" * 390 + " км от Алеппо", "في", "zwischen und"]


@pytest.mark.parametrize("phrase", HOSTILE)
def test_a_phrase_of_no_known_name_points_nowhere(levant: Gazetteer, phrase: str) -> None:
    assert locate(phrase, levant) is None
