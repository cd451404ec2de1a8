"""Starting a live blog, changing its masthead, closing it and opening it again."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, LiveBlog
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, reopen_blog, start_blog

pytestmark = pytest.mark.django_db
THEN = datetime(2015, 10, 21, 8, tzinfo=UTC)


def test_readers_learn_of_a_new_blog_at_once(blog, alice, holds):
    entry = Entry.objects.last()
    assert (entry.verb, entry.who, entry.blog, entry.revision) == ("start_blog", alice, blog, 1)
    assert LiveBlog.objects.get().revision == 1
    assert holds()


def test_it_speaks_the_columns_language_unless_told(alice, column, blog):
    arabic = Masthead(headline="الأسد في موسكو", language="ar")
    assert blog.language == "en"
    assert start_blog(by=alice, column=column, slug="ar", masthead=arabic).language == "ar"


def test_no_two_blogs_of_a_column_share_an_address(alice, column, blog):
    with pytest.raises(Refused, match="already"):
        start_blog(by=alice, column=column, slug=blog.slug, masthead=Masthead(headline="Again"))


def test_blogs_of_two_columns_may_share_an_address(blog, other_blog):
    assert blog.slug == other_blog.slug


def test_a_headline_is_needed(alice, column):
    with pytest.raises(Refused, match="headline is missing"):
        start_blog(by=alice, column=column, slug="x", masthead=Masthead(headline=" "))
    assert not LiveBlog.objects.exists()


def test_it_follows_a_blog_of_the_same_column_only(alice, column, blog, other_blog):
    after = Masthead(headline="The next day", previous=blog)
    assert start_blog(by=alice, column=column, slug="next", masthead=after).previous == blog
    with pytest.raises(Refused, match="same column"):
        start_blog(
            by=alice, column=column, slug="x", masthead=Masthead(headline="X", previous=other_blog)
        )


def test_it_does_not_follow_itself(alice, blog):
    with pytest.raises(Refused, match="its own previous"):
        edit_blog(by=alice, blog=blog, masthead=Masthead(headline="X", previous=blog))


def test_an_edit_is_public_and_keeps_what_was_before(alice, blog, photo, holds):
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="Assad was in Moscow", photo=photo))
    entry = Entry.objects.last()
    assert (entry.verb, entry.revision) == ("edit_blog", 2)
    assert entry.content.body["before"]["headline"] == "Assad in Moscow"
    assert entry.content.body["after"]["photo_id"] == str(photo.pk)
    assert holds()


def test_closing_says_when(alice, blog, holds):
    closed = close_blog(by=alice, blog=blog)
    assert (closed.state, closed.revision) == ("closed", 2)
    assert closed.closed_at >= closed.started_at
    assert holds()


def test_it_is_closed_once(alice, blog):
    close_blog(by=alice, blog=blog)
    with pytest.raises(Refused, match="closed already"):
        close_blog(by=alice, blog=blog)
    assert LiveBlog.objects.get().revision == 2


def test_it_opens_again_once(alice, blog, holds):
    with pytest.raises(Refused, match="live already"):
        reopen_blog(by=alice, blog=blog)
    close_blog(by=alice, blog=blog)
    opened = reopen_blog(by=alice, blog=blog)
    assert (opened.state, opened.closed_at, opened.revision) == ("live", None, 3)
    assert holds()


def test_a_day_long_ago_is_imported_with_its_own_times(alice, column, holds):
    blog = start_blog(
        by=alice, column=column, slug="old", masthead=Masthead(headline="Old"), at=THEN
    )
    closed = close_blog(by=alice, blog=blog, at=THEN + timedelta(hours=9))
    assert (closed.started_at, closed.closed_at) == (THEN, THEN + timedelta(hours=9))
    assert closed.touched_at == THEN + timedelta(hours=9)
    assert Entry.objects.last().time > THEN + timedelta(days=3000)  # the log says when it was done
    assert holds()


def test_a_blog_is_not_closed_before_it_started(alice, blog):
    assert close_blog(by=alice, blog=blog, at=THEN).closed_at == blog.started_at


def test_a_time_to_come_is_refused(alice, column):
    ahead = timezone.now() + timedelta(hours=1)
    with pytest.raises(Refused, match="not come yet"):
        start_blog(by=alice, column=column, slug="x", masthead=Masthead(headline="X"), at=ahead)


def test_a_time_without_a_zone_is_refused(alice, column):
    naive = datetime(2015, 10, 21)  # noqa: DTZ001  the naive time is the attack
    with pytest.raises(Refused, match="needs a time zone"):
        start_blog(by=alice, column=column, slug="x", masthead=Masthead(headline="X"), at=naive)
