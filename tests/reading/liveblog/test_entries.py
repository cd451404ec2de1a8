"""Entries with their headlines, bylines and times, from pages of several makes."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from dateline.reading.liveblog import Piece
from dateline.reading.liveblog.times import time_of
from tests.reading.liveblog.pages import (
    ARABIC,
    ARTICLE,
    DAMASCUS,
    DAY,
    SIGNED,
    STAMPED_ABOVE,
    STAMPED_BELOW_TITLES,
    clocks,
    headlines,
    page,
    read,
)

CAPTAIN = "Captain Is Questioned In The Harbour"


def test_stamps_above_the_headlines_are_the_entries_own():
    found = read(STAMPED_ABOVE)
    assert found.is_live
    assert found.masthead.headline.words == "Ferry Disaster: The Second Day"
    assert found.masthead.date.day == date(2015, 10, 21)
    assert [one.words for one in found.masthead.lead] == ["Divers searched the hull all night."]
    assert clocks(STAMPED_ABOVE) == ["21 17:58", "21 12:05", "21 12:01"]
    assert found.left == ()


def test_stamps_under_the_headlines_are_so_too_and_no_page_title_is_made_up():
    assert clocks(STAMPED_BELOW_TITLES) == ["21 17:58", "21 12:05", "21 09:30"]
    assert headlines(STAMPED_BELOW_TITLES)[-1] == CAPTAIN
    assert read(STAMPED_BELOW_TITLES).masthead.headline is None


def test_a_page_title_right_above_the_first_entry_is_none_of_its_own():
    found = read("The Ferry Day\n\n" + STAMPED_BELOW_TITLES)
    assert found.masthead.headline.words == "The Ferry Day"
    assert found.entries[0].headline.words == CAPTAIN


def test_signed_entries_without_times_have_the_day_alone():
    found = read(SIGNED)
    assert [one.name for one in found.entries] == ["Ann Lee", "Bo Ray"]
    assert [one.time for one in found.entries] == [None, None]
    assert found.masthead.credit.words == "Photo: Harbour Museum"
    assert found.masthead.previous.words.startswith("The previous post")
    assert found.masthead.column == "Ferry Watch"


def test_a_page_in_arabic_is_read_with_its_digits():
    assert clocks(ARABIC, DAMASCUS) == ["21 14:58", "21 09:05"]
    assert headlines(ARABIC, DAMASCUS) == [
        "العثور على الصندوق الأسود",
        "استجواب القبطان في الميناء",
    ]


def test_an_article_is_no_live_blog_and_its_text_stands_in_one_entry():
    found = read(ARTICLE)
    assert not found.is_live
    assert len(found.entries) == 1


@pytest.mark.parametrize("text", ["", " \n\n", "One line.", "\u200b", "17:58"])
def test_next_to_nothing_is_no_live_blog(text):
    assert not read(text).is_live


@pytest.mark.parametrize(
    ("stamp", "told"),
    [
        ("17:58 GMT", "21 17:58"),
        ("17:58 (UTC)", "21 17:58"),
        ("5:58 pm", "21 14:58"),
        ("17:58", "21 14:58"),
        ("12:58 EST", "21 17:58"),
        ("20:58 +03:00", "21 17:58"),
        ("20:58 GMT+3", "21 17:58"),
        ("١٧:٥٨", "21 14:58"),
        ("Oct 22, 2015 00:12 (GMT)", "22 00:12"),
        ("2015-10-21T17:58:00Z", "21 17:58"),
        ("21 октября 2015, 20:58 МСК", "21 17:58"),
        ("Posted at 17:58 GMT", "21 17:58"),
        ("17:58 British Summer Time", "21 16:58"),
        ("21 October 2015 / 1:58 PM EDT", "21 17:58"),
        ("21 octobre 2015 à 20h58", "21 17:58"),
        ("Mittwoch, 21. Oktober 2015, 20.58 Uhr", "21 17:58"),
        ("Miércoles, 21 de octubre de 2015 a las 20:58 h", "21 17:58"),
        ("21 Ekim 2015 Çarşamba 20:58", "21 17:58"),
        ("21 OCT 2015 20:58", "21 17:58"),
        ("21 EKİM 2015 20:58", "21 17:58"),
        ("17:58 IST", None),
        ("3 hours ago", None),
        ("20 October 2015", None),
    ],
)
def test_a_stamp_tells_its_time_in_utc_and_none_that_is_not_sure(stamp, told):
    head = page("The Ferry Day", "21 October 2015")
    text = page(head, "08:00 GMT", "The harbour opened.", stamp, "The harbour was shut.")
    assert clocks(text, DAMASCUS)[1:] == [told]


@pytest.mark.parametrize(
    ("zone", "told"),
    [("Asia/Kolkata", "21 12:28"), ("Asia/Jerusalem", None), ("Europe/Dublin", "21 16:58")],
)
def test_a_zone_s_name_that_several_have_is_the_column_s_own_where_it_has_it(zone, told):
    """Jerusalem is on IDT on that day."""
    text = page("Oct 21, 2015 12:00 IST", "It opened.", "Oct 21, 2015 17:58 IST", "It was shut.")
    assert clocks(text, ZoneInfo(zone))[1] == told


def test_a_date_without_an_hour_is_the_entrys_day():
    text = page("20 October 2015", "It opened.", "19 October 2015", "It was shut.")
    days = {entry.time.day for entry in read(text).entries if entry.time}
    assert date(2015, 10, 19) in days


def test_entries_stand_in_order_whatever_order_the_page_has():
    text = page("12:00 GMT", "Noon.", "18:00 GMT", "Evening.", "15:00 GMT", "Tea.")
    assert sorted(clocks(text)) == ["21 12:00", "21 15:00", "21 18:00"]
    rising = page("08:00 GMT", "A Morning At The Pier", "Calm.", "09:00 GMT", "A Storm", "Wind.")
    assert headlines(rising) == ["A Morning At The Pier", "A Storm"]
    assert headlines(STAMPED_ABOVE)[0] == "Bells Toll In The Old Town"


def test_an_entry_without_a_time_stays_between_its_neighbours():
    text = page(
        "18:00 GMT",
        "The Evening At The Pier",
        "Calm again.",
        "— Ann Lee",
        "The Storm At The Pier Today",
        "Nobody knows when.",
        "— Ann Lee",
        "09:00 GMT",
        "The Morning At The Pier",
        "Calm.",
    )
    assert headlines(text) == [
        "The Morning At The Pier",
        "The Storm At The Pier Today",
        "The Evening At The Pier",
    ]


def test_a_page_without_any_time_is_taken_to_show_the_newest_first():
    assert headlines(SIGNED)[-1] == "Captain Is Questioned In The Harbour Today"


@pytest.mark.parametrize("told", ["0001-05-01T10:00:00Z", "9999-12-31T23:59:00-05:00"])
def test_a_year_that_no_zone_can_tell_is_no_time(told):
    found = time_of(Piece("10:00", 0, 5), told, DAY, DAMASCUS)
    assert (found.day, found.at) == (DAY, None)
