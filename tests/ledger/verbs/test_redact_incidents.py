"""Redaction reaches what the desk said of reports and incidents, now and in the log."""

from dataclasses import replace

import pytest

from dateline.ledger.finding import find_words
from dateline.ledger.models import (
    Apart,
    Assessment,
    Check,
    GroupingKey,
    Incident,
    RelationRuling,
)
from dateline.ledger.verbs.checking import Finding, record_check
from dateline.ledger.verbs.fronts import add_front
from dateline.ledger.verbs.incidents import name_incident
from dateline.ledger.verbs.merging import mark_apart, merge_incidents
from dateline.ledger.verbs.redacting import redact_report, redact_words
from dateline.ledger.verbs.ruling import assess_incident, rule_relation
from dateline.ledger.verbs.summaries import save_summary
from dateline.ledger.weighed import told_of
from tests.ledger.fronted import IDLIB, WEEK, quiet
from tests.ledger.happened import speaker

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It named a shelter."
HIDDEN = ("zephyrine", "quill")


@pytest.fixture
def secret(desk, alice, source):
    """A claim without the name, and a desk that wrote the name wherever it could."""
    claim = desk.claim("They hit the shelter.")
    one = desk.incident(claim, title="The shelter of Zephyrine Quill")
    other = desk.incident(desk.claim("They hit the school."), title="The school")
    name_incident(by=alice, incident=one, title="Quill's shelter", based_on=1)
    mark_apart(by=alice, one=one, other=other, reason="Quill says so.")
    third = desk.incident(desk.claim("They hit it."), title="It")
    merge_incidents(by=alice, incident=third, into=one, reason="Quill again.", based_on=1)
    rule_relation(by=alice, incident=one, source=source, relation="observer", reason="Quill's.")
    assess_incident(by=alice, incident=one, sentence="Zephyrine Quill ran the shelter.")
    finding = Finding(
        question="other",
        question_words="Is it Quill?",
        result="confirmed",
        method="We asked Quill.",
        evidence="Zephyrine Quill told us.",
        addresses="https://example.org/zephyrine-quill/1\nhttps://example.org/map",
    )
    record_check(by=alice, report=claim.report, finding=finding)
    return claim


def test_words_go_from_all_that_the_desk_said(secret, owner, traces, holds):
    assert len(traces(*HIDDEN)) > 1
    redact_words(by=owner, words=["Zephyrine Quill", "Zephyrine", "Quill"], reason=WHY)
    assert traces(*HIDDEN) == []
    assert Check.objects.get().addresses == "https://example.org/map"
    assert RelationRuling.objects.get().relation == "observer"
    assert Apart.objects.get().standing
    assert holds()


def test_finding_names_them_all_and_changes_nothing(secret):
    kinds = {one.name_in_log.partition(":")[0] for one in find_words(["Quill"])}
    assert kinds == {"incident", "apart", "relationruling", "assessment", "check"}
    assert "Quill" in Assessment.objects.get().sentence


def test_a_redacted_report_takes_along_what_rests_on_nothing_else(
    secret, desk, owner, traces, holds
):
    school = Incident.objects.get(title="The school")
    redact_report(by=owner, report=secret.report, reason=WHY)
    about = Incident.objects.get(pk=secret.groupings.get().incident_id)
    assert (about.title, Assessment.objects.get().sentence) == ("", "")
    check = Check.objects.get()
    assert not any((check.question_words, check.method, check.evidence, check.addresses))
    school.refresh_from_db()
    assert school.title == "The school"
    assert traces("told us", "ran the shelter", "quill's shelter") == []
    assert [one.id for one in told_of(about)] != [str(secret.pk)]
    assert holds()


def test_an_incident_that_rests_on_other_reports_too_keeps_its_words(secret, desk, owner, holds):
    about = secret.groupings.get().incident
    desk.answer(desk.claim("The shelter was hit."), about, "same")
    redact_report(by=owner, report=secret.report, reason=WHY)
    about.refresh_from_db()
    assert about.title == "Quill's shelter"
    assert len(told_of(about)) == 2  # and what was merged into it
    assert holds()


def test_the_index_forgets_what_a_redacted_claim_said(secret, desk, owner, holds):
    assert not GroupingKey.objects.filter(claim=secret).exists()  # it names nobody and no place
    words = "Zephyrine Quill said so."
    named = desk.claim(words, speakers=(speaker("Zephyrine Quill", words),))
    assert GroupingKey.objects.filter(claim=named).count() == 1
    redact_words(by=owner, words=["Zephyrine Quill"], reason=WHY)
    assert not GroupingKey.objects.filter(claim=named).exists()
    assert holds()


def test_a_redacted_report_takes_along_the_summary_with_the_desks_sentence_on_it(
    secret, owner, alice, column, traces, holds
):
    front = add_front(by=alice, column=column, text=IDLIB)
    of = {"by": alice, "column": column, "window": WEEK, "based_on": 0}
    incident = secret.groupings.get().incident_id
    judged = replace(quiet(front, "Marmaduke ran it."), sort="assessment", incidents=(incident,))
    save_summary(**of, clauses=(judged,))
    redact_report(by=owner, report=secret.report, reason=WHY)
    assert traces("marmaduke") == []
    assert holds()
