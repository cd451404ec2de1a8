"""Which claims readers may see, and until when they saw one that stands no more."""

from datetime import timedelta

import pytest
from django.db.models import Q
from django.utils import timezone

from dateline.ledger.models import Claim, Entry
from dateline.ledger.readable import affected_claims, readable, readable_till
from dateline.ledger.verbs.claims import reject_claim, withdraw_claim
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.incidents import name_incident
from dateline.ledger.verbs.proposing import propose_claims
from dateline.ledger.verbs.reports import Flags, flag_report
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source
from tests.ledger.claimed import said

pytestmark = pytest.mark.django_db(transaction=True)
WORDS = "Twelve people died."


@pytest.fixture
def claim(desk):
    return desk.claim(WORDS)


def sees(claim, now=None):
    return [one.pk for one in readable(Q(pk=claim.pk), now)] == [claim.pk]


def test_they_see_an_accepted_claim(claim):
    assert sees(claim)


def test_they_see_none_that_is_proposed_rejected_or_withdrawn(claim, desk, alice):
    text = desk.report(WORDS).newest.text
    one, two = propose_claims(text, [said("Twelve", WORDS), said("died", WORDS)], reader="r 1")
    reject_claim(by=alice, claim=two, based_on=two.revision, reason="No.")
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="No.")
    assert not any(sees(each) for each in (one, two, claim))


def test_one_that_is_held_they_see_from_its_time_on(claim, alice):
    until = timezone.now() + timedelta(hours=1)
    hold_claim(by=alice, claim=claim, until=until)
    assert not sees(claim)
    assert not sees(claim, until - timedelta(seconds=1))
    assert sees(claim, until)


def test_they_see_none_of_a_protected_report(claim, alice):
    flag_report(by=alice, report=claim.report, flags=Flags(protected=True))
    assert not sees(claim)


def test_they_see_none_of_a_confidential_source(desk, alice):
    text = SourceText(name="Zephyrine", address="z.example")
    source = add_source(by=alice, text=text)
    claim = desk.claim(WORDS, site="z.example")
    assert sees(claim)
    edit_source(by=alice, source=source, text=SourceText(name="Z", confidential=True))
    assert not sees(claim)


def test_what_stands_no_more_was_seen_until_then(claim, alice):
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="No.")
    entry = Entry.objects.filter(object=claim.name_in_log).latest("sequence")
    assert readable_till(Claim.objects.get(pk=claim.pk)) == entry.time


def test_what_was_held_all_the_time_was_never_seen(desk, alice):
    report = desk.report(WORDS)
    (claim,) = propose_claims(report.newest.text, [said("Twelve", WORDS)], reader="r 1")
    assert readable_till(claim) is None


def test_an_incidents_title_touches_its_claims_and_a_proposal_touches_none(claim, desk, alice):
    incident = desk.incident(claim)
    name_incident(by=alice, incident=incident, title="Other", based_on=1)
    assert affected_claims(Entry.objects.latest("sequence")) == {claim.pk}
    propose_claims(desk.report(WORDS).newest.text, [said("died", WORDS)], reader="r 1")
    proposing = Entry.objects.filter(object__startswith="claim:").latest("sequence")
    assert affected_claims(proposing) == set()
