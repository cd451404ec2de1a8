"""What a name does in its sentence."""

import pytest

from dateline.places import Gazetteer

from ..cast import gazetteer, place
from .told import told

CAPITALS = [
    place("t:da", "Damascus", 33.51, 36.29, "city", "دمشق", parent="SY", population=1_569_394),
    place("t:mo", "Moscow", 55.75, 37.62, "city", "Москва", country="RU", population=10_381_222),
    place("t:mi", "Moscow", 46.73, -117.0, "town", country="US", population=25_060),
]
SAID = [
    ("[Moscow] said it had struck.", "speaker"),
    ("[Moscow] has denied it.", "speaker"),
    ("[Москва] опровергла это.", "speaker"),
    ("[Syria] condemned the strike.", "speaker"),
    ("[Damascus] backed the plan.", "government"),
    ("after talks with [Damascus]", "government"),
    ("[Damascus]'s ally", "government"),
    ("a strike on [Damascus].", "place"),
    ("[Idlib] said nothing", "place"),
    ("[Damascus] was shelled.", "place"),
    ("They sent aid to [Damascus].", "place"),
    ("[Syrian] forces", "people"),
    ("[российские] самолёты", "people"),
]


@pytest.fixture(scope="module")
def capitals(tmp_path_factory: pytest.TempPathFactory) -> Gazetteer:
    return gazetteer(tmp_path_factory.mktemp("capitals"), *CAPITALS)


@pytest.mark.parametrize(("text", "role"), SAID)
def test_its_role_is(capitals: Gazetteer, text: str, role: str) -> None:
    assert told(text, capitals)[0].role == role


def test_who_speaks_is_the_seat_of_a_government(capitals: Gazetteer) -> None:
    (found,) = told("[Moscow] denied it.", capitals)
    assert found.place
    assert found.place.gazetteer == "t:mo"
