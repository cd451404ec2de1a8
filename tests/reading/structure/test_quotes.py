import pytest

from dateline.reading.structure import layout

from .pages import page, quoted, words

STORY = "Two shells fell on the mill."
MORE = "Nobody was hurt, the miller said."


@pytest.mark.parametrize(
    ("intro", "owner"),
    [
        ("Evening Post reports:", ("Evening Post",)),
        ("It was a bad night. New River Times reports:", ("New River Times",)),
        ("The Evening Post writes that the mill burnt for hours:", ("The Evening Post",)),
        (
            "Here is the latest assessment of the mill from the Institute of Mills:",
            ("the Institute of Mills",),
        ),
        ("Meanwhile, Reuters reported on Tuesday:", ("Reuters",)),
        ("According to Evening Post:", ("Evening Post",)),
        ("Later he added:", None),
        ("From the Palace's transcript of Orlov's remarks:", ("Orlov", "the Palace's transcript")),
        ("Об этом пишет «Вечерняя газета»:", ("Вечерняя газета",)),
        ("По данным Интерфакса:", ("Интерфакса",)),
        ("Газета сообщает:", ("Газета",)),
        ("بحسب المرصد:", ("المرصد",)),
    ],
)
def test_who_is_announced_owns_what_follows(intro, owner):
    expected = [] if owner is None else [(*owner, STORY), (*owner, MORE)]
    assert quoted(page(intro, STORY, MORE)) == expected


@pytest.mark.parametrize(
    "intro",
    [
        "This video shows the strike:",
        "The tales of horror continue to emerge from the mill:",
        "As we reported yesterday, the council claims that a school was hit:",
        "Unconfirmed reports suggest heavy losses, and such claims are easily made:",
        "Local media reports:",
        "Families are fleeing from Hama:",
        "There are two reasons:",
        "We asked:",
        "Here is what we know:",
        "They were angered by his mother's remarks:",
        "Nobody knows what the Evening Post and the council want:",
        "Ingredients:",
        ":",
        "Evening Post reports.",
        "Evening Post reports",
    ],
)
def test_a_colon_alone_hands_over_to_nobody(intro):
    assert quoted(page(intro, STORY, MORE)) == []


@pytest.mark.parametrize(
    "again",
    [
        "As we reported earlier, the mill is old.",
        "Of course, the mill is old.",
        "According to Evening Post’s sources, the mill is old.",
        "The bottom line: the mill is old.",
        "This picture shows the mill today:",
        "Our previous update was on the mill.",
        "Мы сообщали о мельнице раньше.",
    ],
)
def test_the_writer_speaks_again(again):
    text = page("Evening Post reports:", STORY, again, MORE)
    assert [words for _, words in quoted(text)] == [STORY]


@pytest.mark.parametrize(
    ("intro", "owner"),
    [
        ("The ministry said in a statement:", "The ministry"),
        ("Anna Roe, a nurse at the clinic, told us:", "Anna Roe"),
        ("وقالت وكالة الأنباء:", "وكالة الأنباء"),
    ],
)
def test_what_somebody_says_without_quotation_marks_is_one_paragraph(intro, owner):
    assert quoted(page(intro, STORY, MORE)) == [(owner, STORY)]


def test_another_source_takes_over():
    text = page("Evening Post reports:", STORY, "Morning Post reports:", MORE)
    assert quoted(text) == [("Evening Post", STORY), ("Morning Post", MORE)]


@pytest.mark.parametrize(
    "sign", ["— Jane Doe", "10:42", "Click here to read on.", "See also: The mill's history"]
)
def test_a_sign_of_the_page_ends_a_quote(sign):
    text = page("Evening Post reports:", STORY, sign, MORE)
    assert quoted(text) == [("Evening Post", STORY)]


def test_a_wider_gap_than_usual_ends_a_quote():
    text = page(MORE, "Evening Post reports:", STORY) + "\n\n\n\n" + page(MORE, MORE)
    assert quoted(text) == [("Evening Post", STORY)]


def test_a_wider_gap_after_the_colon_means_that_what_was_quoted_is_lost():
    assert quoted(page(MORE, "Evening Post reports:") + "\n\n\n\n" + page(STORY, MORE)) == []


def test_an_opened_quotation_goes_on_to_its_end_and_no_further():
    text = page("Orlov argued that it may:", "“Change a lot.", "We said so.", "And soon.”", STORY)
    assert [words for _, words in quoted(text)] == ["“Change a lot.", "We said so.", "And soon.”"]


def test_a_story_that_begins_with_somebodys_words_is_owned_to_its_end():
    text = page("Evening Post reports:", "“Two shells fell,” the miller said.", MORE)
    assert len(quoted(text)) == 2


def test_verbs_that_report_less_surely_want_quotation_marks():
    assert quoted(page("Orlov argued that the talks may soon change:", STORY)) == []
    assert quoted(page("Orlov argued that the talks may soon change:", "“A lot.”")) != []


def test_a_translator_hands_on_whom_the_paragraph_above_names():
    text = page("Evening Post reports that the mill burnt.", "The Desk translates:", STORY)
    assert quoted(text) == [("Evening Post", "The Desk", STORY)]


def test_the_article_goes_on_with_the_same_owner():
    text = page("Evening Post reports:", STORY, "The article continues:", MORE, MORE)
    assert quoted(text) == [("Evening Post", words) for words in (STORY, MORE, MORE)]


def test_cited_lines_belong_to_whom_the_line_above_names():
    assert quoted(page("Orlov said:", "> Two shells fell.", "> On the mill.")) == [
        ("Orlov", "> Two shells fell."),
        ("Orlov", "> On the mill."),
    ]


def test_a_post_belongs_to_who_signs_it_with_a_handle():
    post = "We struck two depots last night."
    signed = "— Ministry of Mills (@mills) October 21, 2015"
    text = page("A post said more.", post, signed, STORY)
    assert quoted(text) == [("Ministry of Mills", post), ("Ministry of Mills", signed)]
    found = layout(text)
    post_block = found.entries[0].blocks[1]
    assert found.reference(post_block) == "2015-10-21"


def test_a_quote_that_runs_up_to_a_card_is_from_the_cards_day():
    text = page(
        *("Mill Shelled Again", "20 October 2015", "Evening Post reports:", STORY),
        *(
            "Shells Fall On The Old Mill",
            "They fell.",
            "Read more",
            "Oct 21, 2015 18:00 (GMT)",
            MORE,
        ),
    )
    found = layout(text)
    by_role = {block.role: found.reference(block) for block in found.entries[0].blocks}
    assert by_role["quote"] == by_role["card"] == "2015-10-21T18:00:00Z"
    assert by_role["prose"] == "2015-10-20"


def test_a_date_told_with_the_quote_is_the_quotes():
    text = page("From Orlov's letter of 3 May 2013:", STORY)
    found = layout(text)
    assert [found.reference(block) for block in found.entries[0].blocks] == [None, "2013-05-03"]


def test_a_caption_within_a_quoted_story_does_not_end_it():
    caption = "A man walks past the mill on Monday. REUTERS/Jane Doe"
    text = page("Evening Post reports:", STORY, caption, MORE)
    assert [words for _, words in quoted(text)] == [STORY, MORE]
    assert words(text, "caption") == [caption]
