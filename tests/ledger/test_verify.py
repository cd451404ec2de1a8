"""Verifying names the first place where someone who holds the database file changed it."""

import json
import uuid

import pytest
from django.apps import apps
from django.db import models, transaction

from dateline.ledger.canonical import commitment
from dateline.ledger.log import entry_hash
from dateline.ledger.models import (
    Apart,
    Assessment,
    Capture,
    Check,
    Claim,
    Column,
    Content,
    Derivation,
    Entry,
    Grouping,
    Incident,
    Party,
    Reading,
    Record,
    RelationRuling,
    Report,
    ReportText,
    Revision,
    Seal,
    Source,
    Update,
    Watch,
)
from dateline.ledger.models.record import writing
from dateline.ledger.verbs.people import set_public_name
from dateline.ledger.verbs.publishing import correct_update, schedule_update
from dateline.ledger.verbs.redacting import redact_words
from dateline.ledger.verbs.writing import Text
from dateline.ledger.verify import Break, verify
from tests.ledger.fronted import fronted

pytestmark = pytest.mark.django_db(transaction=True)

GARBAGE = {
    models.CharField: ["forged", "", "é\ud7ff"],
    models.TextField: ["forged"],
    models.DateField: ["2001-01-01", "yesterday"],
    models.DateTimeField: ["2001-01-01 00:00:00", "yesterday"],
    models.BooleanField: [0, 1],
    models.PositiveIntegerField: [77, 2**60],
    models.PositiveSmallIntegerField: [77, -1],
    models.PositiveBigIntegerField: [77],
    models.BigAutoField: [77],
    models.UUIDField: [uuid.UUID(int=1).hex, "no id"],
    models.JSONField: ["{}", "[]", "null", "no JSON", '{"before":null,"after":{},"reason":""}'],
}


def rows(*kinds):
    """Return (model, field, hostile value) for every field of the models."""
    for model in kinds:
        for field in model._meta.concrete_fields:
            kind = field
            while kind.is_relation:
                kind = kind.target_field
            base = next(base for base in type(kind).__mro__ if base in GARBAGE)
            for value in GARBAGE[base]:
                yield pytest.param(model, field, value, id=f"{field}={value!a}")


RECORDS = [m for m in apps.get_app_config("ledger").get_models() if issubclass(m, Record)]


def logged(row):
    model, field, _ = row.values
    return not field.primary_key and field.name not in model.unlogged


@pytest.fixture
def ledger(alice, photo, everything_kept, everything_grouped, publish, write):
    """A ledger with something in every field; return the sequence of a publication."""
    one = publish("One", place="Sochi", byline="Alice")
    sequence = Entry.objects.last().sequence
    correct_update(by=alice, update=one, text=Text(headline="Uno"), note="A name.", based_on=1)
    write("Draft")
    assert verify().broken is None
    return sequence


@pytest.fixture
def summed_up(ledger, alice, column, publish):
    """The same with fronts, summaries and a link between updates."""
    fronted(alice, column, Update.objects.get(number=1), publish("Two"))


def test_a_whole_ledger_holds_and_gives_its_newest_hash(ledger):
    seen, newest = [], Entry.objects.last()
    result = verify(seen.append)
    assert (result.entries, result.hash, result.broken) == (newest.sequence, newest.hash, None)
    assert seen == list(range(1, newest.sequence + 1))


def test_an_empty_ledger_holds(db):
    result = verify()
    assert (result.entries, result.hash, result.broken) == (0, "", None)


@pytest.mark.parametrize(("model", "field", "value"), list(rows(Entry, Content)))
def test_a_changed_field_of_the_log_is_named(ledger, raw, model, field, value):
    key = model._meta.pk.column
    raw(
        f"UPDATE {model._meta.db_table} SET {field.column} = %s WHERE {key} = %s",  # noqa: S608
        value,
        ledger,
    )
    result = verify()
    assert result.broken
    # An entry that went elsewhere is missed where the next one stands.
    moved = field is Entry._meta.pk
    assert result.broken.sequence == (ledger + 1 if moved else ledger)
    assert result.entries == ledger - 1
    assert result.broken.why


