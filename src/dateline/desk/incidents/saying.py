"""What an editor says of an incident's claims and sources, and the sentence that the desk signs."""

import uuid

from django.http import HttpResponse

from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.sent import sent, sent_number, sent_one
from dateline.ledger.models import Claim, Source
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.grouping import answer_grouping
from dateline.ledger.verbs.ruling import (
    assess_incident,
    rule_relation,
    unrule_relation,
    withdraw_assessment,
)

from .access import incident_or_404
from .acts import do
from .page import incident_page

ANSWERED = {
    "same": "It is about this incident.",
    "not_same": "It is not about this incident.",
    "may_be": "It may be about this incident, and counts in nothing.",
    "": "Taken back.",
}


@desk_view("POST")
def answer(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Answer whether a claim is about an incident, or take the answer back."""
    found = incident_or_404(request.user, pk)
    claim = sent_one(request, "claim", Claim.objects.filter(column=found.column_id))
    if claim is None:
        words = "That claim is not in this column any more."
        return incident_page(request, found, notice=words, status=400)
    said, based_on = sent(request, "answer"), sent_number(request, "based_on")
    return do(
        request,
        found,
        lambda: answer_grouping(
            by=request.user, claim=claim, incident=found, answer=said, based_on=based_on
        ),
        ANSWERED.get(said, ""),
    )


@desk_view("POST")
def relation(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Put a source's relation to an incident right; an empty one takes that back."""
    found = incident_or_404(request.user, pk)
    source = sent_one(request, "source", Source.objects.all())
    if source is None:
        words = "The desk does not know this source any more."
        return incident_page(request, found, notice=words, status=400)
    said, reason = sent(request, "relation"), sent(request, "relation_reason")
    if not said:
        return do(
            request,
            found,
            lambda: unrule_relation(by=request.user, incident=found, source=source),
            "The relation is as computed again.",
        )
    return do(
        request,
        found,
        lambda: rule_relation(
            by=request.user, incident=found, source=source, relation=said, reason=reason
        ),
        "The relation is put right.",
    )


@desk_view("POST")
def sentence(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Sign a sentence, in the place of the one that was seen."""
    found = incident_or_404(request.user, pk)
    seen = sent_one(request, "replaces", found.whole.assessments.all())
    words = sent(request, "sentence")
    return do(
        request,
        found,
        lambda: assess_incident(by=request.user, incident=found, sentence=words, replaces=seen),
        "Signed. You can replace or withdraw it.",
    )


@desk_view("POST")
def withdraw(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Withdraw the desk's sentence; it stays, marked, with the reason."""
    found = incident_or_404(request.user, pk)
    seen = sent_one(request, "sentence", found.whole.assessments.all())
    if seen is None:
        raise Refused("There is no such sentence on this incident.")
    reason = sent(request, "withdraw_reason")
    return do(
        request,
        found,
        lambda: withdraw_assessment(by=request.user, assessment=seen, reason=reason),
        "Withdrawn. It stays among the earlier ones, and can be signed again.",
    )
