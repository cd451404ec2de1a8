"""What is done with a claim of the list: one verb, and the claim as it stands then."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from dateline.desk.access import DeskRequest
from dateline.desk.errors import status_of
from dateline.desk.sent import sent_number
from dateline.ledger.models import Claim
from dateline.ledger.refusal import Refused

from .page import claims_page, one_claim

TYPED = ("reason", "until")
"""Fields of the list's small forms, kept where a verb refuses."""


def do(
    request: DeskRequest,
    claim: Claim,
    act: Callable[[], Any],
    done: str,
    *,
    goes_on: bool = False,
) -> HttpResponse:
    """Call a verb and show the claim as it stands then, with `done`, or why it was refused.

    Where it `goes_on`, the next claim that waits for a decision gets the focus.
    """
    try:
        act()
    except Refused as refused:
        return _refused(request, claim, refused)
    if request.headers.get("HX-Request"):
        return one_claim(request, claim, said=done, goes_on=goes_on)
    messages.success(request, done)
    page = sent_number(request, "page")
    asked = f"?page={page}" if page > 1 else ""
    return redirect(f"{reverse('desk:claims', args=[claim.report_id])}{asked}#c-{claim.pk}")


def _refused(request: DeskRequest, claim: Claim, refused: Refused) -> HttpResponse:
    """Show the claim as it stands now, with what was typed and why it was not done."""
    act = request.resolver_match.url_name if request.resolver_match else ""
    typed: dict[str, Any] = {name: request.POST.get(name, "") for name in TYPED}
    typed |= {"claim": claim.pk, "words": str(refused), "act": act}
    if request.headers.get("HX-Request"):
        return one_claim(request, claim, typed=typed, status=status_of(refused))
    return claims_page(request, claim.report, typed=typed, status=status_of(refused))
