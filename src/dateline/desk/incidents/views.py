"""A column's incidents, and one of them."""

import uuid

from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest, desk_view

from .access import deciding_column_or_404, incident_or_404
from .listing import page_of, rows_of
from .page import incident_page


@desk_view("GET")
def incidents(request: DeskRequest, slug: str) -> HttpResponse:
    """Show a column's incidents, or those with these words in their titles."""
    column = deciding_column_or_404(request.user, slug)
    asked = request.GET.get("q", "")[:200]
    page = page_of(column, asked, request.GET.get("page", ""))
    context = {"column": column, "page": page, "rows": rows_of(page), "q": asked}
    return render(request, "desk/incidents/list.html", context)


@desk_view("GET")
def incident(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show an incident."""
    return incident_page(request, incident_or_404(request.user, pk))
