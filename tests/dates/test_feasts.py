from datetime import date

import pytest
from dateutil.easter import EASTER_ORTHODOX, easter

from dateline.dates.feasts import Easter, Weekday

from .reading import edtf, only, words


def test_easter_agrees_with_a_library_for_two_centuries():
    for year in range(1900, 2100):
        assert Easter().on(year) == easter(year)
        assert Easter(orthodox=True).on(year) == easter(year, EASTER_ORTHODOX)


@pytest.mark.parametrize(
    ("feast", "day"),
    [
        (Weekday(11, 3, 4), date(2015, 11, 26)),
        (Weekday(9, 0, 1), date(2015, 9, 7)),
        (Weekday(5, 0, -1), date(2015, 5, 25)),
        (Weekday(2, 0, -1), date(2016, 2, 29)),
    ],
)
def test_a_weekday_of_a_month_is_counted_from_either_end(feast, day):
    assert feast.on(day.year) == day


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Easter 2014", "2014-04-20"),
        ("on Good Friday", "2015-04-03"),
        ("Orthodox Easter 2013", "2013-05-05"),
        ("last Christmas", "2014-12-25"),
        ("next Easter", "2016-03-27"),
        ("this Thanksgiving", "2015-11-26"),
        ("on Labor Day", "2015-09-07"),
        ("July 4, 2014", "2014-07-04"),
        ("the Fourth of July", "2015-07-04"),
        ("на Пасху 2014 года", "2014-04-20"),
        ("عيد الميلاد", "2015-12-25"),
    ],
)
def test_a_feast_is_a_day(text, expected):
    assert edtf(text) == expected


def test_a_feast_without_a_year_rests_on_the_report():
    assert only("on Good Friday").when.basis == "report"


@pytest.mark.parametrize("text", ["during Ramadan", "Eid al-Fitr", "Easter Island"])
def test_what_the_moon_decides_and_what_only_bears_the_name_is_left_alone(text):
    assert words(text) == []
