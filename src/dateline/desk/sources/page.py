"""Pages of sources and parties."""

from typing import Any

from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest
from dateline.desk.reports.words import moment, state_of, title_of
from dateline.ledger.models import Party, Report, Source

from .choosing import labels
from .forms import FindForm, IntoForm
from .kinds import Kind

SHOWN = 200
REPORTS = 50


def list_page(
    request: DeskRequest, kind: Kind, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Show the sources or the parties, those that are called so where a name is looked for."""
    find: FindForm = context.get("find", FindForm(auto_id="find_%s"))
    called = find.cleaned_data.get("name", "") if find.is_bound else ""
    query = kind.model.objects.filter(kind.called(called)).select_related("merged_into")
    counted = "reports" if kind.model is Source else "sources"
    found = list(query.annotate(count=Count(counted)).order_by("name", "pk")[: SHOWN + 1])
    whole = {
        "kind": kind,
        "found": found[:SHOWN],
        "more": len(found) > SHOWN,
        "called": called,
        "find": find,
        "form": kind.form(auto_id="new_%s"),
        **context,
    }
    return render(request, "desk/sources/list.html", whole, status=status)


def one_page(
    request: DeskRequest, kind: Kind, one: Source | Party, *, status: int = 200, **context: Any
) -> HttpResponse:
    """Show a source or a party, with the forms that change it."""
    model: Any = kind.model
    others = model.objects.filter(merged_into=None).exclude(pk=one.pk)
    whole = {
        "kind": kind,
        "one": one,
        "form": kind.form.of(one),  # type: ignore[arg-type]
        "into": IntoForm(),
        "others": labels(others.order_by("name", "pk")),
        "merged": model.objects.filter(merged_into=one).order_by("name")[:SHOWN],
        "brought": _brought(one) if isinstance(one, Source) else [],
        "speaking": _speaking(one) if isinstance(one, Party) else [],
        **context,
    }
    return render(request, "desk/sources/one.html", whole, status=status)


def _brought(source: Source) -> list[dict[str, Any]]:
    reports = Report.objects.filter(source=source).order_by("-brought_at", "-pk")[:REPORTS]
    newest = [(report, report.newest) for report in reports]
    return [
        {
            "report": report,
            "title": title_of(report, capture),
            "state": state_of(report, capture),
            "brought": moment(report.brought_at),
        }
        for report, capture in newest
    ]


def _speaking(party: Party) -> list[Source]:
    return list(Source.objects.filter(party=party).order_by("name")[:SHOWN])