@pytest.mark.parametrize(
    ("model", "field", "value"), [row for row in rows(*RECORDS) if logged(row)]
)
def test_a_record_changed_without_an_entry_is_named(summed_up, raw, model, field, value):
    record = model._base_manager.order_by("pk").first()
    before = getattr(record, field.attname)
    if before == value or (before is None and value == "yesterday"):
        return  # SQLite's answer reads as it did
    raw(
        f"UPDATE {model._meta.db_table} SET {field.column} = %s WHERE id = %s",  # noqa: S608
        value,
        record.pk.hex,
    )
    broken = verify().broken
    assert broken
    assert "without an entry" in broken.why or "cannot be read" in broken.why


def test_the_break_names_the_records_newest_entry(ledger, raw):
    raw("UPDATE ledger_update SET headline = 'Forged' WHERE status = 'published'")
    update = Update.objects.get(number=1)
    newest = Entry.objects.filter(object=update.name_in_log).last()
    expected = Break(newest.sequence, f"update:{update.pk} was changed without an entry")
    assert verify().broken == expected


@pytest.mark.parametrize("field", ["headline", "body", "place", "byline"])
def test_an_older_text_that_was_changed_is_named(ledger, raw, field):
    revision = Revision.objects.filter(update__number=1).earliest("number")
    raw(f"UPDATE ledger_revision SET {field} = 'Forged' WHERE id = %s", revision.pk)  # noqa: S608
    broken = verify().broken
    assert broken.why == f"text 1 of {revision.update.name_in_log} was changed without an entry"
    assert broken.sequence == ledger


def test_an_older_text_that_was_removed_is_named(ledger, raw):
    revision = Revision.objects.filter(update__number=1).earliest("number")
    raw("DELETE FROM ledger_revision WHERE id = %s", revision.pk)
    assert "text 1 of update" in verify().broken.why
    assert "was removed" in verify().broken.why


def test_an_older_text_that_was_slipped_in_is_named(ledger):
    with writing():
        Revision.objects.create(
            update=Update.objects.get(number=1), number=9, at=Entry.objects.last().time
        )
    assert "text 9 of update" in verify().broken.why


def test_a_record_that_was_removed_is_named(ledger, raw, photo):
    raw("DELETE FROM ledger_media WHERE id = %s", photo.pk.hex)
    assert verify().broken.why == f"media:{photo.pk} was removed without an entry"


def test_a_record_that_was_slipped_in_is_named(ledger):
    with writing():
        column = Column.objects.create(slug="forged", name="Forged", publisher="Nobody")
    assert verify().broken == Break(Entry.objects.count(), f"column:{column.pk} has no entry")


def test_every_record_of_the_archive_that_was_removed_is_named(ledger, raw):
    archive = (Seal, ReportText, Capture, Derivation, Report, Source, Party, Watch)
    grouped = (Grouping, Apart, RelationRuling, Assessment, Check, Incident)
    for model in (*grouped, Claim, Reading, *archive):
        with transaction.atomic():
            record = model.objects.order_by("pk").last()
            raw(f"DELETE FROM {model._meta.db_table} WHERE id = %s", record.pk.hex)  # noqa: S608
            expected = f"{record.name_in_log} was removed without an entry"
            assert verify().broken.why == expected
            transaction.set_rollback(True)


def test_a_capture_that_was_slipped_in_is_named(ledger):
    with writing():
        forged = Capture.objects.earliest("pk")
        forged.pk, forged.number = uuid.uuid4(), 9
        forged.save(force_insert=True)
    assert verify().broken.why == f"capture:{forged.pk} has no entry"


@pytest.mark.parametrize("which", ["first", "middle", "before the last"])
def test_a_removed_entry_is_named(ledger, raw, which):
    last = Entry.objects.count()
    gone = {"first": 1, "middle": ledger, "before the last": last - 1}[which]
    raw("DELETE FROM ledger_content WHERE entry_id = %s", gone)
    raw("DELETE FROM ledger_entry WHERE sequence = %s", gone)
    result = verify()
    assert result.broken == Break(gone + 1, f"entry {gone} is missing")
    assert result.entries == gone - 1


def test_a_chain_that_lost_its_end_shows_in_its_records(ledger, raw):
    last = Entry.objects.last()
    raw("DELETE FROM ledger_content WHERE entry_id = %s", last.sequence)
    raw("DELETE FROM ledger_entry WHERE sequence = %s", last.sequence)
    assert verify().broken == Break(last.sequence - 1, f"{last.object} has no entry")


