"""A report's claims in a plain list, and each decision about them."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from dateline.desk.access import DeskRequest, desk_view, visible_columns
from dateline.desk.errors import status_of
from dateline.ledger.models import Claim
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.claims import (
    accept_claim,
    reject_claim,
    restore_claim,
    withdraw_claim,
)

from .access import claim_or_404, claimed_report_or_404
from .forms import number
from .page import claims_page, one_claim


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
    based_on = number(request.POST.get("based_on", ""))
    return _do(
        request,
        claim,
        lambda: accept_claim(by=request.user, claim=claim, column=column, based_on=based_on),
        "Accepted.",
    )


@desk_view("POST")
def reject(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Reject a claim, with a reason."""
    claim = claim_or_404(request.user, pk)
    reason = request.POST.get("reason", "")
    return _do(
        request,
        claim,
        lambda: reject_claim(by=request.user, claim=claim, reason=reason),
        "Rejected. You can take it back.",
    )


@desk_view("POST")
def withdraw(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Withdraw a claim, with a reason."""
    claim = claim_or_404(request.user, pk)
    reason = request.POST.get("reason", "")
    return _do(
        request,
        claim,
        lambda: withdraw_claim(by=request.user, claim=claim, reason=reason),
        "Withdrawn. An editor can take it back.",
    )


@desk_view("POST")
def restore(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take the last decision about a claim back."""
    claim = claim_or_404(request.user, pk)
    return _do(
        request,
        claim,
        lambda: restore_claim(by=request.user, claim=claim),
        "Taken back.",
    )


def _do(request: DeskRequest, claim: Claim, act: Callable[[], Any], done: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return _refused(request, claim, refused)
    if request.headers.get("HX-Request"):
        return one_claim(request, claim, said=done)
    messages.success(request, done)
    page = number(request.POST.get("page", ""))
    asked = f"?page={page}" if page > 1 else ""
    return redirect(f"{reverse('desk:claims', args=[claim.report_id])}{asked}#c-{claim.pk}")


def _refused(request: DeskRequest, claim: Claim, refused: Refused) -> HttpResponse:
    """Show the claim as it stands now, with what was typed and why it was not done."""
    typed = {"claim": claim.pk, "reason": request.POST.get("reason", ""), "words": str(refused)}
    if request.headers.get("HX-Request"):
        return one_claim(request, claim, typed=typed, status=status_of(refused))
    return claims_page(request, claim.report, typed=typed, status=status_of(refused))
