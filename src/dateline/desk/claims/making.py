"""Making a claim by hand from words of a report's text, and mending one."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dateline.codebook.claim_json import from_json
from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.errors import status_of
from dateline.desk.reports.text import tag_of
from dateline.desk.sent import number
from dateline.ledger.grounds import kept_words
from dateline.ledger.models import Claim, Column, ReportText
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.claims import mend_claim
from dateline.ledger.verbs.proposing import make_claim
from dateline.text import direction

from .access import claim_or_404, claimed_report_or_404, columns_of, text_of
from .forms import ClaimForm
from .marks import Mark, pieces
from .shown import initial_of
from .standing import nearest

LOOK = "look"
"""The button that looks words up in the gazetteer."""


@desk_view("GET", "POST")
def make(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a claim: first its words are chosen, then the form says what they claim."""
    report = claimed_report_or_404(request.user, pk)
    text = text_of(report, request.POST.get("text", ""))
    if text is None:
        raise Http404
    options: dict[str, Any] = {"words": kept_words(text), "capture": text.capture}
    context = {"report": report, "address": reverse("desk:make_claim", args=[report.pk])}
    if "kind" not in request.POST:
        chosen = request.POST if request.method == "POST" else request.GET
        initial = {
            "quote": chosen.get("quote", ""),
            "near": chosen.get("near", ""),
            "text": text.pk,
        }
        return _page(request, ClaimForm(initial=initial, **options), text, context)
    form = ClaimForm(request.POST, **options)
    return _send(
        request,
        form,
        text,
        context,
        lambda said, column: make_claim(by=request.user, text=text, said=said, column=column),
    )


@desk_view("GET", "POST")
def mend(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Let a claim say something else that stands in its text."""
    claim = claim_or_404(request.user, pk)
    if claim.redacted:
        raise Http404
    before = from_json(claim.said)
    options: dict[str, Any] = {"words": kept_words(claim.text), "capture": claim.text.capture}
    options["before"] = before
    address = reverse("desk:mend_claim", args=[claim.pk])
    context = {"report": claim.report, "claim": claim, "address": address}
    if request.method != "POST":
        initial = initial_of(before) | {"based_on": claim.revision}
        return _page(request, ClaimForm(initial=initial, **options), claim.text, context)
    form = ClaimForm(request.POST, **options)

    def send(said: Any, column: Column | None) -> Claim:
        seen = form.cleaned_data["based_on"]
        return mend_claim(by=request.user, claim=claim, said=said, based_on=seen, column=column)

    return _send(request, form, claim.text, context, send)


def _send(
    request: DeskRequest,
    form: ClaimForm,
    text: ReportText,
    context: dict[str, Any],
    act: Callable[[Any, Column | None], Claim],
) -> HttpResponse:
    if LOOK in request.POST:  # which places the words may mean; nothing is sent yet
        return _page(request, form, text, context)
    if not form.is_valid():
        return _page(request, form, text, context, status=400)
    try:
        claim = act(form.said, _column(request))
    except Refused as refused:
        notice = {"notice": str(refused)}
        return _page(request, form, text, context | notice, status=status_of(refused))
    messages.success(request, f"The claim is {claim.get_status_display()}.")
    return redirect(f"{reverse('desk:claims', args=[claim.report_id])}#c-{claim.pk}")


def _column(request: DeskRequest) -> Column | None:
    """Return the column to accept into, where that was asked for."""
    if not request.POST.get("accept"):
        return None
    columns = columns_of(request.user)
    if not columns:
        raise Refused("You may not decide about claims. Ask an editor.")
    asked = request.POST.get("column", "") or columns[0].slug
    found = next((one for one in columns if one.slug == asked), None)
    if found is None:  # never into another column than the one that was chosen
        raise Http404
    return found


def _page(
    request: DeskRequest,
    form: ClaimForm,
    text: ReportText,
    context: dict[str, Any],
    status: int = 200,
) -> HttpResponse:
    language, claim = tag_of(text.capture), context.get("claim")
    whole = {
        "form": form,
        "pieces": pieces(form.words, _quote(form)),
        "language": language,
        "direction": direction(language or "en"),
        "columns": columns_of(request.user),
        "column": request.POST.get("column") or request.GET.get("column", ""),
        "accepted": claim and claim.status == Claim.Status.ACCEPTED,
        **context,
    }
    return render(request, "desk/claims/form.html", whole, status=status)


def _quote(form: ClaimForm) -> list[Mark]:
    """Return where the words stand that the claim quotes, as far as it is known."""
    before, near = form.before, number(str(form["near"].value() or ""))
    start = before.start if before else near
    found = nearest(str(form["quote"].value() or ""), form.words, near=(start, start))
    return [Mark("quote", *found)] if found else []
