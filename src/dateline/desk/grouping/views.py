"""Which incident is a claim about? One key each; every answer can be taken back."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.errors import status_of
from dateline.desk.incidents.access import accepted_or_404, deciding_column_or_404
from dateline.desk.sent import sent, sent_all, sent_number, sent_one
from dateline.ledger.models import Claim, Column
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.grouping import answer_grouping
from dateline.ledger.verbs.incidents import open_incident

from .rows import called, row_of, rows_of, waiting

DONE = {
    "same": "It is about that incident.",
    "not_same": "It is not about that incident.",
    "may_be": "It may be about that incident, and counts in nothing.",
    "": "Taken back.",
}


@desk_view("GET")
def to_group(request: DeskRequest, slug: str) -> HttpResponse:
    """Show a column's accepted claims that stand in no incident yet."""
    column = deciding_column_or_404(request.user, slug)
    everything = request.GET.get("all") == "1"
    page = waiting(column, request.GET.get("page", ""), everything=everything)
    context = {
        "column": column,
        "rows": rows_of(list(page)),
        "page": page,
        "count": page.paginator.count,
        "everything": everything,
        "queue": True,
        "last": _last(request, column.pk),
    }
    return render(request, "desk/grouping/queue.html", context)


def _last(request: DeskRequest, column: uuid.UUID) -> Claim | None:
    """Return the claim that was answered a moment ago, for the way back to it."""
    try:
        return Claim.objects.filter(
            pk=uuid.UUID(request.GET.get("last", "")), column=column
        ).first()
    except ValueError:
        return None


@desk_view("GET", "POST")
def group(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show what a claim may be about, or answer about one incident."""
    claim, column = accepted_or_404(request.user, pk)
    if request.method != "POST":
        return _page(request, claim, column)
    incident = sent_one(request, "incident", column.incidents.all())
    if incident is None:
        notice = "That incident is not in this column any more."
        return _page(request, claim, column, notice=notice, status=400)
    said, based_on = sent(request, "answer"), sent_number(request, "based_on")
    return _do(
        request,
        claim,
        column,
        lambda: answer_grouping(
            by=request.user, claim=claim, incident=incident, answer=said, based_on=based_on
        ),
        DONE.get(said, ""),
    )


@desk_view("POST")
def new(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Open an incident that a claim is about, with others that are ticked."""
    claim, column = accepted_or_404(request.user, pk)
    others = sent_all(request, "claim", column.claims.all())
    return _do(
        request,
        claim,
        column,
        lambda: open_incident(
            by=request.user,
            column=column,
            title=sent(request, "title"),
            claims=[claim, *others],
        ),
        "A new incident. Take the claim out again, or merge it, to undo that.",
    )


def _do(
    request: DeskRequest, claim: Claim, column: Column, act: Callable[[], Any], done: str
) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return _page(request, claim, column, notice=str(refused), status=status_of(refused))
    messages.success(request, done)
    if sent(request, "queue") != "1":
        return redirect("desk:group_claim", claim.pk)
    asked = "&all=1" if sent(request, "all") == "1" else ""
    number = sent_number(request, "page")
    asked += f"&page={number}" if number > 1 else ""
    queue = reverse("desk:to_group", args=[column.slug])
    return redirect(f"{queue}?last={claim.pk}{asked}#{_next(request, claim)}")


def _next(request: DeskRequest, claim: Claim) -> str:
    """Return where the queue goes on: at the next claim, or at this one's next incident."""
    if sent(request, "answer") == "not_same":
        return f"c-{claim.pk}"
    try:
        return f"c-{uuid.UUID(sent(request, 'after'))}"
    except ValueError:
        return "claims"


def _page(
    request: DeskRequest, claim: Claim, column: Column, *, notice: str = "", status: int = 200
) -> HttpResponse:
    asked = request.GET.get("q", "")[:200]
    context = {
        "column": column,
        "row": row_of(claim),
        "q": asked,
        "found": called(claim, column, asked),
        "notice": notice,
        "typed": request.POST if notice else {},
    }
    return render(request, "desk/grouping/one_claim.html", context, status=status)
