"""Redacting a report removes its bytes and words in every version, and tells readers."""

import pytest

from dateline.ledger import storage
from dateline.ledger.log import Log
from dateline.ledger.models import Capture, Content, Derivation, Entry, LikenessKey, Report
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.showing import Shown, shown
from dateline.ledger.verbs import redacting
from dateline.ledger.verbs.capturing import (
    Likeness,
    Picture,
    Words,
    add_text,
    give_back,
    keep_capture,
    seal_capture,
)
from dateline.ledger.verbs.in_hand import take_due
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.redacting import drop_redacted_bytes, redact_report
from dateline.ledger.verbs.reports import Flags, ask_again, bring_report, flag_report
from tests.ledger.conftest import files
from tests.ledger.kept import AT, asked, kept
from tests.pictures import picture

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It named a shelter."
SECRETS = ("zephyrine", "quill", "ondine", "vex")
WORDS = {
    "title": "Zephyrine leads",
    "author": "Ondine Vex",
    "site_name": "Vex Daily",
    "excerpt": "Quill spoke.",
    "url": "https://example.org/zephyrine",
    "canonical": "https://example.org/quill",
}


@pytest.fixture
def secret(carl):
    """A report that names someone wherever it can, in two versions."""
    report = bring_report(by=carl, asked=asked("https://example.org/zephyrine-quill"))
    give_back(report, trouble="zephyrine.example.org did not answer.", due_at=None)
    lead = Picture(data=picture("JPEG") + b"Vex", format="JPEG", width=4, height=3, hash="0f")
    words = {**WORDS, "source_address": "", "picture": lead}
    first = keep_capture(report, kept("Zephyrine Quill", **words))
    add_text(first, Words(text="Zephyrine Q.", extractor="dateline-2"))
    seal_capture(first, authority="https://tsa.example.org", token=b"sealed for Vex", at=AT)
    keep_capture(report, kept("Ondine Vex", **words))
    return report


def test_bytes_and_words_are_nowhere_on_the_disk(secret, owner, traces, data, holds):
    assert len(traces(*SECRETS)) > 4
    redact_report(by=owner, report=secret, reason=WHY)
    assert traces(*SECRETS) == []
    assert files(data) == []
    assert not LikenessKey.objects.exists()
    assert holds()


def test_a_file_that_was_handed_in_goes_with_its_name(carl, owner, traces, data, holds):
    given = asked(given_warc=b"WARC of Quill", given_name="zephyrine.pdf", given_title="Ondine")
    report = bring_report(by=carl, asked=given)
    keep_capture(report, kept("Vex", warc=b"WARC of Quill", picture=None))
    redact_report(by=owner, report=report, reason=WHY)
    assert traces(*SECRETS) == []
    assert files(data) == []
    assert holds()


def test_a_marked_stone_stays_with_its_reason(secret, owner):
    entry = redact_report(by=owner, report=secret, reason=WHY)
    secret.refresh_from_db()
    assert (secret.redacted, secret.opened, secret.due_at) == (True, False, None)
    assert (entry.object, entry.content.body["reason"]) == (secret.name_in_log, WHY)
    assert Capture.objects.count() == 2
    assert shown([secret.pk])[secret.pk] == Shown(id=secret.pk, state="held")


def test_no_salt_of_what_was_scrubbed_survives(secret, owner, traces):
    rows = Content.objects.filter(entry__object__regex="^(report|capture):")
    salts = [content.salt for content in rows if "uill" in str(content.body)]
    assert salts
    redact_report(by=owner, report=secret, reason=WHY)
    assert traces(*salts) == []


def test_every_update_that_shows_it_is_told_once(secret, owner, cite, write, told, holds):
    one, two = cite(secret, secret), cite(secret)
    write("Draft", body=f"::card{{report={secret.pk}}}")
    redact_report(by=owner, report=secret, reason=WHY)
    assert [len(told(update)) for update in (one, two)] == [2, 2]
    public = Entry.objects.filter(verb="redact").exclude(blog=None)
    assert [entry.object for entry in public] == [one.name_in_log, two.name_in_log]
    assert holds()


