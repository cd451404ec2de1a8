"""Nothing is lost, nothing raises, and time grows with the length, whatever is pasted."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.reading.structure import layout
from tests.effort import cpu_seconds

SIGNS = [
    *("10:42", "Oct 22, 2015 00:02 (GMT)", "Jane Doe", "By Jane Doe", "— Reuters", "--AFP"),
    *("View full page →", "Read more: x", "The Evening Post reports:", "“Open", "closed.”"),
    *("<p>", "</b>", "<!--", "-->", "<script>", "</style>", "A Headline Of Things", "prose ends."),
    *(
        "BEIRUT (Reuters) - ",
        "> cited",
        "— X (@x) 1 May 2014",
        "31 December 9999 23:59",
        "1 May 0001",
    ),
    *(
        "Фото: x",
        "وقالت وكالة سانا:",
        ":",
        "“”",
        "\u200b",
        "\x1c",
        "\u2028",
        "\ud800",
        "29 February",
    ),
]
GAPS = ["", " ", "\n", "\r\n", "\n\n", "\n\n\n", "\t", "\xa0"]
PAGES = st.lists(st.tuples(st.sampled_from(SIGNS), st.sampled_from(GAPS)), max_size=20).map(
    lambda pairs: "".join(sign + gap for sign, gap in pairs)
)


@given(st.one_of(PAGES, st.text(max_size=300)))
@settings(max_examples=300, deadline=None)
def test_blocks_cover_every_character_that_is_not_blank_once(text):
    found = layout(text)
    at = 0
    for entry in found.entries:
        assert (entry.start, entry.end) == (entry.blocks[0].start, entry.blocks[-1].end)
        for block in entry.blocks:
            assert at <= block.start < block.end
            assert not text[at : block.start].strip()
            found.reference(block)
            at = block.end
    assert not text[at:].strip()


@given(PAGES)
@settings(max_examples=200, deadline=None)
def test_names_stand_where_they_are_said_to(text):
    for entry in layout(text).entries:
        if entry.byline:
            assert text[entry.byline.start : entry.byline.end] == entry.byline.name
        for block in entry.blocks:
            owner = block.owner
            while owner:
                assert text[owner.start : owner.end] == owner.words
                owner = owner.through


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\x00", "<", ">", "“"])
def test_next_to_nothing_is_read(text):
    assert len(layout(text).entries) == bool(text.strip())


def test_a_line_of_a_hundred_thousand_characters_is_prose():
    (entry,) = layout("Two shells fell on the mill. " * 3500).entries
    assert [block.role for block in entry.blocks] == ["prose"]


ATTACKS = [
    "word and 12 killed, ",
    "10:42\n",
    "Jane Doe\n",
    "The Evening Post reports:\n\n",
    "The Evening Post reports:\n\n“Open\n\n",
    "View full page →\n",
    "a\n\n— X (@x) 1 May 2014\n\n",
    "> a\n\n",
    "<!--",
    "<script>",
    "<a ",
    "-- ",
    "“",
    " ",
    "\n",
    "ABC ",
    "a, ",
    "(Reuters",
    "A.",
]


@pytest.mark.parametrize("unit", ATTACKS)
def test_eight_times_the_text_takes_at_most_twenty_times_as_long(unit):
    """Quadratic time would be sixty-four times."""
    short, long = unit * (4_000 // len(unit)), unit * (32_000 // len(unit))
    once, then = (cpu_seconds(partial(layout, text)) for text in (short, long))
    assert then < 20 * max(once, 0.005)
