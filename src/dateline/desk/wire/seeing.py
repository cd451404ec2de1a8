"""Looking at a report, and taking back that one did."""

import uuid
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme

from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.reports.access import report_or_404
from dateline.ledger.models import Person, Report, Seen
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs import seeing

from .copies import copies_of
from .knowing import Knowing


def look_at(person: Person, report: Report) -> None:
    """Note that someone opened a report, and with it the near-copies folded under it.

    It writes, and waits for the writing lock, only where something is new to them.
    """
    ids = [report.pk, *copies_of([report], Knowing.of(person))[report.pk]]
    seen = Seen.objects.filter(person=person, report__in=ids).values_list("report", flat=True)
    new = set(ids) - set(seen)
    if new:
        copies = Report.objects.filter(pk__in=new - {report.pk})
        seeing.see_report(by=person, report=report, copies=copies)


@desk_view("POST")
def unsee(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Let a report stand as unread again."""
    seeing.unsee_report(by=request.user, report=report_or_404(request.user, pk))
    return _back(request)


@desk_view("POST")
def see_all(request: DeskRequest) -> HttpResponse:
    """Take all as read that had come in when the page was shown, or take that back."""
    require(request.user, "bring_report")
    if request.POST.get("at"):
        seeing.unsee_all(by=request.user, at=_moment(request.POST["at"]))
        messages.success(request, "What you marked as read is unread again.")
        return _back(request)
    at = seeing.see_all(by=request.user, before=_moment(request.POST.get("before", "")))
    return _back(request, f"?marked={at.isoformat().replace('+', '%2B')}")


def _moment(words: str) -> datetime:
    try:
        found = parse_datetime(words)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        raise Refused("That is no moment. Load the wire again.")
    return found


def _back(request: DeskRequest, query: str = "") -> HttpResponse:
    """Return to the wire that the form stood in: the one screen's, or the site's."""
    back = request.POST.get("back", "").partition("?")[0]
    own = back.startswith("/desk/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return redirect(f"{back if own else reverse('desk:wire')}{query}")
