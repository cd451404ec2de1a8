"""A report's page: what it is, how it stands, its text, its versions, what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest
from dateline.desk.sources.choosing import knowable_sources, label, labels
from dateline.ledger.models import NEWEST_FIRST, Capture, Claim, Derivation, Report, Seal
from dateline.ledger.permission import may

from .access import keeps, secret
from .cards import directive
from .changes import changes_between, versions_of
from .forms import FlagsForm, SourceForm
from .text import shown_text, tag_of
from .words import (
    LOOKS,
    advice_of,
    flags_of,
    headline_of,
    moment,
    size_in_words,
    source_of,
    state_of,
    title_of,
)

VERSIONS = 50
DERIVATIONS = 50


def report_page(
    request: DeskRequest,
    report: Report,
    *,
    flags: FlagsForm | None = None,
    source: SourceForm | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    """Show a report; one that is held back from this person says that, and nothing else."""
    keeper = keeps(request.user)
    context: dict[str, Any] = {"report": report, "card": directive(report.pk), "notice": notice}
    if report.redacted:
        return render(request, "desk/reports/redacted.html", context, status=status)
    if secret(report) and not keeper:
        return render(request, "desk/reports/held.html", context, status=status)
    captures = list(report.captures.select_related("seal").order_by(*NEWEST_FIRST)[: VERSIONS + 1])
    newest = captures[0] if captures else None
    context |= about_report(report, newest)
    context |= _text(request, newest)
    context |= _versions(request, captures)
    context |= {
        "keeper": keeper,
        "redacts": may(request.user, "manage_site"),
        "proposed": report.claims.filter(status=Claim.Status.PROPOSED).count(),
        "claims": report.claims.count(),
        "derivations": derivations_of(report, keeper=keeper),
        "flags_form": flags or FlagsForm.of(report),
        "source_form": source or _source_form(request, report),
        "sources": labels(knowable_sources(request.user)) if keeper else [],
    }
    return render(request, "desk/reports/show.html", context, status=status)


def _source_form(request: DeskRequest, report: Report) -> SourceForm:
    chosen = label(report.source.whole) if report.source else ""
    return SourceForm(initial={"source": chosen}, person=request.user)


def about_report(report: Report, capture: Capture | None) -> dict[str, Any]:
    """Return what a page says of a report besides its text: title, source, times, state."""
    original = _link(report.canonical) or _link(capture.url if capture else "")
    return {
        "capture": capture,
        "title": title_of(report, capture),
        "bare": not headline_of(report, capture),
        "language": tag_of(capture),
        "source": source_of(report),
        "flags": flags_of(report),
        "state": state_of(report, capture),
        "advice": advice_of(report, capture),
        "looks_like": LOOKS.get(capture.looks_like, "") if capture else "",
        "address": _link(report.address),
        "canonical": original if original != report.address else "",
        "brought": moment(report.brought_at),
        "posted": moment(capture.posted_at) if capture and capture.posted_at else "",
        "captured": moment(capture.captured_at) if capture else "",
        "size": size_in_words(capture.size) if capture else "",
        "seal": _seal(capture),
    }


def _link(address: str) -> str:
    """Return an address that may be linked: a page's own canonical one may be `javascript:`."""
    return address if address.lower().startswith(("https://", "http://")) else ""


def _seal(capture: Capture | None) -> str:
    seal: Seal | None = getattr(capture, "seal", None)
    return f"{moment(seal.at)} by {seal.authority}" if seal else ""


def _text(request: DeskRequest, capture: Capture | None) -> dict[str, Any]:
    whole = request.GET.get("all") == "1"
    return {"whole": whole, "text": shown_text(capture, whole=whole) if capture else None}


def _versions(request: DeskRequest, captures: Sequence[Capture]) -> dict[str, Any]:
    versions = versions_of(captures)[:VERSIONS]
    asked = request.GET.get("version", "")
    compared = next((one for one in versions if str(one.capture.number) == asked), None)
    before = compared.before if compared else None
    changes = changes_between(before, compared.capture) if compared and before else None
    return {"versions": versions, "compared": compared, "changes": changes}


@dataclass(frozen=True)
class Resting:
    """One report that rests on another, as it is seen from one of the two."""

    derivation: Derivation
    words: str
    title: str
    other: Report


def derivations_of(report: Report, *, keeper: bool) -> list[Resting]:
    """Return what a report rests on and what rests on it.

    To whoever may not know the other report even the likeness would tell what is in it.
    """
    found: QuerySet[Derivation] = Derivation.objects.filter(Q(report=report) | Q(on=report))
    found = found.select_related(
        "report__source__merged_into", "on__source__merged_into", "report__watch", "on__watch"
    )
    shown = found.order_by("status", "-score", "pk")[:DERIVATIONS]
    resting = [_resting(report, one) for one in shown]
    return [one for one in resting if not one.other.redacted and (keeper or not secret(one.other))]


def _resting(report: Report, derivation: Derivation) -> Resting:
    rests = derivation.report_id == report.pk
    other = derivation.on if rests else derivation.report
    score = f" {derivation.score} %" if derivation.score < 100 else ""
    why = f"{derivation.get_why_display()}{score}"
    words = f"rests on: {why}" if rests else f"is rested on by: {why}"
    return Resting(derivation, words, title_of(other, other.newest), other)
