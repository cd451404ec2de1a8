"""Sources and parties: finding, adding, changing, merging and parting them.

All of it is for those who keep the archive: the list alone would name who is confidential.
"""

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.errors import status_of
from dateline.desk.redaction.purge import sequence_of
from dateline.ledger.models import Party, Report, Source
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.sources import merge, part

from .choosing import named
from .forms import FindForm, IntoForm
from .kinds import PARTIES, SOURCES, Kind
from .page import list_page, one_page


def list_of(kind: Kind) -> Callable[..., Any]:
    """Return the view that lists a kind, and adds one."""

    @desk_view("GET", "POST")
    def view(request: DeskRequest) -> HttpResponse:
        require(request.user, "keep_archive")
        if request.method != "POST":
            return list_page(request, kind)
        form = kind.form(request.POST, auto_id="new_%s")
        if not form.is_valid():
            return list_page(request, kind, form=form, adding=True, status=400)
        try:
            one = kind.add(by=request.user, text=form.said())
        except Refused as refused:
            more = {"form": form, "adding": True, "notice": str(refused)}
            return list_page(request, kind, status=status_of(refused), **more)
        messages.success(request, "Added.")  # without its name: messages go through a cookie
        return redirect(f"desk:{kind.one}", one.pk)

    return view


def finding(kind: Kind) -> Callable[..., Any]:
    """Return the view that looks for a name, which may be secret and so stands in no address."""

    @desk_view("POST")
    def view(request: DeskRequest) -> HttpResponse:
        require(request.user, "keep_archive")
        form = FindForm(request.POST, auto_id="find_%s")
        return list_page(request, kind, find=form, status=200 if form.is_valid() else 400)

    return view


def one_of(kind: Kind) -> Callable[..., Any]:
    """Return the view that shows one, and changes it."""

    @desk_view("GET", "POST")
    def view(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
        one = _one_or_404(request, kind, pk)
        if request.method != "POST":
            return one_page(request, kind, one)
        form = kind.form(request.POST)
        if not form.is_valid():
            return one_page(request, kind, one, form=form, status=400)
        try:
            kind.edit(by=request.user, text=form.said(), **{kind.one: one})
        except Refused as refused:
            words, status = str(refused), status_of(refused)
            return one_page(request, kind, one, form=form, notice=words, status=status)
        messages.success(request, "Saved.")
        return _back(kind, one, "edit_source")

    return view


def merging(kind: Kind) -> Callable[..., Any]:
    """Return the view that says what a merge does, and then does it."""

    @desk_view("POST")
    def view(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
        one = _one_or_404(request, kind, pk)
        form = IntoForm(request.POST)
        try:
            into = _chosen(kind, form)
        except forms.ValidationError as wrong:
            form.add_error("into", wrong)
            into = None
        if into is None:
            return one_page(request, kind, one, into=form, status=400)
        if request.POST.get("sure") != "1":
            context = {"kind": kind, "one": one, "into": into, "form": form, **_what(one, into)}
            return render(request, "desk/sources/merge.html", context)
        return _do(
            request,
            kind,
            one,
            lambda: merge(by=request.user, one=one, into=into),
            "Merged. You can part them again here.",
        )

    return view


def _chosen(kind: Kind, form: IntoForm) -> Any:
    if not form.is_valid():
        return None
    return named(kind.model.objects.filter(merged_into=None), form.cleaned_data["into"])


def _what(one: Source | Party, into: Source | Party) -> dict[str, object]:
    """Count what a merge changes, for whoever is about to do it."""
    if isinstance(one, Party):
        return {"count": Source.objects.filter(party=one).count()}
    held = isinstance(into, Source) and into.is_held != one.is_held
    return {"count": Report.objects.filter(source=one).count(), "held": held}


def parting(kind: Kind) -> Callable[..., Any]:
    """Return the view that undoes a merge."""

    @desk_view("POST")
    def view(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
        one = _one_or_404(request, kind, pk)
        done = "Parted: it stands by itself again."
        return _do(request, kind, one, lambda: part(by=request.user, one=one), done)

    return view


def _one_or_404(request: DeskRequest, kind: Kind, pk: uuid.UUID) -> Any:
    require(request.user, "keep_archive")
    model: Any = kind.model
    return get_object_or_404(model.objects.select_related("merged_into"), pk=pk)


def _do(
    request: DeskRequest, kind: Kind, one: Source | Party, act: Callable[[], object], done: str
) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return one_page(request, kind, one, notice=str(refused), status=status_of(refused))
    messages.success(request, done)
    return _back(kind, one, "merge")


def _back(kind: Kind, one: Source | Party, verb: str) -> HttpResponse:
    """Lead back to it; or, where it is newly held, to what caches must forget."""
    now: Source | Party = kind.model.objects.get(pk=one.pk)
    if isinstance(one, Source) and isinstance(now, Source) and now.is_held and not one.is_held:
        sequence = sequence_of(now, verb)
        return redirect("desk:redacted", sequence, sequence)
    return redirect(f"desk:{kind.one}", one.pk)


sources, parties = list_of(SOURCES), list_of(PARTIES)
find_source, find_party = finding(SOURCES), finding(PARTIES)
source, party = one_of(SOURCES), one_of(PARTIES)
merge_source, merge_party = merging(SOURCES), merging(PARTIES)
part_source, part_party = parting(SOURCES), parting(PARTIES)
