"""A report's checks: recording what the desk found out, and withdrawing it."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.errors import status_of
from dateline.desk.reports.access import open_report_or_404
from dateline.desk.reports.words import title_of
from dateline.ledger.models import Check, Report
from dateline.ledger.permission import may
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.checking import record_check, withdraw_check
from dateline.ledger.weighed import checks_of
from dateline.text.address import is_link

from .forms import CheckForm


@desk_view("GET", "POST")
def checks(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show a report's checks, or record one."""
    report = open_report_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, report)
    require(request.user, "keep_archive")
    form = CheckForm(request.POST)
    if not form.is_valid():
        return _page(request, report, form=form, status=400)
    try:
        record_check(by=request.user, report=report, finding=form.finding())
    except Refused as refused:
        return _page(request, report, form=form, notice=str(refused), status=status_of(refused))
    messages.success(request, "Recorded. You can withdraw it.")
    return redirect("desk:checks", report.pk)


@desk_view("POST")
def withdraw(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Withdraw a check; it stays, marked, with the reason."""
    require(request.user, "keep_archive")
    check = get_object_or_404(Check.objects.select_related("report"), pk=pk)
    reason = request.POST.get("reason", "")
    try:
        withdraw_check(by=request.user, check=check, reason=reason)
    except Refused as refused:
        typed, status = {"check": check.pk, "reason": reason}, status_of(refused)
        return _page(request, check.report, notice=str(refused), typed=typed, status=status)
    messages.success(request, "Withdrawn. To have it again, record it anew.")
    return redirect("desk:checks", check.report_id)


def _page(
    request: DeskRequest,
    report: Report,
    *,
    form: CheckForm | None = None,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    found = checks_of([report.pk]).get(report.pk, [])
    context = {
        "report": report,
        "title": title_of(report, report.newest),
        "keeper": may(request.user, "keep_archive") and not report.redacted,
        "rows": [(one, [at for at in one.addresses.splitlines() if is_link(at)]) for one in found],
        "form": form or CheckForm(),
        **more,
    }
    return render(request, "desk/checks/list.html", context, status=status)
