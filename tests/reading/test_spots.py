"""Which of a text's places a claim means, and which of them are none."""

import pytest

from dateline.codebook import Place
from dateline.places import Context
from dateline.reading.spot import Spot
from dateline.reading.spots import Spotter, meant
from tests.places.cast import gazetteer


@pytest.fixture(scope="module")
def spotter(tmp_path_factory):
    return Spotter(gazetteer(tmp_path_factory.mktemp("spots")))


def spot(name, start, told, level="town"):
    return Spot((start, start + 5), Place(name, name, 1.0, 1.0, level, 500, name), told)


def test_what_was_hit_goes_before_where_something_else_was():
    found = [spot("Karve", 10, True), spot("Donva", 40, False)]
    assert meant(found, (0, 60), (30, 35), [], (40, 45)).name == "Donva"
    assert meant(found, (0, 60), (30, 35), []).name == "Karve"


@pytest.mark.parametrize("words", ["Idlib-based monitors", "Idlib-born writers"])
def test_where_somebody_is_at_home_is_no_place_of_the_story(spotter, words):
    assert spotter.spots(f"Rescuers and {words} counted them.", Context()) == []


def test_the_same_name_without_it_is(spotter):
    found = spotter.spots("Rescuers counted them in Idlib.", Context())
    assert [one.place.name for one in found] == ["Idlib"]


def test_a_town_abroad_is_left_out_where_its_country_is_never_named(spotter):
    text = "Shells hit Sarmin, Idlib, Aleppo and a house in Springfield."
    assert "Springfield" not in [one.place.name for one in spotter.spots(text, Context())]
