"""Updates that the worker publishes at their time."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, LiveBlog, Update
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs import publishing
from dateline.ledger.verbs.blogs import close_blog, reopen_blog
from dateline.ledger.verbs.publishing import (
    publish_due,
    publish_update,
    schedule_update,
    unschedule_update,
)
from dateline.ledger.verbs.writing import Text, edit_update, submit_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def schedule(write, alice):
    def _schedule(headline, minutes=10, *, by=alice):
        when = timezone.now() + timedelta(minutes=minutes)
        return schedule_update(by=alice, update=write(headline, by=by), when=when)

    return _schedule


@pytest.fixture
def later(monkeypatch):
    """Set the clock ahead: `later(minutes)`."""
    real = timezone.now

    def _later(minutes):
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(minutes=minutes))

    return _later


def test_it_waits_for_its_time(schedule, later, holds):
    update = schedule("At ten")
    assert (update.status, update.number) == ("scheduled", None)
    assert publish_due() == []
    later(11)
    (published,) = publish_due()
    assert (published.status, published.number, published.scheduled_for) == ("published", 1, None)
    assert publish_due() == []
    assert holds()


def test_nobody_is_named_as_the_one_who_published(schedule, later):
    schedule("At ten")
    later(11)
    publish_due()
    entry = Entry.objects.last()
    assert (entry.verb, entry.who, entry.revision) == ("publish_scheduled", None, 2)


def test_the_earliest_gets_the_lowest_number(schedule, later, holds):
    schedule("Second", 20)
    schedule("First", 10)
    later(30)
    assert [(u.number, u.headline) for u in publish_due()] == [(1, "First"), (2, "Second")]
    assert holds()


def test_what_is_not_due_yet_stays(schedule, later):
    schedule("Now", 10)
    schedule("Tomorrow", 60 * 24)
    later(11)
    assert [update.headline for update in publish_due()] == ["Now"]


def test_closing_a_blog_makes_drafts_of_what_was_scheduled(schedule, later, alice, blog, holds):
    update = schedule("At ten")
    close_blog(by=alice, blog=blog)
    later(11)
    reopen_blog(by=alice, blog=blog)
    assert publish_due() == []
    update.refresh_from_db()
    assert (update.status, update.scheduled_for) == ("draft", None)
    assert holds()


def test_what_was_taken_off_is_not_published(schedule, later, alice, holds):
    update = unschedule_update(by=alice, update=schedule("At ten"))
    assert (update.status, update.scheduled_for) == ("draft", None)
    later(11)
    assert publish_due() == []
    assert holds()


@pytest.mark.parametrize("race", ["taken off", "closed", "published", "put off"])
def test_an_editor_who_is_faster_than_the_worker_wins(
    schedule, later, alice, blog, monkeypatch, race, holds
):
    update, faster = schedule("At ten"), schedule("Also at ten")
    later(11)
    acts = {
        "taken off": lambda: unschedule_update(by=alice, update=update),
        "closed": lambda: close_blog(by=alice, blog=blog),
        "published": lambda: publish_update(by=alice, update=update),
        "put off": lambda: schedule_update(
            by=alice, update=update, when=timezone.now() + timedelta(hours=1)
        ),
    }
    take_lock, raced = publishing.verb, []

    def verb(name, **options):
        if name == "publish_scheduled" and not raced:
            raced.append(True)
            acts[race]()
        return take_lock(name, **options)

    monkeypatch.setattr(publishing, "verb", verb)
    published = publish_due()
    assert update.pk not in {one.pk for one in published}
    assert len(published) == (0 if race == "closed" else 1)
    assert all(one.pk == faster.pk for one in published)
    assert holds()


def test_two_workers_publish_it_once(schedule, later, monkeypatch, holds):
    schedule("At ten")
    later(11)
    take_lock, raced = publishing.verb, []

    def verb(name, **options):
        if not raced:
            raced.append(True)
            assert len(publish_due()) == 1
        return take_lock(name, **options)

    monkeypatch.setattr(publishing, "verb", verb)
    assert publish_due() == []
    assert LiveBlog.objects.get().count == 1
    assert holds()


def test_a_later_time_replaces_an_earlier_one(schedule, alice, later):
    update = schedule("At ten")
    moved = timezone.now() + timedelta(hours=1)
    assert schedule_update(by=alice, update=update, when=moved).scheduled_for == moved
    later(30)
    assert publish_due() == []


def test_a_time_that_has_passed_is_refused(write, alice):
    with pytest.raises(Refused, match="has passed"):
        schedule_update(by=alice, update=write("Late"), when=timezone.now())


def test_a_time_without_a_zone_is_refused(write, alice):
    naive = datetime(2100, 1, 1)  # noqa: DTZ001  the naive time is the attack
    with pytest.raises(Refused, match="needs a time zone"):
        schedule_update(by=alice, update=write("When?"), when=naive)


def test_nothing_is_not_scheduled(write, alice):
    soon = timezone.now() + timedelta(hours=1)
    with pytest.raises(Refused, match="text is missing"):
        schedule_update(by=alice, update=write("", body=" "), when=soon)


def test_a_public_update_is_not_scheduled(publish, alice):
    soon = timezone.now() + timedelta(hours=1)
    with pytest.raises(Refused, match="published already"):
        schedule_update(by=alice, update=publish("Out"), when=soon)


def test_what_is_not_scheduled_is_not_taken_off(write, alice):
    with pytest.raises(Refused, match="not scheduled"):
        unschedule_update(by=alice, update=write("Draft"))


def test_what_is_scheduled_is_not_submitted(schedule, alice):
    with pytest.raises(Refused, match="is scheduled"):
        submit_update(by=alice, update=schedule("At ten"))


def test_an_editor_may_publish_it_earlier(schedule, alice, later):
    published = publish_update(by=alice, update=schedule("At ten"))
    assert published.scheduled_for is None
    later(11)
    assert publish_due() == []


def test_its_writer_changes_it_no_more_without_an_editor(schedule, carl):
    update = schedule("By Carl", by=carl)
    with pytest.raises(NotAllowed):
        edit_update(by=carl, update=update, text=Text(headline="Unseen"), based_on=1)
    assert Update.objects.get().headline == "By Carl"


def test_an_editor_may_mend_it(schedule, alice, later, holds):
    update = schedule("Rong")
    edit_update(by=alice, update=update, text=Text(headline="Right"), based_on=1)
    later(11)
    assert [one.headline for one in publish_due()] == ["Right"]
    assert holds()


def test_one_that_was_emptied_does_not_hold_up_the_others(schedule, alice, later):
    update = schedule("Emptied")
    schedule("Next", 11)
    with pytest.raises(Refused, match="text is missing"):
        edit_update(by=alice, update=update, text=Text(), based_on=1)
    later(12)
    assert len(publish_due()) == 2
