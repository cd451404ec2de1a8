"""Updates that were published elsewhere: their own time, or only their day."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, LiveBlog, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.blogs import Masthead, close_blog, start_blog
from dateline.ledger.verbs.publishing import import_update, publish_update

pytestmark = pytest.mark.django_db
THEN = datetime(2015, 10, 21, 8, tzinfo=UTC)
DAY = date(2015, 10, 21)


def test_an_imported_update_has_its_own_time_and_the_log_its_own(write, alice, holds):
    update = import_update(by=alice, update=write("Then"), at=THEN)
    assert (update.published_at, update.number, update.day) == (THEN, 1, None)
    assert Entry.objects.get(verb="import_update").time > THEN + timedelta(days=1)
    assert LiveBlog.objects.get().touched_at > THEN + timedelta(days=1)
    assert holds()


def test_one_whose_hour_nobody_knows_has_its_day(write, alice, holds):
    import_update(by=alice, update=write("Then"), at=THEN, day=DAY)
    assert Update.objects.get().day == DAY
    assert holds()


def test_a_newer_update_does_not_move_its_time(write, publish, alice):
    publish("Now")
    assert import_update(by=alice, update=write("Then"), at=THEN).published_at == THEN


def test_a_time_to_come_is_refused(write, alice):
    with pytest.raises(Refused, match="has not come yet"):
        import_update(by=alice, update=write("Soon"), at=timezone.now() + timedelta(hours=1))


def test_a_time_without_a_zone_is_refused(write, alice):
    with pytest.raises(Refused, match="time zone"):
        import_update(by=alice, update=write("Then"), at=datetime(2015, 10, 21))  # noqa: DTZ001


def test_what_is_public_is_not_imported_again(write, alice):
    update = publish_update(by=alice, update=write("Now"))
    with pytest.raises(Refused, match="published already"):
        import_update(by=alice, update=update, at=THEN)


def test_a_closed_blog_takes_nothing_in(write, alice, blog):
    update = write("Then")
    close_blog(by=alice, blog=blog)
    with pytest.raises(Refused, match="closed"):
        import_update(by=alice, update=update, at=THEN)


def test_a_blog_of_a_past_day_begins_with_it_in_the_columns_zone(alice, column, holds):
    head = Masthead(headline="Then")
    blog = start_blog(by=alice, column=column, slug="then", masthead=head, day=DAY)
    assert blog.started_at.astimezone(column.zone_info) == datetime(
        2015, 10, 21, tzinfo=column.zone_info
    )
    assert blog.day == DAY
    assert holds()


def test_a_day_that_is_not_told_is_no_part_of_what_the_log_holds(write, alice):
    update = import_update(by=alice, update=write("Then"), at=THEN)
    assert "day" not in update.content()
    dated = import_update(by=alice, update=write("Day"), at=THEN, day=DAY)
    assert dated.content()["day"] == "2015-10-21"
