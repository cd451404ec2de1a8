"""Running tolls: totals over a column's incidents, each counted once, with those that are not."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext

from dateline.codebook import Category
from dateline.ledger.containing import containing
from dateline.live import codes
from dateline.live.incidents.happened import Happened, days
from dateline.live.incidents.read import link
from dateline.live.incidents.tolls import figure
from dateline.live.incidents.view import Figure
from dateline.live.view import Link
from dateline.weighing.tolls import Tally
from dateline.weighing.totals import Total, Window, countable, lies, total

from .placed import day_of
from .view import Share, Toll


def tolls(
    happened: Iterable[Happened], since: date | None, most: int | None = None
) -> tuple[Toll, ...]:
    """Return the total of each category since a day that anybody counts, in the active language.

    Each lists the newest incidents in it, at `most` so many.
    """
    known = {str(one.incident.pk): one for one in happened}
    window = Window(start=since)
    above = containing(one.incident.pk for one in known.values())
    countables = [
        countable(pk, one.weighed, part_of=_nearest(above[one.incident.pk], known))
        for pk, one in known.items()
    ]
    given: set[Category] = {each.category for one in known.values() for each in one.weighed.tallies}
    found = (
        _toll(total(countables, category, window), known, window, most)
        for category in codes.CATEGORIES
        if category in given
    )
    return tuple(one for one in found if one.shares or one.uncounted or one.totals)


def _nearest(above: Iterable[UUID], known: Mapping[str, Happened]) -> str:
    """Return the nearest larger incident of which readers may know: a part of it counts once."""
    return next((str(pk) for pk in above if str(pk) in known), "")


def _toll(counted: Total, known: Mapping[str, Happened], window: Window, most: int | None) -> Toll:
    newest = sorted((known[pk] for pk in counted.counted), key=day_of, reverse=True)
    return Toll(
        code=counted.category,
        category=codes.words(codes.CATEGORIES, counted.category),
        number=codes.number(counted.range),
        counted=len(newest),
        shares=tuple(_share(one, counted.category) for one in newest[:most]),
        uncounted=tuple(_uncounted(counted, known))[:most],
        totals=tuple(_own_totals(counted.category, known.values(), window)),
        as_of=counted.as_of,
    )


def _share(one: Happened, category: str) -> Share:
    tally = _tally(one, category)
    return _said(one, category, codes.number(tally.range if tally else None))


def _uncounted(counted: Total, known: Mapping[str, Happened]) -> Iterable[Share]:
    """Yield what may belong into a total; where nobody gives a figure, only if one was tried.

    A speaker's own total was not tried for a happening: it stands by itself.
    """
    why = {
        "may_be": gettext("it may be another incident"),
        "no_date": gettext("no date"),
        "no_figure": gettext("no figure for all"),
    }
    for one in counted.unresolved:
        tally = _tally(known[one.incident], counted.category)
        if one.why == "may_be" or (tally and not tally.cumulative):
            yield _said(known[one.incident], counted.category, why[one.why])
    for pk in counted.straddling:
        if _tally(known[pk], counted.category):
            yield _said(known[pk], counted.category, gettext("it may lie before that day"))


def _said(one: Happened, category: str, number: str) -> Share:
    page = link(one.incident)
    at = f"{page.path}#toll-{category}" if _tally(one, category) else page.path
    return Share(Link(at, page.title), number, days(one.weighed.span))


def _tally(one: Happened, category: str) -> Tally | None:
    return next((each for each in one.weighed.tallies if each.category == category), None)


def _own_totals(category: str, happened: Iterable[Happened], window: Window) -> Iterable[Figure]:
    for one in happened:
        tally = _tally(one, category)
        if tally and tally.cumulative and lies(one.weighed.span, window) != "outside":
            teller = one.teller(one.evidence())
            for each in tally.cumulative:
                yield figure(each, teller, one.incident.title)
