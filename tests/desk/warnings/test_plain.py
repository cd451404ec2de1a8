"""What of a Markdown text an editor says in their own words, and where it stands."""

import pytest

from dateline.desk.warnings.plain import plain


def words(markdown):
    return " ".join(plain(markdown).passage.text.split())


@pytest.mark.parametrize(
    ("markdown", "said"),
    [
        ("Two **jets** [bombed *it*]{claim=a-1}.", "Two jets bombed it."),
        ("# Head\n\nText", "Head Text"),
        ("- one\n- two", "one two"),
        ("1. one\n2) two", "one two"),
        ("> quoted\n\nown", "own"),
        (':::quote{source="x"}\nquoted\n:::\n\nown', "own"),
        ("::card{report=x}\n\nown", "own"),
        ("    code\n\nown `code`", "own"),
        ("[text](https://a.example/) and ![alt](x.png)", "text and alt"),
        ("2 \\* 3 snake_case", "2 * 3 snake_case"),
        ("[plain] {braces}", "[plain] {braces}"),
        ("[half", "[half"),
        ("", ""),
        ("\u202e[x]{claim=y}\u0000", "\u202ex\u0000"),
    ],
)
def test_markup_quotes_and_cards_are_left_out(markdown, said):
    assert words(markdown) == said


def test_every_letter_knows_its_place():
    markdown = "# A *b*\n\nc [d\n**e**]{claim=x} [f](https://g.example/) \U0001f600 h\n\n- i"
    read = plain(markdown)
    for letter, place in zip(read.passage.text, read.places, strict=True):
        assert place == -1 or markdown[place] in (letter, "\n")


def test_marks_and_links_are_known():
    read = plain("[One]{claim=a} [two](https://x.example/) [three]{claim=b}")
    text = read.passage.text
    assert [(text[m.start : m.end], m.claim) for m in read.passage.marks] == [
        ("One", "a"),
        ("three", "b"),
    ]
    assert [text[slice(*at)] for at in read.passage.cited] == ["two"]


def test_a_paragraph_beside_a_quote_or_a_card_has_a_source():
    read = plain("One.\n\n> Quoted.\n\nTwo.\n\nThree.")
    cited = [read.passage.text[slice(*at)].strip() for at in read.passage.cited]
    assert cited == ["One.", "Two."]


def test_words_put_in_behind_a_mark_stand_outside_it():
    markdown = "[Jets came]{claim=a}."
    read = plain(markdown)
    assert read.source(9, 9, markdown) == (20, 20)
    assert read.source(0, 4, markdown) == (1, 5)


def test_nothing_is_replaced_across_markup():
    markdown = "Two **jets** came"
    assert plain(markdown).source(0, 8, markdown) is None


@pytest.mark.parametrize("text", ["[" * 5_000, "\\" * 20_000, "_a" * 10_000, "[a](" * 4_000])
def test_hostile_markup_takes_no_time(text):
    assert isinstance(plain(text[:20_000]).passage.text, str)
