"""Publishing, correcting and marking updates."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, LiveBlog, Revision, Update
from dateline.ledger.refusal import Collision, Refused
from dateline.ledger.verbs.blogs import close_blog
from dateline.ledger.verbs.publishing import (
    MARKS,
    MAX_PINNED,
    correct_update,
    mark_update,
    publish_update,
    withdraw_update,
)
from dateline.ledger.verbs.redacting import redact_update
from dateline.ledger.verbs.writing import Text, edit_update, submit_update

pytestmark = pytest.mark.django_db
THEN = datetime(2015, 10, 21, 8, tzinfo=UTC)


def correct(by, update, words="Right", **options):
    options = {"note": "A name was wrong.", "based_on": 1} | options
    return correct_update(by=by, update=update, text=Text(headline=words), **options)


def test_updates_are_numbered_in_order_of_publication(write, alice, holds):
    first, second = write("Written first"), write("Written second")
    assert publish_update(by=alice, update=second).number == 1
    assert publish_update(by=alice, update=first).number == 2
    assert LiveBlog.objects.get().count == 2
    assert holds()


def test_each_blog_counts_for_itself(publish, owner, other_blog):
    assert publish("Syria").number == 1
    assert publish("Donetsk", by=owner, blog=other_blog).number == 1


def test_readers_learn_of_it_by_one_delta(publish, blog):
    update = publish("Out")
    entry = Entry.objects.last()
    assert (entry.verb, entry.blog, entry.revision) == ("publish_update", blog, 2)
    assert entry.content.body["after"]["number"] == update.number == 1
    assert LiveBlog.objects.get().touched_at == update.published_at


def test_what_waits_for_review_is_published_by_an_editor(write, alice, carl):
    update = submit_update(by=carl, update=write("By Carl", by=carl))
    published = publish_update(by=alice, update=update)
    assert (published.status, published.author) == ("published", carl)


def test_it_is_published_once(publish, alice, holds):
    update = publish("Out")
    with pytest.raises(Refused, match="published already"):
        publish_update(by=alice, update=update)
    assert LiveBlog.objects.get().count == 1
    assert holds()


def test_a_withdrawn_one_is_not_published_anew(publish, alice):
    gone = withdraw_update(by=alice, update=publish("Wrong"), reason="It was wrong.")
    with pytest.raises(Refused, match="withdrawn already"):
        publish_update(by=alice, update=gone)


def test_a_closed_blog_takes_no_update(write, alice, blog, holds):
    update = write("Too late")
    close_blog(by=alice, blog=blog)
    with pytest.raises(Refused, match="is closed"):
        publish_update(by=alice, update=update)
    assert LiveBlog.objects.get().count == 0
    assert holds()


@pytest.mark.parametrize("body", ["", " \n\t\r\n"])
def test_nothing_is_not_published(write, alice, body):
    update = write("", body=body)
    with pytest.raises(Refused, match="text is missing"):
        publish_update(by=alice, update=update)
    assert Update.objects.get().number is None


def test_an_import_keeps_its_time(write, alice, holds):
    assert publish_update(by=alice, update=write("Old"), at=THEN).published_at == THEN
    assert holds()


def test_an_import_out_of_order_does_not_go_behind_its_number(write, alice):
    publish_update(by=alice, update=write("Ten"), at=THEN + timedelta(hours=2))
    eight = publish_update(by=alice, update=write("Eight"), at=THEN)
    assert eight.published_at == THEN + timedelta(hours=2)


def test_a_time_to_come_is_for_the_schedule(write, alice):
    with pytest.raises(Refused, match="Schedule the update"):
        publish_update(by=alice, update=write("X"), at=timezone.now() + timedelta(minutes=1))


def test_a_correction_is_public_and_carries_its_note(publish, alice, blog, holds):
    update = correct(alice, publish("Rong"))
    entry, revision = Entry.objects.last(), Revision.objects.get(number=2)
    assert (update.headline, update.revision, update.number) == ("Right", 2, 1)
    assert (entry.blog, entry.revision) == (blog, 3)
    assert revision.note == entry.content.body["reason"] == "A name was wrong."
    assert holds()


def test_a_correction_needs_its_note(publish, alice):
    with pytest.raises(Refused, match="note is missing"):
        correct(alice, publish("Rong"), note="  ")


def test_a_correction_leaves_some_text(publish, alice):
    with pytest.raises(Refused, match="text is missing"):
        correct(alice, publish("Rong"), words=" ")


def test_a_correction_of_an_older_text_collides(publish, alice, holds):
    update = publish("Rong")
    correct(alice, update)
    with pytest.raises(Collision):
        correct(alice, update, words="Also right")
    assert Update.objects.get().headline == "Right"
    assert holds()


def test_a_closed_blog_is_still_corrected(publish, alice, blog):
    update = publish("Rong")
    close_blog(by=alice, blog=blog)
    assert correct(alice, update).headline == "Right"


def test_what_is_not_public_is_edited_not_corrected(write, alice):
    with pytest.raises(Refused, match="Edit it instead"):
        correct(alice, write("Draft"))


def test_what_is_withdrawn_is_not_corrected(publish, alice):
    gone = withdraw_update(by=alice, update=publish("Wrong"), reason="It was wrong.")
    with pytest.raises(Refused, match="is withdrawn"):
        correct(alice, gone)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_is_put_on_and_taken_away(publish, alice, mark, holds):
    update = publish("Out")
    assert getattr(mark_update(by=alice, update=update, mark=mark, on=True), mark)
    assert Entry.objects.last().revision == 3
    assert not getattr(mark_update(by=alice, update=update, mark=mark, on=False), mark)
    assert holds()


def test_a_mark_put_on_twice_stays(publish, alice, holds):
    update = publish("Out")
    for _ in range(2):
        assert mark_update(by=alice, update=update, mark="pinned", on=True).pinned
    assert holds()


def test_a_mark_on_a_draft_tells_readers_nothing(write, alice):
    mark_update(by=alice, update=write("Draft"), mark="key_event", on=True)
    assert Entry.objects.last().blog is None
    assert LiveBlog.objects.get().revision == 1


@pytest.mark.parametrize("mark", ["status", "number", "", "__class__"])
def test_no_other_field_is_a_mark(publish, alice, mark):
    with pytest.raises(Refused, match="is no mark"):
        mark_update(by=alice, update=publish("Out"), mark=mark, on=True)


def test_only_so_many_are_pinned(publish, alice):
    updates = [publish(f"Number {n}") for n in range(MAX_PINNED + 1)]
    for update in updates[:-1]:
        mark_update(by=alice, update=update, mark="pinned", on=True)
    with pytest.raises(Refused, match="pinned already"):
        mark_update(by=alice, update=updates[-1], mark="pinned", on=True)
    mark_update(by=alice, update=updates[0], mark="pinned", on=False)
    assert mark_update(by=alice, update=updates[-1], mark="pinned", on=True).pinned


def test_a_stone_is_not_marked(publish, alice):
    gone = withdraw_update(by=alice, update=publish("Wrong"), reason="It was wrong.")
    with pytest.raises(Refused, match="is withdrawn"):
        mark_update(by=alice, update=gone, mark="pinned", on=True)


@pytest.mark.django_db(transaction=True)
def test_what_is_redacted_is_gone_for_every_verb(publish, alice, owner, holds):
    update = publish("Secret")
    redact_update(by=owner, update=update, reason="It named a shelter.")
    for act in (
        lambda: publish_update(by=owner, update=update),
        lambda: correct(owner, update),
        lambda: mark_update(by=owner, update=update, mark="pinned", on=True),
        lambda: withdraw_update(by=owner, update=update, reason="Again."),
        lambda: edit_update(by=owner, update=update, text=Text(headline="X"), based_on=1),
        lambda: submit_update(by=owner, update=update),
    ):
        with pytest.raises(Refused):
            act()
    assert holds()
