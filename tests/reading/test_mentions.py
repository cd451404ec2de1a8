"""Mentions: who, where, when, with what and how many, by their words."""

from pathlib import Path

import pytest
from spacy.language import Language

from dateline.places import Gazetteer
from dateline.reading.mentions import Mention, mentions
from tests.places.cast import gazetteer


@pytest.fixture(scope="session")
def places(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    folder: Path = tmp_path_factory.mktemp("places")
    return gazetteer(folder)


@pytest.fixture
def read(nlp: Language, places: Gazetteer):  # type: ignore[no-untyped-def]
    def _read(*paragraphs: str) -> list[Mention]:
        text = "\n".join(paragraphs)
        starts = [text.index(one) for one in paragraphs]
        return mentions(text, [nlp(one) for one in paragraphs], starts, places)

    return _read


def of(sort: str, found: list[Mention]) -> list[str]:
    return [one.words for one in found if one.sort == sort]


@pytest.mark.parametrize(
    ("text", "sort", "words"),
    [
        ("Russian warplanes bombed a clinic in Sarmin.", "party", ["Russian warplanes"]),
        ("Russian warplanes bombed a clinic in Sarmin.", "place", ["a clinic", "Sarmin"]),
        ("They shelled it on Tuesday.", "date", ["Tuesday"]),
        ("At least 12 people were killed.", "quantity", ["At least 12"]),
        ("He fired two anti-tank missiles.", "person", ["He"]),
        ("He fired two anti-tank missiles.", "weapon", ["two anti-tank missiles"]),
        ("An elderly woman met Maria Petrova.", "person", ["An elderly woman", "Maria Petrova"]),
        ("Two gunmen fled.", "party", ["gunmen"]),
        ("Syrians queued for bread.", "party", ["Syrians"]),
        ("Nobody stayed there.", "place", ["there"]),
        # hostile rows
        ("There is no bread.", "place", []),
        ("She shut her door.", "person", ["She"]),
        ("The minister resigned in 2014.", "quantity", []),
        ("Farm equipment lay about.", "place", []),
        ("", "party", []),
        ("!!! --- ???", "person", []),
        ("\x1b[31m\x00", "party", []),
    ],
)
def test_it_finds(read, text: str, sort: str, words: list[str]) -> None:  # type: ignore[no-untyped-def]
    assert of(sort, read(text)) == words


def test_offsets_are_those_of_the_whole_text(read) -> None:  # type: ignore[no-untyped-def]
    text = ["A rocket fell. \U0001f680", "Two soldiers died in Aleppo."]
    found = read(*text)
    whole = "\n".join(text)
    assert "soldiers" in of("party", found)
    assert all(whole[one.start : one.end] == one.words for one in found)


def test_a_sort_never_overlaps_itself(read) -> None:  # type: ignore[no-untyped-def]
    found = read(
        "The Syrian army and Russian fighter jets hit three camps near the city of Aleppo."
    )
    for one in found:
        same = [other for other in found if other.sort == one.sort and other is not one]
        assert not any(one.start < other.end and other.start < one.end for other in same)


def test_a_party_carries_its_own_name(read) -> None:  # type: ignore[no-untyped-def]
    [party] = [one for one in read("Russian warplanes returned.") if one.sort == "party"]
    assert (party.name, party.kind, party.form) == ("Russian Air Force", "military", "name")


def test_a_place_is_no_person_though_the_pipeline_says_so(read) -> None:  # type: ignore[no-untyped-def]
    found = read("Warplanes bombed Kafr Nabl.")
    assert of("place", found) == ["Kafr Nabl"]
    assert of("person", found) == []