def test_a_chain_made_anew_has_another_newest_hash(ledger, raw):
    published = verify().hash  # as it stands in every head.json
    content = Content.objects.get(entry_id=1)
    content.body["reason"] = "Forged"
    raw("UPDATE ledger_content SET body=%s WHERE entry_id=1", json.dumps(content.body))
    prev = ""
    for entry in list(Entry.objects.all()):
        if entry.sequence == 1:
            entry.commitment = commitment(content.salt, content.body)
        entry.prev = prev
        prev = entry.hash = entry_hash(entry)
        with writing():
            entry.save()
    assert verify().broken is None
    assert verify().hash != published


def test_a_swapped_pair_is_named(ledger, raw):
    for table, key in (("entry", "sequence"), ("content", "entry_id")):
        for old, new in ((ledger, -1), (ledger + 1, ledger), (-1, ledger + 1)):
            raw(f"UPDATE ledger_{table} SET {key} = %s WHERE {key} = %s", new, old)  # noqa: S608
    assert verify().broken == Break(ledger, "it does not follow the entry before it")


def test_swapped_contents_are_named(ledger, raw):
    for old, new in ((ledger, -1), (ledger + 1, ledger), (-1, ledger + 1)):
        raw("UPDATE ledger_content SET entry_id = %s WHERE entry_id = %s", new, old)
    assert verify().broken == Break(ledger, "its content was changed after it was written")


def test_a_missing_content_is_named(ledger, raw):
    raw("DELETE FROM ledger_content WHERE entry_id = %s", ledger)
    assert verify().broken == Break(ledger, "its content is missing")


@pytest.fixture
def redacted(ledger, owner):
    """Return the redaction that took `Sochi` out of the publication's content."""
    (entry,) = redact_words(by=owner, words=["Sochi"], reason="It must not be public.")
    assert verify().broken is None
    return entry


def forge(raw, sequence, *, redaction):
    """Change a content and pass the change off as a redaction."""
    content = Content.objects.get(entry_id=sequence)
    content.body["after"]["headline"] = "Forged"
    raw(
        "UPDATE ledger_content SET body=%s, redacted_by_id=%s WHERE entry_id=%s",
        json.dumps(content.body),
        redaction,
        sequence,
    )
    return commitment(content.salt, content.body)


def test_a_forgery_in_a_redacted_content_is_named(ledger, redacted, raw):
    forge(raw, ledger, redaction=redacted.sequence)
    assert verify().broken == Break(ledger, "its content was changed after it was written")


@pytest.mark.parametrize("other", ["a redaction of something else", "no redaction", "itself"])
def test_a_forged_redaction_mark_is_named(ledger, redacted, raw, other):
    draft = Entry.objects.filter(verb="write_update").last().sequence
    marks = {"a redaction of something else": redacted.sequence, "no redaction": 1, "itself": draft}
    forge(raw, draft, redaction=marks[other])
    assert verify().broken.sequence == draft


def test_a_forgery_that_the_redaction_is_made_to_vouch_for_is_named(ledger, redacted, raw):
    made = forge(raw, ledger, redaction=redacted.sequence)
    body = Content.objects.get(entry=redacted).body
    body["redacted"][str(ledger)] = made
    raw("UPDATE ledger_content SET body=%s WHERE entry_id=%s", json.dumps(body), redacted.sequence)
    assert verify().broken.sequence == redacted.sequence


def test_a_redaction_without_its_content_is_named(ledger, redacted, raw):
    raw("DELETE FROM ledger_content WHERE entry_id=%s", redacted.sequence)
    assert verify().broken
    assert verify().broken.sequence <= redacted.sequence


def test_what_the_log_does_not_hold_may_change(ledger, alice):
    alice.set_password("correct horse battery staple")
    alice.save(update_fields=["password"])
    assert verify().broken is None


def test_it_holds_again_after_more_was_written(ledger, redacted, alice, write, holds):
    set_public_name(by=alice, public_name="A.")
    update = write("Tomorrow")
    when = Entry.objects.last().time.replace(year=2100)
    schedule_update(by=alice, update=update, when=when)
    assert holds()
