"""Writing updates before they are public, and the way to review."""

import uuid

import pytest

from dateline.ledger.models import Entry, Revision, Update
from dateline.ledger.refusal import Collision, NotAllowed, Refused
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import (
    Text,
    edit_update,
    return_update,
    submit_update,
    write_update,
)

pytestmark = pytest.mark.django_db


def test_a_new_update_is_inside_the_desk(write, alice, holds):
    update = write("Assad in Moscow", place="Moscow", byline="Alice")
    assert (update.status, update.number, update.revision) == ("draft", None, 1)
    entry = Entry.objects.last()
    assert (entry.verb, entry.who, entry.blog, entry.revision) == (
        "write_update",
        alice,
        None,
        None,
    )
    assert holds()


def test_every_text_that_it_had_is_kept(write, alice, holds):
    update = write("One")
    edit_update(by=alice, update=update, text=Text(headline="Two"), based_on=1)
    edit_update(by=alice, update=update, text=Text(headline="Three"), based_on=2)
    kept = Revision.objects.filter(update=update).order_by("number")
    assert list(kept.values_list("number", "headline")) == [(1, "One"), (2, "Two"), (3, "Three")]
    assert holds()


def test_line_ends_are_one_character_and_spaces_around_a_headline_go(write):
    update = write("  Moscow ", body="One.\r\n\r\nTwo. ")
    assert (update.headline, update.body) == ("Moscow", "One.\n\nTwo. ")


def test_a_text_based_on_an_older_one_collides_and_overwrites_nothing(write, alice, carl, holds):
    update = write("One", by=carl)
    edit_update(by=alice, update=update, text=Text(headline="Alice's"), based_on=1)
    with pytest.raises(Collision) as collision:
        edit_update(by=carl, update=update, text=Text(headline="Carl's"), based_on=1)
    assert collision.value.newest == 2
    assert Update.objects.get().headline == "Alice's"
    assert Revision.objects.count() == 2
    assert holds()


@pytest.mark.parametrize("based_on", [0, 2, -1, None])
def test_a_text_based_on_one_that_never_was_collides(write, alice, based_on):
    with pytest.raises(Collision):
        edit_update(by=alice, update=write("One"), text=Text(headline="Two"), based_on=based_on)


def test_a_public_update_is_corrected_not_edited(publish, alice):
    with pytest.raises(Refused, match="Correct it instead"):
        edit_update(by=alice, update=publish("One"), text=Text(headline="Two"), based_on=1)


def test_a_stale_copy_in_memory_decides_nothing(write, alice):
    stale = write("One")
    publish_update(by=alice, update=Update.objects.get())
    assert stale.status == "draft"
    with pytest.raises(Refused, match="is public"):
        edit_update(by=alice, update=stale, text=Text(headline="Two"), based_on=1)


def test_it_goes_to_review_and_back(write, alice, carl, holds):
    update = submit_update(by=carl, update=write("By Carl", by=carl))
    assert update.status == "review"
    returned = return_update(by=alice, update=update, reason="Who says so?")
    assert returned.status == "draft"
    assert Entry.objects.last().content.body["reason"] == "Who says so?"
    assert holds()


def test_it_is_submitted_once(write, carl):
    update = write("By Carl", by=carl)
    submit_update(by=carl, update=update)
    with pytest.raises(Refused, match="waiting for review"):
        submit_update(by=carl, update=update)


def test_it_is_returned_from_review_only(write, publish, alice):
    with pytest.raises(Refused, match="is draft"):
        return_update(by=alice, update=write("Draft"))
    with pytest.raises(Refused, match="is published"):
        return_update(by=alice, update=publish("Out"))


def test_what_waits_for_review_may_still_be_mended_by_its_writer(write, carl, holds):
    update = submit_update(by=carl, update=write("By Carl", by=carl))
    mended = edit_update(by=carl, update=update, text=Text(headline="Mended"), based_on=1)
    assert (mended.status, mended.headline) == ("review", "Mended")
    assert holds()


def test_a_form_that_is_sent_twice_writes_once(alice, blog, holds):
    draft = uuid.uuid4()
    first = write_update(by=alice, blog=blog, text=Text(headline="Once"), draft=draft)
    again = write_update(by=alice, blog=blog, text=Text(headline="Twice"), draft=draft)
    assert (first.pk, again.pk, again.headline) == (draft, draft, "Once")
    assert holds()


def test_nobody_takes_over_the_id_of_another_ones_update(alice, carl, blog):
    draft = write_update(by=alice, blog=blog, text=Text(headline="Alice's")).pk
    with pytest.raises(NotAllowed):
        write_update(by=carl, blog=blog, text=Text(headline="Carl's"), draft=draft)
