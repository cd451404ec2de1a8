"""A column's fronts: adding, naming and drawing one, their order, retiring and bringing back."""

import uuid
from collections.abc import Callable
from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from dateline.desk.access import DeskRequest, desk_view, require, visible_columns
from dateline.desk.errors import status_of
from dateline.desk.incidents.access import deciding_column_or_404
from dateline.desk.sent import sent
from dateline.ledger.models import Column, Front, Person
from dateline.ledger.refusal import Collision, Refused
from dateline.ledger.verbs.fronts import add_front, bring_back_front, edit_front, retire_front

from .outline import Drawing, drawn
from .page import areas_of, front_page, list_page, view_of


@desk_view("GET")
def fronts(request: DeskRequest, slug: str) -> HttpResponse:
    """Show a column's fronts."""
    return list_page(request, deciding_column_or_404(request.user, slug))


@desk_view("GET", "POST")
def new(request: DeskRequest, slug: str) -> HttpResponse:
    """Name and draw a front, and add it once an editor says so."""
    column = deciding_column_or_404(request.user, slug)
    if request.method != "POST":
        return front_page(request, column, Drawing())
    after = 1 + max(column.fronts.values_list("position", flat=True), default=-1)
    return _form(
        request,
        column,
        None,
        lambda drawing: add_front(
            by=request.user, column=column, text=drawing.text(min(after, 1000))
        ),
    )


@desk_view("GET", "POST")
def front(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Rename a front or draw it anew."""
    found = _front_or_404(request.user, pk)
    if request.method != "POST":
        return front_page(request, found.column, Drawing.of(found), front=found)
    return _form(
        request,
        found.column,
        found,
        lambda drawing: edit_front(
            by=request.user,
            front=found,
            text=drawing.text(found.position),
            based_on=drawing.based_on,
        ),
    )


def _form(
    request: DeskRequest,
    column: Column,
    front: Front | None,
    save: Callable[[Drawing], object],
) -> HttpResponse:
    """Do what a button of the form says; only its own one saves."""
    drawing = Drawing.sent(request)
    try:
        if sent(request, "save") != "1":
            seen = view_of(areas_of(column), drawing)
            return front_page(request, column, drawn(drawing, request, seen), front=front)
        save(drawing)
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        if isinstance(refused, Collision):  # once its state is told, saving again is a decision
            drawing = replace(drawing, based_on=refused.newest)
            words = f"{words} {_now(front)} Save again to put yours in its place."
        typed = sent(request, "corner")
        return front_page(
            request, column, drawing, front=front, notice=words, status=status, typed=typed
        )
    messages.success(request, "The front is saved.")
    return redirect("desk:fronts", column.slug)


def _now(front: Front | None) -> str:
    """Say how a front stands after somebody else changed it."""
    found = Front.objects.get(pk=front.pk) if front else None
    if found is None:
        return ""
    areas = ", ".join(found.areas) or "no areas by name"
    return f"It is now “{found.name}”: {areas}, outlines: {len(found.rings)}."


@desk_view("POST")
def retire(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a front out of the summary."""
    found = _front_or_404(request.user, pk)
    return _do(
        request,
        found,
        lambda: retire_front(by=request.user, front=found),
        "Retired. You can bring it back.",
    )


@desk_view("POST")
def back(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Bring a retired front back."""
    found = _front_or_404(request.user, pk)
    return _do(
        request, found, lambda: bring_back_front(by=request.user, front=found), "It is back."
    )


@desk_view("POST")
def move(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Move a front up or down by one place in the summary."""
    found = _front_or_404(request.user, pk)
    step = -1 if sent(request, "to") == "up" else 1
    return _do(request, found, lambda: _move(request.user, found, step), "Moved.")


def _move(by: Person, front: Front, step: int) -> None:
    rows = list(front.column.fronts.filter(retired=False).order_by("position", "name", "pk"))
    if front not in rows:
        raise Refused("This front is retired. Bring it back first.")
    at = rows.index(front)
    rows.insert(max(0, at + step), rows.pop(at))
    for position, one in enumerate(rows):
        if one.position != position:
            text = Drawing.of(one).text(position)
            edit_front(by=by, front=one, text=text, based_on=one.revision)


def _front_or_404(person: Person, pk: uuid.UUID) -> Front:
    rows = Front.objects.select_related("column")
    found: Front | None = rows.filter(pk=pk, column__in=visible_columns(person)).first()
    if found is None:
        raise Http404
    require(person, "decide_claim", found.column)
    return found


def _do(request: DeskRequest, front: Front, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return list_page(request, front.column, notice=str(refused), status=status_of(refused))
    messages.success(request, done)
    return redirect("desk:fronts", front.column.slug)
