"""Discarding a draft that nobody outside ever saw, and putting it back."""

import pytest

from dateline.ledger.models import Entry, Update
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.publishing import (
    mark_update,
    publish_update,
    restore_update,
    withdraw_update,
)
from dateline.ledger.verbs.redacting import redact_update
from dateline.ledger.verbs.writing import (
    Text,
    discard_update,
    edit_update,
    put_back_update,
    submit_update,
)

pytestmark = pytest.mark.django_db

ACTS = {
    "publish": lambda by, update: publish_update(by=by, update=update),
    "submit": lambda by, update: submit_update(by=by, update=update),
    "edit": lambda by, update: edit_update(by=by, update=update, text=Text(body="B"), based_on=1),
    "mark": lambda by, update: mark_update(by=by, update=update, mark="pinned", on=True),
    "withdraw": lambda by, update: withdraw_update(by=by, update=update, reason="Wrong."),
    "restore": lambda by, update: restore_update(by=by, update=update),
    "discard": lambda by, update: discard_update(by=by, update=update),
}


def test_it_is_put_away_and_put_back_as_it_was_and_each_is_logged(write, alice, blog, holds):
    update = write("Never mind")
    before, entries = update.content(), blog.entries.count()
    gone = discard_update(by=alice, update=update)
    assert (gone.status, gone.number, gone.gone_at) == ("discarded", None, None)
    assert put_back_update(by=alice, update=gone).content() == before
    verbs = Entry.objects.filter(object=update.name_in_log).order_by("sequence")
    assert [one.verb for one in verbs] == ["write_update", "discard_update", "put_back_update"]
    assert blog.entries.count() == entries  # readers learn of neither
    assert holds()


@pytest.mark.parametrize("act", ACTS)
def test_nothing_else_is_done_with_it_meanwhile(write, alice, act):
    gone = discard_update(by=alice, update=write("Never mind"))
    with pytest.raises(Refused, match="discarded"):
        ACTS[act](alice, gone)
    assert Update.objects.get().status == "discarded"


def test_only_a_draft_is_discarded(write, publish, alice):
    for update in (publish("Public"), submit_update(by=alice, update=write("In review"))):
        with pytest.raises(Refused):
            discard_update(by=alice, update=update)
        with pytest.raises(Refused):
            put_back_update(by=alice, update=update)


def test_a_contributor_discards_only_their_own(write, alice, carl):
    theirs = write("By Alice")
    with pytest.raises(NotAllowed, match="someone else's"):
        discard_update(by=carl, update=theirs)
    gone = discard_update(by=alice, update=theirs)
    with pytest.raises(NotAllowed, match="someone else's"):
        put_back_update(by=carl, update=gone)


@pytest.mark.django_db(transaction=True)
def test_words_that_must_go_are_redacted_in_it_too(write, alice, owner, holds):
    gone = discard_update(by=alice, update=write("A private name"))
    redact_update(by=owner, update=gone, reason="A private person.")
    assert Update.objects.get().headline == ""
    assert holds()
