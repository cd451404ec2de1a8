import pytest

from dateline.places import Gazetteer
from dateline.places.finding import mentions

TEXTS = [
    ("It hit the southern countryside of Aleppo.", "the southern countryside of Aleppo"),
    ("It fell 20 km east of Aleppo.", "20 km east of Aleppo"),
    ("It fell between Saraqib and Idlib.", "between Saraqib and Idlib"),
    ("Men left northern Aleppo.", "northern Aleppo"),
    ("Men left Aleppo's southern countryside.", "Aleppo's southern countryside"),
    ("Men left the town.", "the town"),
]


@pytest.mark.parametrize(("text", "said"), TEXTS)
def test_it_tells_a_relative_mention_from_a_name(world: Gazetteer, text: str, said: str) -> None:
    assert [f.mention.words for f in mentions(text, world) if f.sort == "relative"] == [said]


def test_the_name_inside_is_a_mention_by_itself(world: Gazetteer) -> None:
    found = mentions("It fell 20 km east of Aleppo.", world)
    assert [(f.mention.words, f.sort) for f in found][1] == ("Aleppo", "name")


def test_the_town_of_a_name_is_no_relative_mention(world: Gazetteer) -> None:
    assert all(f.sort != "relative" for f in mentions("It hit the town of Saraqib.", world))


def test_a_demonym_is_marked(world: Gazetteer) -> None:
    (found,) = mentions("Syrian jets came.", world)
    assert (found.mention.words, found.sort) == ("Syrian", "demonym")
