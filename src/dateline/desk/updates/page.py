"""The blog's desk: the list, the composer and the preview on one page."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import Case, Max, Q, QuerySet, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from dateline.desk.media.pictures import images_of
from dateline.desk.reports.cards import cards_of, quoted_in, sources_of
from dateline.desk.reports.standings import standings_of, unlike
from dateline.ledger.models import Column, Draft, Entry, LiveBlog, Person, Update
from dateline.ledger.permission import may
from dateline.text import Problem, heavy
from dateline.text import render as to_html

from .forms import ComposerForm, form_of, new_form
from .saving import problems_of
from .unsaved import aside, unsaved

SHOWN = 100
"""Updates in the list; older ones are one press away."""
GONE = (Update.Status.WITHDRAWN, Update.Status.REDACTED, Update.Status.DISCARDED)


def desk_page(
    request: Any,
    blog: LiveBlog,
    *,
    update: Update | None = None,
    form: ComposerForm | None = None,
    notice: str = "",
    problems: Sequence[Problem] | None = None,
    status: int = 200,
) -> HttpResponse:
    """Show the desk of a blog, with an update or a new one in the composer."""
    form = form or (form_of(update) if update else new_form(blog, request.user))
    body = str(form["body"].value() or "")
    context = {
        "blog": blog,
        "column": blog.column,
        "form": form,
        "notice": notice,
        "trouble": trouble(),
        **list_of(request, blog, update),
        **about(request, blog, update),
        "problems": problems_of(body, blog.column) if problems is None else problems,
        "html": preview_of(body, blog),
        "unlike": unlike(quoted_in(body)),
    }
    return render(request, "desk/updates/desk.html", context, status=status)


def list_of(request: Any, blog: LiveBlog, update: Update | None = None) -> dict[str, Any]:
    """Return what the list of updates shows."""
    updates = blog.updates.exclude(status=Update.Status.DISCARDED)
    updates = updates.select_related("author", "blog__column").annotate(
        written=Max("revisions__at"), inside=_INSIDE
    )
    before = request.GET.get("before", "")
    if before.isascii() and before.isdigit() and len(before) < 10:
        updates = updates.filter(number__lt=int(before))
    shown = list(updates.order_by("-inside", "-number", "-written")[: SHOWN + 1])
    older = shown[SHOWN - 1].number if len(shown) > SHOWN else None
    return {
        "blog": blog,
        "column": blog.column,
        "updates": shown[:SHOWN],
        "older": older,
        "update": update,
        "drafts": unsaved(request.user).filter(blog=blog).select_related("update"),
        "aside": aside(request.user, blog),
        "waiting": waiting_for(request.user, blog.column).count(),
    }


_INSIDE = Case(When(number=None, then=Value(1)), default=Value(0))
"""What is not public yet stands first."""


def waiting_for(person: Person, column: Column) -> QuerySet[Update]:
    """Return what waits for review in a column, for those who may publish there."""
    if not may(person, "publish", column):
        return Update.objects.none()
    return Update.objects.filter(blog__column=column, status=Update.Status.REVIEW)


def about(request: Any, blog: LiveBlog, update: Update | None) -> dict[str, Any]:
    """Return what the panel about one update shows."""
    person: Person = request.user
    own = update is None or update.author_id == person.pk
    publishes = may(person, "publish", blog.column)
    return {
        "blog": blog,
        "column": blog.column,
        "update": update,
        "gone": update is not None and update.status in GONE,
        "publishes": publishes,
        "edits": update is None or publishes or (own and update.number is None),
        "redacts": may(person, "redact", blog.column),
        "returned": returned(update) if update and own else "",
        "typed": _typed(person, update),
        "revisions": _revisions(update),
    }


def _typed(person: Person, update: Update | None) -> Draft | None:
    """Return a text of this update that the person typed and never saved."""
    if update is None:
        return None
    return unsaved(person).filter(update=update).first()


def _revisions(update: Update | None) -> Sequence[Any]:
    return list(update.revisions.select_related("by").order_by("-number")[:20]) if update else []


def returned(update: Update) -> str:
    """Return why an editor handed an update back, while that is the last word on it."""
    if update.status != Update.Status.DRAFT:
        return ""
    last = Entry.objects.filter(
        Q(verb="return_update") | Q(verb="submit_update"), object=update.name_in_log
    ).select_related("content")
    entry = last.order_by("-sequence").first()
    return str(entry.content.body.get("reason", "")) if entry else ""


def preview_of(body: str, blog: LiveBlog) -> str:
    """Return a text as readers will see it; nothing for one that is too heavy to render."""
    if heavy(body):
        return ""
    return to_html(
        body,
        images=images_of(body),
        cards=cards_of(body),
        sources=sources_of(body),
        standings=standings_of(quoted_in(body)),
        language=blog.language,
    )


def trouble() -> str:
    """Return what keeps the site from being written, where something does."""
    path = Path(settings.DATELINE_DATA) / "live-trouble.txt"
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()[:500]
    except FileNotFoundError:
        return ""


def fragment(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    """Show a part of the page."""
    return render(request, f"desk/updates/{name}.html", context)
