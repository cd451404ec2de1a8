"""One report: looking at it, and everything that is done with it."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.errors import status_of
from dateline.desk.redaction.forms import ReasonForm
from dateline.desk.redaction.purge import last_of, sequence_of
from dateline.desk.wire.seeing import look_at
from dateline.ledger.models import Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import (
    Flags,
    ask_again,
    attribute_report,
    decide_derivation,
    flag_report,
)

from .access import derivation_or_404, open_report_or_404, report_or_404
from .forms import FlagsForm, SourceForm
from .page import report_page

DECIDED = {
    "confirmed": "Confirmed. You can take it back.",
    "rejected": "Rejected. You can take it back.",
    "proposed": "Back to proposed.",
}


@desk_view("GET")
def show(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a report, which is read by that."""
    report = report_or_404(request.user, pk)
    look_at(request.user, report)
    return report_page(request, report)


@desk_view("POST")
def again(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Capture a report's address once more, as a new version."""
    report = open_report_or_404(request.user, pk)
    return _do(
        request,
        report,
        lambda: ask_again(by=request.user, report=report),
        "It is captured again within seconds. Reload the page to see it.",
    )


@desk_view("POST")
def flags(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Say what a report is: graphic, identifying, protected, open."""
    report = open_report_or_404(request.user, pk)
    form = FlagsForm(request.POST)
    if not form.is_valid():
        return report_page(request, report, flags=form, status=400)
    flags, reason = form.flags(), form.cleaned_data["reason"]
    try:
        flag_report(by=request.user, report=report, flags=flags, reason=reason)
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        return report_page(request, report, flags=form, notice=words, status=status)
    messages.success(request, "The flags are set. Cards show it at once.")
    if _hides(report, flags):  # caches may still hold what was public a moment ago
        sequence = sequence_of(report, "flag_report")
        return redirect("desk:redacted", sequence, sequence)
    return redirect("desk:report", report.pk)


def _hides(report: Report, flags: Flags) -> bool:
    """Tell whether readers know less of a report after these flags than they did before."""
    newly = (flags.protected, report.protected), (flags.identifies, report.identifies)
    closed = report.opened and not flags.opened
    return closed or any(now and not before for now, before in newly)


@desk_view("POST")
def source(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Say which source a report comes from, or that none is known."""
    report = open_report_or_404(request.user, pk)
    require(request.user, "keep_archive")
    form, none = SourceForm(request.POST, person=request.user), "none" in request.POST
    if not none and not form.is_valid():
        return report_page(request, report, source=form, status=400)
    chosen = None if none else form.cleaned_data["source"]
    answer = _do(
        request,
        report,
        lambda: attribute_report(by=request.user, report=report, source=chosen),
        "The source is set." if chosen else "No source is known any more. You can set one again.",
    )
    if answer.status_code == 302 and chosen and chosen.is_held and not report.protected:
        sequence = sequence_of(report, "attribute_report")
        return redirect("desk:redacted", sequence, sequence)
    return answer


@desk_view("POST")
def derivation(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Confirm or reject that one report rests on another, or take that back."""
    require(request.user, "keep_archive")
    found = derivation_or_404(pk)
    here = found.on if request.POST.get("at") == str(found.on_id) else found.report
    status = request.POST.get("status", "")
    return _do(
        request,
        here,
        lambda: decide_derivation(by=request.user, derivation=found, status=status),
        DECIDED.get(status, ""),
    )


def _do(request: DeskRequest, report: Report, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return report_page(request, report, notice=str(refused), status=status_of(refused))
    messages.success(request, done)
    return redirect("desk:report", report.pk)


@desk_view("GET", "POST")
def redact(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Remove a report whole, in every version. The site's owner only."""
    require(request.user, "manage_site")
    report = report_or_404(request.user, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = {"report": report, "form": form}
    if request.method != "POST" or not form.is_valid():
        return _redact_page(request, context, status=400 if form.is_bound else 200)
    try:
        entry = redact_report(by=request.user, report=report, **form.cleaned_data)
    except Refused as refused:
        return _redact_page(request, context | {"notice": str(refused)}, status=status_of(refused))
    return redirect("desk:redacted", entry.sequence, last_of(entry))


def _redact_page(request: DeskRequest, context: dict[str, object], *, status: int) -> HttpResponse:
    return render(request, "desk/reports/redact.html", context, status=status)
