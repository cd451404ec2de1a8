"""Which place readers may see: no finer than the named town until an editor opens it."""

from dataclasses import replace

import pytest

from dateline.codebook import Claim, Place, Target
from dateline.weighing.public_place import NEVER_OPENED, exact_area, place_area

SPOT = Place(
    **{"words": "the yard", "name": "The yard", "lat": 35.9, "lon": 36.7, "level": "building"},
    **{"radius_m": 40, "gazetteer": "", "admin": ("Idlib",)},
)
STRIKE = Claim(quote="the yard", start=0, end=8, kind="event", place=SPOT)


def aimed_at(kind):
    return replace(STRIKE, target=Target(None, kind, "the yard", (0, 8)))


def test_a_spot_is_widened_until_it_is_opened():
    assert place_area(STRIKE, opened=False).radius_m >= 1000
    assert place_area(STRIKE, opened=False).name == ""
    assert place_area(STRIKE, opened=True) == exact_area(STRIKE)


@pytest.mark.parametrize("kind", sorted(NEVER_OPENED))
def test_who_would_be_endangered_is_never_shown_finer(kind):
    assert place_area(aimed_at(kind), opened=True) == place_area(aimed_at(kind), opened=False)


def test_a_fighting_position_is_opened_like_any():
    assert place_area(aimed_at("position"), opened=True) == exact_area(STRIKE)


def test_nowhere_stays_nowhere():
    assert place_area(replace(STRIKE, place=None), opened=True) is None
