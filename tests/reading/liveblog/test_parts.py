"""What an entry is made of: paragraphs, quotes, cards, mentions; and what has no place in it."""

from datetime import date

import pytest

from dateline.reading.liveblog import Card, Quote, shares
from tests.reading.liveblog.pages import kind, page, parts, read

STORM = "A Storm Reaches The Old Harbour"


def entry(*paragraphs):
    return page("08:00 GMT", STORM, *paragraphs, "07:00 GMT", "Calm.")


def first(*paragraphs):
    return read(entry(*paragraphs)).entries[0]


def test_a_paragraph_wrapped_by_hand_is_one_line_again():
    wrapped = "The harbour was shut when the storm came in from the west and broke\nthe lamps."
    [(what, words)] = parts(entry(wrapped))
    assert (what, words) == ("paragraph", wrapped.replace("\n", " "))


def test_anothers_paragraphs_are_one_quote_with_its_source_and_language():
    [_, quote] = first(
        "The Harbour Gazette reports:", "“Lamps broke along the whole of the long western pier.”"
    ).parts
    assert isinstance(quote, Quote)
    assert quote.source == "The Harbour Gazette"
    assert quote.language == "en"


def test_a_card_has_title_excerpt_owner_and_its_own_time():
    found = first(
        "The Harbour Gazette reports:",
        "“Lamps broke along the whole of the long western pier.”",
        "Lamps Break On The Western Pier",
        "Forty lamps broke on Tuesday night, the harbour master said.",
        "View full page →",
        "Oct 21, 2015 06:12 (GMT)",
        "The pier is shut.",
    )
    card = next(part for part in found.parts if isinstance(part, Card))
    assert card.title.words == "Lamps Break On The Western Pier"
    assert card.words.endswith("the harbour master said.")
    assert card.owner == "The Harbour Gazette"
    assert f"{card.time.at:%H:%M}" == "06:12"
    assert [kind(part) for part in found.parts] == ["paragraph", "quote", "card", "paragraph"]


def test_a_related_line_is_a_card_of_its_title():
    found = first("The pier is shut.", "Read more: How The Lamps Broke")
    assert [part.title.words for part in found.parts if isinstance(part, Card)] == [
        "How The Lamps Broke"
    ]


def test_a_translation_is_known_as_one():
    found = first("The pier is shut.", "Translation: “The lamps are broken.”")
    assert [part.translates for part in found.parts] == [False, True]


def test_a_correction_stays_and_what_is_about_the_page_is_left_with_the_reason():
    note = "Correction: an earlier entry said forty lamps."
    text = entry("The pier is shut.", note, "Share on Facebook")
    assert parts(text)[1:] == [("paragraph", note)]
    assert [(one.piece.words, one.why) for one in read(text).left] == [
        ("Share on Facebook", "about the page itself")
    ]


def test_a_wires_place_stays_at_the_head_of_its_paragraph():
    words = "BEIRUT (Reuters) - The harbour was shut on Tuesday, officials said."
    assert parts(entry(words)) == [("paragraph", words)]


def test_tags_are_left_and_break_no_paragraph():
    tagged = "The <b>harbour</b> was shut, officials said on Tuesday."
    text = page("08:00 GMT", tagged, "07:00 GMT", "Calm.")
    [(_, words)] = parts(text)
    assert words == "The harbour was shut, officials said on Tuesday."
    assert [one.why for one in read(text).left] == ["a tag of the page"] * 2


@pytest.mark.parametrize(
    ("words", "first_day", "last_day"),
    [
        ("As we reported yesterday, Marlow Pier lost its lamps.", 20, 20),
        ("As we noted on Monday, Marlow Pier lost its lamps.", 19, 19),
        ("As we reported earlier, Marlow Pier lost its lamps.", None, None),
        ("Yesterday, we predicted that Marlow Pier would lose its lamps.", 20, 20),
        ("Как мы сообщали вчера, Пирс Марлоу остался без ламп.", 20, 20),
        ("كما ذكرنا أمس فقد الرصيف مصابيحه.", 20, 20),
    ],
)
def test_what_takes_up_an_earlier_update_is_noted_with_its_day(words, first_day, last_day):
    [part] = first(words).parts
    days = (part.mention.first, part.mention.last)
    assert days == tuple(day and date(2015, 10, day) for day in (first_day, last_day))
    assert part.mention.names


@pytest.mark.parametrize(
    "words",
    [
        "We discussed the lamps with the harbour master.",
        "The ministry said yesterday that as many as we had were lost.",
        "He reported yesterday that the lamps broke.",
    ],
)
def test_other_sentences_take_nothing_up(words):
    assert first(words).parts[0].mention is None


def test_an_update_is_known_again_by_half_the_names():
    mention = first("As we reported yesterday, Marlow Pier in Fenwick is shut.").parts[0].mention
    assert shares(mention, "Marlow Pier loses its lamps")
    assert not shares(mention, "The pier at Brandon is open")
