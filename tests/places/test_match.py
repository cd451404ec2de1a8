"""A name finds its place however it is spelt, and what does not exist is not found."""

import sqlite3
from pathlib import Path

import pytest

from dateline.places import BadSource, Gazetteer, Learnt, Lesson, find
from tests.effort import cpu_seconds

from .cast import gazetteer, place

SARMIN = "t:1"


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("Sarmin", "exact"),
        ("سرمين", "exact"),
        ("SARMĪN", "exact"),
        ("al-Sarmin", "folded"),
        ("Sarmeen", "transliterated"),
        ("Сармин", "transliterated"),
        ("Sermin", "transliterated"),
    ],
)
def test_each_spelling_finds_it_and_says_how(small: Gazetteer, name: str, how: str) -> None:
    found = find(small, name)
    assert [c.id for c in found] == [SARMIN]
    assert found[0].how == how
    assert found[0].admin == ("Idlib", "Syria")
    assert found[0].why


def test_one_wrong_letter_is_found_last_and_called_similar(small: Gazetteer) -> None:
    found = find(small, "Saraqibt")
    assert [(c.id, c.how) for c in found] == [("t:7", "similar")]
    assert found[0].similarity < 0.99


@pytest.mark.parametrize(
    "name",
    ["Karmondistan", "Zuqlabim", "Sarmotown", "Kafr Zuzu", "مدينة الخيال", "Нетград", "東京都"],
)
def test_what_does_not_exist_is_not_found(small: Gazetteer, name: str) -> None:
    assert find(small, name) == []


