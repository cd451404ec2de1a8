"""The desk's own findings about reports: recorded, shown, withdrawn."""

from dataclasses import replace

import pytest

from dateline.ledger.models import Check, Entry
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.checking import Finding, record_check, withdraw_check
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Flags, flag_report
from dateline.ledger.weighed import checks_of

pytestmark = pytest.mark.django_db(transaction=True)
FOUND = Finding(
    question="filmed_here",
    result="contradicted",
    method="Landmarks compared with satellite pictures.",
    evidence="The minaret stands in Binnish.",
    addresses=" https://example.org/map \n\nhttp://example.com/a?b=1",
)


@pytest.fixture
def check(capture, alice):
    """A finding about the report."""
    return record_check(by=alice, report=capture.report, finding=FOUND)


def test_it_says_what_was_found_how_and_by_whom(check, report, alice, holds):
    assert (check.question, check.result, check.signed) == ("filmed_here", "contradicted", "Alice")
    assert check.addresses.splitlines() == ["https://example.org/map", "http://example.com/a?b=1"]
    assert checks_of([report.pk], public=True) == {report.pk: [check]}
    assert holds()


def test_readers_of_a_card_learn_of_it_and_of_its_end(capture, alice, cite, told, holds):
    update = cite(capture.report)
    before = told(update)
    check = record_check(by=alice, report=capture.report, finding=FOUND)
    withdraw_check(by=alice, check=check, reason="Another minaret.")
    assert len(told(update)) == len(before) + 2
    assert holds()


def test_a_form_sent_twice_records_one(check, report, alice, owner):
    entries = Entry.objects.count()
    assert record_check(by=alice, report=report, finding=FOUND) == check
    assert Entry.objects.count() == entries
    record_check(by=owner, report=report, finding=FOUND)  # somebody else found the same
    record_check(by=alice, report=report, finding=replace(FOUND, result="undetermined"))
    assert Check.objects.count() == 3


def test_it_is_withdrawn_with_a_reason_and_stays(check, report, alice, holds):
    with pytest.raises(Refused, match="reason is missing"):
        withdraw_check(by=alice, check=check, reason=" ")
    found = withdraw_check(by=alice, check=check, reason="Another minaret.")
    assert (bool(found.withdrawn_at), found.reason) == (True, "Another minaret.")
    with pytest.raises(Refused, match="withdrawn already"):
        withdraw_check(by=alice, check=check, reason="Again.")
    again = record_check(by=alice, report=report, finding=FOUND)
    assert checks_of([report.pk])[report.pk] == [again, found]
    assert holds()


@pytest.mark.parametrize(
    "wrong",
    [
        {"question": "true"},
        {"question": ""},
        {"result": "probably"},
        {"question": "other", "question_words": "  "},
        {"method": " "},
        {"method": "x" * 501},
        {"evidence": "x" * 4001},
        {"evidence": "a\x00b"},
        {"addresses": "javascript:alert(1)"},
        {"addresses": "example.org"},
        {"addresses": "https:///nowhere"},
        {"addresses": "http://[::1"},
        {"addresses": "https://a.org/b c"},
        {"addresses": "\n".join(f"https://a.org/{n}" for n in range(21))},
    ],
    ids=str,
)
def test_what_cannot_stand_is_refused(capture, alice, wrong):
    with pytest.raises(Refused):
        record_check(by=alice, report=capture.report, finding=replace(FOUND, **wrong))
    assert not Check.objects.exists()


def test_another_question_has_its_words(capture, alice):
    finding = replace(FOUND, question="other", question_words="Is it the same crew?")
    found = record_check(by=alice, report=capture.report, finding=finding)
    assert found.question_words == "Is it the same crew?"


def test_readers_know_of_no_check_on_a_held_report(check, report, alice):
    flag_report(by=alice, report=report, flags=Flags(protected=True))
    assert checks_of([report.pk], public=True) == {}
    assert checks_of([report.pk]) == {report.pk: [check]}


def test_a_redacted_report_is_checked_no_more(check, report, alice, owner):
    redact_report(by=owner, report=report, reason="It named a shelter.")
    with pytest.raises(Refused, match="redacted"):
        record_check(by=alice, report=report, finding=FOUND)
    with pytest.raises(Refused, match="redacted"):
        withdraw_check(by=alice, check=check, reason="Wrong.")
