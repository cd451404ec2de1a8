"""Attacks that the ledger withstands; each test's name says which."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.utils import timezone

from dateline.ledger import storage
from dateline.ledger.canonical import commitment
from dateline.ledger.checks import RESERVED_SLUGS
from dateline.ledger.database import forget_freed_pages
from dateline.ledger.models import (
    Content,
    Entry,
    LiveBlog,
    Media,
    Person,
    Revision,
    Role,
    Update,
    WriteOutsideLedgerError,
)
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.showing import shown, source_names
from dateline.ledger.verbs import media as media_verbs
from dateline.ledger.verbs.blogs import Masthead, edit_blog, start_blog
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.people import give_role, set_active, set_public_name
from dateline.ledger.verbs.publishing import publish_due, publish_update, schedule_update
from dateline.ledger.verbs.redacting import (
    redact_media,
    redact_report,
    redact_update,
    redact_words,
)
from dateline.ledger.verbs.reports import (
    Caution,
    Flags,
    attribute_report,
    bring_report,
    flag_report,
)
from dateline.ledger.verbs.sources import merge
from dateline.ledger.verbs.writing import Text, edit_update, write_update
from dateline.ledger.verify import verify
from tests.ledger.conftest import files
from tests.ledger.kept import asked, kept
from tests.pictures import picture

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It must not be public."
OPEN_FILES = Path("/proc/self/fd")


def test_a_contributor_swaps_the_text_that_an_editor_scheduled(write, alice, carl):
    update = write("Reviewed", by=carl)
    schedule_update(by=alice, update=update, when=timezone.now() + timedelta(hours=1))
    with pytest.raises(NotAllowed):
        edit_update(by=carl, update=update, text=Text(headline="Unseen"), based_on=1)


def test_an_emptied_update_jams_the_schedule_for_all(write, alice, monkeypatch):
    jam, real = write("Jam"), timezone.now
    for update in (jam, write("Next")):
        schedule_update(by=alice, update=update, when=real() + timedelta(hours=1))
    with pytest.raises(Refused):
        edit_update(by=alice, update=jam, text=Text(), based_on=1)
    monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(hours=2))
    assert len(publish_due()) == 2


def test_someone_shut_out_goes_on_in_a_request_that_began_before(owner, alice, blog, write):
    update = write("Mine")
    set_active(by=owner, person=Person.objects.get(pk=alice.pk), active=False)
    assert alice.is_active
    for act in (
        lambda: write_update(by=alice, blog=blog, text=Text(headline="Still in")),
        lambda: publish_update(by=alice, update=update),
        lambda: set_public_name(by=alice, public_name="The Desk"),
        lambda: bring_media(by=alice, data=picture(), alt="x", credit="y"),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_bulk_update_makes_an_owner_or_lets_someone_in(alice):
    for write in (
        lambda: Role.objects.filter(person=alice).update(name="owner", column=None),
        lambda: Person.objects.filter(pk=alice.pk).update(is_active=True),
        lambda: Person.objects.bulk_update([alice], ["email"]),
        lambda: Person.objects.all().delete(),
    ):
        with pytest.raises(WriteOutsideLedgerError):
            write()


def test_an_object_changed_in_memory_smuggles_itself_into_the_own_column(eve, write, other_column):
    update = write("Alice's")
    update.blog.column = other_column
    update.blog.column_id = other_column.pk
    with pytest.raises(NotAllowed):
        publish_update(by=eve, update=update)


def test_an_object_changed_in_memory_smuggles_words_past_the_checks(write, alice):
    update = write("Checked")
    update.headline, update.status, update.number = "\0", "published", 99
    published = publish_update(by=alice, update=update)
    assert (published.headline, published.number) == ("Checked", 1)


def test_the_owner_of_one_column_gives_themselves_the_site(eve):
    with pytest.raises(NotAllowed):
        give_role(by=eve, person=eve, name="owner", column=None)


@pytest.mark.parametrize("slug", ["..", "../../etc", "a/b", "%2e%2e", ".git", "con ", "a\0b", ""])
def test_an_address_climbs_out_of_the_site_folder(owner, alice, column, slug):
    with pytest.raises(Refused):
        open_column(by=owner, slug=slug, text=ColumnText(name="X", publisher="Y"))
    with pytest.raises(Refused):
        start_blog(by=alice, column=column, slug=slug, masthead=Masthead(headline="X"))


@pytest.mark.parametrize("slug", sorted(RESERVED_SLUGS))
def test_an_address_takes_the_place_of_the_programs_own(owner, slug):
    with pytest.raises(Refused, match="uses itself"):
        open_column(by=owner, slug=slug, text=ColumnText(name="X", publisher="Y"))


def test_a_redaction_of_a_roles_name_leaves_the_site_without_owner(owner, publish, holds):
    publish("The owner and the editor spoke")
    redact_words(by=owner, words=["owner", "editor"], reason=WHY)
    assert Role.objects.filter(name="owner", column=None).exists()
    assert holds()


def test_a_redaction_in_a_blog_and_its_updates_gives_one_delta_number_twice(
    owner, alice, blog, publish, holds
):
    publish("Quill one")
    publish("Quill two")
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="X", lead="Quill leads"))
    redact_words(by=owner, words=["Quill"], reason=WHY)
    revisions = list(Entry.objects.exclude(revision=None).values_list("revision", flat=True))
    assert revisions == list(range(1, LiveBlog.objects.get().revision + 1))
    assert holds()


def test_a_redacted_word_is_guessed_from_its_commitment(owner, publish):
    publish("Quill")
    content = Content.objects.order_by("-entry").first()
    original, promise = content.body, content.entry.commitment
    redact_words(by=owner, words=["Quill"], reason=WHY)
    for salt in Content.objects.values_list("salt", flat=True):
        assert commitment(salt, original) != promise
    assert Entry.objects.get(pk=content.pk).commitment == promise


def test_sql_signs_in_words_match_everything(owner, publish):
    publish("Clean", body="Nothing to see.")
    for words in ("%%%", "___x", "' OR 1=1 --", ".*.*", "[a-z]+"):
        with pytest.raises(Refused):
            redact_words(by=owner, words=[words], reason=WHY)
    assert Update.objects.get().body == "Nothing to see."


def test_a_reader_who_holds_the_log_open_keeps_what_was_redacted(owner, publish, data, traces):
    update = publish("Quill")
    reader = sqlite3.connect(data / "dateline.sqlite3", isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM ledger_update").fetchone()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=50")
    redact_update(by=owner, update=update, reason=WHY)
    assert Update.objects.get().headline == ""
    reader.execute("COMMIT")
    reader.close()
    forget_freed_pages()  # as the worker's next round does
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=20000")
    assert traces("Quill") == []


def test_a_refused_upload_fills_the_disk(alice, data):
    for n in range(3):
        with pytest.raises(Refused):
            bring_media(by=alice, data=picture(colour=(n, 0, 0)), alt="", credit="SANA")
    assert not [path for path in (data / "bytes").rglob("*") if path.is_file()]


def test_a_picture_that_was_redacted_comes_back_as_a_reports_lead(owner, photo, report, data):
    redact_media(by=owner, media=photo, reason=WHY)
    keep_capture(report, kept())  # whose lead image has the very same bytes
    assert shown([report.pk])[report.pk].picture is None
    assert photo.sha256 not in files(data)


def test_an_id_written_otherwise_keeps_a_card_from_ever_changing(owner, report, publish, told):
    forms = [report.pk.hex, str(report.pk).upper(), f'"{report.pk.hex[:5]}-{report.pk.hex[5:]}"']
    updates = [publish("Odd", body=f"::card{{report={form}}}") for form in forms]
    redact_report(by=owner, report=report, reason=WHY)
    assert [len(told(update)) for update in updates] == [2, 2, 2]


def test_a_hostile_page_says_more_than_a_field_holds_and_fills_the_disk(report, data):
    for n in range(3):
        with pytest.raises(Refused):
            keep_capture(report, kept(f"Text {n}", canonical="https://example.org/" + "x" * 2000))
    assert files(data) == []


def test_a_source_is_merged_away_so_that_its_secret_counts_no_more(alice, mole, source, report):
    merge(by=alice, one=mole, into=source)
    attribute_report(by=alice, report=report, source=mole)
    with pytest.raises(Refused):
        flag_report(by=alice, report=report, flags=Flags(opened=True))
    assert shown([report.pk])[report.pk].state == "held"
    assert source_names([mole.pk]) == {mole.pk: ""}


def test_a_source_changed_in_memory_passes_for_one_that_may_be_named(alice, mole, report):
    mole.confidential = False
    assert attribute_report(by=alice, report=report, source=mole).protected


def test_a_contributor_opens_what_is_protected_by_bringing_it_again(alice, carl, report):
    flag_report(by=alice, report=report, flags=Flags(protected=True))
    bring_report(by=carl, asked=asked(report.address), caution=Caution(protected=False))
    assert shown([report.pk])[report.pk].state == "held"


def test_a_redaction_races_an_upload_of_the_same_bytes(owner, alice, monkeypatch, holds):
    data, judge = picture(), media_verbs.judge
    twin = bring_media(by=alice, data=data, alt="Twin", credit="SANA")

    def judge_slowly(data):
        redact_media(by=owner, media=twin, reason=WHY)
        return judge(data)

    monkeypatch.setattr(media_verbs, "judge", judge_slowly)
    with pytest.raises(Refused, match="may not come back"):
        bring_media(by=alice, data=data, alt="New", credit="SANA")
    assert not storage.has(twin.sha256)
    assert holds()


def test_an_older_text_is_rewritten_behind_the_log(publish, raw):
    publish("What they said")
    revision = Revision.objects.get()
    raw("UPDATE ledger_revision SET headline='What they never said' WHERE id=%s", revision.pk)
    assert "text 1" in verify().broken.why


def test_a_record_is_deleted_behind_the_log(photo, raw):
    raw("DELETE FROM ledger_media WHERE id=%s", photo.pk.hex)
    assert not Media.objects.exists()
    assert "removed without an entry" in verify().broken.why


@pytest.mark.parametrize(
    ("field", "value"),
    [("time", "yesterday"), ("who_id", "no id"), ("prev", "\ud7ff"), ("revision", 2**62)],
)
def test_a_mangled_row_makes_the_walk_crash_rather_than_say_where(publish, raw, field, value):
    publish("One")
    raw(f"UPDATE ledger_entry SET {field}=%s WHERE sequence=3", value)  # noqa: S608
    assert verify().broken.sequence == 3


def test_many_verbs_use_up_the_open_files(alice, blog):
    write_update(by=alice, blog=blog, text=Text(headline="Warm"))
    before = len(list(OPEN_FILES.iterdir()))
    for _ in range(20):
        write_update(by=alice, blog=blog, text=Text(headline="More"))
    assert len(list(OPEN_FILES.iterdir())) == before
