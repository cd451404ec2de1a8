import pytest

from dateline.places import Gazetteer
from dateline.places.finding import mentions

FOUND = [
    ("Shells hit Saraqib, Idlib.", ["Saraqib", "Idlib"]),
    ("Kweires airbase fell.", ["Kweires airbase"]),
    ("They held Aleppo governorate.", ["Aleppo governorate"]),
    ("Syrian Aleppo Governorate is large.", ["Aleppo Governorate"]),
    ("They slept in Stratford-upon-Avon.", ["Stratford-upon-Avon"]),
    ("Rain fell over Northern Europe.", ["Northern Europe"]),
    ("They fled to Jackson, California.", ["Jackson", "California"]),
    ("A U.S. ship left Boston.", ["U.S.", "Boston"]),
    ("It cost US$5 in Boston.", ["Boston"]),
    ("He lives in Reading.", ["Reading"]),
    ("Monkeys came from the Philippines.", ["Philippines"]),
    ("IDLIB, Syria (AP)", ["IDLIB", "Syria"]),
    ("SHELLS FALL AGAIN UPON ALEPPO TONIGHT", ["ALEPPO"]),
    ("the village of Kafr Foo was hit", ["Kafr Foo"]),
    ("They bombed Foo airbase at dawn.", ["Foo airbase"]),
    ("He was born in Zzyzx, California.", ["Zzyzx", "California"]),
]
NOT_FOUND = [
    "President Jackson spoke.",
    "Michael Jackson sang.",
    "J. Jackson sang.",
    "Reading is good for children.",
    "She studied at the University of California.",
    "The Boston Globe wrote it.",
    "Georgia Smith agreed.",
    "The Idlib virus spreads.",
    "The Syrians and Russians agreed.",
    "Nobody went to Atlantis.",
    "in March, on Sunday, by Foo",
]


def names(text: str, gazetteer: Gazetteer) -> list[str]:
    return [f.mention.words for f in mentions(text, gazetteer) if f.sort == "name"]


@pytest.mark.parametrize(("text", "said"), FOUND)
def test_it_finds_what_a_text_names(world: Gazetteer, text: str, said: list[str]) -> None:
    assert names(text, world) == said


@pytest.mark.parametrize("text", NOT_FOUND)
def test_it_takes_no_person_newspaper_or_common_word(world: Gazetteer, text: str) -> None:
    assert names(text, world) == []


def test_a_mention_elsewhere_lends_its_evidence(world: Gazetteer) -> None:
    assert names("Jackson burned. They fled from Jackson, California.", world)[0] == "Jackson"


def test_a_learnt_name_is_found(world: Gazetteer) -> None:
    text = "Men entered Zubaynah at night."
    assert names(text, world) == []
    assert [f.mention.words for f in mentions(text, world, known=["Zubaynah"])] == ["Zubaynah"]


def test_offsets_are_those_of_the_text(world: Gazetteer) -> None:
    text = "  🛩 in “Saraqib”\n\nand\tIdlib."
    for found in mentions(text, world):
        assert text[found.mention.start : found.mention.end] == found.mention.words
    assert names(text, world) == ["Saraqib", "Idlib"]
