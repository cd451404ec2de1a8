"""What an editor says of a report: graphic, identifying, protected, open; and whose it is."""

import pytest

from dateline.ledger.models import Entry, Report
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Flags, attribute_report, flag_report
from dateline.ledger.verbs.sources import SourceText, edit_source, merge

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize("flag", ["graphic", "identifies", "protected", "opened"])
def test_each_flag_is_set_and_taken_away_and_told(report, alice, cite, told, flag, holds):
    update = cite(report)
    before = len(told(update))
    assert getattr(flag_report(by=alice, report=report, flags=Flags(**{flag: True})), flag)
    assert not getattr(flag_report(by=alice, report=report, flags=Flags()), flag)
    assert len(told(update)) == before + 2
    assert holds()


def test_the_reason_stays_inside(report, alice, cite):
    update = cite(report)
    flag_report(by=alice, report=report, flags=Flags(graphic=True), reason="Bodies at 0:12.")
    public, inside = Entry.objects.order_by("-sequence")[:2]
    assert (inside.object, inside.blog) == (report.name_in_log, None)
    assert inside.content.body["reason"] == "Bodies at 0:12."
    assert (public.object, public.content.body["reason"]) == (update.name_in_log, "")


def test_what_is_protected_is_not_open(report, alice):
    with pytest.raises(Refused, match="Choose one"):
        flag_report(by=alice, report=report, flags=Flags(protected=True, opened=True))
    assert not Report.objects.get().protected


def test_bytes_that_identify_a_person_are_not_open(report, alice):
    with pytest.raises(Refused, match="identify a person"):
        flag_report(by=alice, report=report, flags=Flags(identifies=True, opened=True))
    assert not Report.objects.get().opened


@pytest.mark.parametrize("how", ["itself", "merged into one", "one merged into another"])
def test_what_comes_from_a_confidential_source_stays_protected(
    report, alice, mole, source, how, holds
):
    if how == "merged into one":
        merge(by=alice, one=source, into=mole)
    if how == "one merged into another":
        merge(by=alice, one=mole, into=source)
    given_by = source if how == "merged into one" else mole
    attributed = attribute_report(by=alice, report=report, source=given_by)
    assert attributed.protected
    for flags in (Flags(), Flags(opened=True), Flags(graphic=True)):
        with pytest.raises(Refused, match="confidential"):
            flag_report(by=alice, report=report, flags=flags)
    assert flag_report(by=alice, report=report, flags=Flags(protected=True, graphic=True)).graphic
    assert holds()


def test_to_name_a_confidential_source_closes_what_was_open(report, alice, mole, cite, told):
    update = cite(report)
    flag_report(by=alice, report=report, flags=Flags(opened=True))
    before = len(told(update))
    found = attribute_report(by=alice, report=report, source=mole)
    assert (found.protected, found.opened, found.source) == (True, False, mole)
    assert len(told(update)) == before + 1


def test_a_source_is_taken_away_again_and_readers_are_told(
    report, alice, source, cite, told, holds
):
    attribute_report(by=alice, report=report, source=source)
    update = cite(report)
    before = len(told(update))
    assert attribute_report(by=alice, report=report, source=None).source is None
    assert len(told(update)) == before + 1
    assert attribute_report(by=alice, report=report, source=source).source == source
    assert holds()


def test_taking_a_confidential_source_away_opens_nothing(report, alice, mole):
    attribute_report(by=alice, report=report, source=mole)
    assert attribute_report(by=alice, report=report, source=None).protected


def test_a_source_that_became_confidential_a_moment_ago_protects(report, alice, source):
    edit_source(by=alice, source=source, text=SourceText(name="X", confidential=True))
    assert not source.confidential  # as the page that asks still has it
    assert attribute_report(by=alice, report=report, source=source).protected


def test_a_contributor_judges_nothing(report, carl, source):
    with pytest.raises(NotAllowed):
        flag_report(by=carl, report=report, flags=Flags())
    with pytest.raises(NotAllowed):
        attribute_report(by=carl, report=report, source=source)


def test_of_a_redacted_report_nothing_is_said(report, owner, alice, source, holds):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    with pytest.raises(Refused, match="Nothing of it is left"):
        flag_report(by=alice, report=report, flags=Flags(opened=True))
    with pytest.raises(Refused, match="Nothing of it is left"):
        attribute_report(by=alice, report=report, source=source)
    assert holds()
