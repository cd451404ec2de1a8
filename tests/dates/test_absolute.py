import pytest

from .reading import edtf, only, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on October 16, 2015", "2015-10-16"),
        ("Friday Oct. 16 2015", "2015-10-16"),
        ("Fri 16 Oct 2015", "2015-10-16"),
        ("on Friday, 16 October, 2015", "2015-10-16"),
        ("the 5th of May 2014", "2014-05-05"),
        ("5-May-2014", "2014-05-05"),
        ("2015-10-20", "2015-10-20"),
        ("30.04.2014", "2014-04-30"),
        ("10/20/2015", "2015-10-20"),
        ("20/10/15", "2015-10-20"),
        ("05/06/2014", "2014-06-05"),
        ("2014/06/05", "2014-06-05"),
        ("31.12.99", "1999-12-31"),
        ("31/12/68", "2068-12-31"),
        ("31/12/69", "1969-12-31"),
        ("in March 2011", "2011-03"),
        ("in 2011", "2011"),
        ("the 2003 invasion", "2003"),
        ("resolution 2118 (2013)", "2013"),
        ("the 1990s", "199X"),
        ("the '90s", "199X"),
        ("the nineties", "199X"),
        ("the 20th century", "19XX"),
        ("the third quarter of 2014", "2014-07/2014-09"),
        ("the summer of 2014", "2014-22"),
        ("Christmas Eve 2014", "2014-12-24"),
        ("the year 10000", "Y10000"),
        ("nineteen seventy-nine", "1979"),
        ("the year two thousand", "2000"),
        ("fiscal year 2015", "2015"),
        ("the first half of 2014", "2014-01/2014-06"),
        ("the second half of fiscal 2014", "2014-07/2014-12"),
        ("the fourth quarter of fiscal 2014", "2014-10/2014-12"),
        ("Q3 2014", "2014-07/2014-09"),
        ("2014 Q3", "2014-07/2014-09"),
        ("the 2000 election", "2000"),
        ("2015-W43", "2015-10-19/2015-10-25"),
        ("2015-W43-2", "2015-10-20"),
        ("17/18 October 2015", "2015-10-17/2015-10-18"),
    ],
)
def test_a_whole_date_rests_on_the_text(text, expected):
    assert edtf(text) == expected
    assert only(text).when.basis == "text"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on October 16", "2015-10-16"),
        ("on December 7", "2015-12-07"),
        ("on September 30", "2015-09-30"),
        ("on 1 May", "2015-05-01"),
        ("was killed on 7 December", "2014-12-07"),
        ("will meet on 7 May", "2016-05-07"),
        ("in September", "2015-09"),
        ("in December", "2015-12"),
        ("fighting began in December", "2014-12"),
        ("profit fell in November", "2014-11"),
        ("June last year", "2014-06"),
        ("last June", "2015-06"),
        ("last November", "2014-11"),
        ("next March", "2016-03"),
        ("this October", "2015-10"),
        ("on New Year's Eve", "2015-12-31"),
        ("Tuesday, 3 November", "2015-11-03"),
        ("mourning was ordered for 3 November", "2015-11-03"),
        ("Wednesday, 23 July", "2014-07-23"),
        ("July 22 last year", "2014-07-22"),
        ("22 July last year", "2014-07-22"),
    ],
)
def test_a_date_without_a_year_takes_the_nearest_that_the_verbs_allow(text, expected):
    assert edtf(text) == expected
    assert only(text).when.basis == "report"


@pytest.mark.parametrize(
    "text",
    [*("30 February 2015", "on 31 June", "2015-02-30", "31.04.2015"), "2015-W54"],
)
def test_a_day_that_no_calendar_has_is_found_and_left_unresolved(text):
    found = only(text)
    assert (found.when.edtf, found.when.start, found.when.end) == ("", "", "")
    assert found.when.basis == "none"


def test_29_february_takes_a_year_that_has_one():
    assert edtf("on 29 February") == "2016-02-29"


@pytest.mark.parametrize(
    "text",
    [
        "2000 residents",
        "version 1.2.34",
        "at 192.168.1.20",
        "may go",
        "He marched with Mr. May",
        "March on!",
        "the fall of Aleppo",
        "a toll of 1,990 people",
        "SU-24 and S-300",
        "5000 others",
        "Arab Spring",
        "https://example.org/2015/10/20/september-27-strikes",
        "www.example.org/friday-may-5",
        "Russia Today",
        "The Daily Beast",
        "second",
        "Flight 1821",
        "call 555-2013",
        "the 2000 leaflets",
        "won 3-2",
        "in his forties",
        "an ad 79 people saw",
        "BC",
        "Easter Island",
        "three-quarters of them",
        "nearly one quarter of the votes",
        "as soon as they came",
        "sat in the sun",
        "",
        " ",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert words(text) == []


def test_a_stop_that_ends_the_sentence_is_not_part_of_the_words():
    assert words("It was in Oct. Then it was the 19th of August.") == ["Oct", "the 19th of August"]
