import pytest

from .reading import edtf, edtfs, only


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from October 19-20", "2015-10-19/2015-10-20"),
        ("October 19 to 20, 2014", "2014-10-19/2014-10-20"),
        ("between 3 and 5 May", "2015-05-03/2015-05-05"),
        ("the 18th and 19th of August", "2015-08-18/2015-08-19"),
        ("30 September to 20 October", "2015-09-30/2015-10-20"),
        ("October 30-November 2, 2014", "2014-10-30/2014-11-02"),
        ("30 December to 2 January 2015", "2014-12-30/2015-01-02"),
        ("from Monday to Wednesday", "2015-10-19/2015-10-21"),
        ("from Friday to Monday", "2015-10-16/2015-10-19"),
        ("between January 1 and September 26", "2015-01-01/2015-09-26"),
        ("from 2011 to 2014", "2011/2014"),
        ("1998-2003", "1998/2003"),
        ("September 2014 to January 2015", "2014-09/2015-01"),
        ("since September 30", "2015-09-30/2015-10-21"),
        ("since 2011", "2011/2015-10-21"),
        ("since Monday", "2015-10-19/2015-10-21"),
        ("since mid-2012", "2012-05~/2015-10-21"),
        ("until Friday", "../2015-10-23"),
        ("until 2013", "../2013"),
        ("over the last four days", "2015-10-17/2015-10-21"),
        ("in the past 24 hours", "2015-10-20/2015-10-21"),
        ("in the past three months", "2015-07/2015-10"),
        ("over the past year", "2014/2015"),
        ("in the last week", "2015-10-14/2015-10-21"),
        ("in the next two weeks", "2015-10-21/2015-11-04"),
        ("early 2014", "2014-01~/2014-04~"),
        ("mid-2014", "2014-05~/2014-08~"),
        ("late last year", "2014-09~/2014-12~"),
        ("mid-October", "2015-10-11~/2015-10-20~"),
        ("late September", "2015-09-21~/2015-09-30~"),
        ("the end of November 2014", "2014-11-21~/2014-11-30~"),
        ("the late 1990s", "1997~/1999~"),
        ("Oct. 19 to Nov. 3", "2015-10-19/2015-11-03"),
        ("Monday through Wednesday", "2015-10-19/2015-10-21"),
        ("until 2016", "../2016"),
        ("since winter", "2014-24/2015-10-21"),
        ("from 44 BC to AD 14", "-0043/0014"),
    ],
)
def test_a_stretch_is_an_interval(text, expected):
    assert edtf(text) == expected


def test_an_open_beginning_has_no_first_day():
    found = only("until Friday")
    assert (found.when.start, found.when.end) == ("", "2015-10-23")


@pytest.mark.parametrize(
    ("text", "mod"),
    [("early October", "START"), ("mid-October", "MID"), ("late October", "END"), ("October", "")],
)
def test_early_and_late_stand_beside_the_value_of_timex3(text, mod):
    assert (only(text).timex_value, only(text).timex_mod) == ("2015-10", mod)


def test_an_aside_behind_a_dash_is_no_end_of_a_range():
    assert edtfs("on April 29 — the last day of the session")[0] == "2015-04-29"


def test_the_range_of_a_text_with_its_year_rests_on_the_text():
    assert only("19-20 October 2014").when.basis == "text"
    assert only("19-20 October").when.basis == "report"


def test_a_range_gives_its_beginning_to_timex3_which_marks_both_ends_apart():
    assert only("from 2011 to 2014").timex_value == "2011"


@pytest.mark.parametrize("text", ["October 20-19, 2014", "30-31 February 2014"])
def test_a_range_that_runs_backwards_or_outside_the_calendar_is_no_interval(text):
    assert not any("/" in one for one in edtfs(text))
