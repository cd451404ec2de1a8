"""What is done with an update that is written: each view is one verb."""

import uuid
from collections.abc import Callable
from functools import partial

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dateline.desk.access import DeskRequest, desk_view, update_or_404
from dateline.desk.errors import status_of
from dateline.ledger.models import Update
from dateline.ledger.permission import columns_where
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.publishing import (
    mark_update,
    restore_update,
    unschedule_update,
    withdraw_update,
)
from dateline.ledger.verbs.writing import (
    discard_update,
    put_back_update,
    return_update,
    submit_update,
)

from .page import about, desk_page, fragment, preview_of
from .saving import problems_of, publish_once


def _do(request: DeskRequest, update: Update, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        return desk_page(request, update.blog, update=update, notice=words, status=status)
    messages.success(request, done)
    return redirect("desk:update", update.pk)


@desk_view("POST")
def withdraw(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Withdraw an update; readers see a stone with the reason."""
    update = update_or_404(request.user, pk)
    reason = request.POST.get("reason", "")
    return _do(
        request,
        update,
        lambda: withdraw_update(by=request.user, update=update, reason=reason),
        "Withdrawn. You can restore it.",
    )


@desk_view("POST")
def restore(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Undo a withdrawal."""
    update = update_or_404(request.user, pk)
    return _do(request, update, lambda: restore_update(by=request.user, update=update), "Restored.")


@desk_view("POST")
def unschedule(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take an update off the schedule."""
    update = update_or_404(request.user, pk)
    return _do(
        request,
        update,
        lambda: unschedule_update(by=request.user, update=update),
        "Off the schedule: a draft again.",
    )


@desk_view("POST")
def submit(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Send an update for review as it stands."""
    update = update_or_404(request.user, pk)
    return _do(
        request,
        update,
        lambda: submit_update(by=request.user, update=update),
        "Sent for review.",
    )


@desk_view("POST")
def hand_back(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Hand an update back to its writer."""
    update = update_or_404(request.user, pk)
    reason = request.POST.get("reason", "").strip()[:300]
    if "\x00" in reason:
        raise Refused("The reason holds a character that cannot be stored.")
    return _do(
        request,
        update,
        lambda: return_update(by=request.user, update=update, reason=reason),
        "Handed back: a draft again.",
    )


@desk_view("POST")
def discard(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Put away a draft that was never public."""
    update = update_or_404(request.user, pk)
    act = partial(discard_update, by=request.user, update=update)
    return _do(request, update, act, "Discarded. You can put it back.")


@desk_view("POST")
def put_back(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Undo a discarding."""
    update = update_or_404(request.user, pk)
    act = partial(put_back_update, by=request.user, update=update)
    return _do(request, update, act, "Put back: a draft again.")


@desk_view("POST")
def mark(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Pin an update, mark it a key event or a summary, or take the mark away."""
    update = update_or_404(request.user, pk)
    name, on = request.POST.get("mark", ""), request.POST.get("on") == "1"
    words, status = "", 200
    try:
        update = mark_update(by=request.user, update=update, mark=name, on=on)
    except Refused as refused:
        words, status = str(refused), status_of(refused)
    if not request.headers.get("HX-Request"):
        if words:
            return desk_page(request, update.blog, update=update, notice=words, status=status)
        return redirect("desk:update", update.pk)
    context = {**about(request, update.blog, update), "marks_notice": words}
    response = fragment(request, "marks", context)
    response.status_code, response["HX-Trigger"] = status, "list-changed"
    return response


@desk_view("GET")
def review(request: DeskRequest) -> HttpResponse:
    """Show what waits for review wherever this person may publish."""
    columns = columns_where(request.user, "publish")
    waiting = Update.objects.filter(blog__column__in=columns, status=Update.Status.REVIEW)
    shown = waiting.select_related("blog__column", "author").order_by("blog", "pk")[:50]
    items = [
        {
            "update": u,
            "html": preview_of(u.body, u.blog),
            "problems": problems_of(u.body, u.blog.column),
        }
        for u in shown
    ]
    return render(request, "desk/updates/review.html", {"items": items})


@desk_view("POST")
def publish(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Publish an update as its reviewer read it."""
    update = update_or_404(request.user, pk)
    return _do(request, update, lambda: _publish_as_read(request, update), "Published.")


def _publish_as_read(request: DeskRequest, update: Update) -> None:
    if request.POST.get("based_on") != str(update.revision):
        raise Refused("Its writer changed it since you read it. Read the newest text first.")
    if found := problems_of(update.body, update.blog.column):
        raise Refused(f"Not published. {found[0]}")
    publish_once(by=request.user, update=update)
