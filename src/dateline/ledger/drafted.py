"""The summary as its templates would write it now: what the desk drafts, and what outdates it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from dateline.weighing.area import public_area
from dateline.weighing.fronts import Front as Named
from dateline.weighing.incident import Weighed
from dateline.weighing.phrases import PHRASES, Phrases
from dateline.weighing.summary import Clause, Happening, Watch, draft

from .models import Assessment, Column

NOBODY: Mapping[str, Watch] = {}


def draft_of(
    column: Column,
    window: tuple[date, date],
    weighed: Mapping[UUID, Weighed],
    watched: Mapping[str, Watch] = NOBODY,
    phrases: Phrases = PHRASES,
) -> list[Clause]:
    """Return the clauses of a column's fronts for a window, its first and last day.

    `weighed` are its incidents as readers may know them. The same, drafted later, has another
    `basis` where what a clause was drafted from has changed.
    """
    rows = Assessment.objects.filter(incident__in=list(weighed), status=Assessment.Status.STANDING)
    judged = {row.incident_id: row for row in rows}
    happenings = [
        Happening(
            id=str(pk),
            weighed=one,
            place=_place(one),
            assessment=judged[pk].sentence if pk in judged else "",
            signed=judged[pk].signed if pk in judged else "",
        )
        for pk, one in weighed.items()
    ]
    return draft(fronts_of(column), happenings, window, watched, phrases)


def fronts_of(column: Column) -> list[Named]:
    """Return a column's fronts in their order, as weighing takes them."""
    rows = column.fronts.filter(retired=False).order_by("position", "name", "pk")
    return [Named(str(one.pk), one.name, tuple(one.areas), tuple(one.rings)) for one in rows]


def _place(weighed: Weighed) -> str:
    """Return where it happened, no finer than the named town, even where an editor opened it."""
    if weighed.area is None:
        return ""
    shown = public_area(weighed.area)
    return shown.name or next(iter(shown.within), "")
