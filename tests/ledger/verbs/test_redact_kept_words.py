"""Redacting words that stand in the archive: records are scrubbed, kept texts are withheld."""

import pytest

from dateline.ledger import storage
from dateline.ledger.finding import find_words
from dateline.ledger.models import Entry, Report, Source, Watch
from dateline.ledger.refusal import Refused
from dateline.ledger.scrub import MARK
from dateline.ledger.showing import shown, source_names
from dateline.ledger.verbs.capturing import Words, add_text, give_back, keep_capture
from dateline.ledger.verbs.in_hand import take_due
from dateline.ledger.verbs.redacting import redact_report, redact_words
from dateline.ledger.verbs.reports import (
    Flags,
    ask_again,
    attribute_report,
    bring_report,
    flag_report,
)
from dateline.ledger.verbs.sources import (
    PartyText,
    SourceText,
    add_party,
    add_source,
    edit_source,
    merge,
)
from dateline.ledger.verbs.watching import (
    Found,
    add_watch,
    note_watch,
    note_watch_trouble,
    take_due_watches,
)
from tests.ledger.kept import AT, asked, kept

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It named someone who must not be found."
SECRET = "Zephyrine Quill"
HIDDEN = ("Zephyrine", "Quill")


@pytest.fixture
def redact(owner, holds):
    """Redact the secret, and see that the ledger still holds."""

    def _redact():
        entries = redact_words(by=owner, words=[SECRET], reason=WHY)
        assert holds()
        return entries

    return _redact


@pytest.mark.parametrize("field", ["title", "author", "site_name", "excerpt", "url", "canonical"])
def test_words_in_a_capture_go_and_its_card_is_told(report, field, cite, told, redact, traces):
    kept_in = {field: f"https://example.org/{SECRET}"}
    keep_capture(report, kept(**kept_in))
    keep_capture(report, kept())  # a later version without them
    update = cite(report)
    redact()
    assert traces(*HIDDEN) == []
    assert len(told(update)) == 2


def test_words_in_a_title_leave_the_rest(report, redact):
    keep_capture(report, kept(title=f"Met {SECRET} today", source_name=f"By {SECRET}"))
    redact()
    card = shown([report.pk])[report.pk]
    assert (card.title, card.source, card.state) == (f"Met {MARK} today", f"By {MARK}", "kept")


def test_words_in_an_address_leave_nothing_to_fetch(carl, redact, traces):
    report = bring_report(by=carl, asked=asked("https://example.org/zephyrine-quill"))
    redact()
    assert traces(*HIDDEN) == []
    assert take_due(9) == []
    card = shown([report.pk])[report.pk]
    assert (card.site, card.address.startswith("redacted-")) == ("", True)
    with pytest.raises(Refused, match="no address"):
        ask_again(by=carl, report=report)


def test_words_in_a_watch_leave_nothing_to_look_at(alice, redact, traces):
    watch = add_watch(by=alice, address="https://zephyrine-quill.example.org/feed")
    note_watch(watch, Found(due_at=AT, looked_at=AT, title=SECRET, note=f"Moved to {SECRET}."), [])
    note_watch_trouble(watch, words=f"{SECRET} did not answer.", due_at=AT)
    redact()
    assert traces(*HIDDEN) == []
    assert take_due_watches(9) == []
    assert Watch.objects.get().address.startswith("redacted-")


def test_words_in_a_trouble_and_in_a_files_name_go(carl, redact, traces):
    report = bring_report(by=carl, asked=asked(given_warc=b"x", given_name=f"{SECRET}.pdf"))
    give_back(report, trouble=f"{SECRET}.pdf cannot be read.", due_at=None)
    redact()
    assert traces(*HIDDEN) == []
    assert Report.objects.get().given_name == f"{MARK}.pdf"


