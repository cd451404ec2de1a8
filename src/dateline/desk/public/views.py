"""What the public sees of a column's incidents and claims, and what is held back and why."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.incidents.access import deciding_column_or_404
from dateline.ledger.opened import opened_claims

from .rows import claim_row, claims_of, incident_rows, incidents_of


@desk_view("GET")
def public(request: DeskRequest, slug: str) -> HttpResponse:
    """Show what readers see of each incident, or of each claim."""
    column = deciding_column_or_404(request.user, slug)
    number = request.GET.get("page", "")
    context: dict[str, Any] = {"column": column, "of": request.GET.get("of", "")}
    if context["of"] == "claims":
        page = claims_of(column, number)
        opened = opened_claims([one.pk for one in page])
        rows = [claim_row(one, opened=one.pk in opened) for one in page]
        context |= {"page": page, "claims": rows}
    else:
        incidents = incidents_of(column, number)
        context |= {"page": incidents, "incidents": incident_rows(incidents)}
    return render(request, "desk/public/show.html", context)
