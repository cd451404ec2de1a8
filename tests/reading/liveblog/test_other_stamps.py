"""Stamps that are not the entries' own: of a change, of the page, of a pasted post."""

from datetime import UTC

import pytest

from tests.reading.liveblog.pages import clocks, page, read

CHANGED = page(
    "Ferry Disaster: live",
    "Updated Wed 21 Oct 2015 23.10 GMT",
    "This page is now closed.",
    "21.05 GMT",
    "Captain Is Questioned In The Harbour",
    "The captain was questioned for three hours.",
    "Updated at 23.09 GMT",
    "20.31 GMT",
    "The mayor has called for a day of silence.",
    "Updated at 20.48 GMT",
    "18.40 GMT",
    "Divers Find The Black Box",
    "Divers found the black box.",
)
POSTED = page(
    "Ferry Disaster: live",
    "Oct 21, 2015 18:22 (GMT)",
    "Flag Is Raised On The Pier",
    "Somebody wrote:",
    "The flag is up.",
    "Bo Ray (@boray) October 6, 2014",
    "8:11 PM - 6 Oct 2014",
    "112 Retweets",
    "Oct 21, 2015 16:02 (GMT)",
    "Boats Are Leaving",
    "Nine boats have left.",
    "Oct 21, 2015 11:40 (GMT)",
    "It is calm.",
)
BARE = page(
    "Ferry Disaster: live",
    "21 October 2015",
    "18:22",
    "Flag Is Raised On The Pier",
    "The flag is up, wrote the harbour master a year ago:",
    "It is up.",
    "6 Oct 2014 20:11",
    "16:02",
    "Boats Are Leaving",
    "Nine boats have left.",
    "11:40",
    "It is calm.",
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (CHANGED, ["21 21:05", "21 20:31", "21 18:40"]),
        (POSTED, ["21 18:22", "21 16:02", "21 11:40"]),
        (BARE, ["21 18:22", "21 16:02", "21 11:40"]),
    ],
)
def test_an_entry_has_its_own_time_whatever_other_stamps_stand_on_the_page(text, told):
    assert clocks(text, UTC) == told
    assert all(entry.time.at.year == 2015 for entry in read(text).entries)


def test_a_day_between_the_entries_is_the_day_of_those_below_it():
    head = page("The siege: live", "Wednesday 21 October 2015", "12:00", "Nine boats have left.")
    rest = page("Tuesday 20 October 2015", "14:00", "It blows.", "09:00", "It is calm.")
    assert clocks(page(head, rest), UTC) == ["21 12:00", "20 14:00", "20 09:00"]


def test_what_stands_above_the_first_stamp_is_the_page_s_head_and_no_update():
    found = read(CHANGED)
    assert found.masthead.headline.words == "Ferry Disaster: live"
    assert len(found.entries) == 3


def test_a_pasted_post_s_own_lines_stay_in_the_entry_that_shows_it():
    first, second, _ = read(POSTED).entries
    assert first.parts[-1].words == "112 Retweets"
    assert second.headline.words == "Boats Are Leaving"


def test_a_line_above_a_stamp_is_no_headline_where_titles_stand_under_the_stamps():
    related = page("18:00", "The Harbour Opens Again", "It opened.", "Ten Photos Of The Storm")
    text = page(related, "17:00", "The Storm Ends", "It ended.", "16:00", "A Storm Comes", "Wind.")
    first, second, _ = read(text).entries
    assert [part.words for part in first.parts] == ["It opened.", "Ten Photos Of The Storm"]
    assert second.headline.words == "The Storm Ends"


def test_a_heading_within_a_stamped_entry_makes_no_update_and_keeps_its_place():
    inside = page("18:00", "It opened.", "What The Harbour Says", "It will stay open.")
    text = page(inside, "17:00", "It ended.", "16:00", "A storm came.")
    first = read(text).entries[0]
    assert first.headline is None
    assert [part.words for part in first.parts][1] == "What The Harbour Says"
    assert len(read(text).entries) == 3


def test_an_entry_of_a_headline_alone_is_an_entry():
    text = page("18:00", "The Harbour Opens Again", "17:00", "It ended.", "16:00", "Wind blows.")
    assert clocks(text, UTC) == ["21 18:00", "21 17:00", "21 16:00"]
