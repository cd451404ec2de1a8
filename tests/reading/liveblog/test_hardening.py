"""Nothing of a page is lost or told twice, and nothing raises, whatever is pasted."""

from datetime import UTC, date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.liveblog import in_order, live_page
from tests.effort import cpu_seconds
from tests.reading.liveblog.pages import DAY, PAGES, read
from tests.reading.structure.test_hardening import GAPS, SIGNS

MORE = [
    *("17:58", "5:58 pm", "17:58 +99:00", "17:58 IST", "21 October 2015", "3 hours ago"),
    *("As we reported yesterday, Marlow is shut.", "Translation: x", "Photo: x", "> "),
    *("The previous post in our Ferry column can be found here.", "Read the full story"),
]
ANY = st.lists(st.tuples(st.sampled_from(SIGNS + MORE), st.sampled_from(GAPS)), max_size=25).map(
    lambda pairs: "".join(sign + gap for sign, gap in pairs)
)


def holds_all_of(found, text):
    at = 0
    for piece in found.pieces():
        assert at <= piece.start < piece.end
        assert not text[at : piece.start].strip()
        at = piece.end
    assert not text[at:].strip()


@given(st.one_of(ANY, st.text(max_size=300)))
@settings(max_examples=400, deadline=None)
def test_every_line_is_in_the_masthead_in_one_entry_or_left_once_and_in_order(text):
    found = read(text)
    holds_all_of(found, text)
    starts = [entry.start for entry in found.entries]
    assert starts == sorted(starts)
    placed = in_order(found.entries, DAY, UTC)
    assert sorted(entry.start for _, entry in placed) == starts
    assert [at for at, _ in placed] == sorted(at for at, _ in placed)


@pytest.mark.parametrize("text", PAGES)
def test_the_pages_of_the_other_tests_are_held_whole(text):
    holds_all_of(read(text), text)


@pytest.mark.parametrize("day", [date(1900, 1, 1), date(2999, 12, 31)])
def test_a_page_of_any_day_is_read(day):
    text = "23:59 GMT\n\nIt opened.\n\n00:01 GMT+3\n\nAs we reported yesterday, it was shut."
    assert live_page(text, day=day, zone=UTC).is_live


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "As we reported " * 50_000,
        "17:58 " * 100_000,
        "<b>" * 200_000,
        "our " * 200_000,
    ],
)
def test_a_very_long_line_takes_no_longer_than_its_length_asks(text):
    assert cpu_seconds(lambda: holds_all_of(read(text), text)) < 10
