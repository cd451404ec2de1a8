"""A column's summary by front: drafted, edited, signed, withdrawn; every save can be undone."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.errors import status_of
from dateline.desk.incidents.access import deciding_column_or_404
from dateline.desk.sent import sent, sent_number
from dateline.ledger.models import Column
from dateline.ledger.refusal import Collision, Refused
from dateline.ledger.summarising import fresh_clauses
from dateline.ledger.verbs.summaries import (
    Window,
    publish_summary,
    save_summary,
    withdraw_summary,
)

from .clauses import changed, sent_clauses, stored, taken, within
from .forms import WindowForm
from .page import before, draft_of, published_of, summary_page


@desk_view("GET")
def summary(request: DeskRequest, slug: str) -> HttpResponse:
    """Show a column's summary."""
    return summary_page(request, deciding_column_or_404(request.user, slug))


@desk_view("POST")
def draft(request: DeskRequest, slug: str) -> HttpResponse:
    """Draft the summary of a window afresh, in the place of the draft that was seen."""
    column = deciding_column_or_404(request.user, slug)
    form = WindowForm(request.POST, column=column)
    if not form.is_valid():
        return summary_page(request, column, window=form, status=400)
    window = form.window()
    try:
        if window.since >= window.until:
            raise Refused("The window ends before it begins.")
        clauses = [stored(one) for one in fresh_clauses(column, window.since, window.until)]
        _save(request, column, window, clauses)
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        return summary_page(request, column, window=form, notice=words, status=status)
    messages.success(request, "Drafted. Mend its words, then sign it.")
    return redirect("desk:summary", column.slug)


@desk_view("POST")
def save(request: DeskRequest, slug: str) -> HttpResponse:
    """Save the clauses as they were typed, after what the button says was done to them."""
    column = deciding_column_or_404(request.user, slug)
    found = draft_of(column)
    clauses: list[dict[str, Any]] | None = None
    try:
        clauses = sent_clauses(request.POST)
        if found is None:
            raise Refused("There is no draft any more: it was published. Draft a new one.")
        done = _done(request, column, clauses, Window(since=found.since, until=found.until))
        _save(request, column, Window(since=found.since, until=found.until), done)
    except Refused as refused:
        return summary_page(
            request,
            column,
            clauses=clauses,
            notice=str(refused),
            status=status_of(refused),
            collided=isinstance(refused, Collision),
        )
    messages.success(request, "Saved. You can undo it.")
    return redirect("desk:summary", column.slug)


def _done(
    request: DeskRequest, column: Column, clauses: list[dict[str, Any]], window: Window
) -> list[dict[str, Any]]:
    act = sent(request, "act")
    if not act.startswith("take-"):
        return changed(clauses, act, request.POST)
    basis = act.removeprefix("take-")
    fresh = fresh_clauses(column, window.since, window.until)
    new = next((stored(one) for one in fresh if one.basis == basis), None)
    if new is None:
        raise Refused("That clause is outdated by now. Look at the newest ones.")
    return within(clauses, new)


@desk_view("POST")
def undo(request: DeskRequest, slug: str) -> HttpResponse:
    """Bring back the draft as it stood before it was saved last."""
    column = deciding_column_or_404(request.user, slug)
    found = draft_of(column)
    past = before(found) if found else None
    if past is None:
        raise Refused("There is nothing to undo.")
    window = Window(since=_moment(past["since"]), until=_moment(past["until"]))
    return _do(
        request,
        column,
        lambda: _save(request, column, window, past["clauses"]),
        "Undone. Once more brings it back.",
    )


@desk_view("POST")
def publish(request: DeskRequest, slug: str) -> HttpResponse:
    """Sign the draft as it is saved, and publish it."""
    column = deciding_column_or_404(request.user, slug)
    found = draft_of(column)
    if found is None:
        raise Refused("There is no draft any more. Look at what is published.")
    based_on = sent_number(request, "based_on")
    return _do(
        request,
        column,
        lambda: publish_summary(by=request.user, summary=found, based_on=based_on),
        "Published. You can withdraw it, or publish another in its place.",
    )


@desk_view("POST")
def withdraw(request: DeskRequest, slug: str) -> HttpResponse:
    """Withdraw the published summary."""
    column = deciding_column_or_404(request.user, slug)
    found = published_of(column)
    if found is None or str(found.pk) != sent(request, "summary"):
        raise Refused("That summary is not published any more. Look at the one that is.")
    reason = sent(request, "reason")
    return _do(
        request,
        column,
        lambda: withdraw_summary(by=request.user, summary=found, reason=reason),
        "Withdrawn.",
    )


def _save(
    request: DeskRequest, column: Column, window: Window, clauses: list[dict[str, Any]]
) -> None:
    save_summary(
        by=request.user,
        column=column,
        window=window,
        clauses=taken(clauses),
        based_on=sent_number(request, "based_on"),
    )


def _moment(words: str) -> datetime:
    return datetime.fromisoformat(words)


def _do(request: DeskRequest, column: Column, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return summary_page(request, column, notice=str(refused), status=status_of(refused))
    messages.success(request, done)
    return redirect("desk:summary", column.slug)
