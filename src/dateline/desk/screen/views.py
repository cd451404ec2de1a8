"""The one screen of a blog: the wire, the report that is read, and the update that is written."""

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest, blog_or_404, desk_view, require
from dateline.desk.reports.access import keeps
from dateline.desk.updates.forms import ComposerForm, form_of_draft, new_form
from dateline.desk.updates.page import about, list_of, preview_of, trouble
from dateline.desk.updates.saving import problems_of
from dateline.desk.updates.unsaved import unsaved
from dateline.desk.wire.rows import wire_of
from dateline.ledger.models import LiveBlog, Person

from .pane import pane_of

Context = dict[str, Any]


@desk_view("GET")
def screen(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the wire beside the composer, with no report open yet."""
    blog = _blog(request, pk)
    return render(request, "desk/screen/screen.html", _whole(request, blog))


@desk_view("GET")
def rows(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show the wire alone, so that what came in appears without a reload."""
    blog = _blog(request, pk)
    if not request.headers.get("HX-Request"):  # a link to older reports, followed without a script
        return render(request, "desk/screen/screen.html", _whole(request, blog))
    return render(request, "desk/wire/rows.html", _wire(request, blog))


@desk_view("GET")
def report(request: DeskRequest, pk: uuid.UUID, report: uuid.UUID) -> HttpResponse:
    """Show a report with its claims: in the whole screen, or alone for the column in the middle."""
    blog = _blog(request, pk)
    pane = pane_of(request, blog, report)
    if request.headers.get("HX-Request"):
        return render(request, "desk/screen/report.html", {"screen": blog, **pane})
    # The pane names no column where this person decides in none.
    whole = {**_whole(request, blog), **pane, "column": blog.column, "open": report}
    return render(request, "desk/screen/screen.html", whole)


def _blog(request: DeskRequest, pk: uuid.UUID) -> LiveBlog:
    require(request.user, "bring_report")
    return blog_or_404(request.user, pk)


def _whole(request: DeskRequest, blog: LiveBlog) -> Context:
    form = _composer(request.user, blog, afresh=request.GET.get("new") == "1")
    body = str(form["body"].value() or "")
    return {
        **list_of(request, blog),
        **about(request, blog, None),
        **_wire(request, blog),
        "form": form,
        "trouble": trouble(),
        "problems": problems_of(body, blog.column) if body else [],
        "html": preview_of(body, blog),
        "keeper": keeps(request.user),
    }


def _wire(request: DeskRequest, blog: LiveBlog) -> Context:
    marked = request.GET.get("marked", "")
    return {"wire": wire_of(request.user, request.GET), "marked": marked, "screen": blog}


def _composer(person: Person, blog: LiveBlog, *, afresh: bool) -> ComposerForm:
    """Return the composer with the text that this person left unsaved here, or an empty one."""
    typed = unsaved(person).filter(blog=blog, update=None).first()
    return form_of_draft(typed) if typed and not afresh else new_form(blog, person)