def test_words_in_a_source_and_a_party_go(alice, redact, traces):
    text = {"name": f"The {SECRET} Post", "reliability_note": f"Owned by {SECRET}."}
    source = add_source(by=alice, text=SourceText(**text, address="t.me/zephyrinequill"))
    add_party(by=alice, text=PartyText(name=SECRET, aliases=f"A\n{SECRET}", note=SECRET))
    edit_source(by=alice, source=source, text=SourceText(name="Renamed"))
    redact()
    assert traces(*HIDDEN) == []
    assert Source.objects.get().name == "Renamed"


@pytest.mark.parametrize("merged", [False, True])
def test_words_in_a_sources_name_are_told_wherever_it_stands(
    merged, alice, report, publish, cite, told, redact
):
    source = add_source(by=alice, text=SourceText(name=f"The {SECRET} Post"))
    given_by = source
    if merged:
        given_by = add_source(by=alice, text=SourceText(name="The Post"))
        merge(by=alice, one=given_by, into=source)
    attribute_report(by=alice, report=report, source=given_by)
    updates = [
        publish("Quoted", body=f":::quote{{source={source.pk}}}\nWords.\n:::"),
        cite(report),
    ]
    assert SECRET in source_names([given_by.pk])[given_by.pk]
    redact()
    assert source_names([given_by.pk])[given_by.pk] == f"The {MARK} Post"
    assert [len(told(update)) for update in updates] == [2, 2]


@pytest.mark.parametrize("where", ["the first version", "a later version", "another text"])
def test_a_kept_text_stays_as_evidence_and_its_report_is_protected(
    where, report, alice, cite, told, redact, traces
):
    texts = {"the first version": [SECRET, "x"], "a later version": ["x", SECRET]}
    first, second = texts.get(where, ["x", "y"])
    capture = keep_capture(report, kept(first, warc=b"1"))
    keep_capture(report, kept(second, warc=b"2"))
    if where == "another text":
        add_text(capture, Words(text=f"By {SECRET}", extractor="dateline-2"))
    flag_report(by=alice, report=report, flags=Flags(opened=True))
    update = cite(report)
    redact()
    report.refresh_from_db()
    assert (report.protected, report.opened) == (True, False)
    assert shown([report.pk])[report.pk].state == "held"
    assert len(told(update)) == 2
    assert all("bytes" not in trace and "sqlite" not in trace for trace in traces(*HIDDEN))
    assert len(traces("Zephyrine")) == 1  # the kept text itself


def test_words_in_a_text_and_a_title_are_told_once(report, cite, told, redact):
    keep_capture(report, kept(SECRET, title=SECRET))
    update = cite(report)
    entries = redact()
    assert len({entry.object for entry in entries}) == 2
    assert len(told(update)) == 2
    assert Report.objects.get().protected


def test_finding_names_the_report_and_changes_nothing(report, holds):
    keep_capture(report, kept(SECRET))
    before = Entry.objects.count()
    assert [one.name_in_log for one in find_words([SECRET])] == [report.name_in_log]
    assert Entry.objects.count() == before
    assert not Report.objects.get().protected


def test_texts_without_the_words_and_redacted_ones_are_left_alone(
    report, other_report, owner, redact, publish
):
    keep_capture(report, kept())
    keep_capture(other_report, kept(SECRET))
    redact_report(by=owner, report=other_report, reason=WHY)
    with pytest.raises(Refused, match="stand nowhere"):
        redact()
    publish(SECRET)
    redact()
    assert not Report.objects.get(pk=report.pk).protected


@pytest.mark.parametrize("damage", ["lost", "no UTF-8"])
def test_a_damaged_text_hinders_no_redaction(report, publish, redact, damage):
    path = storage.folder().path_of(keep_capture(report, kept()).text.sha256)
    if damage == "lost":
        path.unlink()
    else:
        path.write_bytes(b"\xff\xfe\x80 Zephyrine Quill")
    publish(SECRET)
    redact()
    assert Report.objects.get().protected is (damage != "lost")
