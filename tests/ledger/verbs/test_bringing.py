"""Asking for a report to be kept: it stands at once, and the same thing is known again."""

import pytest
from django.utils import timezone

from dateline.ledger import storage
from dateline.ledger.models import Entry, Report
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.in_hand import take_due
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Caution, Flags, ask_again, bring_report, flag_report
from dateline.ledger.verbs.sources import SourceText, edit_source, merge
from dateline.ledger.verbs.watching import add_watch
from tests.ledger.conftest import files
from tests.ledger.kept import asked, kept

pytestmark = pytest.mark.django_db(transaction=True)
ADDRESS = "https://example.org/strike"
FILE = {"given_warc": b"a WARC record", "given_name": "leaflet.pdf"}
WHY = "It named a shelter."


def test_it_stands_at_once_and_is_due(carl, holds):
    report = bring_report(by=carl, asked=asked(ADDRESS))
    assert (report.address, report.brought_by, report.newest) == (ADDRESS, carl, None)
    assert report.due_at <= timezone.now()
    entry = Entry.objects.last()
    assert (entry.verb, entry.object, entry.blog) == ("bring_report", report.name_in_log, None)
    assert entry.content.body["after"]["address"] == ADDRESS
    assert holds()


def test_the_same_again_is_the_same_report_and_no_news(report, alice):
    before = Entry.objects.count()
    assert bring_report(by=alice, asked=asked(ADDRESS)) == report
    assert Report.objects.get().brought_by.public_name == "Carl"
    assert Entry.objects.count() == before


def test_bytes_that_were_handed_in_lie_in_the_folder(carl, data, holds):
    report = bring_report(by=carl, asked=asked(**FILE))
    assert storage.read(report.given_warc) == b"a WARC record"
    assert (report.address, report.given_name) == ("", "leaflet.pdf")
    assert bring_report(by=carl, asked=asked(**FILE)) == report
    assert len(files(data)) == 1
    assert holds()


def test_a_watch_brings_without_a_person(alice, holds):
    watch = add_watch(by=alice, address="https://example.org/feed")
    report = bring_report(by=None, asked=asked(ADDRESS), watch=watch)
    assert (report.brought_by, report.watch) == (None, watch)
    assert Entry.objects.last().who is None
    assert holds()


def test_a_stranger_brings_nothing_and_leaves_no_bytes(sam, data):
    with pytest.raises(NotAllowed):
        bring_report(by=sam, asked=asked(**FILE))
    assert not Report.objects.exists()
    assert files(data) == []


@pytest.mark.parametrize(
    "hostile",
    [
        asked("https://example.org/\0"),
        asked("https://example.org/" + "x" * 2000),
        asked(given_warc=b"x", given_name="half \ud800"),
        asked(given_warc=b"x", given_name="x" * 201),
    ],
    ids=["NUL", "long address", "surrogate", "long name"],
)
def test_what_cannot_be_stored_is_refused_and_leaves_no_bytes(carl, hostile, data):
    with pytest.raises(Refused):
        bring_report(by=carl, asked=hostile)
    assert not Report.objects.exists()
    assert files(data) == []


def test_a_contributor_takes_nothing_away_that_readers_see(report, alice, carl, cite):
    cite(report)
    with pytest.raises(Refused, match="Ask an editor"):
        bring_report(by=carl, asked=asked(ADDRESS), caution=Caution(protected=True))
    assert not Report.objects.get().protected


@pytest.mark.parametrize("flag", ["graphic", "identifies", "protected"])
def test_who_brings_it_says_what_is_to_be_minded(carl, flag, holds):
    report = bring_report(by=carl, asked=asked(ADDRESS), caution=Caution(**{flag: True}))
    assert [name for name in vars(Caution()) if getattr(report, name)] == [flag]
    assert getattr(bring_report(by=carl, asked=asked(ADDRESS)), flag)  # nobody takes it back so
    assert holds()


@pytest.mark.parametrize("flag", ["graphic", "identifies", "protected"])
def test_what_is_to_be_minded_may_be_said_later(report, carl, flag):
    again = bring_report(by=carl, asked=asked(ADDRESS), caution=Caution(**{flag: True}))
    assert (again.pk, getattr(again, flag)) == (report.pk, True)


def test_who_asks_again_for_protection_gets_it(report, alice, cite, told, holds):
    update = cite(report)
    flag_report(by=alice, report=report, flags=Flags(opened=True))
    before = told(update)
    again = bring_report(by=alice, asked=asked(ADDRESS), caution=Caution(protected=True))
    assert (again.pk, again.protected, again.opened) == (report.pk, True, False)
    assert len(told(update)) == len(before) + 1
    assert holds()


def test_what_is_protected_stays_so_when_somebody_asks_without(carl):
    bring_report(by=carl, asked=asked(ADDRESS), caution=Caution(protected=True))
    assert bring_report(by=carl, asked=asked(ADDRESS)).protected


def test_what_a_confidential_source_gave_is_protected(carl, mole):
    assert bring_report(by=carl, asked=asked(**FILE), source=mole).protected


def test_what_a_confidential_source_gave_too_is_protected_from_then_on(carl, report, mole):
    assert not report.protected
    assert bring_report(by=carl, asked=asked(ADDRESS), source=mole).protected


def test_what_came_from_a_source_that_is_the_same_as_a_confidential_one_is_protected(
    alice, carl, source, mole
):
    merge(by=alice, one=source, into=mole)
    assert bring_report(by=carl, asked=asked(**FILE), source=source).protected


def test_a_source_that_became_confidential_a_moment_ago_protects(alice, carl, source):
    edit_source(by=alice, source=source, text=SourceText(name="X", confidential=True))
    assert not source.confidential  # as the page that asks still has it
    assert bring_report(by=carl, asked=asked(**FILE), source=source).protected


@pytest.mark.parametrize("request_", [asked(ADDRESS), asked(**FILE)], ids=["address", "file"])
def test_what_was_redacted_may_not_come_back(carl, owner, request_, data, holds):
    report = bring_report(by=carl, asked=request_)
    redact_report(by=owner, report=report, reason=WHY)
    for protected in (False, True):
        with pytest.raises(Refused, match="may not come back"):
            bring_report(by=carl, asked=request_, caution=Caution(protected=protected))
    assert files(data) == []
    assert holds()


def test_asking_again_makes_it_due_now_as_a_new_version(report, capture, carl, holds):
    assert take_due(9) == []
    again = ask_again(by=carl, report=report)
    assert (again.wanted, again.tries, again.trouble) == (True, 0, "")
    assert take_due(9) == [report]
    assert keep_capture(report, kept()).number == 2
    assert not Report.objects.get().wanted
    assert holds()


def test_asking_again_takes_nothing_out_of_a_workers_hands(report, carl):
    assert take_due(9) == [report]
    ask_again(by=carl, report=report)
    assert take_due(9) == []


def test_what_has_no_address_is_not_asked_for_again(carl):
    report = bring_report(by=carl, asked=asked(**FILE))
    with pytest.raises(Refused, match="has no address"):
        ask_again(by=carl, report=report)
