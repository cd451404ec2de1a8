"""A report's claims in a plain list, and each decision about them."""

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from dateline.desk.access import DeskRequest, desk_view, visible_columns
from dateline.desk.sent import sent_number
from dateline.ledger.verbs.claims import (
    accept_claim,
    reject_claim,
    restore_claim,
    withdraw_claim,
)

from .access import claim_or_404, claimed_report_or_404
from .doing import do
from .page import claims_page


@desk_view("GET")
def show(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a report's claims."""
    return claims_page(request, claimed_report_or_404(request.user, pk))


@desk_view("POST")
def accept(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Accept a claim into a column, as it was shown."""
    claim = claim_or_404(request.user, pk)
    asked = request.POST.get("column", "")
    column = get_object_or_404(visible_columns(request.user), slug=asked)
    based_on = sent_number(request, "based_on")
    return do(
        request,
        claim,
        lambda: accept_claim(by=request.user, claim=claim, column=column, based_on=based_on),
        "Accepted.",
        goes_on=True,
    )


@desk_view("POST")
def reject(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Reject a claim, with a reason."""
    claim = claim_or_404(request.user, pk)
    reason = request.POST.get("reason", "")
    based_on = sent_number(request, "based_on")
    return do(
        request,
        claim,
        lambda: reject_claim(by=request.user, claim=claim, reason=reason, based_on=based_on),
        "Rejected. You can take it back.",
        goes_on=True,
    )


@desk_view("POST")
def withdraw(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Withdraw a claim, with a reason."""
    claim = claim_or_404(request.user, pk)
    reason = request.POST.get("reason", "")
    based_on = sent_number(request, "based_on")
    return do(
        request,
        claim,
        lambda: withdraw_claim(by=request.user, claim=claim, reason=reason, based_on=based_on),
        "Withdrawn. An editor can take it back.",
        goes_on=True,
    )


@desk_view("POST")
def restore(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take the last decision about a claim back."""
    claim = claim_or_404(request.user, pk)
    return do(
        request,
        claim,
        lambda: restore_claim(by=request.user, claim=claim),
        "Taken back.",
    )