def test_bytes_that_another_report_holds_stay_for_that_one(
    report, other_report, owner, traces, holds
):
    for one in (report, other_report):
        keep_capture(one, kept())
    last = other_report.newest
    redact_report(by=owner, report=report, reason=WHY)
    for sha256 in (last.warc, last.image, last.text.sha256):
        assert storage.read(sha256)
    assert shown([other_report.pk])[other_report.pk].title == "A strike on Sarmin"
    redact_report(by=owner, report=other_report, reason=WHY)
    for sha256 in (last.warc, last.image, last.text.sha256):
        assert not storage.has(sha256)
    assert holds()


def test_a_picture_that_the_desk_brought_in_itself_stays(report, alice, owner):
    media = bring_media(by=alice, data=picture(), alt="A field", credit="SANA")
    assert keep_capture(report, kept()).image == media.sha256
    redact_report(by=owner, report=report, reason=WHY)
    assert storage.read(media.sha256) == picture()


def test_another_report_that_rests_on_it_stands(report, capture, other_report, owner, holds):
    keep_capture(other_report, kept(rests_on=[Likeness(on=report.pk, why="link")]))
    redact_report(by=owner, report=report, reason=WHY)
    assert Derivation.objects.get().report == other_report
    assert holds()


def test_it_may_not_come_back_in_any_way(secret, carl, alice, owner, data, holds):
    address, newest = secret.address, secret.newest
    redact_report(by=owner, report=secret, reason=WHY)
    for attempt in (
        lambda: bring_report(by=carl, asked=asked(address)),
        lambda: bring_report(by=None, asked=asked(address)),
        lambda: ask_again(by=carl, report=secret),
        lambda: flag_report(by=alice, report=secret, flags=Flags(opened=True)),
        lambda: keep_capture(secret, kept()),
        lambda: add_text(newest, Words(text="Quill", extractor="dateline-2")),
        lambda: seal_capture(newest, authority="x", token=b"x", at=AT),
        lambda: give_back(secret, trouble="Quill", due_at=AT),
    ):
        with pytest.raises(Refused):
            attempt()
    assert take_due(9) == []
    assert files(data) == []
    assert holds()


def test_it_is_redacted_once(secret, owner, holds):
    redact_report(by=owner, report=secret, reason=WHY)
    with pytest.raises(Refused, match="redacted already"):
        redact_report(by=owner, report=secret, reason=WHY)
    assert holds()


@pytest.mark.parametrize("reason", ["", " ", "x" * 301, "\0"])
def test_without_a_good_reason_nothing_is_lost(secret, owner, reason, data, holds):
    before = files(data)
    with pytest.raises(Refused):
        redact_report(by=owner, report=secret, reason=reason)
    assert files(data) == before
    assert not Report.objects.get().redacted
    assert holds()


def test_an_editor_redacts_no_report(secret, alice):
    with pytest.raises(NotAllowed):
        redact_report(by=alice, report=secret, reason=WHY)
    assert not Report.objects.get().redacted


def test_a_kill_between_commit_and_removal_is_made_good(secret, owner, monkeypatch, data):
    monkeypatch.setattr(storage, "drop", lambda sha256: None)
    redact_report(by=owner, report=secret, reason=WHY)
    monkeypatch.undo()
    assert files(data)
    drop_redacted_bytes()
    assert files(data) == []


def test_the_workers_tidying_takes_no_bytes_from_a_capture_that_is_being_kept(
    report, other_report, owner, monkeypatch
):
    """The bytes of a redacted report come again with another, whose record is not yet seen."""
    keep_capture(report, kept())
    redact_report(by=owner, report=report, reason=WHY)
    held = []

    def tidy_meanwhile(*_):
        monkeypatch.setattr(redacting, "write_lock", lambda: held.append(1) or real_lock())
        with pytest.raises(BlockingIOError):
            drop_redacted_bytes()

    def real_lock():
        raise BlockingIOError  # another process would wait here

    monkeypatch.setattr(Log, "tell_readers", tidy_meanwhile)
    capture = keep_capture(other_report, kept())
    assert held
    assert storage.read(capture.warc)
