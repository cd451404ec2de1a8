"""What a quotation of a report says of itself: whose words they are, and how they stand."""

import pytest

from dateline.text import Card, Quote, Words, plain, problems, quotation, quotes, render
from tests.text.cards import HELD, RAID
from tests.text.page import Page

BODY = ":::quote{report=x}\nTwelve people\ndied.\n\nSo they say.\n:::"
SAID = Quote("x", "Twelve people died.\nSo they say.")


def caption(card, **settings):
    return Page(render(BODY, images={}, cards={"x": card}, **settings)).one("figcaption").text


def test_its_words_are_those_between_its_lines():
    assert quotes(BODY) == [SAID]
    assert quotes(":::quote{source=x}\na\n:::\n\n::card{report=x}\n\n> b") == []


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (RAID, "SMART · smart.example/1 · kept since 21 Oct"),
        (
            Card("capturing", address="https://a.org/1"),
            "a.org · a.org/1 · not yet checked",
        ),
        (
            Card("unreachable", site="A", address="https://a.org/1", note="3 tries"),
            "A · a.org/1 · not yet checked; the original could not be fetched",
        ),
        (
            Card("kept", source="Pasted", address="javascript:alert(1)"),
            "Pasted · kept since 21 Oct",
        ),
    ],
)
def test_it_says_who_where_and_how_it_stands(card, said):
    assert caption(card, standings={SAID: "kept since 21 Oct"}) == said


@pytest.mark.parametrize("words", ["Thirteen people died.", "Twelve people died.", ""])
def test_words_of_which_nothing_is_known_are_never_called_kept(words):
    standings = {Quote("x", words): "kept", Quote("y", SAID.words): "kept"}
    assert caption(RAID, standings=standings).endswith("not checked")
    text = plain(BODY, cards={"x": RAID}, standings=standings)
    assert text.endswith("(not checked · https://smart.example/1)")


def test_in_plain_text_it_says_the_same():
    text = plain(BODY, cards={"x": RAID}, standings={SAID: "kept since 21 Oct"})
    said = "SMART: “Twelve people died.\n\nSo they say.”"
    assert text == f"{said} (kept since 21 Oct · https://smart.example/1)"


def test_its_labels_are_the_callers():
    words = Words(not_yet_checked="لم يُتحقَّق منه بعد")
    assert "لم يُتحقَّق" in caption(Card("capturing", address="https://a.org/1"), words=words)


ROWS = [
    "Zephyrine",
    "[Zephyrine](https://z.org/)",
    "::media{id=Zephyrine}",
    "- Zephyrine\n- b",
    "```\nZephyrine\n```",
    "[Zephyrine]{claim=Zephyrine}",
    "> Zephyrine",
]


@pytest.mark.parametrize("words", ROWS)
def test_of_a_held_report_no_word_is_quoted(words):
    opening = ':::quote{report=x source="Zephyrine" translation="Zephyrine" by="Zephyrine"}'
    body = f"Before.\n\n{opening}\n{words}\n\n:::\n\nAfter."
    html = render(body, images={}, cards={"x": HELD})
    text = plain(body, cards={"x": HELD})
    assert "Zephyrine" not in html + text
    assert text == "Before.\n\nReport held by the desk\n\nAfter."
    assert "Report held by the desk" in html
    assert "After." in html


def test_a_held_report_may_be_shown_and_not_be_quoted():
    body = f"::card{{report=x}}\n\n{BODY}"
    (found,) = problems(body, reports={"x"}, held={"x"})
    assert (found.line, "words may not be public" in found.message) == (3, True)
    assert problems(body, reports={"x"}) == []


@pytest.mark.parametrize(
    "words",
    [
        "Twelve died.\nSo they say.",
        ":::\n::card{report=a}\n:::quote{source=b}",
        "# 5 * 3\n12. Oct\n3) b\n- c\n> d\n=== e",
        "[a](https://b.org/) ![c](d) [e]: f [g]{claim=h}",
        "`a` **b** __c__ ~~d~~ \\e &amp; <b>f</b> <https://g.org/>",
        "| a |\n---\n***\n~~~",
        "قال\nالدفاع",
    ],
)
def test_words_made_a_quotation_come_out_as_they_went_in(words):
    body = quotation("x", words)
    assert quotes(body) == [Quote("x", " ".join(words.split("\n")))]
    assert problems(body) == []
    shown = Page(render(body, images={}, cards={"x": RAID})).one("blockquote").text
    assert shown.split() == words.split()


def test_a_quotation_of_words_holds_no_overrides():
    assert quotation("x", "a\u202eb") == ":::quote{report=x}\nab\n:::"
