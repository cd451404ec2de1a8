from datetime import UTC, datetime

import pytest

from .reading import edtf, edtfs, everything, only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today", "2015-10-21"),
        ("earlier today", "2015-10-21"),
        ("yesterday", "2015-10-20"),
        ("tomorrow", "2015-10-22"),
        ("the day before yesterday", "2015-10-19"),
        ("on Monday", "2015-10-19"),
        ("on Wednesday", "2015-10-21"),
        ("on Thursday", "2015-10-15"),
        ("will meet on Thursday", "2015-10-22"),
        ("last Monday", "2015-10-19"),
        ("last Wednesday", "2015-10-14"),
        ("next Friday", "2015-10-23"),
        ("this Sunday", "2015-10-25"),
        ("last week", "2015-10-12/2015-10-18"),
        ("this week", "2015-10-19/2015-10-25"),
        ("next week", "2015-10-26/2015-11-01"),
        ("at the weekend", "2015-10-17/2015-10-18"),
        ("last month", "2015-09"),
        ("this year", "2015"),
        ("last year", "2014"),
        ("two weeks ago", "2015-10-07"),
        ("three days ago", "2015-10-18"),
        ("more than two months ago", "2015-08"),
        ("five years ago", "2010"),
        ("a year ago", "2014"),
        ("two decades ago", "1995~"),
        ("last summer", "2015-22"),
        ("last winter", "2014-24"),
        ("now", "2015-10-21"),
        ("at this time", "2015-10-21"),
        ("year-end", "2015-12-31"),
        ("two and a half years ago", "2013"),
        ("a week or so ago", "2015-10-14"),
        ("half a century ago", "1965"),
        ("the week ahead", "2015-10-19/2015-10-25"),
        ("the latest fiscal year", "2014"),
        ("in spring", "2015-21"),
        ("the second half of last year", "2014-07/2014-12"),
    ],
)
def test_it_is_read_against_the_time_of_publication(text, expected):
    assert edtf(text) == expected
    assert only(text).when.basis == "report"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On September 30 it began. Three days later it ended.", "2015-10-03"),
        ("It fell on October 3. The day before, they met.", "2015-10-02"),
        ("It fell on October 3. The following day, they met.", "2015-10-04"),
        ("On 5 May 2014 it fell; two weeks earlier they met.", "2014-04-21"),
        ("In March 2011 it began; a year later it spread.", "2012-03"),
        ("There were 90 on June 30, down from 120 a year before.", "2014-06-30"),
        ("They left on October 3. Ten days later, they met.", "2015-10-13"),
        ("It sold 90 in September, up from a year ago.", "2014-09"),
        ("In May 1995 it began; the following year it spread.", "1996"),
        ("It fell on October 3. The same day they met.", "2015-10-03"),
    ],
)
def test_earlier_and_later_count_from_the_date_named_last(text, expected):
    assert edtfs(text)[-1] == expected


@pytest.mark.parametrize("event", ["the vote", "her death", "Monday’s vote", "a vote"])
def test_the_day_before_an_event_is_not_the_day_before_the_date_named_last(event):
    assert "2015-10-02" not in edtfs(f"It fell on October 3. The day before {event} they met.")


def test_an_amount_of_money_is_no_part_of_a_duration():
    assert only("fines of $44,000 and 12 months in jail").timex_value == "P12M"


def test_bare_hours_before_last_week_stay_apart():
    assert [one.timex_value for one in everything("waited for hours last week")] == [
        "PTXH",
        "2015-W42",
    ]


def test_a_comparison_does_not_move_what_follows():
    text = "the third quarter of 2014, up from a year earlier, and down from a year earlier"
    assert edtfs(text)[-1] == "2013-07/2013-09"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the third quarter", "2015-07/2015-09"),
        ("the fourth quarter", "2015-10/2015-12"),
        ("last year's third quarter", "2014-07/2014-09"),
        ("the third quarter of last year", "2014-07/2014-09"),
        ("the 2014 second quarter", "2014-04/2014-06"),
        ("the latest quarter", "2015-07/2015-09"),
        ("this quarter", "2015-10/2015-12"),
    ],
)
def test_quarters_are_intervals_of_months(text, expected):
    assert edtf(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("profit fell in the third quarter", "2015-07/2015-09"),
        ("profit will fall in the third quarter", "2016-07/2016-09"),
        ("in the fourth quarter", "2015-10/2015-12"),
    ],
)
def test_a_quarter_lies_where_the_verb_puts_it(text, expected):
    assert edtf(text, reference=datetime(2016, 4, 10, tzinfo=UTC)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in the third quarter of 2014, and rose a year ago", "2013-07/2013-09"),
        ("It fell in the third quarter of 2014 from the year-ago quarter", "2013-07/2013-09"),
        ("It fell on October 3. The following Monday they met.", "2015-10-05"),
        ("It fell on October 3. The previous Friday they met.", "2015-10-02"),
        ("It fell in May 2013. Later in the year they met.", "2013"),
        ("It fell in May 2013. During the year they met.", "2013"),
        ("It fell on October 3. The next morning they met.", "2015-10-04"),
        ("It fell in May 2013. Some years later they met.", ""),
    ],
)
def test_what_stands_beside_the_date_named_last(text, expected):
    assert edtfs(text)[-1] == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("recently", "PAST_REF"),
        ("in recent days", "PAST_REF"),
        ("soon", "FUTURE_REF"),
        ("in the future", "FUTURE_REF"),
        ("in the past", "PAST_REF"),
        ("several weeks ago", "PXW"),
        ("every Friday", "XXXX-WXX-5"),
        ("on Fridays", "XXXX-WXX-5"),
        ("every day", "P1D"),
        ("each July", "XXXX-07"),
        ("daily", "P1D"),
        ("every two weeks", "P2W"),
        ("four days", "P4D"),
        ("a two-year siege", "P2Y"),
        ("twenty-four hours", "PT24H"),
        ("half an hour", "PT30M"),
        ("a week", "P1W"),
        ("nearly two hundred years", "P200Y"),
        ("a few days", "PXD"),
        ("five straight days", "P5D"),
        ("13-year-old", "P13Y"),
        ("One day they will understand", "FUTURE_REF"),
        ("It lasted one day.", "P1D"),
        ("one day after the vote", "P1D"),
        ("a dozen years", "P12Y"),
        ("a handful of weeks", "PXW"),
        ("a quarter-century", "P25Y"),
        ("two and a half years", "P2.5Y"),
        ("two-and-a-half-year", "P2.5Y"),
        ("a year and a half", "P1.5Y"),
        ("2.5 hours", "PT2.5H"),
        ("the months ahead", "PXM"),
        ("weekly", "P1W"),
        ("at that time", "PAST_REF"),
    ],
)
def test_what_names_no_date_has_a_value_and_no_interval(text, value):
    found = only(text)
    assert found.timex_value == value
    assert (found.when.edtf, found.when.basis) == ("", "none")


def test_an_apostrophe_that_got_lost_makes_no_habit():
    assert edtf("Tuesdays bombardment killed 49") == "2015-10-20"
