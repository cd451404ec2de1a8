"""The wire, and the box that brings something in."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render

from dateline.archive.bring import bring_address, bring_given
from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.errors import status_of
from dateline.desk.reports.access import keeps, secret
from dateline.desk.reports.cards import directive
from dateline.desk.reports.words import state_of
from dateline.desk.sources.choosing import knowable_sources, labels
from dateline.ledger.models import Report
from dateline.ledger.refusal import Refused

from .forms import AddressForm, FileForm, TextForm
from .rows import wire_of

HELD = "held by the desk"


@desk_view("GET", "POST")
def wire(request: DeskRequest) -> HttpResponse:
    """Show what came in, or bring an address in."""
    require(request.user, "bring_report")
    if request.method != "POST":
        return _page(request)
    form = AddressForm(request.POST, auto_id="address_%s")
    if not form.is_valid():
        return _refused(request, _complaint(form), 400, address=form)
    address = form.cleaned_data["address"]
    try:
        report = bring_address(by=request.user, address=address, caution=form.caution())
    except Refused as refused:
        return _refused(request, str(refused), status_of(refused), address=form)
    return _brought(request, report)


@desk_view("POST")
def file(request: DeskRequest) -> HttpResponse:
    """Bring a file in. Its address lies below `media/`, where large bodies are let in."""
    form = FileForm(request.POST, request.FILES, person=request.user, auto_id="file_%s")

    def bring() -> Report:
        said = form.cleaned_data
        return bring_given(
            by=request.user,
            data=said["file"].read(),
            name=said["file"].name,
            title=said["title"],
            caution=form.caution(),
            source=said["source"],
        )

    return _bring_given(request, form, "file", bring)


@desk_view("POST")
def text(request: DeskRequest) -> HttpResponse:
    """Bring pasted text in."""
    form = TextForm(request.POST, person=request.user, auto_id="text_%s")

    def bring() -> Report:
        said = form.cleaned_data
        return bring_given(
            by=request.user,
            data=said["text"].replace("\r\n", "\n").encode(),
            name="Pasted text.txt",
            title=said["title"],
            caution=form.caution(),
            source=said["source"],
        )

    return _bring_given(request, form, "text", bring)


def _bring_given(
    request: DeskRequest, form: FileForm | TextForm, name: str, bring: Callable[[], Report]
) -> HttpResponse:
    require(request.user, "bring_report")
    if not form.is_valid():
        return _page(request, status=400, **{name: form, "open": name})
    try:
        report = bring()
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        return _page(request, status=status, notice=words, **{name: form, "open": name})
    return _brought(request, report)


def _brought(request: DeskRequest, report: Report) -> HttpResponse:
    said = f"Brought in: {_standing(report)}."
    if _asks_for_json(request):
        return JsonResponse({"directive": directive(report.pk), "said": said})
    messages.success(request, said)
    return redirect("desk:report", report.pk)


def _standing(report: Report) -> str:
    # It goes through a cookie on its way to the next page: no secret may be in it.
    return HELD if secret(report) else state_of(report, report.newest).rstrip(".")


def _refused(request: DeskRequest, words: str, status: int, **context: Any) -> HttpResponse:
    if _asks_for_json(request):
        return JsonResponse({"refused": words}, status=status)
    return _page(request, status=status, notice=words, **context)


def _asks_for_json(request: DeskRequest) -> bool:
    return request.headers.get("Accept") == "application/json"


def _complaint(form: AddressForm) -> str:
    return " ".join(str(words) for found in form.errors.values() for words in found)


def _page(request: DeskRequest, *, status: int = 200, **context: Any) -> HttpResponse:
    person = request.user
    whole = {
        "wire": wire_of(person, request.GET),
        "marked": request.GET.get("marked", ""),
        "keeper": keeps(person),
        "address": AddressForm(auto_id="address_%s"),
        "file": FileForm(person=person, auto_id="file_%s"),
        "text": TextForm(person=person, auto_id="text_%s"),
        "sources": labels(knowable_sources(person)),
        **context,
    }
    part = "rows" if request.headers.get("HX-Request") else "wire"
    return render(request, f"desk/wire/{part}.html", whole, status=status)
