"""What holds for every text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.text import (
    direction,
    image_ids,
    plain,
    problems,
    render,
    report_ids,
    source_ids,
)
from dateline.text.safe import sanitise
from dateline.text.scrub import scrub

from .cards import CARDS, PICTURE, RAID, VIDEO
from .page import HILL, IMAGES, Page

TAGS = {
    "p",
    "h3",
    "h4",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "hr",
    "figure",
    "figcaption",
    "img",
    "span",
    "a",
    "em",
    "strong",
    "s",
    "code",
    "br",
    "div",
    "details",
    "summary",
}
ATTRIBUTES = {
    "dir",
    "lang",
    "class",
    "href",
    "title",
    "rel",
    "src",
    "srcset",
    "sizes",
    "width",
    "height",
    "alt",
    "loading",
    "decoding",
    "start",
    "data-player",
    "data-kind",
    "data-number",
}
PIECES = [
    "::media{id=hill}",
    '::media{id=hill alt="',
    ":::quote{",
    ":::quote{source=A}\n",
    "\n:::\n",
    "lang=ar ",
    "machine",
    'translation="',
    '"}',
    "::card{report=raid}\n",
    "\n::card{report=video}",
    "::card{report=held}",
    ":::quote{report=raid}\n",
    "::card{report=",
    "{claim=C}",
    "[",
    "]",
    "](",
    ")",
    "![",
    "<script>",
    "<!--",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://a.org/",
    "&#x202e;",
    "&#0;",
    "\x00",
    "\ud800",
    "\n",
    "\n\n",
    "> ",
    "- ",
    "1. ",
    "    ",
    "\t",
    "```\n",
    "~~",
    "**",
    "_",
    "`",
    "\\",
    "# ",
    "<",
    ">",
    '"',
    "'",
    "onerror=x",
    "حلب",
    "\u202e",
    "\u2067",
    "\u2069",
    "words ",
    "]: ",
    "===",
    "---\n",
]
HOSTILE = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join)
TEXT = HOSTILE | st.text()
WORD = st.text("abcdefghijklmnopqrstuvwxyzعربيحلبдля0123456789", min_size=1).filter(
    lambda word: not word.isdigit()
)


@settings(max_examples=400)
@given(TEXT)
def test_a_page_holds_only_what_is_allowed(markdown):
    shown = Page(render(markdown, images=IMAGES, cards=CARDS))
    for element in shown.elements:
        assert element.tag in TAGS
        assert set(element.attributes) <= ATTRIBUTES
    for link in shown.all("a"):
        address = link.attributes.get("href") or "https://"
        outward = address.lower().startswith(("http://", "https://", "mailto:"))
        assert outward or address in (RAID.page, VIDEO.page)
    for image in shown.all("img"):
        assert image.attributes["src"] in (HILL.sources[-1][0], PICTURE.sources[0][0])


@settings(max_examples=200)
@given(TEXT)
def test_sanitising_again_changes_nothing(markdown):
    once = render(markdown, images=IMAGES, cards=CARDS)
    assert sanitise(once) == once


@given(st.lists(st.lists(WORD, min_size=1), min_size=1))
def test_every_word_of_harmless_paragraphs_survives(paragraphs):
    words = [word for paragraph in paragraphs for word in paragraph]
    markdown = "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    assert Page(render(markdown, images={})).words == words
    assert plain(markdown).split() == words
    assert plain(markdown).count("\n\n") == len(paragraphs) - 1


LINES = [
    "::card{report=%s}x",
    "::toll{id=%s}",
    ":::quote{source=%s}",
    "::x{%s",
    "- %s",
    "> %s",
    "%s",
    "    %s",
    ":::",
]


@given(st.lists(st.sampled_from(LINES) | st.just("")))
def test_no_line_is_lost_whatever_the_directives_do(lines):
    lines = [line.replace("%s", f"word{at}.") for at, line in enumerate(lines)]
    shown = Page(render("\n".join(lines), images={})).text
    for at, line in enumerate(lines):
        assert (f"word{at}." in shown) == (f"word{at}." in line)


@given(TEXT)
def test_plain_text_never_holds_a_tag(markdown):
    text = plain(markdown, cards=CARDS)
    assert not Page(text).elements
    assert "<!" not in text
    text.encode()  # and can be stored


@given(TEXT)
def test_problems_and_ids_never_raise(markdown):
    lines = markdown.count("\n") + markdown.count("\r") + 1
    assert all(1 <= problem.line <= lines for problem in problems(markdown))
    for ids in (image_ids, report_ids, source_ids):
        assert len(set(ids(markdown))) == len(ids(markdown))


@given(st.text())
def test_any_language_has_a_direction_and_never_breaks_the_page(language):
    assert direction(language) in ("ltr", "rtl")
    markdown = ":::quote{source=A translation=b machine}\nc\n:::"
    assert len(Page(render(markdown, images={}, language=language)).all("blockquote")) == 2


@given(st.lists(st.text(), min_size=3, max_size=3))
def test_values_of_attributes_come_out_as_they_were_written(values):
    values = [" ".join(scrub(value).split()) for value in values]
    quoted = ['"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"' for value in values]
    opening = ":::quote{{source={} translation={} by={}}}".format(*quoted)
    shown = Page(render(f"{opening}\nc\n:::", images={}))
    assert shown.one("figure", "quote")
    assert all(value in shown.text for value in values)
