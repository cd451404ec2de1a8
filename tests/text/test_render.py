import pytest

from dateline.text import Words, render

from .page import IMAGES, Page

QUOTE = ':::quote{lang=ar source="Rescuers" translation="They struck" by="Nour"}\nقصفوا\n:::'


def page(markdown, **settings):
    return Page(render(markdown, images=IMAGES, **settings))


@pytest.mark.parametrize(
    ("markdown", "tag"),
    [
        ("*a*", "em"),
        ("**a**", "strong"),
        ("~~a~~", "s"),
        ("`a`", "code"),
        ("> a", "blockquote"),
        ("- a", "li"),
        ("1. a", "ol"),
        ("    a", "pre"),
        ("a\n\n---", "hr"),
        ("a\\\nb", "br"),
    ],
)
def test_ordinary_markdown_is_rendered(markdown, tag):
    assert page(markdown).all(tag)


@pytest.mark.parametrize(
    ("markdown", "tag"),
    [("# a", "h3"), ("## a", "h4"), ("###### a", "h4"), ("a\n===", "h3"), ("a\n---", "h4")],
)
def test_headings_stand_below_the_updates_own(markdown, tag):
    heading = page(markdown).one(tag)
    assert heading.text == "a"
    assert heading.attributes == {"dir": "auto"}


@pytest.mark.parametrize(
    ("markdown", "tag"), [("حلب", "p"), ("- حلب", "li"), ("> حلب", "blockquote")]
)
def test_every_block_finds_its_own_direction(markdown, tag):
    assert page(markdown).one(tag).attributes["dir"] == "auto"


@pytest.mark.parametrize("address", ["https://a.org/b?c=d&e", "http://a.org", "mailto:a@b.org"])
def test_a_link_to_the_world_is_made(address):
    link = page(f"[words]({address})").one("a")
    assert link.attributes == {"href": address, "rel": "noopener"}


def test_a_picture_is_a_figure_with_sizes_and_credit():
    shown = page("Before\n::media{id=hill}\nAfter")
    assert shown.one("img").attributes == {
        "src": "../m/hill-800.jpg",
        "srcset": "../m/hill-400.jpg 400w, ../m/hill-800.jpg 800w",
        "sizes": "(max-width: 44rem) 100vw, 44rem",
        "width": "800",
        "height": "600",
        "alt": "A hill",
        "loading": "lazy",
        "decoding": "async",
    }
    assert shown.one("figure", "media").text == "Photo: Nour"
    assert shown.one("figcaption").attributes == {"dir": "ltr"}
    assert [p.text for p in shown.all("p")] == ["Before", "After"]


def test_a_directives_own_words_win_over_the_pictures():
    shown = page(
        '::media{id=hill alt="Smoke" credit="AFP"}', words=Words(photo_credit="© {credit}")
    )
    assert shown.one("img").attributes["alt"] == "Smoke"
    assert shown.one("figcaption").text == "© AFP"


def test_a_picture_that_is_not_there_says_so_and_keeps_its_words():
    shown = page('::media{id=gone alt="Smoke" credit="AFP"}')
    assert not shown.all("img")
    figure = shown.one("figure", "missing").text
    assert "picture not available" in figure
    assert "Smoke · Photo: AFP" in figure


def test_a_quote_shows_the_original_the_translation_and_who_is_behind_them():
    shown = page(QUOTE, language="en")
    original, translation = shown.all("blockquote")
    assert original.attributes == {"lang": "ar", "dir": "rtl", "class": "original"}
    assert original.text.strip() == "قصفوا"
    assert translation.attributes == {"lang": "en", "dir": "ltr", "class": "translation"}
    assert translation.text.strip() == "They struck"
    assert shown.one("figcaption").text == "Rescuers · Translation: Nour"
    assert {element.within[:1] for element in shown.all("blockquote")} == {("figure",)}


def test_a_translation_takes_the_readers_direction():
    (_, translation) = page(QUOTE.replace("lang=ar", "lang=en"), language="fa").all("blockquote")
    assert (translation.attributes["lang"], translation.attributes["dir"]) == ("fa", "rtl")


def test_a_caption_reads_in_the_pages_direction_and_each_name_in_its_own():
    shown = page(':::quote{source="الدفاع المدني" translation=b by=Nour}\nc\n:::', language="en")
    assert shown.one("figcaption").attributes == {"dir": "ltr"}
    assert {span.attributes["dir"] for span in shown.all("span")} == {"auto"}
    assert page(QUOTE, language="ar").one("figcaption").attributes == {"dir": "rtl"}


def test_a_machine_is_named():
    shown = page(':::quote{source="A" translation="b" machine}\nc\n:::')
    assert shown.one("figcaption").text == "A · machine translation"


def test_a_quote_without_translation_has_the_original_alone():
    shown = page(":::quote{source=Rescuers}\n- one\n- two\n\n::media{id=hill}\n:::\nAfter")
    assert shown.one("blockquote").attributes == {"dir": "auto", "class": "original"}
    assert [caption.text for caption in shown.all("figcaption")] == ["Photo: Nour", "Rescuers"]
    assert [li.text for li in shown.all("li")] == ["one", "two"]
    assert shown.all("p")[-1].within == ()


@pytest.mark.parametrize(
    "line",
    [
        "::incident{ID=1}",
        "::card",
        "::video{id=a}",
        ":::quote{report=../x}",
        "::card{report=a b}",
        ":::",
        "::::::",
        '::media{id=a alt="<b>}',
        '::media{id="../x"}',
        ":::quote{lang=}",
        "::media{id=hill} more",
    ],
)
def test_a_refused_directive_stands_as_it_was_typed(line):
    shown = page(f"Before\n{line}\nAfter")
    assert [p.text for p in shown.all("p")] == ["Before", line, "After"]
    assert not shown.all("figure")


def test_an_unclosed_quote_stands_as_text():
    shown = page(":::quote{source=A}\none\n\ntwo")
    assert [p.text for p in shown.all("p")] == [":::quote{source=A}", "one", "two"]


@pytest.mark.parametrize(
    "markdown",
    [
        "```\n::media{id=hill}\n:::quote{}\n```",
        "    ::media{id=hill}\n    :::quote{}",
        "~~~\n::media{id=hill}\n:::quote{}",
    ],
)
def test_a_directive_in_code_is_code(markdown):
    assert page(markdown).one("code").text.split() == ["::media{id=hill}", ":::quote{}"]


def test_a_directive_in_a_code_span_or_escaped_is_text():
    assert page("`::media{id=hill}` \\::media{id=hill}").words == ["::media{id=hill}"] * 2


def test_a_claim_that_readers_may_not_know_leaves_its_words_plain():
    marked = page("[12 **killed**]{claim=C1}")
    assert (marked.text.strip(), marked.all("a")) == ("12 killed", [])
