"""Withdrawing a public update, and standing it up again."""

import pytest

from dateline.ledger.models import Entry, LiveBlog, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.publishing import mark_update, restore_update, withdraw_update

pytestmark = pytest.mark.django_db


def withdraw(by, update, reason="The ministry took it back."):
    return withdraw_update(by=by, update=update, reason=reason)


def test_a_stone_with_the_reason_stays_in_its_place(publish, alice, blog, holds):
    gone = withdraw(alice, publish("Wrong"))
    entry = Entry.objects.last()
    assert (gone.status, gone.number) == ("withdrawn", 1)
    assert gone.gone_reason == entry.content.body["reason"] == "The ministry took it back."
    assert gone.gone_at
    assert (entry.blog, entry.revision) == (blog, 3)
    assert LiveBlog.objects.get().count == 1
    assert holds()


def test_the_reason_is_needed(publish, alice):
    with pytest.raises(Refused, match="reason is missing"):
        withdraw(alice, publish("Wrong"), reason=" \n")
    assert Update.objects.get().status == "published"


def test_it_is_withdrawn_once(publish, alice, holds):
    gone = withdraw(alice, publish("Wrong"))
    with pytest.raises(Refused, match="is withdrawn"):
        withdraw(alice, gone)
    assert holds()


def test_a_draft_is_not_withdrawn(write, alice):
    with pytest.raises(Refused, match="not public yet"):
        withdraw(alice, write("Draft"))


def test_what_was_pinned_comes_down(publish, alice):
    update = publish("Wrong")
    mark_update(by=alice, update=update, mark="pinned", on=True)
    assert not withdraw(alice, update).pinned


def test_it_stands_again_where_it_stood(publish, alice, holds):
    update = publish("Right after all")
    publish("Newer")
    withdraw(alice, update)
    restored = restore_update(by=alice, update=update)
    assert (restored.status, restored.number) == ("published", 1)
    assert (restored.published_at, restored.gone_at) == (update.published_at, None)
    assert restored.gone_reason == ""
    assert holds()


def test_it_is_restored_once(publish, alice):
    update = publish("Out")
    with pytest.raises(Refused, match="not withdrawn"):
        restore_update(by=alice, update=update)
    withdraw(alice, update)
    restore_update(by=alice, update=update)
    with pytest.raises(Refused, match="not withdrawn"):
        restore_update(by=alice, update=update)


def test_a_draft_is_not_restored_into_the_open(write, alice):
    with pytest.raises(Refused, match="not withdrawn"):
        restore_update(by=alice, update=write("Draft"))
