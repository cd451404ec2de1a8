import pytest

from .pages import blocks, page, roles, words


@pytest.mark.parametrize(
    "line",
    [
        "Listen to the podcast below:",
        "Click here for the full list of names.",
        "The previous post in our column can be found here.",
        "Share on Facebook",
        "Subscribe to our newsletter",
        "Follow us on Twitter",
        "Photo: Jane Doe",
        "© 2015 Some Paper. All rights reserved.",
        "Correction: an earlier version said that 12 people were killed.",
        "Editor's note: this was changed.",
        "This article was originally published by the Evening Post.",
        "Tags: mills, war",
        "ADVERTISEMENT",
        "* * *",
        "https://example.org/mill",
        "Подписывайтесь на наш канал",
        "تابعونا على تويتر",
    ],
)
def test_what_a_page_says_about_itself_is_boilerplate(line):
    assert words(page("Shells fell.", line, "They missed."), "boilerplate") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Follow-up strikes hit the mill.",
        "Shares fell on Monday.",
        "Loading docks were shelled.",
        "This post was attacked by rebels.",
        "Here the army stopped.",
        "Tagging of mines goes on.",
        "Listening posts were shelled.",
        "Subscribers of the network lost power.",
    ],
)
def test_news_in_similar_words_is_prose(line):
    assert roles(page("Shells fell.", line, "They missed.")) == ["prose"] * 3


@pytest.mark.parametrize(
    "end", ["View full page →", "Read more", "Read more »", "Подробнее", "اقرأ المزيد"]
)
def test_a_card_is_a_title_an_excerpt_and_a_link(end):
    text = page(
        "Shells fell.", "Old Mill Burns For Hours", "The mill has burnt.", end, "They missed."
    )
    assert roles(text) == ["prose", "card", "card", "card", "prose"]


def test_a_link_without_a_title_in_reach_takes_no_prose_with_it():
    assert roles(page("Shells fell.", "They missed.", "Read more")) == [
        "prose",
        "prose",
        "boilerplate",
    ]


def test_a_labelled_link_is_a_card():
    assert words(page("Shells fell.", "Read more: Old mill burns", "So."), "card") == [
        "Read more: Old mill burns"
    ]


def test_hard_wrapped_lines_are_one_paragraph():
    text = (
        "The army said on Monday that General Adam\nRoe (58) had been hurt\nby a shell at the mill."
    )
    assert blocks(text) == [("prose", text)]


def test_a_wrap_before_a_long_line_is_joined():
    text = (
        "Last night the general was not at his palace\nbut instead "
        + "dined with others " * 12
        + "."
    )
    assert roles(text) == ["prose"]


def test_lines_that_are_sentences_each_are_paragraphs():
    assert roles("Shells fell on the mill.\nThe bridge was shut.\nNo one came.") == ["prose"] * 3


def test_windows_line_ends_and_tabs_count_for_nothing():
    text = "\tMill shelled\r\n\r\n\tTwo shells\r\nfell on it.\r\n"
    assert blocks(text) == [("headline", "Mill shelled"), ("prose", "Two shells\r\nfell on it.")]


def test_tags_are_boilerplate_and_their_text_is_not():
    text = '<h1>Mill shelled</h1><p class="x 12">Two shells fell.</p><script>var a = "<p>"</script>'
    assert words(text, "prose") == ["Two shells fell."]
    assert words(text, "headline") == ["Mill shelled"]
    assert '<script>var a = "<p>"</script>' in words(text, "boilerplate")


@pytest.mark.parametrize("text", ["a < b and c > d", "<The Palace: a play>", "x <- y"])
def test_brackets_that_are_no_tags_are_text(text):
    assert words(text, "boilerplate") == []


def test_all_capitals_stay_prose_under_their_headline():
    text = page("REBELS TAKE MILL", "REBELS TOOK THE MILL ON MONDAY. NINE WERE HURT.")
    assert roles(text) == ["headline", "prose"]
