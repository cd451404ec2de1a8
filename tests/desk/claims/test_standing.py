"""Where words that somebody typed stand in a text."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dateline.desk.claims.standing import nearest

TEXT = "Ten died.\n  Ten  were\thurt, said ten men. Ten died again."


@pytest.mark.parametrize(
    ("words", "near", "stands"),
    [
        ("Ten died", (0, 0), "Ten died"),
        ("Ten died", (50, 50), "Ten died"),
        ("Ten were hurt", (0, 0), "Ten  were\thurt"),
        ("  Ten\nwere ", (0, len(TEXT)), "Ten  were"),
        ("en di", (0, 0), "en di"),
        ("hurt", (0, 5), "hurt"),
    ],
)
def test_blanks_count_as_one(words, near, stands):
    start, end = nearest(words, TEXT, near=near)
    assert TEXT[start:end] == stands


def test_of_several_it_is_the_one_inside_or_else_the_nearest():
    assert nearest("Ten died", TEXT, near=(0, 9)) == (0, 8)
    assert nearest("Ten died", TEXT, near=(30, 31)) == (42, 50)
    assert nearest("Ten died", TEXT, near=(12, 13)) == (0, 8)


@pytest.mark.parametrize("words", ["", " \n", "eleven", "died.Ten"])
def test_what_stands_nowhere_is_not_found(words):
    assert nearest(words, TEXT, near=(0, 0)) is None
    assert nearest("a", "", near=(0, 0)) is None


@given(some.text("ab \n", max_size=40), some.text("ab ", max_size=4), some.integers(0, 40))
def test_it_agrees_with_looking_at_every_place(text, words, near):
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    every = [found.span() for found in pattern.finditer(text)] if words.split() else []
    found = nearest(words, text, near=(near, near))
    assert (found is None) == (not every)
    if found:
        assert " ".join(text[slice(*found)].split()) == " ".join(words.split())


def test_words_that_almost_stand_in_many_places_hold_no_thread():
    text = "a " * 200_000
    assert nearest("a " * 1000 + "c", text, near=(0, 0)) is None
