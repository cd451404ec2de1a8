"""A column's summary by front: the draft in a form, the published one beside it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest
from dateline.ledger.models import Column, Entry, Summary
from dateline.ledger.permission import may
from dateline.ledger.summarising import fresh_clauses, outdated
from dateline.weighing.summary import Clause as Drafted

from .clauses import rows_of
from .forms import WindowForm


def draft_of(column: Column) -> Summary | None:
    """Return the draft that stands in a column."""
    return _summary(column, Summary.Status.DRAFT)


def published_of(column: Column) -> Summary | None:
    """Return what is published in a column."""
    return _summary(column, Summary.Status.PUBLISHED)


def _summary(column: Column, status: str) -> Summary | None:
    found: Summary | None = column.summaries.filter(status=status).first()
    return found


def summary_page(
    request: DeskRequest,
    column: Column,
    *,
    clauses: list[dict[str, Any]] | None = None,
    window: WindowForm | None = None,
    notice: str = "",
    status: int = 200,
    collided: bool = False,
) -> HttpResponse:
    """Show a column's summary; `clauses` are those that were typed and not saved."""
    draft, published = draft_of(column), published_of(column)
    rows = column.fronts.order_by("position", "name")
    names = {str(one.pk): one.name for one in rows}
    typed = request.POST if notice else {}
    context = {
        "column": column,
        "draft": draft,
        "published": published,
        "fronts": [one for one in rows if not one.retired],
        "window": window or WindowForm.of(column, draft),
        "publishes": may(request.user, "publish", column),
        "undoes": bool(draft and before(draft)),
        "collided": collided,
        "notice": notice,
        "typed": typed,
    }
    if draft:
        fresh = fresh_clauses(column, draft.since, draft.until)
        mine = draft.clauses if clauses is None else clauses
        context |= _drafted(mine, draft, fresh, names)
    if published:
        found = fresh_clauses(column, published.since, published.until)
        late = outdated(published.clauses, found)
        context["published_rows"] = rows_of(published.clauses, names, late)
    return render(request, "desk/summary/show.html", context, status=status)


def _drafted(
    mine: list[dict[str, Any]], draft: Summary, fresh: list[Drafted], names: dict[str, str]
) -> dict[str, Any]:
    known = {one["basis"] for one in mine}
    new = [one for one in fresh if one.basis not in known]
    return {
        "rows": rows_of(mine, names, outdated(mine, fresh)),
        "theirs": rows_of(draft.clauses, names, set()),
        "new": [(one, names.get(one.front, "")) for one in new],
    }


def before(draft: Summary) -> dict[str, Any] | None:
    """Return how a draft stood before it was saved last; None where it was new then."""
    entries = Entry.objects.filter(object=draft.name_in_log).select_related("content")
    newest = entries.order_by("-sequence").first()
    found: dict[str, Any] | None = newest.content.body["before"] if newest else None
    return found
