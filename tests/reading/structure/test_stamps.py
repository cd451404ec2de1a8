import pytest

from dateline.reading.structure import layout

from .pages import entries, page, words

HEAD = "Day 12 of the siege\n\n21 October 2015"


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("Oct 22, 2015 00:02 (GMT)", "2015-10-22T00:02:00Z"),
        ("Posted at 14:05", "2015-10-21T14:05:00"),
        ("10:42", "2015-10-21T10:42:00"),
        ("10.42am BST", "2015-10-21T10:42:00+01:00"),
        ("3 hours ago (10:15 GMT)", "2015-10-21T10:15:00Z"),
        ("Updated at 16:20 GMT", "2015-10-21T16:20:00Z"),
        ("4:14 p.m.", "2015-10-21T16:14:00"),
        ("22 октября 2015, 14:05", "2015-10-22T14:05:00"),
        ("٢٢ أكتوبر ٢٠١٥ - ١٤:٠٥", "2015-10-22T14:05:00"),
        ("2015-10-22T10:00Z", "2015-10-22T10:00:00Z"),
        ("2 minutes ago", None),
        ("21 Oct 2015 10:42, first 20 Oct 2015", "2015-10-21T10:42:00"),
        ("Publié le 21 octobre 2015 à 10h42", "2015-10-21T10:42:00"),
        ("21 EKİM 2015 10:42", "2015-10-21T10:42:00"),
        ("21 MAYIS 2015 10:42", "2015-05-21T10:42:00"),
        ("21 auguſtus 2015 10:42", "2015-08-21T10:42:00"),
        ("godz. 10:42, 21 października 2015", "2015-10-21T10:42:00"),
    ],
)
def test_a_stamp_says_when_in_iso(line, iso):
    text = page(HEAD, "The lead.", "08:00", "A quiet night.", line, "Two shells fell.")
    assert [stamp for _, _, stamp in entries(text)][2:] == [iso]


@pytest.mark.parametrize(
    "line",
    [
        "2015",
        "12 killed",
        "10:42 was when the first shell fell",
        "October was quiet",
        "Resolution 2254 (2015)",
        "1-2 (after extra time)",
        "Page 12 of 40",
        "30 February 2015",
        "99:99",
    ],
)
def test_a_line_that_says_more_or_less_is_no_stamp(line):
    assert words(page("Prose goes on here.", line, "And here."), "stamp") == []


def test_stamps_before_their_entries_begin_them():
    text = page(
        HEAD, "10:42", "Shells fell on the mill.", "10:20", "The bridge was shut.", "No one came."
    )
    assert [stamp for _, _, stamp in entries(text)] == [
        "2015-10-21",
        "2015-10-21T10:42:00",
        "2015-10-21T10:20:00",
    ]


def test_stamps_under_headlines_stay_inside_their_entries():
    first = ("Mill shelled again at dawn", "10:42", "Shells fell on the mill.")
    second = ("Bridge shut to lorries", "10:20", "The bridge was shut.")
    assert [one[0::2] for one in entries(page(HEAD, "The lead is here.", *first, *second))][1:] == [
        ("Mill shelled again at dawn", "2015-10-21T10:42:00"),
        ("Bridge shut to lorries", "2015-10-21T10:20:00"),
    ]


def test_stamps_at_the_end_close_their_entries():
    text = page("Shells fell.", "21 Oct 2015 10:42", "The bridge was shut.", "21 Oct 2015 10:20")
    assert [stamp for _, _, stamp in entries(text)] == [
        "2015-10-21T10:42:00",
        "2015-10-21T10:20:00",
    ]


CARD = ("Mill Shelled For A Third Day", "The mill was hit.", "Read more")


def test_where_each_stamp_follows_a_card_it_is_the_cards():
    text = page(
        HEAD,
        "Our lead.",
        *CARD,
        "Oct 22, 2015 00:10 (GMT)",
        "Prose goes on.",
        *CARD,
        "Oct 22, 2015 00:30 (GMT)",
        "And on.",
    )
    layout_ = layout(text)
    assert [stamp for _, _, stamp in entries(text)] == ["2015-10-21"]
    cards = [one for one in layout_.entries[0].blocks if one.role == "card"]
    assert [one.quoted_date for one in cards] == ["2015-10-22T00:10:00Z"] * 3 + [
        "2015-10-22T00:30:00Z"
    ] * 3
    assert {layout_.reference(one) for one in layout_.entries[0].blocks if one.role == "prose"} == {
        "2015-10-21"
    }


def test_where_stamps_stand_before_entries_one_after_a_card_is_the_next_entrys():
    text = page(HEAD, "10:42", "Shells fell.", *CARD, "10:20", "The bridge was shut.", *CARD)
    assert [stamp for _, _, stamp in entries(text)] == [
        "2015-10-21",
        "2015-10-21T10:42:00",
        "2015-10-21T10:20:00",
    ]


def test_without_a_date_on_the_page_a_clock_tells_no_day():
    layout_ = layout(page("10:42", "Shells fell.", "10:20", "The bridge was shut."))
    assert layout_.published is None
    assert [layout_.reference(one) for one in layout_.entries[0].blocks] == [None, None]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Mill shelled\n\n21 October 2015\n\nShells fell.", "2015-10-21"),
        ("Published April 2 2017 Shells fell on the mill.", "2017-04-02"),
        ("Date of publication 9 May 2014 Shells fell.", "2014-05-09"),
        ("Fri 07 Apr 2017 at 0914 Shells fell on the mill.", "2017-04-07T09:14:00"),
        ("12 May 2014, a Monday, was quiet.", None),
        ("On 12 May 2014 shells fell.", None),
        ("Shells fell on 12 May 2014.", None),
        ("", None),
    ],
)
def test_the_pages_own_date_stands_at_its_head(text, published):
    assert layout(text).published == published


def test_a_dateline_names_its_day_in_the_pages_year():
    text = page(
        "Mill shelled at dawn", "22 October 2015", "DAMASCUS, Oct 21 (Xinhua) -- Shells fell."
    )
    assert layout(text).published == "2015-10-22"
    assert words(text, "prose") == ["Shells fell."]
