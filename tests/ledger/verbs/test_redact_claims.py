"""Redaction reaches claims: what they say now, what they said, and why they were taken out."""

import pytest

from dateline.ledger.finding import find_words
from dateline.ledger.models import Claim, Content, Reading, Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.claims import (
    accept_claim,
    mend_claim,
    reject_claim,
    restore_claim,
    withdraw_claim,
)
from dateline.ledger.verbs.proposing import make_claim, propose_claims
from dateline.ledger.verbs.redacting import redact_report, redact_words
from dateline.ledger.verbs.reports import bring_report
from tests.ledger.claimed import said
from tests.ledger.kept import asked, kept

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It named a shelter."
TEXT = "Zephyrine Quill says the shelter was hit. Ondine Vex denies it."
HIDDEN = ("zephyrine", "quill", "ondine", "vex")


@pytest.fixture
def secret(alice):
    """A report whose text names people, captured without naming them elsewhere."""
    report = bring_report(by=alice, asked=asked("https://example.org/named"))
    keep_capture(report, kept(TEXT, warc=b"WARC"))
    return report


@pytest.fixture
def claims(secret, alice, column):
    """Three claims: one accepted, one mended since, one rejected with a telling reason."""
    text = secret.newest.text
    found = [said("the shelter was hit", TEXT), said("Zephyrine Quill says", TEXT)]
    accepted, mended = propose_claims(text, found, reader="dateline 1", note="Quill was not read.")
    accept_claim(by=alice, claim=accepted, column=column, based_on=1)
    mend_claim(by=alice, claim=mended, said=said("says", TEXT), based_on=1)
    rejected = make_claim(by=alice, text=text, said=said("Ondine Vex denies it", TEXT))
    reject_claim(
        by=alice, claim=rejected, based_on=rejected.revision, reason="Vex said no such thing."
    )
    return accepted, mended, rejected


def as_now(claims):
    return [Claim.objects.get(pk=one.pk) for one in claims]


def test_a_redacted_report_takes_its_claims_along(secret, claims, owner, traces, holds):
    assert len(traces(*HIDDEN)) > 2
    redact_report(by=owner, report=secret, reason=WHY)
    assert traces(*HIDDEN, "shelter was hit") == []
    assert all(one.redacted and one.protected and not one.reason for one in as_now(claims))
    assert Reading.objects.get().note == ""
    assert holds()


def test_no_salt_of_what_a_claim_said_survives(secret, claims, owner, traces):
    rows = Content.objects.filter(entry__object__startswith="claim:")
    salts = [content.salt for content in rows if "quote" in str(content.body)]
    assert len(salts) >= 5
    redact_report(by=owner, report=secret, reason=WHY)
    assert traces(*salts) == []


def test_a_claim_that_holds_redacted_words_goes_whole(secret, claims, owner, traces, holds):
    redact_words(by=owner, words=["Zephyrine Quill", "Ondine", "Vex", "Quill"], reason=WHY)
    accepted, mended, rejected = as_now(claims)
    assert accepted.said["quote"] == "the shelter was hit"
    assert (mended.said["quote"], rejected.redacted) == ("says", True)
    assert "Vex" not in rejected.reason
    assert len(traces("zephyrine")) == 1  # the kept text itself, which is evidence
    assert Report.objects.get().protected
    assert holds()


def test_a_code_of_the_codebook_is_nobodys_word(secret, alice, owner, publish, holds):
    claim = make_claim(
        by=alice, text=secret.newest.text, said=said("was hit", TEXT, event="air_strike")
    )
    publish("Air strike")
    redact_words(by=owner, words=["air strike"], reason=WHY)
    claim.refresh_from_db()
    assert claim.said["event"] == "air_strike"
    assert holds()


def test_finding_names_the_claims_and_changes_nothing(secret, claims):
    found = {one.name_in_log for one in find_words(["Zephyrine Quill"])}
    assert found == {secret.name_in_log, claims[1].name_in_log}
    assert not Claim.objects.get(pk=claims[1].pk).redacted


def test_nothing_is_left_to_do_with_a_redacted_claim(secret, claims, owner, alice, column):
    text = secret.newest.text
    redact_report(by=owner, report=secret, reason=WHY)
    claim = claims[0]
    for act in (
        lambda: accept_claim(by=alice, claim=claim, column=column, based_on=1),
        lambda: withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason=WHY),
        lambda: restore_claim(by=alice, claim=claim),
        lambda: mend_claim(by=alice, claim=claim, said=said("says", TEXT), based_on=1),
        lambda: make_claim(by=alice, text=text, said=said("says", TEXT)),
    ):
        with pytest.raises(Refused, match=r"redacted|missing"):
            act()


def test_a_second_reading_brings_no_redacted_words_back_into_an_old_claim(secret, claims, owner):
    redact_words(by=owner, words=["the shelter was hit"], reason=WHY)
    assert as_now(claims)[0].redacted
    restored = as_now(claims)[1]
    propose_claims(secret.newest.text, [], reader="dateline 2")
    assert as_now(claims)[0].said == {}
    assert as_now(claims)[1].status == restored.status
