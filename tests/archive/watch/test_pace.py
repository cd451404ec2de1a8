"""The tables of pace.py."""

from datetime import UTC, datetime, timedelta

import pytest

from dateline.archive.watch.pace import after_failure, after_success, look_again_at

MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
KEPT = datetime(2015, 10, 21, 17, 58, tzinfo=UTC)


@pytest.mark.parametrize(
    ("earlier", "minutes"), [(0, 5), (1, 10), (2, 20), (3, 40), (6, 320), (7, 640), (8, 1280)]
)
def test_failures_double_the_wait_within_a_tenth(earlier, minutes):
    wait = after_failure(earlier, name="w")
    assert max(0.9 * minutes, 5) * MINUTE <= wait <= min(1.1 * minutes, 1440) * MINUTE


@pytest.mark.parametrize("earlier", [9, 12, 10_000])
def test_a_wait_never_exceeds_a_day(earlier):
    assert 0.9 * DAY <= after_failure(earlier, name="w") <= DAY


def test_watches_that_failed_together_do_not_come_back_together():
    waits = {after_failure(3, name=str(number)) for number in range(100)}
    assert len(waits) == 100
    assert after_failure(3, name="7") == after_failure(3, name="7")


def test_what_the_site_asked_for_is_waited_for():
    assert after_failure(0, name="w", asked=2 * HOUR) == 2 * HOUR
    assert after_failure(0, name="w", asked=9 * DAY) == DAY


@pytest.mark.parametrize(
    ("interval", "new", "asked", "expected"),
    [
        (60 * MINUTE, 0, None, 90 * MINUTE),
        (60 * MINUTE, 1, None, 30 * MINUTE),
        (60 * MINUTE, 2, None, 15 * MINUTE),
        (60 * MINUTE, 50, None, 15 * MINUTE),
        (5 * MINUTE, 9, None, 5 * MINUTE),
        (5 * HOUR, 0, None, 6 * HOUR),
        (timedelta(0), 0, None, 7.5 * MINUTE),
        (9 * DAY, 1, None, 3 * HOUR),
        (10 * MINUTE, 1, 30 * MINUTE, 30 * MINUTE),
        (10 * MINUTE, 1, DAY, 6 * HOUR),
    ],
)
def test_news_shortens_the_interval_and_silence_lengthens_it(interval, new, asked, expected):
    assert after_success(interval, new, asked=asked) == expected


def test_a_source_is_looked_at_about_three_times_an_item():
    interval, now, looks, posted = HOUR, timedelta(0), 0, 0
    while now < 30 * DAY:
        now += interval
        looks += 1
        new = int(now / (3 * HOUR)) - posted
        posted += new
        interval = after_success(interval, new)
    assert 2 <= looks / posted <= 4


@pytest.mark.parametrize(
    ("age", "next_age"),
    [
        (timedelta(0), HOUR),
        (59 * MINUTE, HOUR),
        (HOUR, 6 * HOUR),
        (6 * HOUR, DAY),
        (DAY, 3 * DAY),
        (3 * DAY, 7 * DAY),
        (7 * DAY, 30 * DAY),
        (30 * DAY, 60 * DAY),
        (59 * DAY, 60 * DAY),
        (3650 * DAY, 3660 * DAY),
    ],
)
def test_a_kept_address_is_looked_at_again(age, next_age):
    assert look_again_at(KEPT, KEPT + age) == KEPT + next_age
