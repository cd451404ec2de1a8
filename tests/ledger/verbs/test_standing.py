"""Trouble, and how a report stands at its source: readers are told once, of what is new."""

import pytest
from django.utils import timezone

from dateline.ledger.models import Entry, Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import give_back, keep_capture, note_look
from dateline.ledger.verbs.redacting import redact_report
from tests.ledger.kept import AT, kept

pytestmark = pytest.mark.django_db(transaction=True)
TROUBLE = "example.org did not answer."


def look(report, standing, at=AT, **more):
    note_look(report, standing=standing, at=at, due_at=None, **more)
    return Report.objects.get(pk=report.pk)


def test_a_report_that_cannot_be_reached_is_told_once(report, cite, told, holds):
    update = cite(report)
    before = len(told(update))
    for tries in (1, 2, 3):
        give_back(report, trouble=TROUBLE, due_at=timezone.now())
        stored = Report.objects.get()
        assert (stored.tries, stored.trouble, stored.standing) == (tries, TROUBLE, "unreached")
        assert len(told(update)) == before + 1
    assert holds()


def test_trouble_with_what_is_kept_stays_inside(report, capture, cite, told, holds):
    update = cite(report)
    before, entries = told(update), Entry.objects.count()
    give_back(report, trouble=TROUBLE, due_at=None)
    assert Report.objects.get().standing == ""
    assert (told(update), Entry.objects.count()) == (before, entries)
    assert holds()


def test_trouble_ends_with_a_capture(report, cite, told, holds):
    update = cite(report)
    give_back(report, trouble=TROUBLE, due_at=None)
    before = len(told(update))
    keep_capture(report, kept())
    stored = Report.objects.get()
    assert (stored.tries, stored.trouble, stored.standing) == (0, "", "")
    assert len(told(update)) == before + 1
    assert holds()


@pytest.mark.parametrize("words", ["x" * 9000, "a\0b", "half \ud800", ""], ids=ascii)
def test_a_servers_hostile_words_do_not_hinder_the_worker(report, words, holds):
    give_back(report, trouble=words, due_at=None)
    look(report, "", trouble=words)
    assert len(Report.objects.get().trouble) <= 500
    assert holds()


def test_a_deletion_at_source_is_told_once_with_its_first_time(report, capture, cite, told, holds):
    update = cite(report)
    before = len(told(update))
    later = AT.replace(hour=23)
    assert look(report, "gone").gone_since == AT
    assert look(report, "gone", at=later).gone_since == AT
    assert look(report, "gone").looked_at == AT
    assert len(told(update)) == before + 1
    back = look(report, "unchanged", at=later)
    assert (back.gone_since, back.standing) == (None, "unchanged")
    assert look(report, "gone", at=later).gone_since == later
    assert len(told(update)) == before + 3
    assert holds()


def test_a_look_that_finds_nothing_new_makes_no_entry(report, capture, holds):
    look(report, "unchanged")
    before = Entry.objects.count()
    look(report, "unchanged")
    assert Entry.objects.count() == before
    assert holds()


def test_a_new_version_is_there_again(report, capture, holds):
    look(report, "gone")
    keep_capture(report, kept())
    stored = Report.objects.get()
    assert (stored.standing, stored.gone_since) == ("", None)
    assert holds()


def test_nothing_is_noted_of_what_was_redacted_meanwhile(report, owner, holds):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    with pytest.raises(Refused):
        give_back(report, trouble=TROUBLE, due_at=timezone.now())
    with pytest.raises(Refused):
        look(report, "gone")
    stored = Report.objects.get()
    assert (stored.trouble, stored.due_at, stored.standing) == ("", None, "")
    assert holds()
