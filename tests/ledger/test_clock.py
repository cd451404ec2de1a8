"""A clock set back reorders nothing: numbers and times go on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, LiveBlog, Revision
from dateline.ledger.verbs.blogs import close_blog
from dateline.ledger.verbs.publishing import correct_update, publish_due, schedule_update
from dateline.ledger.verbs.writing import Text

pytestmark = pytest.mark.django_db


@pytest.fixture
def set_clock(monkeypatch):
    """Set the clock off by some hours: the clock is the outside world."""
    real = timezone.now

    def _set(hours):
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(hours=hours))

    return _set


def assert_nothing_went_back():
    times = list(Entry.objects.order_by("sequence").values_list("time", flat=True))
    assert times == sorted(times)
    published = LiveBlog.objects.get().updates.exclude(number=None).order_by("number")
    moments = list(published.values_list("published_at", flat=True))
    assert moments == sorted(moments)


def test_newer_updates_are_never_older(publish, set_clock, holds):
    publish("One")
    for hours in (-1, 5, -300, 0):
        set_clock(hours)
        publish(f"After {hours}")
    assert [u.number for u in LiveBlog.objects.get().updates.order_by("number")] == [1, 2, 3, 4, 5]
    assert_nothing_went_back()
    assert holds()


def test_a_corrections_time_is_not_before_its_update(publish, set_clock, alice, holds):
    update = publish("Rong")
    set_clock(-24)
    correct_update(by=alice, update=update, text=Text(headline="Right"), note="A name.", based_on=1)
    assert Revision.objects.get(number=2).at >= update.published_at
    assert_nothing_went_back()
    assert holds()


def test_a_blog_does_not_close_before_it_started(blog, set_clock, alice):
    set_clock(-24)
    closed = close_blog(by=alice, blog=blog)
    assert closed.closed_at >= closed.started_at
    assert closed.touched_at >= blog.touched_at


def test_what_was_scheduled_still_comes_once(write, set_clock, alice, holds):
    when = timezone.now() + timedelta(hours=1)
    schedule_update(by=alice, update=write("At ten"), when=when)
    set_clock(-24)
    assert publish_due() == []
    set_clock(2)
    assert len(publish_due()) == 1
    set_clock(-24)
    assert publish_due() == []
    assert_nothing_went_back()
    assert holds()
