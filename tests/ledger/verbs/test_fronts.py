"""Fronts: added, drawn anew, retired and brought back."""

from dataclasses import replace

import pytest

from dateline.ledger.models import Front
from dateline.ledger.refusal import Collision, NotAllowed, Refused
from dateline.ledger.verbs.fronts import (
    FrontText,
    add_front,
    bring_back_front,
    edit_front,
    retire_front,
)
from tests.ledger.fronted import IDLIB

pytestmark = pytest.mark.django_db(transaction=True)
SQUARE = ((36.0, 35.0), (37.0, 35.0), (37.0, 36.0))


def test_a_front_keeps_its_areas_and_outlines(alice, column, holds):
    text = FrontText(name=" Kweires ", areas=("Aleppo", "Aleppo", " "), rings=(SQUARE,), position=3)
    front = Front.objects.get(pk=add_front(by=alice, column=column, text=text).pk)
    assert (front.name, front.areas, front.position) == ("Kweires", ["Aleppo"], 3)
    assert front.rings == [[[36.0, 35.0], [37.0, 35.0], [37.0, 36.0]]]
    assert holds()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": " "}, "name is missing"),
        ({"areas": ()}, "Name an area, or draw one"),
        ({"areas": ("x" * 121,)}, "too long"),
        ({"areas": tuple(map(str, range(41)))}, "at most 40 areas"),
        ({"rings": (SQUARE[:2],)}, "3 to 500 points"),
        ({"rings": (SQUARE * 200,)}, "3 to 500 points"),
        ({"rings": (((181.0, 0.0), *SQUARE),)}, "nowhere on earth"),
        ({"rings": (((float("nan"), 0.0), *SQUARE),)}, "nowhere on earth"),
        ({"rings": (((0.0, float("inf")), *SQUARE),)}, "nowhere on earth"),
        ({"position": -1}, "from 0 to 1000"),
        ({"name": "x\x00"}, "cannot be stored"),
        ({"name": "x" * 81}, "80 is the most"),
    ],
)
def test_what_is_no_front_is_refused(alice, column, change, words):
    with pytest.raises(Refused, match=words):
        add_front(by=alice, column=column, text=replace(IDLIB, **change))
    assert not Front.objects.exists()


def test_two_fronts_of_a_column_have_two_names(alice, column, holds):
    first = add_front(by=alice, column=column, text=IDLIB)
    with pytest.raises(Refused, match="called “idlib” already"):
        add_front(by=alice, column=column, text=replace(IDLIB, name="idlib"))
    retire_front(by=alice, front=first)
    add_front(by=alice, column=column, text=IDLIB)
    with pytest.raises(Refused, match="called “Idlib” already"):
        bring_back_front(by=alice, front=first)
    assert holds()


def test_a_front_is_retired_once_and_comes_back(alice, column, holds):
    front = retire_front(by=alice, front=add_front(by=alice, column=column, text=IDLIB))
    with pytest.raises(Refused, match="retired already"):
        retire_front(by=alice, front=front)
    assert not bring_back_front(by=alice, front=front).retired
    assert holds()


def test_it_is_drawn_anew(alice, column, holds):
    front = add_front(by=alice, column=column, text=IDLIB)
    sarmin = FrontText(name="Sarmin", rings=(SQUARE,))
    drawn = edit_front(by=alice, front=front, text=sarmin, based_on=1)
    assert (drawn.pk, drawn.name, drawn.areas) == (front.pk, "Sarmin", [])
    assert holds()


def test_of_two_who_draw_at_once_the_second_is_told(alice, column, holds):
    front = add_front(by=alice, column=column, text=IDLIB)
    drawn = replace(IDLIB, rings=(SQUARE,))
    edit_front(by=alice, front=front, text=drawn, based_on=1)
    with pytest.raises(Collision) as told:
        edit_front(by=alice, front=front, text=replace(IDLIB, name="Sarmin"), based_on=1)
    assert told.value.newest == 2
    assert Front.objects.get().rings == [[[36.0, 35.0], [37.0, 35.0], [37.0, 36.0]]]
    assert holds()


def test_another_columns_editor_draws_nothing(eve, alice, column):
    front = add_front(by=alice, column=column, text=IDLIB)
    for act in (
        lambda: add_front(by=eve, column=column, text=IDLIB),
        lambda: edit_front(by=eve, front=front, text=IDLIB, based_on=1),
    ):
        with pytest.raises(NotAllowed):
            act()
