from datetime import UTC, datetime

import pytest

from .reading import edtf, edtfs, everything, only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 9:20 a.m. Moscow time", "2015-10-21T09:20:00+03:00"),
        ("at 16:40 GMT", "2015-10-21T16:40:00Z"),
        ("at 1640 GMT", "2015-10-21T16:40:00Z"),
        ("at 9pm", "2015-10-21T21:00:00+03:00"),
        ("at 12 a.m.", "2015-10-21T00:00:00+03:00"),
        ("at noon on Thursday", "2015-10-15T12:00:00+03:00"),
        ("at 9.30 p.m. on October 19", "2015-10-19T21:30:00+03:00"),
        ("October 19 at 9:20 p.m.", "2015-10-19T21:20:00+03:00"),
        ("5 p.m. EST, Nov. 6, 2014", "2014-11-06T17:00:00-05:00"),
        ("Monday 11 January 2016 18:41", "2016-01-11T18:41:00+02:00"),
        ("Fri 07 Apr 2017 at 0914", "2017-04-07T09:14:00+03:00"),
        ("midnight Friday", "2015-10-17T00:00:00+03:00"),
        ("four o'clock in the morning", "2015-10-21T04:00:00+03:00"),
        ("2015-10-20T18:00Z", "2015-10-20T18:00:00Z"),
        ("two hours ago", "2015-10-21T19:00:00+03:00"),
        ("21:30 EEST", "2015-10-21T21:30:00+03:00"),
        ("at 1800Z", "2015-10-21T18:00:00Z"),
        ("18:00 UTC+3", "2015-10-21T18:00:00+03:00"),
        ("18:00 GMT+5:30", "2015-10-21T18:00:00+05:30"),
        ("1800 ET", "2015-10-21T18:00:00-04:00"),
        ("8 p.m. E.T.", "2015-10-21T20:00:00-04:00"),
        ("about 9:20 p.m.", "2015-10-21T21:20:00+03:00"),
    ],
)
def test_an_instant_keeps_its_zone(text, expected):
    found = only(text)
    assert (found.when.edtf, found.when.start, found.when.end) == (expected, expected, expected)


def test_without_a_zone_the_local_time_carries_none():
    assert edtf("at 9:20 a.m.", zone=None) == "2015-10-21T09:20:00"


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("Monday night", "2015-10-19", "2015-10-19TNI"),
        ("last night", "2015-10-20", "2015-10-20TNI"),
        ("this morning", "2015-10-21", "2015-10-21TMO"),
        ("yesterday evening", "2015-10-20", "2015-10-20TEV"),
        ("early on Tuesday morning", "2015-10-20", "2015-10-20TMO"),
        ("at dawn", "2015-10-21", "2015-10-21TMO"),
        ("on the morning of Oct. 5", "2015-10-05", "2015-10-05TMO"),
        ("tonight", "2015-10-21", "2015-10-21TNI"),
        ("overnight", "2015-10-20/2015-10-21", "2015-10-20TNI"),
        ("the night of 19-20 October", "2015-10-19/2015-10-20", "2015-10-19TNI"),
    ],
)
def test_a_part_of_a_day_keeps_its_day(text, day, value):
    found = only(text)
    assert (found.when.edtf, found.timex_value) == (day, value)


def test_a_stretch_of_hours_keeps_its_day_in_edtf_and_its_instants_beside():
    when = only("between 11.30 and 12.00 local time").when
    assert when.edtf == "2015-10-21"
    assert when.start == "2015-10-21T11:30:00+03:00"
    assert when.end == "2015-10-21T12:00:00+03:00"


def test_a_second_zone_in_brackets_stands_on_the_same_day():
    assert edtfs("at noon local time (0900 GMT) on Thursday") == [
        "2015-10-15T12:00:00+03:00",
        "2015-10-15T09:00:00Z",
        "2015-10-15",
    ]


def test_a_time_of_day_belongs_to_the_day_named_last():
    assert edtfs("They struck on Monday. At 16:40 they came back.")[1][:10] == "2015-10-19"


def test_in_one_sentence_even_a_day_of_long_ago_keeps_its_hour():
    text = "On July 22 last year he set off a bomb at 3:25 p.m. and fled."
    assert edtfs(text)[1] == "2014-07-22T15:25:00+03:00"


def test_that_evening_is_the_evening_of_the_day_named_last():
    assert edtfs("On October 3 they met. That evening it rained.")[1] == "2015-10-03"


def test_a_zone_in_small_letters_is_another_word():
    assert edtfs("(Smith 2010 et al.)") == ["2010"]


def test_an_offset_of_seconds_is_rounded_to_minutes():
    before_zones = datetime(1850, 6, 1, 9, tzinfo=UTC)
    assert edtf("9:20 Ankara time", reference=before_zones)[-6:] == "+01:56"


def test_the_reference_is_taken_into_the_zone_of_the_place():
    late = datetime(2015, 10, 21, 22, 30, tzinfo=UTC)
    assert edtf("today", reference=late) == "2015-10-22"
    assert edtf("today", reference=late, zone=None) == "2015-10-21"


@pytest.mark.parametrize("text", ["at 25:00", "at 9:75", "99 p.m."])
def test_a_time_that_no_clock_shows_is_no_time(text):
    assert [one for one in everything(text) if one.timex_type == "TIME"] == []
