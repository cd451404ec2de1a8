"""Words of a page come out as those words, whatever they would mean to us or to Markdown."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline import text
from dateline.ledger.citing import named_in
from dateline.text.escaped import escaped

ID = "0c5b0b1e-7d1c-4a11-9c55-3d1a2b3c4d5e"
HOSTILE = [
    f"::card{{report={ID}}}",
    f":::quote{{report={ID} source=x}}",
    ":::",
    f"[12 killed]{{claim={ID}}}",
    f"::incident{{id={ID}}}",
    f"report={ID} REPORT={ID} incident={ID}",
    "# No heading",
    "- no list",
    "+ no list",
    "1. no list",
    "12) no list",
    "> no quote",
    "```no fence",
    "~~~no fence",
    "---",
    "===",
    "***",
    "~~struck~~",
    "![x](https://example.org/x.png)",
    "[x](javascript:alert(1))",
    "[x]: https://example.org",
    "<script>alert(1)</script>",
    "<https://example.org>",
    "a &amp; b &lt; c",
    "back\\slash \\* \\",
    "a_b_c *d* `e` |f|",
    "x" * 3 + "!",
    "“quoted” — dashed",
    "مرحبا [بالعالم]{claim=x}",
]


def shown(markdown):
    """Return what a reader sees of one paragraph."""
    found = text.render(markdown, images={})
    paragraphs = re.findall(r"<p[^>]*>(.*?)</p>", found, re.DOTALL)
    assert len(paragraphs) == 1
    return html.unescape(re.sub(r"<[^>]*>", "", paragraphs[0]))


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_shown_as_words(words):
    assert shown(escaped(words)) == words
    assert text.problems(escaped(words)) == []
    assert named_in(escaped(words)) == set()


@given(
    st.text(alphabet="ab1 .:#+-*_=~`[](){}<>&|!\\\"'=claimreportid\u0628", min_size=1, max_size=60)
)
def test_any_words_are_shown_as_words(words):
    line = " ".join(words.split())
    if line:
        assert shown(escaped(line)) == line
        assert text.problems(escaped(line)) == []


def test_of_several_lines_each_is_escaped():
    assert text.plain(escaped("one\n# two\n::card{report=x}")) == "one # two ::card{report=x}"


def test_what_is_indented_is_not_code():
    assert text.plain(escaped("    four blanks\n\t- a tab")) == "four blanks - a tab"


def test_a_number_that_is_no_list_stays_as_it_is():
    assert escaped("127.0.0.1") == "127.0.0.1"
