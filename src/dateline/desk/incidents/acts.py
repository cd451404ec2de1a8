"""What an editor decides about an incident itself; each decision can be taken back."""

import uuid
from collections.abc import Callable

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect

from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.errors import status_of
from dateline.desk.sent import sent, sent_all, sent_number, sent_one
from dateline.ledger.models import Apart, Claim, Incident
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs import merging
from dateline.ledger.verbs.incidents import close_place, name_incident, open_place, set_part_of

from .access import incident_or_404
from .page import incident_page


def do(
    request: DeskRequest, incident: Incident, act: Callable[[], object], done: str
) -> HttpResponse:
    """Carry a decision out and lead back; what is refused stays on the page, as it was typed."""
    try:
        act()
    except Refused as refused:
        return incident_page(request, incident, notice=str(refused), status=status_of(refused))
    messages.success(request, done)
    return redirect("desk:incident", incident.pk)


@desk_view("POST")
def name(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Give an incident another title."""
    found = incident_or_404(request.user, pk)
    title, based_on = sent(request, "title"), sent_number(request, "based_on")
    return do(
        request,
        found,
        lambda: name_incident(by=request.user, incident=found, title=title, based_on=based_on),
        "It has another title.",
    )


@desk_view("POST")
def part_of(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Say that an incident is part of a larger one; without one, that it is part of none."""
    found = incident_or_404(request.user, pk)
    whole = sent_one(request, "other", _others(found))
    if sent(request, "other") and whole is None:
        return _unknown(request, found)
    based_on = sent_number(request, "based_on")
    return do(
        request,
        found,
        lambda: set_part_of(by=request.user, incident=found, whole=whole, based_on=based_on),
        "It is part of the larger one." if whole else "It is part of none any more.",
    )


@desk_view("POST")
def merge(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Say that an incident is the same as another; this one then leads there."""
    found = incident_or_404(request.user, pk)
    into = sent_one(request, "other", _others(found))
    if into is None:
        return _unknown(request, found)
    return do(
        request,
        found,
        lambda: merging.merge_incidents(
            by=request.user,
            incident=found,
            into=into,
            reason=sent(request, "reason"),
            based_on=sent_number(request, "based_on"),
        ),
        "Merged. You can part them again here.",
    )


@desk_view("POST")
def part(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Undo a merge."""
    found = incident_or_404(request.user, pk)
    based_on = sent_number(request, "based_on")
    return do(
        request,
        found,
        lambda: merging.part_incident(by=request.user, incident=found, based_on=based_on),
        "Parted: it stands by itself again.",
    )


@desk_view("POST")
def split(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take the claims that are ticked out into a new incident, and lead there."""
    found = incident_or_404(request.user, pk)
    claims = sent_all(request, "claim", Claim.objects.filter(column=found.column_id))
    title = sent(request, "split_title")
    try:
        new = merging.split_incident(by=request.user, incident=found, claims=claims, title=title)
    except Refused as refused:
        return incident_page(request, found, notice=str(refused), status=status_of(refused))
    messages.success(request, "Split. To undo it, merge this one into the other.")
    return redirect("desk:incident", new.pk)


@desk_view("POST")
def apart(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Mark an incident as not the same as another."""
    found = incident_or_404(request.user, pk)
    other = sent_one(request, "other", _others(found))
    if other is None:
        return _unknown(request, found)
    reason = sent(request, "reason")
    return do(
        request,
        found,
        lambda: merging.mark_apart(by=request.user, one=found, other=other, reason=reason),
        "Marked as not the same. You can take that back.",
    )


@desk_view("POST")
def unapart(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take back that an incident is not the same as another."""
    found = incident_or_404(request.user, pk)
    marked = sent_one(request, "apart", Apart.objects.filter(one__column=found.column_id))
    if marked is None:
        return _unknown(request, found)
    return do(
        request,
        found,
        lambda: merging.unmark_apart(by=request.user, apart=marked),
        "Taken back.",
    )


@desk_view("POST")
def place(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Open an incident's place to readers, or close it again."""
    found = incident_or_404(request.user, pk)
    opened, based_on = sent(request, "opened") == "1", sent_number(request, "based_on")
    act = open_place if opened else close_place
    return do(
        request,
        found,
        lambda: act(by=request.user, incident=found, based_on=based_on),
        "Readers see its place." if opened else "Readers see no finer than the town again.",
    )


def _others(incident: Incident) -> QuerySet[Incident]:
    return Incident.objects.filter(column=incident.column_id)


def _unknown(request: DeskRequest, incident: Incident) -> HttpResponse:
    words = "That one is not in this column any more. Look for it again."
    return incident_page(request, incident, notice=words, status=400)
