"""Lines that begin with their entry's hour are parted where the page is written so."""

from itertools import pairwise

import pytest

from dateline.reading.structure import layout
from dateline.reading.structure.clocked import parted
from dateline.reading.structure.lines import lines
from tests.reading.liveblog.pages import page

SAID = (
    "Two shells fell on the market.",
    "The governor denies it.",
    "The road to the north is open.",
    "Power is out.",
)


def texts(text):
    return [line.text for line in parted(list(lines(text)))]


def begun(*stamps):
    return page(*(f"{stamp} {words}" for stamp, words in zip(stamps, SAID, strict=False)))


@pytest.mark.parametrize(
    "stamps",
    [
        ("15:42", "15:30", "9:05"),
        ("15:42 –", "15:30 –", "9:05 –"),
        ("15:42:", "15:30:", "09:05:"),
        ("15.42 GMT:", "15.30 GMT:", "09.05 GMT:"),
        ("[15:42]", "[15:30]", "[09:05]"),
        ("• 15:42 |", "• 15:30 |", "• 09:05 |"),
        ("15h42 :", "15h30 :", "09h05 :"),
        ("15.42 Uhr:", "15.30 Uhr:", "9.05 Uhr:"),
        ("3:42 p.m. ET —", "3:30 p.m. ET —", "9:05 a.m. ET —"),
        ("(15:42 MSK)", "(15:30 MSK)", "(09:05 MSK)"),
        ("21 Oct 15:42 –", "21 Oct 15:30 –", "21 Oct 09:05 –"),
        ("[21.10.2015 15:42]", "[21.10.2015 15:30]", "[21.10.2015 09:05]"),
        ("Posted at 15:42 –", "Posted at 15:30 –", "Posted at 09:05 –"),
        ("15:42 GMT+1:", "15:30 GMT+1:", "09:05 GMT+1:"),
        ("15:42 –", "15:30 -", "9:05:", "08:00 GMT –"),
        ("1 Nov 01:42 –", "1 Nov 00:05 –", "31 Oct 22:10 –"),
        ("23:30", "23:55", "00:10"),
        ("09:00", "10:00", "09:30", "11:00"),
    ],
)
def test_an_hour_at_the_beginning_of_each_is_parted_from_what_it_is_of(stamps):
    expected = [one for pair in zip(stamps, SAID, strict=False) for one in pair]
    assert texts(begun(*stamps)) == expected
    roles = [block.role for entry in layout(begun(*stamps)).entries for block in entry.blocks]
    assert roles == ["stamp", "prose"] * len(stamps)


TITLES = (
    "Shells Hit The Old Market at Dawn",
    "Governor Denies All Talk of a Siege",
    "Northern Road Is Open Once Again",
)
NAMELIKE = ("Two Shells Fall", "Governor Denies It", "Road Reopens")


def test_words_behind_an_hour_are_no_part_of_it():
    words = ("At least two shells fell.", "On Monday the road opened.", "Last night was calm.")
    stamps = ("15:42", "15:30", "9:05")
    found = texts(page(*(f"{at} {one}" for at, one in zip(stamps, words, strict=True))))
    assert found == [one for pair in zip(stamps, words, strict=True) for one in pair]


@pytest.mark.parametrize(
    "text",
    [
        begun("15:42", "15:30"),  # twice may be chance
        begun("15:42", "15.30 GMT:", "9h05"),  # no form is the usual
        page("15:42 GMT", "15:30 GMT", "09:05 GMT"),  # stamps of their own
        begun("2:1", "3:1", "3:2"),  # scores
        begun("Ps 15:42", "Ps 15:43", "Ps 15:44"),
        page("Doors open at 15:42", "Talks begin at 15:50", "Doors close at 16:00"),
        page(begun("09:00", "09:30", "10:00"), "Nobody came. " * 99),  # a list in an article
        page("The council met, and talked for long. " * 9, begun("09:00", "10:00", "11:00")),
        page("At 7:12 Ahmad left.", "At 8:05 he was there.", "At 8:20 it came."),
        page("7.12 pm was the hour.", "8.05 pm was another.", "8.20 pm was the last."),
        page("3:16 For God so loved.", "3:17 For he sent not.", "3:18 He that believes."),
        page("5:42 Am Markt fiel es.", "5:50 Am Hafen auch.", "5:55 Am Tor nicht."),
        page(begun("15:42", "09:05", "16:00", "08:00"), begun("17:00", "07:00", "18:00")),
    ],
)
def test_what_only_looks_so_stays_whole(text):
    assert texts(text) == [line.text for line in lines(text)]


@pytest.mark.parametrize("titles", [TITLES, NAMELIKE])
def test_a_title_behind_an_hour_is_a_title(titles):
    hours = ("15:42", "15:30", "15:10")
    text = page(*(f"{at} – {one}\n\n{SAID[0]}" for at, one in zip(hours, titles, strict=True)))
    found = layout(text).entries
    assert tuple(text[slice(*entry.headline)] for entry in found) == titles
    assert [entry.byline for entry in found] == [None] * 3


def test_lines_without_blank_ones_between_are_no_paragraph():
    text = begun("15:42", "15:30", "9:05", "08:00").replace("\n\n", "\n")
    assert [len(entry.blocks) for entry in layout(text).entries] == [2, 2, 2, 2]


def test_the_parts_stand_where_the_line_stood():
    text = begun(" \t15:42  –\xa0", "15:30  –\xa0", "9:05  –\xa0")
    found = parted(list(lines(text)))
    assert all(text[one.start : one.end] == one.text for one in found)
    assert all(before.end <= after.start for before, after in pairwise(found))


def blocks(text):
    return [text[one.start : one.end] for entry in layout(text).entries for one in entry.blocks]


@pytest.mark.parametrize(
    "text",
    [
        page("15:42", SAID[0], "15:30", begun("09:00", "09:10", "09:20"), "15:10", SAID[1]),
        page("09:00 Doors open", "10:00 Talks begin", "11:00 Lunch"),  # titles of nothing
        page("Ragoût", "1h30", "Préparer la viande.", "2h15", "Cuire le tout."),
    ],
)
def test_a_page_that_is_no_ticker_is_laid_out_as_it_stands(text):
    assert blocks(text) == text.split("\n\n")
