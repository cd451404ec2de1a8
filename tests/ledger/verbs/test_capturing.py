"""Keeping captures: all of one or nothing, numbered, and never changed."""

from datetime import timedelta

import pytest

from dateline.ledger import storage
from dateline.ledger.log import Log
from dateline.ledger.models import Capture, Entry, LikenessKey, Report, ReportText, Source
from dateline.ledger.refusal import Refused
from dateline.ledger.showing import shown
from dateline.ledger.verbs import capturing
from dateline.ledger.verbs.capturing import Words, add_text, give_back, keep_capture, note_look
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import (
    Caution,
    Flags,
    attribute_report,
    bring_report,
    flag_report,
)
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source, merge
from tests.ledger.conftest import files, now_of
from tests.ledger.kept import AT, TEXT, asked, kept
from tests.pictures import picture

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_capture_keeps_what_it_brought_home(report, holds):
    capture = keep_capture(report, kept())
    assert (capture.number, capture.title, capture.captured_at) == (1, "A strike on Sarmin", AT)
    assert storage.read(capture.warc) == f"WARC of {TEXT!r}".encode()
    assert storage.read(capture.image) == picture()
    assert storage.read(capture.text.sha256).decode() == TEXT
    report.refresh_from_db()
    assert (report.canonical, report.source.name) == ("https://example.org/strike", "The Agency")
    assert (report.due_at, report.busy_until, report.standing) == (None, None, "")
    assert set(LikenessKey.objects.values_list("key", flat=True)) == {"a", "b"}
    assert holds()


def test_versions_number_up_for_each_report(report, other_report, holds):
    captures = [keep_capture(one, kept()) for one in (report, report, other_report, report)]
    assert [one.number for one in captures] == [1, 2, 1, 3]
    assert report.newest == captures[3]
    assert LikenessKey.objects.filter(report=report).count() == 2
    assert holds()


def test_bytes_lie_on_the_disk_before_any_record_names_them(report, monkeypatch):
    real = storage.keep

    def keep_and_look(data):
        assert not Capture.objects.exists()
        return real(data)

    monkeypatch.setattr(storage, "keep", keep_and_look)
    assert storage.read(keep_capture(report, kept()).warc)


