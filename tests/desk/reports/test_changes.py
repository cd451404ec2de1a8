"""What changed between two texts, word by word, within bounds."""

import pytest

from dateline.desk.reports.changes import MOST, text_changes


def said(before, after):
    """Return the changes as one line each: `[-out-]`, `{+in+}`."""
    signs = {"same": "{}", "out": "[-{}-]", "in": "{{+{}+}}"}
    places = text_changes(before, after).places
    return ["".join(signs[piece.kind].format(piece.words) for piece in one) for one in places]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("Same.", "Same.", []),
        ("", "", []),
        ("", "New.", ["{+New.+}"]),
        ("Gone.", "", ["[-Gone.-]"]),
        ("12 were killed.", "17 were killed.", ["[-12-]{+17+} were killed."]),
        ("It was ten.", "It was twelve.", ["It was [-ten.-]{+twelve.+}"]),
        ("to Moscow late.", "to Moscow very late.", ["to Moscow {+very +}late."]),
        ("A b c.", "X b c d.", ["[-A -]{+X +}b [-c.-]{+c d.+}"]),
        ("One.\nTwo.", "One.\nTwo.\nThree.", ["Two.\n{+Three.+}"]),
        ("One.\nTwo.\nThree.", "One.\nThree.", ["One.\n[-Two.-]"]),
        ("قتل عشرة", "قتل اثنا عشر", ["قتل [-عشرة-]{+اثنا عشر+}"]),
        ("a\nb\nc\nd", "a\nB\nc\nD", ["a\n[-b-]{+B+}", "c\n[-d-]{+D+}"]),
    ],
)
def test_it_shows_what_went_out_and_what_came_in(before, after, expected):
    assert said(before, after) == expected


def test_a_word_in_a_line_of_a_megabyte_is_found():
    before = "word " * 200_000
    [line] = said(before + "ten " + before, before + "twelve " + before)
    assert "[-ten-]{+twelve+}" in line
    assert len(line) < 1_000


LINES = [f"line {n} of many, with some words" for n in range(30_000)]
HOSTILE = {
    "reversed": (LINES, LINES[::-1]),
    "another page": (LINES, [line.upper() for line in LINES]),
    "blank lines": ([""] * 1_000_000, [*([""] * 999_000), "x"]),
    "two letters": (["a", "b"] * 500_000, ["b", "b", "a"] * 300_000),
    "one line": (["a " * 500_000], ["b " * 500_000]),
    "every line": (["a " * 500] * 1_000, ["b " * 500] * 1_000),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_neither_hangs_it_nor_fills_the_page(name):
    before, after = ("\n".join(lines) for lines in HOSTILE[name])
    changes = text_changes(before, after)  # a quadratic comparison would take hours
    assert 0 < len(changes.places) <= MOST
    assert sum(len(piece.words) for place in changes.places for piece in place) < 1_000_000


def test_it_says_that_there_is_more():
    before = "\n".join(LINES)
    assert text_changes(before, before.replace("many", "few")).more
    assert not text_changes("a", "b").more
