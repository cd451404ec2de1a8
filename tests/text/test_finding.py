"""Finding quoted words: whole, in order, however they were typed, and never for long."""

import pytest

from dateline.text import spans_of, standing_in
from tests.effort import cpu_seconds

TEXT = "The ministry said 112 people “were killed” in 1,200 raids.\n\nIt fell   silent – on 21 Oct."


@pytest.mark.parametrize(
    "words",
    [
        "112 people",
        '112 people "were killed"',
        "it fell silent".replace("it", "It"),
        "silent - on 21 Oct.",
        "The ministry … silent",
        "The ministry [...] raids. […] on 21 Oct",
        "1,200 raids",
        "112\n\npeople\u00a0“were killed”",
    ],
)
def test_it_finds_words_however_they_were_typed(words):
    assert spans_of(TEXT, words)


@pytest.mark.parametrize(
    "words",
    [
        "12 people",
        "200 raids",
        "112 people “were killed” in 1",
        "ministry said 11",
        "he ministry",
        "The minis",
        "ell silent",
        "silent … ministry",
        "The ministry says",
        "",
        "…",
        "[…] ...",
        ".*",
        "(",
        "\u202e112 people",
    ],
)
def test_it_finds_no_part_of_a_word_or_of_a_number(words):
    assert spans_of(TEXT, words) == []


@pytest.mark.parametrize(
    ("text", "words"), [("قالت والوزارة إن", "الوزارة إن"), ("昨日十二人死亡", "十二人")]
)
def test_words_that_are_written_together_may_be_cut(text, words):
    assert spans_of(text, words)


def test_every_word_of_a_long_quotation_must_stand_there():
    before = " ".join(f"w{n}" for n in range(300))
    assert spans_of(f"So: {before} twelve died.", f"{before} twelve died.")
    assert not spans_of(f"So: {before} twelve died.", f"{before} thirteen died.")


def test_what_is_to_be_kept_back_is_found_inside_of_words_too():
    assert list(standing_in("112 people", "12 peop"))
    assert not list(standing_in("112 people", " "))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a " * 500_000, "a " * 40_000 + "b"),
        ("a " * 500_000, ("a " * 400 + "… ") * 40 + "b"),
        ("x" * 1_000_000, "x" * 90_000 + "y"),
        ("1" * 1_000_000, "1" * 600),
        ("\u00a0" * 1_000_000, "a \u00a0 b"),
    ],
    ids=["words", "parts", "letters", "digits", "blanks"],
)
def test_no_text_and_no_quotation_hold_it_up(text, words):
    """A hostile page, or an editor's slip, must not stop the loop that writes the site."""
    assert not spans_of(text, words)
    assert cpu_seconds(lambda: spans_of(text, words)) < 5
