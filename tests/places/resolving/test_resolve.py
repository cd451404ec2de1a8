"""A text's names are resolved together: each by what the others make likely."""

import pytest

from dateline.places import Gazetteer, Learnt, Lesson
from dateline.places.mention import Mention
from dateline.places.resolving import Context, resolve

from .told import ids, told

TEXTS = [
    ("a well-known place goes first", "A march in [Paris].", ["t:fr"]),
    ("unless its area is named with it", "A march in [Paris], [Texas].", ["t:px", "t:tx"]),
    ("in brackets too", "A march in [Paris] ([Texas]).", ["t:px", "t:tx"]),
    ("or abbreviated after it", "A march in [Paris], Tex., on Friday.", ["t:px"]),
    ("and then everywhere", "[Paris], [Texas]: police in [Paris].", ["t:px", "t:tx", "t:px"]),
    ("a town before the area of its name", "[Idlib] was hit.", ["t:2"]),
    ("the area where it is called one", "[Idlib province] was hit.", ["t:id"]),
    ("also beside its city", "[Idlib] and [Idlib province] were hit.", ["t:2", "t:id"]),
    ("whichever is told first", "In [Idlib province], in [Idlib] too.", ["t:id", "t:2"]),
    ("a list names things of one sort", "[Texas], [Idlib] and [Aleppo]", ["t:tx", "t:2", "t:3"]),
    ("another script", "قصف [سرمين] و[إدلب]", ["t:1", "t:2"]),
    ("what sounds so near the others", "[Sarmeen] near [Idlib]", ["t:1", "t:2"]),
    ("an abbreviation by itself", "The [U.S.] and [Tex.]", [None, "t:tx"]),
    ("what does not exist is not found", "[Zuqlabim] near [Idlib]", [None, "t:2"]),
    ("what sounds so where nothing says where", "A strike hit [Sarmeen].", [None]),
    ("unless another alphabet writes it so", "Удар по [Сармин].", ["t:1"]),
    ("an airbase by its feature word", "[Kweires airbase] and [Kweires]", ["t:8", "t:8"]),
    ("an adjective stands for its country", "[Syrian] forces in [Idlib]", ["t:sy", "t:2"]),
]


@pytest.mark.parametrize(("case", "text", "meant"), TEXTS, ids=[case for case, *_ in TEXTS])
def test_a_name_means(small: Gazetteer, case: str, text: str, meant: list[str | None]) -> None:
    assert ids(text, small) == meant, case


def test_neighbours_decide_between_sixty_of_a_name(small: Gazetteer) -> None:
    alone, beside = told("[Springfield]", small), told("[Paris], [Texas] and [Springfield]", small)
    assert alone[0].place
    assert beside[2].place
    assert len(beside[2].located.candidates) > 1  # type: ignore[union-attr]
    assert abs(beside[2].place.lat - 33.66) <= abs(alone[0].place.lat - 33.66)


def test_a_front_decides_between_sixty_of_a_name(small: Gazetteer) -> None:
    (found,) = told("[Al-Qadisiyah]", small, Context(fronts=((34.0, 44.0, 10_000),)))
    assert found.place
    assert found.place.lat == pytest.approx(34.0, abs=0.06)


def test_what_sounds_so_is_found_near_a_front(small: Gazetteer) -> None:
    for lat, found in ((35.9, ["t:1"]), (55.0, [None])):
        assert ids("[Sarmeen]", small, Context(fronts=((lat, 36.7, 10_000),))) == found


def test_the_columns_country_is_a_bias_and_no_limit(small: Gazetteer) -> None:
    assert ids("[Paris]", small, Context(country="US")) == ["t:px"]
    assert ids("[Paris]", small, Context(country="SY")) == ["t:fr"]


def test_what_the_desk_learnt_is_known(small: Gazetteer) -> None:
    learnt = Learnt([Lesson("claim-1", "Zuqlabim", 35.5, 36.5, country="SY")])
    (found,) = told("[Zuqlabim]", small, Context(learnt=learnt))
    assert found.place
    assert (found.place.lat, found.place.lon) == (35.5, 36.5)


def test_a_phrase_is_measured_from_what_its_name_means_here(small: Gazetteer) -> None:
    near, _, _ = told("[10 km east of Paris] in [Texas], [Paris]", small)
    assert near.place
    assert near.place.lat == pytest.approx(33.66, abs=0.01)
    assert near.place.lon > -95.55


def test_level_and_radius_come_of_how_it_was_said(small: Gazetteer) -> None:
    town, around = told("[Idlib], [southern countryside of Idlib]", small)
    assert town.place
    assert around.place
    assert around.place.level == "district"
    assert around.place.radius_m > town.place.radius_m
    assert around.place.lat < town.place.lat


def test_the_words_and_order_are_those_of_the_mentions(small: Gazetteer) -> None:
    text = "Idlib, Aleppo"
    found = resolve([Mention.at(text, 7, 13), Mention.at(text, 0, 5)], Context(), small)
    assert [one.place.words for one in found if one.place] == ["Aleppo", "Idlib"]


HOSTILE = ["\0", "[", "a" * 100_000, "١٢٣", "\u202eIdlib", "Сармин\0", "%_%", "' OR 1=1 --", "…"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_does_no_harm(small: Gazetteer, name: str) -> None:
    text = f"{name} Idlib"
    ours = [Mention.at(text, 0, len(name)), Mention.at(text, len(name) + 1, len(text))]
    found = resolve(ours, Context(), small)
    assert [one.mention for one in found] == ours
    assert found[1].place
    assert found[1].place.gazetteer == "t:2"


def test_no_mention_makes_no_resolution(small: Gazetteer) -> None:
    assert resolve([], Context(), small) == []


def test_many_mentions_are_weighed_page_by_page(small: Gazetteer) -> None:
    names = ["Idlib", "Aleppo", "Sarmin", "Paris"] + [f"Nowhere{n}" for n in range(2_000)]
    text = " ".join(names)
    at = [text.index(name) for name in names]
    found = resolve(
        [Mention.at(text, start, start + len(name)) for start, name in zip(at, names, strict=True)],
        Context(),
        small,
    )
    assert [bool(one.place) for one in found[:5]] == [True, True, True, True, False]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 99)])
def test_a_mention_outside_the_text_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no stretch"):
        Mention.at("Idlib", start, end)