@pytest.mark.parametrize("step", ["_keep_words", "_settle", "_index", "_propose", "tell_readers"])
def test_a_kill_on_the_way_leaves_no_half_report(report, monkeypatch, step, holds):
    before = {model: now_of(model) for model in (Report, Capture, ReportText, Source, Entry)}

    def die(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(Log if step == "tell_readers" else capturing, step, die)
    with pytest.raises(KeyboardInterrupt):
        keep_capture(report, kept())
    assert {model: now_of(model) for model in before} == before
    assert not LikenessKey.objects.exists()
    assert holds()
    monkeypatch.undo()
    assert keep_capture(report, kept()).number == 1


@pytest.mark.parametrize(
    "hostile",
    [
        {"title": "x" * 501},
        {"author": "a\0b"},
        {"url": "https://example.org/" + "x" * 2000},
        {"canonical": "https://example.org/" + "x" * 2000},
        {"canonical": "https://example.org/\ud800"},
        {"source_name": "x" * 121},
        {"source_address": "x" * 301},
        {"source_address": "\ud800"},
        {"words": Words(text="x", extractor="x" * 81)},
    ],
    ids=ascii,
)
def test_what_cannot_be_stored_is_refused_and_leaves_no_bytes(report, hostile, data, holds):
    with pytest.raises(Refused):
        keep_capture(report, kept(**hostile))
    assert files(data) == []
    assert not Capture.objects.exists()
    assert not Source.objects.exists()
    assert holds()


def test_a_report_that_was_redacted_meanwhile_takes_no_capture(report, owner, data, holds):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    with pytest.raises(Refused, match="redacted meanwhile"):
        keep_capture(report, kept())
    assert files(data) == []
    assert not Capture.objects.exists()
    assert holds()


def test_nobody_slips_words_into_a_redacted_report(report, capture, owner, data, holds):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    with pytest.raises(Refused, match="redacted meanwhile"):
        add_text(capture, Words(text=TEXT, extractor="dateline-2"))
    with pytest.raises(Refused, match="redacted meanwhile"):
        capturing.seal_capture(capture, authority="https://tsa.example.org", token=b"t", at=AT)
    assert files(data) == []
    assert holds()


def test_a_source_is_made_of_the_address_and_known_again(report, other_report, holds):
    keep_capture(report, kept())
    keep_capture(other_report, kept(source_name="Called otherwise"))
    assert [one.name for one in Source.objects.all()] == ["The Agency"]
    assert Source.objects.get().reports.count() == 2
    made = Entry.objects.get(object=Source.objects.get().name_in_log)
    assert (made.verb, made.who) == ("keep_capture", None)
    assert holds()


def test_a_source_without_a_name_is_called_by_its_address(report):
    keep_capture(report, kept(source_name=""))
    assert Source.objects.get().name == "example.org"


def test_no_address_no_source(report):
    keep_capture(report, kept(source_address="", source_name="Somebody"))
    assert Report.objects.get().source is None


def test_the_source_that_an_editor_chose_stays(report, source, alice):
    attribute_report(by=alice, report=report, source=source)
    keep_capture(report, kept())
    assert Report.objects.get().source == source
    assert Source.objects.count() == 1


@pytest.mark.parametrize("how", ["itself", "what it was merged into"])
def test_a_confidential_source_protects(report, alice, mole, how, holds):
    text = SourceText(name="The Agency", address="example.org", confidential=how == "itself")
    agency = add_source(by=alice, text=text)
    if how != "itself":
        merge(by=alice, one=agency, into=mole)
    flag_report(by=alice, report=report, flags=Flags(opened=True))
    keep_capture(report, kept())
    report.refresh_from_db()
    assert (report.source, report.protected, report.opened) == (agency, True, False)
    assert holds()


@pytest.mark.parametrize(
    ("text", "length"),
    [("", 0), ("abc", 3), ("قتل ١٢", 6), ("👩\u200d🚒 é", 5), ("e\u0301", 2), ("\ud800x", 2)],
    ids=ascii,
)
def test_a_texts_length_counts_code_points(report, text, length):
    kept_text = keep_capture(report, kept(text, warc=b"w")).text
    assert kept_text.length == length
    assert len(storage.read(kept_text.sha256).decode()) == length


def test_a_better_extractors_text_stands_beside_the_first(capture, holds):
    first = now_of(ReportText)
    text = add_text(capture, Words(text="Twelve.", extractor="dateline-2"))
    assert (text.number, text.length) == (2, 7)
    assert capture.text == text
    assert [row for row in now_of(ReportText) if row["number"] == 1] == first
    assert storage.read(first[0]["sha256"]).decode() == TEXT
    assert add_text(capture, Words(text="Twelve.", extractor="dateline-2")).number == 3
    assert holds()


def test_an_extractors_hostile_name_leaves_no_bytes(capture, data):
    before = files(data)
    with pytest.raises(Refused):
        add_text(capture, Words(text="New words", extractor="x" * 81))
    assert files(data) == before


def test_nothing_changes_a_capture_or_its_text_but_a_redaction(
    report, capture, alice, owner, source, carl, data
):
    before = now_of(Capture), now_of(ReportText), files(data)
    flag_report(by=alice, report=report, flags=Flags(graphic=True, opened=True))
    attribute_report(by=alice, report=report, source=source)
    edit_source(by=alice, source=source, text=SourceText(name="X", confidential=True))
    bring_report(by=carl, asked=asked(report.address), caution=Caution(protected=True))
    note_look(report, standing="gone", at=AT, due_at=None)
    give_back(report, trouble="It did not answer.", due_at=None)
    assert (now_of(Capture), now_of(ReportText), files(data)) == before
    keep_capture(report, kept(title="Changed", text="Changed words"))
    assert all(row in now_of(Capture) for row in before[0])
    assert all(row in now_of(ReportText) for row in before[1])
    changed = Entry.objects.filter(object__regex="^(capture|reporttext):").exclude(verb="redact")
    assert all(entry.content.body["before"] is None for entry in changed)


def test_an_older_copy_that_is_taken_over_says_nothing_of_today(report):
    keep_capture(report, kept())
    note_look(report, standing="gone", at=AT, due_at=None, trouble="404")
    keep_capture(report, kept("Older words.", captured_at=AT - timedelta(days=365)))
    report.refresh_from_db()
    assert (report.standing, report.gone_since, report.trouble) == ("gone", AT, "404")
    assert report.captures.count() == 2


def test_the_newest_is_the_latest_by_its_time_not_by_its_number(report):
    today = keep_capture(report, kept())
    older = keep_capture(report, kept("Older words.", captured_at=AT - timedelta(days=365)))
    assert (older.number, report.newest) == (2, today)
    assert keep_capture(report, kept("Newer words.")).number == 3
    assert shown([report.pk])[report.pk].captured_at == today.captured_at
