"""The nearest words of a kept text, and where a quotation differs from them."""

import pytest

from dateline.text import Nearest, nearest
from tests.effort import cpu_seconds

TEXT = "It was quiet before. Rescuers say that twelve people died in Sarmin. It rained."


@pytest.mark.parametrize(
    ("words", "differ"),
    [
        ("Rescuers say that thirteen people died in Sarmin", (("thirteen", "twelve"),)),
        ("Rescuers say twelve people died in Sarmin", (("", "that"), ("Sarmin", ""))),
        ("rescuers say that twelve people died in Sarmin", (("rescuers", "Rescuers"),)),
    ],
)
def test_it_says_where_they_differ(words, differ):
    found = nearest(TEXT, words)
    assert TEXT[found.start :].startswith("Rescuers say")
    assert set(found.differ) >= {differ[0]}


@pytest.mark.parametrize(
    "words", ["Nothing of the kind was ever heard here", "", "…", "☃ ☃", "\u202e"]
)
def test_where_nothing_is_near_it_says_nothing(words):
    assert nearest(TEXT, words) == Nearest()


def test_words_that_stand_there_differ_in_nothing():
    found = nearest(TEXT, "twelve people   died in “Sarmin”")
    assert (found.words, found.differ) == ("twelve people died in Sarmin", ())


def test_other_scripts_are_compared_too():
    assert nearest("قال الدفاع المدني إن اثني عشر قتلوا", "الدفاع المدني إن عشرة قتلوا").words


@pytest.mark.parametrize("text", ["", "a " * 1_000_000, "twelve " * 200_000])
def test_it_is_never_long_at_it(text):
    assert cpu_seconds(lambda: nearest(text, "twelve people died " * 30_000)) < 3
