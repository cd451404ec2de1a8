"""The page of a report's claims: the list, the text beside it, and what to do with both."""

from typing import Any

from django.core.paginator import Page
from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest
from dateline.desk.reports.text import shown_text
from dateline.desk.reports.words import title_of
from dateline.ledger.models import Claim, Column, Reading, Report, ReportText

from . import hindrance
from .access import claim_or_404, text_of
from .marks import Mark, pieces
from .rows import Eyes, page_of, row_of

NOTHING: dict[str, Any] = {}


def claims_page(
    request: DeskRequest,
    report: Report,
    *,
    typed: dict[str, Any] = NOTHING,
    notice: str = "",
    words: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show a report's claims; `words` are what somebody chose to make a claim of."""
    part = "list" if request.headers.get("HX-Request") else "show"
    context = {
        **claims_of_report(request, report),
        "typed": typed,
        "notice": notice,
        "words": words,
        "swap": part == "list",
    }
    return render(request, f"desk/claims/{part}.html", context, status=status)


def claims_of_report(
    request: DeskRequest, report: Report, *, column: Column | None = None
) -> dict[str, Any]:
    """Return what a page shows of a report's claims and its text; they go into `column`."""
    eyes = Eyes.of(request.user)
    page = page_of(report, request.POST.get("page") or request.GET.get("page", ""))
    text = text_of(report, "")
    shown = shown_text(text.capture, whole=True) if text else None
    return {
        "report": report,
        "title": title_of(report, report.newest),
        "rows": [row_of(one, eyes) for one in page],
        "page": page,
        "eyes": eyes,
        "column": column if column in eyes.columns else _column(request, report, eyes),
        "reading": _reading(text),
        "hindrance": hindrance.told(),
        "text": text,
        "shown": shown,
        "pieces": pieces(shown.words if shown else "", _marks(page, text)),
    }


def one_claim(
    request: DeskRequest,
    claim: Claim,
    *,
    said: str = "",
    goes_on: bool = False,
    typed: dict[str, Any] = NOTHING,
    status: int = 200,
) -> HttpResponse:
    """Show one claim of the list, as it stands now."""
    context = {
        **row_context(request, claim),
        "said": said,
        "goes_on": goes_on,
        "typed": typed,
    }
    return render(request, "desk/claims/one.html", context, status=status)


def row_context(request: DeskRequest, claim: Claim) -> dict[str, Any]:
    """Return what the list shows of one claim, as it stands now."""
    eyes, claim = Eyes.of(request.user), claim_or_404(request.user, claim.pk)
    return {
        "row": row_of(claim, eyes),
        "eyes": eyes,
        "column": _column(request, claim.report, eyes),
        "text": text_of(claim.report, ""),
        "page": {"number": request.POST.get("page", "")},
        "screen": request.POST.get("blog", ""),
    }


def _marks(page: Page[Claim], text: ReportText | None) -> list[Mark]:
    """Return what the claims of a page quote in the text that is shown."""
    return [
        Mark(str(one.pk), one.start, one.end, one.said["hedge"]["class"])
        for one in page
        if text and one.text_id == text.pk and not one.redacted
    ]


def _column(request: DeskRequest, report: Report, eyes: Eyes) -> Column | None:
    """Return the column into which claims are accepted: the one asked for, else the last one."""
    asked = request.POST.get("column") or request.GET.get("column", "")
    if named := next((one for one in eyes.columns if one.slug == asked), None):
        return named
    used = report.claims.filter(column__in=eyes.columns).order_by("-start").first()
    first = eyes.columns[0] if eyes.columns else None
    return used.column if used else first


def _reading(text: ReportText | None) -> Reading | None:
    found: Reading | None = text.readings.order_by("-at").first() if text else None
    return found
