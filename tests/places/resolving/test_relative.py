""" "The town" is the last one that the text named."""

import pytest

from dateline.places import Gazetteer

from .told import ids, told

TEXTS = [
    ("[Sarmin] was hit. [The town] lay empty.", ["t:1", "t:1"]),
    ("[Sarmin], [Aleppo]: [the town] was hit", ["t:1", "t:3", "t:1"]),
    ("[Sarmin], [Aleppo]: [the city] was hit", ["t:1", "t:3", "t:3"]),
    ("[Sarmin], [Kafr Nabl]: [the town] was hit", ["t:1", "t:4", "t:4"]),
    ("[Aleppo] was hit. [The town] lay empty.", ["t:3", "t:3"]),
    ("[Idlib province]: [the province] fell", ["t:id", "t:id"]),
    ("[Kweires airbase], [Aleppo]: [the airbase] fell", ["t:8", "t:3", "t:8"]),
    ("[Idlib province], [Sarmin]: homes in [the region] burned", ["t:id", "t:1", "t:1"]),
    ("قصف [سرمين] ثم [البلدة]", ["t:1", "t:1"]),
    ("[Сармин]: [этот город]", ["t:1", None]),
    ("[The town] was hit, then [Sarmin].", [None, "t:1"]),
    ("[Texas]: [the river]", ["t:tx", None]),
]


@pytest.mark.parametrize(("text", "meant"), TEXTS)
def test_it_means(small: Gazetteer, text: str, meant: list[str | None]) -> None:
    assert ids(text, small) == meant


def test_it_keeps_its_own_words(small: Gazetteer) -> None:
    _, town = told("[Sarmin] was hit. [The town] lay empty.", small)
    assert town.place
    assert (town.place.words, town.place.name) == ("The town", "Sarmīn")
