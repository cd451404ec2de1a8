import pytest

from .pages import blocks, entries, page, words

PROSE = "Shells fell on the mill all morning."


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("By Jane Doe", "Jane Doe"),
        ("By Jane Doe and Omar al-Haddad, Some Paper", "Jane Doe and Omar al-Haddad"),
        ("— Pierre Martin", "Pierre Martin"),
        ("– J. R. Doe", "J. R. Doe"),
        ("--Reuters", "Reuters"),
        ("AJE - Reuters", "Reuters"),
        ("Jane van der Berg", "Jane van der Berg"),
        ("AFP", "AFP"),
        ("(Reporting by Jane Doe; Editing by Tom Roe)", "Jane Doe"),
        ("Иван Петров", "Иван Петров"),
    ],
)
def test_an_entry_is_signed_at_its_end(line, name):
    assert entries(page("Mill shelled", PROSE, line)) == [("Mill shelled", name, None)]


@pytest.mark.parametrize(
    "line",
    [
        "By noon it was quiet",
        "By the river",
        "— and then nothing",
        "Free",
        "Latest News",
        "the mill",
        "JANE DOE SAID",
        "Jane Doe said no.",
        "By",
        "—",
    ],
)
def test_a_line_that_is_no_name_signs_nothing(line):
    assert entries(page("Mill shelled", PROSE, line))[0][1] is None


def test_signed_entries_make_a_live_blog():
    text = page(
        "Mill Shelled Again At Dawn",
        PROSE,
        "Jane Doe",
        "Bridge Shut To All Lorries",
        PROSE,
        "— Tom Roe",
    )
    assert entries(text) == [
        ("Mill Shelled Again At Dawn", "Jane Doe", None),
        ("Bridge Shut To All Lorries", "Tom Roe", None),
    ]


def test_a_name_and_the_next_headline_may_share_a_paragraph():
    text = page(
        "Mill Shelled Again", PROSE, "Jane Doe\nDid The Bridge Fall On Monday?", PROSE, "Jane Doe"
    )
    assert [one[0] for one in entries(text)] == [
        "Mill Shelled Again",
        "Did The Bridge Fall On Monday?",
    ]


def test_an_articles_subheadings_begin_no_entries():
    text = page("Mill shelled", "By Jane Doe", PROSE, "A quiet night", PROSE, "What is next", PROSE)
    assert [one[:2] for one in entries(text)] == [("Mill shelled", "Jane Doe")]
    assert words(text, "headline") == ["Mill shelled", "A quiet night", "What is next"]


@pytest.mark.parametrize(
    ("dateline", "name"),
    [
        ("BEIRUT (Reuters) -", "Reuters"),
        ("(AP) —", "AP"),
        ("DAMASCUS, Oct 21 (Xinhua) --", "Xinhua"),
        ("HAMA, Syria (AP) —", "AP"),
        ("BEIRUT –", None),
    ],
)
def test_a_wires_dateline_is_cut_off_its_story(dateline, name):
    story = "Shells fell on the mill all morning, and the bridge was shut to lorries."
    text = f"{dateline} {story}"
    assert blocks(text) == [("byline", dateline), ("prose", story)]
    assert entries(text)[0][1] == name


@pytest.mark.parametrize("prose", ["A mill (AP-24) was hit.", "MILL - HIT", "In Hama - and Homs."])
def test_no_dateline_is_seen_where_none_stands(prose):
    assert words(prose, "byline") == []


def test_a_wires_signature_is_cut_off_the_last_sentence():
    assert blocks("Shells fell, state TV said.-REUTERS") == [
        ("prose", "Shells fell, state TV said."),
        ("byline", "-REUTERS"),
    ]


def test_a_list_of_short_lines_is_no_row_of_headlines():
    text = page("Ten loaves", "Four lamps", "Two ropes", "A saw", "We packed all of it.")
    assert set(words(text, "headline")) <= {"Ten loaves"}
    assert words(text, "byline") == []
