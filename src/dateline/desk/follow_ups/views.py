"""How an update takes up another: linking them, and taking that back."""

import uuid

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from dateline.desk.access import DeskRequest, desk_view, require, update_or_404
from dateline.desk.errors import status_of
from dateline.desk.sent import sent, sent_one
from dateline.ledger.models import FollowUp, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.follow_ups import link_updates, unlink_updates

MOST_FOUND = 20
PUBLISHED = (Update.Status.PUBLISHED, Update.Status.WITHDRAWN)


@desk_view("GET", "POST")
def follow_ups(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show an update's links both ways, or link it to another."""
    update = update_or_404(request.user, pk)
    require(request.user, "publish", update.blog.column)
    if request.method != "POST":
        return _page(request, update)
    other = sent_one(request, "on", Update.objects.filter(blog__column=update.blog.column_id))
    if other is None:
        return _page(request, update, notice="Choose an update of this column.", status=400)
    try:
        link_updates(by=request.user, update=update, on=other, kind=sent(request, "kind"))
    except Refused as refused:
        return _page(request, update, notice=str(refused), status=status_of(refused))
    messages.success(request, "Linked. Readers see it at both.")
    return redirect("desk:follow_ups", update.pk)


@desk_view("POST")
def take_back(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a link back."""
    link = FollowUp.objects.filter(pk=pk).first()
    if link is None:
        raise Http404
    update = update_or_404(request.user, link.update_id)
    try:
        unlink_updates(by=request.user, link=link)
    except Refused as refused:
        return _page(request, update, notice=str(refused), status=status_of(refused))
    messages.success(request, "Taken back. You can link them again.")
    return redirect("desk:follow_ups", update.pk)


def _page(
    request: DeskRequest, update: Update, *, notice: str = "", status: int = 200
) -> HttpResponse:
    asked = sent(request, "q") or request.GET.get("q", "")
    links = FollowUp.objects.filter(standing=True)
    context = {
        "update": update,
        "blog": update.blog,
        "column": update.blog.column,
        "links": links.filter(update=update).select_related("on__blog"),
        "backlinks": links.filter(on=update).select_related("update__blog"),
        "kinds": FollowUp.Kind.choices,
        "q": asked,
        "found": _found(update, asked),
        "typed": request.POST if notice else {},
        "notice": notice,
    }
    return render(request, "desk/follow_ups/show.html", context, status=status)


def _found(update: Update, asked: str) -> list[Update]:
    rows = Update.objects.filter(blog__column=update.blog.column_id, status__in=PUBLISHED)
    for word in asked.split()[:8]:
        rows = rows.filter(Q(headline__icontains=word) | Q(body__icontains=word))
    rows = rows.exclude(pk=update.pk).select_related("blog")
    return list(rows.order_by("-published_at")[:MOST_FOUND])
