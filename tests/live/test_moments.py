"""Times as readers need them: local to the column, the zone named, exact for machines."""

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override
from lxml import html

from dateline.live.templatetags import moments

SUMMER = datetime(2015, 7, 21, 17, 58, 30, 999_999, tzinfo=UTC)
WINTER = datetime(2015, 12, 21, 17, 58, tzinfo=UTC)
TODAY = datetime(2026, 1, 5, 12, 0, tzinfo=UTC)


def shown(at, zone, day=None):
    """Return what a reader sees, what is told on hovering, and what a machine reads."""
    time = html.fromstring(moments.moment(at, ZoneInfo(zone), day))
    return time.text, time.get("title"), time.get("datetime")


@pytest.mark.parametrize(
    ("zone", "at", "clock"),
    [
        ("UTC", SUMMER, "17:58 GMT"),
        ("Europe/London", WINTER, "17:58 GMT"),
        ("Europe/London", SUMMER, "18:58 BST"),
        ("Asia/Damascus", SUMMER, "20:58 EEST"),
        ("Asia/Damascus", WINTER, "19:58 EET"),
        ("Asia/Damascus", TODAY, "15:00 GMT+3"),
        ("Asia/Kolkata", WINTER, "23:28 IST"),
        ("Asia/Kathmandu", WINTER, "23:43 GMT+5:45"),
        ("America/St_Johns", WINTER, "14:28 NST"),
        ("America/St_Johns", SUMMER, "15:28 NDT"),
        ("America/Sao_Paulo", TODAY, "09:00 GMT−3"),
        ("Pacific/Marquesas", TODAY, "02:30 GMT−9:30"),
    ],
)
def test_the_time_there_with_its_zone(zone, at, clock):
    assert shown(at, zone, day=at)[0] == clock


@pytest.mark.parametrize("zone", ["UTC", "Asia/Damascus", "Asia/Kolkata", "America/St_Johns"])
def test_a_machine_reads_the_same_instant_in_every_zone(zone):
    assert shown(SUMMER, zone)[2] == "2015-07-21T17:58:30Z"


def test_the_day_stands_only_where_it_is_another_than_the_pages():
    start = datetime(2015, 7, 21, 6, 0, tzinfo=UTC)
    night = datetime(2015, 7, 21, 21, 30, tzinfo=UTC)
    assert shown(night, "UTC", start)[0] == "21:30 GMT"
    assert shown(night, "Asia/Damascus", start)[0].startswith("22 Jul")
    assert shown(night, "Asia/Damascus", start)[0].endswith(" 00:30 EEST")
    assert shown(night, "Asia/Damascus", start)[1] == "22 July 2015 00:30 EEST"


def test_one_clock_hour_that_comes_twice_is_told_apart_by_its_zone():
    before, after = (datetime(2015, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert shown(before, "Europe/London", before)[0] == "01:30 BST"
    assert shown(after, "Europe/London", after)[0] == "01:30 GMT"


def test_days_are_the_columns_own():
    late = datetime(2015, 10, 20, 22, 0, tzinfo=UTC)
    assert "2015-10-21" in moments.day(late, ZoneInfo("Asia/Damascus"))
    assert "Wednesday 21 October 2015" in moments.day(late, ZoneInfo("Asia/Damascus"))


def test_in_arabic_months_and_weekdays_are_arabic_and_figures_stay():
    with override("ar"):
        said = str(moments.day(WINTER, ZoneInfo("Asia/Damascus")))
    assert re.search(r">الاثنين 21 \S+ 2015<", said), said


def test_a_reader_finds_the_columns_time_on_the_page(publish, follow, site):
    publish("Aleppo")
    follow()
    page = site.parsed("putin-in-syria/2015-10-21/index.html")
    assert page.get_element_by_id("u1").xpath(".//time")[0].text.endswith(" GMT+3")
