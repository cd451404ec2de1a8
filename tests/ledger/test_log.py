"""The log is written in one transaction with the records; each entry binds the one before."""

import hashlib
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise

import pytest
import rfc8785
from django.db import transaction

from dateline.ledger import log as log_module
from dateline.ledger.canonical import canonical, commitment, digest, rfc3339
from dateline.ledger.log import entry_hash, verb
from dateline.ledger.models import Column, Content, Entry, LiveBlog, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update

pytestmark = pytest.mark.django_db(transaction=True)


def rows():
    """Count what a verb could have left behind."""
    return tuple(model.objects.count() for model in (Update, Entry, Content))


def test_an_error_after_the_write_leaves_neither_record_nor_entry(alice, blog, monkeypatch):
    before, write = rows(), log_module.Log.write

    def fail(self, *args, **options):
        write(self, *args, **options)
        raise OSError("No space left on device")

    monkeypatch.setattr(log_module.Log, "write", fail)
    with pytest.raises(OSError, match="No space"):
        write_update(by=alice, blog=blog, text=Text(headline="Lost"))
    assert rows() == before


def test_an_error_before_the_entry_leaves_no_record(alice, blog, monkeypatch):
    before = rows()
    monkeypatch.setattr(log_module, "commitment", lambda salt, content: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_update(by=alice, blog=blog, text=Text(headline="Lost"))
    assert rows() == before


def test_a_failed_publication_uses_up_no_number_and_no_revision(write, alice, monkeypatch, holds):
    update = write("Out")
    with monkeypatch.context() as patch:
        patch.setattr(Content, "save", lambda *args, **options: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            publish_update(by=alice, update=update)
    blog = LiveBlog.objects.get()
    assert (blog.count, blog.revision) == (0, 1)
    assert publish_update(by=alice, update=update).number == 1
    assert holds()


def test_an_outer_transaction_that_fails_takes_the_entry_with_it(alice, blog, holds):
    before = rows()
    with transaction.atomic():
        write_update(by=alice, blog=blog, text=Text(headline="Lost"))
        transaction.set_rollback(True)
    assert rows() == before
    assert holds()


def test_after_a_failure_the_next_verb_finds_the_lock_free(alice, blog):
    with pytest.raises(ZeroDivisionError), verb("test", by=alice):
        _ = 1 / 0
    assert write_update(by=alice, blog=blog, text=Text(headline="On it goes"))


def test_entries_are_numbered_without_gaps_and_each_holds_the_hash_before(publish):
    publish("One")
    entries = list(Entry.objects.all())
    assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
    assert entries[0].prev == ""
    for before, after in pairwise(entries):
        assert after.prev == before.hash == entry_hash(before)


def test_anyone_can_make_a_hash_again_from_the_public_fields(publish):
    publish("One")
    entry = Entry.objects.last()
    fields = {
        "sequence": entry.sequence,
        "time": entry.time.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        "who": str(entry.who_id),
        "verb": "publish_update",
        "object": entry.object,
        "blog": str(entry.blog_id),
        "revision": 2,
        "commitment": entry.commitment,
        "prev": entry.prev,
    }
    assert hashlib.sha256(rfc8785.dumps(fields)).hexdigest() == entry.hash


def test_equal_contents_have_unequal_commitments(write):
    write("Same")
    write("Same")
    salts = set(Content.objects.values_list("salt", flat=True))
    assert len(salts) == Content.objects.count()
    assert all(len(bytes.fromhex(salt)) == 32 for salt in salts)


def test_a_commitment_needs_its_salt():
    assert commitment("00" * 32, "x") != commitment("01" * 32, "x")
    assert commitment("00" * 32, "x") != digest("x")


def test_canonical_json_does_not_depend_on_the_order_of_keys():
    assert (
        canonical({"b": 1, "a": "é"}) == canonical({"a": "é", "b": 1}) == '{"a":"é","b":1}'.encode()
    )


def test_a_moment_is_written_in_utc():
    damascus = timezone(timedelta(hours=3))
    moment = datetime(2015, 10, 21, 21, 17, tzinfo=damascus)
    assert rfc3339(moment) == "2015-10-21T18:17:00.000000Z"


def test_nobody_learns_of_what_stays_inside(write):
    write("Draft")
    assert (Entry.objects.last().blog, Entry.objects.last().revision) == (None, None)


@pytest.mark.parametrize("reason", ["nul \0", "half \ud83d", "x" * 301])
def test_a_reason_that_cannot_be_kept_is_refused(owner, column, reason):
    with pytest.raises(Refused, match="reason"), verb("test", by=owner) as log:
        log.write(column, before=None, reason=reason)
    assert Column.objects.get() == column