HOSTILE = ["", " ", "\0", "\0Sarmin\0" * 5, "'; DROP TABLE place; --", '"', "a" * 1_000_000]
HOSTILE += ["%", "*", 'sar" OR "min', "Sаrжмin", "\ud800", "NEAR(a b)", "-", "‮نيمرس"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_find_nothing_and_break_nothing(small: Gazetteer, name: str) -> None:
    assert find(small, name) == []
    assert cpu_seconds(lambda: find(small, name)) < 1


def test_a_homoglyph_hides_nothing(small: Gazetteer) -> None:
    assert [c.id for c in find(small, "Sаrmin")] == [SARMIN]


@pytest.mark.parametrize("name", ["Springfield", "Al-Qadisiyah", "القادسية"])
def test_a_place_that_exists_sixty_times_is_not_answered_with_one(
    small: Gazetteer, name: str
) -> None:
    found = find(small, name, most=100)
    assert len(found) == 60
    assert len({c.id for c in found}) == len(found)
    assert all(c.why for c in found)
    assert len(find(small, name)) <= 20


def test_the_larger_comes_first_and_near_turns_it(small: Gazetteer) -> None:
    assert [c.country for c in find(small, "Paris")] == ["FR", "US"]
    assert [c.country for c in find(small, "Paris", near=(32.0, -96.0))] == ["US", "FR"]


def test_the_asked_country_alone_answers(small: Gazetteer) -> None:
    assert [c.country for c in find(small, "Paris", country="US")] == ["US"]


def test_what_lies_elsewhere_is_said_to(small: Gazetteer) -> None:
    found = find(small, "Paris", country="SY")
    assert found[0].why.startswith("not in SY")


def test_a_city_and_the_area_around_it_are_two_candidates(small: Gazetteer) -> None:
    assert [c.level for c in find(small, "Idlib")] == ["city", "governorate"]


def test_a_second_source_of_one_place_is_not_shown_twice(tmp_path: Path) -> None:
    again = place("other:9", "Sarmin", 35.905, 36.726, "village", parent="SY.12")
    far = place("other:8", "Sarmin", 33.5, 36.2, "village", parent="SY")
    with gazetteer(tmp_path, again, far) as opened:
        assert {c.id for c in find(opened, "Sarmin")} == {"other:9", "other:8"}


def test_every_answer_has_a_radius(small: Gazetteer) -> None:
    for name in ("Sarmin", "Aleppo", "Syria", "Kweires"):
        assert all(c.radius_m > 0 for c in find(small, name))


def test_learnt_names_are_asked_first_and_can_be_left_out(small: Gazetteer) -> None:
    learnt = Learnt([Lesson("c1", "Tell Brave", 35.5, 36.5, country="SY")])
    found = learnt.find(small, "Tall Brave", country="SY")
    assert [(c.how, c.id) for c in found] == [("learnt", "learnt:c1")]
    assert learnt.find(small, "Tell Brave", without="c1") == []


def test_a_lesson_far_from_the_text_is_another_place(small: Gazetteer) -> None:
    learnt = Learnt([Lesson("c1", "Tell Brave", 35.5, 36.5, country="SY")])
    assert learnt.find(small, "Tell Brave", near=(35.6, 36.5))
    assert learnt.find(small, "Tell Brave", near=(15.0, 44.0)) == []


def test_the_oftenest_lesson_speaks(small: Gazetteer) -> None:
    points = [(35.5, 36.5), (35.5, 36.5), (33.0, 36.0)]
    learnt = Learnt(Lesson(f"c{n}", "Brave", *point) for n, point in enumerate(points))
    assert [(c.lat, c.lon) for c in learnt.known("Brave")] == [(35.5, 36.5), (33.0, 36.0)]


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    for name, content in (("text", b"hello"), ("empty", b""), ("zeros", bytes(8192))):
        (tmp_path / name).write_bytes(content)
        with pytest.raises(BadSource):
            Gazetteer(tmp_path / name)
    with pytest.raises(BadSource, match="no gazetteer"):
        Gazetteer(tmp_path / "missing")


def test_an_older_format_is_refused(tmp_path: Path) -> None:
    with gazetteer(tmp_path) as opened:
        path = opened.path
    with sqlite3.connect(path) as base:
        base.execute("UPDATE about SET value = '0' WHERE key = 'format'")
    base.close()
    with pytest.raises(BadSource, match="another version"):
        Gazetteer(path)


def test_reading_writes_nothing_beside_the_file(tmp_path: Path) -> None:
    with gazetteer(tmp_path) as opened:
        opened.path.chmod(0o400)
        find(opened, "Sarmin")
        with pytest.raises(sqlite3.OperationalError):
            opened._base.execute("DELETE FROM place")
    assert [path.name for path in tmp_path.iterdir()] == ["cast.sqlite"]


def test_a_city_one_letter_off_goes_before_a_hamlet_that_sounds_so(tmp_path: Path) -> None:
    city = place("t:c", "Karambada", 10.0, 10.0, "city", country="NG", population=3_000_000)
    hamlet = place("t:h", "Karanbeda", 50.0, 20.0, "village", country="PL", population=300)
    with gazetteer(tmp_path, city, hamlet) as opened:
        assert [c.id for c in find(opened, "Karanbada")] == ["t:c", "t:h"]
        assert [c.id for c in find(opened, "Karanbada", country="PL")] == ["t:h"]


def test_a_hamlet_that_is_spelt_much_like_it_is_not_meant_the_world_over(tmp_path: Path) -> None:
    hamlet = place("t:kra", "Karana", 50.0, 10.0, "village", country="DE", population=300)
    with gazetteer(tmp_path, hamlet) as opened:
        assert find(opened, "Karanab") == []
        assert [c.id for c in find(opened, "Karanab", country="DE")] == ["t:kra"]


def test_the_shorter_a_misspelt_name_the_better_known_its_town_must_be(tmp_path: Path) -> None:
    short = place("t:kan", "Kanor", 10.0, 10.0, "city", country="NG", population=200_000)
    long = place("t:kln", "Kanorbela", 10.0, 20.0, "city", country="NG", population=200_000)
    with gazetteer(tmp_path, short, long) as opened:
        assert find(opened, "Kanol") == []
        assert [c.id for c in find(opened, "Kanolbela")] == ["t:kln"]


def test_the_best_known_of_very_many_is_among_those_that_are_read(tmp_path: Path) -> None:
    many = [place(f"t:z{n:03}", "San Lobo", 1, n / 9, "village") for n in range(600)]
    city = place("t:zzz", "San Lobo", 1, 80, "city", population=500_000)
    with gazetteer(tmp_path, *many, city) as opened:
        assert find(opened, "San Lobo")[0].id == "t:zzz"


RANKED = [
    ("a country before its capital", "Mexico", "t:mx"),
    ("and before a large town that has its name among others", "USA", "t:us"),
    ("a region before a town", "Africa", "t:af"),
    ("an area that no town in it is called after", "Virginia", "t:va"),
    ("the town of an area before the area", "Idlib", "t:2"),
    ("its own name before an airport's code", "Gao", "t:gao"),
]


@pytest.mark.parametrize(("case", "name", "first"), RANKED, ids=[case for case, *_ in RANKED])
def test_first_comes(tmp_path: Path, case: str, name: str, first: str) -> None:
    entries = [
        place("t:mx", "Mexico", 23, -102, "country", country="MX"),
        place(
            "t:mc", "Mexico City", 19, -99, "city", "Mexico", country="MX", population=12_294_193
        ),
        place("t:us", "United States", 39, -98, "country", "USA", country="US"),
        place("t:co", "Concord", 35, -80, "town", "USA", country="US", population=87_696),
        place("t:af", "Africa", 7, 21, "region", country=""),
        place("t:ma", "Mahdia", 35, 11, "town", "Africa", country="TN", population=51_803),
        place("t:va", "Virginia", 37.5, -78.8, "governorate", country="US", radius=440_000),
        place("t:vi", "Virginia", -28, 27, "city", country="ZA", population=122_502),
        place("t:gao", "Gao", 16, 0, "city", country="ML", population=133_110),
        place("t:gu", "Guantánamo", 20, -75, "city", "GAO", country="CU", population=272_801),
    ]
    with gazetteer(tmp_path, *entries) as opened:
        assert find(opened, name)[0].id == first, case
