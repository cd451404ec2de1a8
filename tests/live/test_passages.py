"""Finding quoted words in a kept text."""

import pytest

from dateline.live.passages import AROUND, LONGEST, passage

TEXT = "Before it. “Twelve people died,” he said – near   Sarmin.\n\nMore came: the mayor's word."


@pytest.mark.parametrize(
    ("words", "stands"),
    [
        ("Twelve people died", "Twelve people died"),
        ('"Twelve people died," he said', "“Twelve people died,” he said"),
        ("he said - near Sarmin.", "he said – near   Sarmin."),
        ("near Sarmin. More came", "near   Sarmin.\n\nMore came"),
        ("the mayor’s word", "the mayor's word"),
        ("Twelve … Sarmin", "Twelve […] Sarmin"),
        ("Before … died […] Sarmin [...] word", "Before […] died […] Sarmin […] word"),
        ("... people died ...", "people died"),
    ],
)
def test_words_stand_there_however_they_were_typed(words, stands):
    found = passage(TEXT, words)
    assert found.found
    assert found.words == stands


@pytest.mark.parametrize(
    "words",
    ["Thirteen died", "died … Twelve", "…", "", "  ", "twelve people", "(Twelve", "[a-z]+", ".*"],
)
def test_words_that_do_not_stand_there(words):
    found = passage(TEXT, words)
    assert not found.found
    assert (found.before, found.words, found.after) == ("", words.strip(), "")


def test_what_stands_around_is_short_and_begins_with_a_whole_word():
    text = f"{'alpha ' * 200}Twelve died. {'omega ' * 200}"
    found = passage(text, "Twelve died.")
    assert found.before.startswith("…alpha ")
    assert found.after.endswith(" omega…")
    assert len(found.before + found.after) <= 2 * AROUND + 2


def test_a_script_without_spaces_has_words_around_too():
    found = passage("雨" * 1000 + "十二人" + "風" * 1000, "十二人")
    assert found.before == "…" + "雨" * AROUND
    assert found.after == "風" * AROUND + "…"


def test_all_of_a_short_text_stands_around():
    found = passage(" One. Two. Three. ", "Two.")
    assert (found.before, found.words, found.after) == ("One. ", "Two.", " Three.")


def test_an_ellipsis_never_shows_what_was_left_out():
    found = passage("Twelve died. A secret name. In Sarmin.", "Twelve died. … In Sarmin.")
    assert "secret" not in found.words


def test_an_ellipsis_does_not_reach_across_the_whole_text():
    assert not passage(f"Twelve {'x ' * 2000} Sarmin", "Twelve … Sarmin").found


def test_a_later_beginning_is_tried_where_the_first_leads_nowhere():
    text = f"Twelve {'x ' * 2000}. Twelve in Sarmin."
    assert passage(text, "Twelve … Sarmin").found


def test_a_very_long_quotation_is_cut():
    assert len(passage("", "word " * 10_000).words) <= LONGEST


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a " * 500_000, "a … " * 40 + "b"),
        ("a" * 1_000_000, "a … a … a … b"),
        (" " * 1_000_000, "x" + " y" * 100),
        ("x \n" * 300_000, "x " * 200 + "y"),
    ],
    ids=["parts", "letters", "spaces", "lines"],
)
def test_no_text_and_no_quotation_keep_it_busy(text, words):
    """An editor's quotation, or a hostile page, must not hold up the site."""
    assert not passage(text, words).found
