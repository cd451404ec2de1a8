"""Redaction: removing for good what must never have been public. Owners only."""

import uuid
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dateline.desk.access import DeskRequest, desk_view, require, update_or_404
from dateline.desk.errors import status_of
from dateline.ledger.finding import find_words
from dateline.ledger.models import Entry, Media
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.redacting import redact_media, redact_update, redact_words

from .forms import ReasonForm, WordsForm, WordsWithReasonForm
from .places import place_of
from .purge import entries_of, last_of, outcome


def _result(first: Entry) -> HttpResponse:
    return redirect("desk:redacted", first.sequence, last_of(first))


@desk_view("GET", "POST")
def whole_update(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Remove an update whole."""
    update = update_or_404(request.user, pk)
    require(request.user, "redact", update.blog.column)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = {"update": update, "form": form}
    if request.method != "POST" or not form.is_valid():
        return _page(request, "update", context, status=400 if form.is_bound else 200)
    try:
        entry = redact_update(by=request.user, update=update, **form.cleaned_data)
    except Refused as refused:
        context["notice"] = str(refused)
        return _page(request, "update", context, status=status_of(refused))
    return _result(entry)


@desk_view("GET", "POST")
def picture(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Remove a picture wherever it stands."""
    require(request.user, "manage_site")
    media = get_object_or_404(Media, pk=pk, redacted=False)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = {"media": media, "form": form}
    if request.method != "POST" or not form.is_valid():
        return _page(request, "picture", context, status=400 if form.is_bound else 200)
    try:
        entry = redact_media(by=request.user, media=media, **form.cleaned_data)
    except Refused as refused:
        context["notice"] = str(refused)
        return _page(request, "picture", context, status=status_of(refused))
    return _result(entry)


@desk_view("GET")
def pictures(request: DeskRequest) -> HttpResponse:
    """Show the kept pictures, to take one out."""
    require(request.user, "manage_site")
    media = Media.objects.filter(redacted=False).order_by("-brought_at")[:200]
    return _page(request, "pictures", {"pictures": media})


@desk_view("GET", "POST")
def words(request: DeskRequest) -> HttpResponse:
    """Say where words stand, before anything is taken out."""
    require(request.user, "manage_site")
    form = WordsForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _page(request, "words", {"form": form}, status=400 if form.is_bound else 200)
    typed = form.cleaned_data["words"]
    confirm = WordsWithReasonForm(initial={"words": typed})
    return _found(request, form, confirm, lines=form.lines())


def _found(
    request: DeskRequest, form: WordsForm, confirm: WordsForm, *, lines: list[str], **more: Any
) -> HttpResponse:
    try:
        found = [place_of(record) for record in find_words(lines)]
    except Refused as refused:
        context = {"form": form, "notice": str(refused)}
        return _page(request, "words", context, status=status_of(refused))
    status = more.pop("status", 200)
    return _page(request, "found", {"form": confirm, "found": found, **more}, status=status)


@desk_view("POST")
def take_words(request: DeskRequest) -> HttpResponse:
    """Take words out wherever they stand."""
    require(request.user, "manage_site")
    form = WordsWithReasonForm(request.POST)
    if not form.is_valid():
        if "words" in form.errors:
            return _page(request, "words", {"form": WordsForm(request.POST)}, status=400)
        return _found(request, form, form, lines=form.lines(), status=400)
    lines, reason = form.lines(), form.cleaned_data["reason"]
    try:
        entries = redact_words(by=request.user, words=lines, reason=reason)
    except Refused as refused:
        status = status_of(refused)
        return _found(request, form, form, lines=lines, notice=str(refused), status=status)
    if not entries:
        return _page(request, "drafts_only", {})
    return redirect("desk:redacted", entries[0].sequence, entries[-1].sequence)


@desk_view("GET")
def redacted(request: DeskRequest, first: int, last: int) -> HttpResponse:
    """Show whether the site is rewritten, and which addresses caches must forget."""
    entries = entries_of(request.user, first, last)
    if not entries:
        raise Http404
    context = {"entries": entries, "outcome": outcome(entries), "first": first, "last": last}
    part = "outcome" if request.headers.get("HX-Request") else "result"
    return _page(request, part, context)


def _page(
    request: DeskRequest, name: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    return render(request, f"desk/redaction/{name}.html", context, status=status)
