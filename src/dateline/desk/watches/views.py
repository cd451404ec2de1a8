"""Watches: what is watched, how it went, taking one up and giving one up."""

import uuid
from typing import Any

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dateline.archive.bring import require_watched
from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.errors import status_of
from dateline.ledger.models import Watch
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.watching import add_watch, rest_watch

from .forms import WatchForm
from .rows import rows_of

MOST = 500
"""Watches on the page."""


@desk_view("GET", "POST")
def watches(request: DeskRequest) -> HttpResponse:
    """Show what is watched, or add an address."""
    require(request.user, "keep_archive")
    if request.method != "POST":
        return _page(request, WatchForm())
    form = WatchForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    return _take_up(request, form, form.cleaned_data["address"])


@desk_view("POST")
def again(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a watch up again."""
    require(request.user, "keep_archive")
    watch = get_object_or_404(Watch, pk=pk)
    return _take_up(request, WatchForm(), watch.address)


@desk_view("POST")
def rest(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Stop watching; what came in stays."""
    require(request.user, "keep_archive")
    watch = get_object_or_404(Watch, pk=pk)
    rest_watch(by=request.user, watch=watch)
    messages.success(request, "Stopped. What it brought stays, and you can take it up again.")
    return redirect("desk:watches")


def _take_up(request: DeskRequest, form: WatchForm, address: str) -> HttpResponse:
    try:
        add_watch(by=request.user, address=require_watched(address))
    except Refused as refused:
        return _page(request, form, notice=str(refused), status=status_of(refused))
    messages.success(request, "Watched from now on. The first look comes within a minute.")
    return redirect("desk:watches")


def _page(
    request: DeskRequest, form: WatchForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    watches = Watch.objects.annotate(count=Count("reports"))
    listed = watches.order_by("-active", "title", "address")[:MOST]
    whole = {"form": form, "rows": rows_of(listed), **context}
    return render(request, "desk/watches/list.html", whole, status=status)
