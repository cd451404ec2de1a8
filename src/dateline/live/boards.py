"""Incidents, tolls and fronts inside updates, as they stand when a page is written."""

from collections.abc import Iterable, Mapping
from functools import lru_cache

from django.utils.translation import gettext

from dateline import text
from dateline.ledger.grouped import wholes
from dateline.ledger.models import Column, Front, Incident, Summary

from . import address, codes
from .ids import uuid
from .incidents.happened import Happened, days, happened
from .incidents.sayings import Teller
from .incidents.tolls import tally
from .situation.standing import standing
from .templatetags.moments import moment_words

MOST_ANSWERS = 4
"""Positions that an embedded incident shows to each question; its page has all."""
MOST_CLAUSES = 12


@lru_cache(maxsize=4096)
def embedded_in(body: str) -> tuple[str, ...]:
    """Return what a body embeds, by its board's name; most bodies embed nothing."""
    return tuple(text.board_names(body)) if "::" in body else ()


def boards_of(names: Iterable[str], column: Column, root: str | None) -> dict[str, text.Board]:
    """Return what these names embed, in the active language; `root` is None where no link leads.

    Names of other columns' incidents and fronts, and of what readers may not see, are left out.
    """
    wanted = dict.fromkeys(names)
    parts = {name: name.split(":") for name in wanted}
    known = _happened({pk for kind, pk, *_ in parts.values() if kind != "front"}, column)
    fronts = {pk for kind, pk, *_ in parts.values() if kind == "front"}
    clauses = _fronts(fronts, column) if fronts else {}
    found = {name: _board(split, known, clauses, root) for name, split in parts.items()}
    return {name: board for name, board in found.items() if board}


def _board(
    split: list[str],
    known: Mapping[str, Happened],
    fronts: Mapping[str, text.Board],
    root: str | None,
) -> text.Board | None:
    kind, pk, *category = split
    if kind == "front":
        return fronts.get(pk)
    one = known.get(pk)
    if one is None:
        return None
    teller = one.teller(one.evidence())
    page = "" if root is None else root + address.incident(one.incident.pk)
    if kind == "toll":
        return _toll(one, teller, category[0], page)
    return _incident(one, teller, page)


def _incident(one: Happened, teller: Teller, page: str) -> text.Board:
    rows = []
    for asked in (teller.asked(each, one.weighed) for each in one.weighed.asked):
        answers = [
            f"{position.answer} ({position.sayings[0].speaker})"
            for position in asked.positions
            if not all(saying.set_aside for saying in position.sayings)
        ][:MOST_ANSWERS]
        rows.append((asked.question, " · ".join([asked.standing, *answers])))
    rows += [
        (codes.words(codes.CATEGORIES, each.category), codes.number(each.range))
        for each in one.weighed.tallies
    ]
    return text.Board(one.incident.title, page, _dateline(one), tuple(rows), _note(one))


def _toll(one: Happened, teller: Teller, category: str, page: str) -> text.Board | None:
    counted = next((each for each in one.weighed.tallies if each.category == category), None)
    if counted is None:
        return None
    shown = tally(counted, teller)
    rows = [(shown.category, shown.number)]
    rows += [(figure.speaker, figure.number) for figure in shown.figures]
    note = [gettext("civilian status disputed")] if shown.status_disputed else []
    return text.Board(
        title=one.incident.title,
        page=f"{page}#toll-{category}" if page else "",
        dateline=_dateline(one),
        rows=tuple(rows),
        note=" · ".join([*note, _note(one)]),
    )


def _dateline(one: Happened) -> str:
    place = one.where.name if one.where else ""
    return " · ".join(filter(None, (place, days(one.weighed.span))))


def _note(one: Happened) -> str:
    found, as_of = one.weighed.origins, one.weighed.as_of
    said = [codes.reports(len(found.reports)), codes.sources(found.low, found.high)]
    if as_of:
        said.append(gettext("as of {time}").format(time=moment_words(as_of, one.zone)))
    return " · ".join(said)


def _happened(names: set[str], column: Column) -> dict[str, Happened]:
    """Return the wholes of the incidents of these ids, where readers may see anything of them."""
    ids = {name: pk for name in names if (pk := uuid(name))}
    whole_of = wholes(ids.values())
    rows = Incident.objects.filter(pk__in=whole_of.values(), column=column).exclude(title="")
    shown = {one.incident.pk: one for one in happened(rows.select_related("column"))}
    found = ((name, shown.get(whole_of[pk])) for name, pk in ids.items())
    return {name: one for name, one in found if one and one.weighed.counted}


def _fronts(names: set[str], column: Column) -> dict[str, text.Board]:
    """Return what the published summary says of these fronts."""
    ids = {name: pk for name in names if (pk := uuid(name))}
    fronts = Front.objects.filter(pk__in=ids.values(), column=column, retired=False).in_bulk()
    summary = Summary.objects.filter(column=column, status=Summary.Status.PUBLISHED).first()
    return {name: _front(fronts[pk], summary) for name, pk in ids.items() if pk in fronts}


def _front(front: Front, summary: Summary | None) -> text.Board:
    clauses = [one for one in summary.clauses if one["front"] == str(front.pk)] if summary else []
    named = {pk for clause in clauses for pk in clause["incidents"]}
    known = {str(one.incident.pk): one for one in _happened(named, front.column).values()}
    rows = tuple(("", one["words"]) for one in standing(clauses, known)[:MOST_CLAUSES])
    if not rows or summary is None:
        return text.Board(front.name, note=gettext("No summary of this front is published."))
    at = moment_words(summary.until, front.column.zone_info)
    signed = gettext("signed by {signed}").format(signed=summary.signed)
    return text.Board(
        front.name, rows=rows, note=f"{signed} · {gettext('as of {time}').format(time=at)}"
    )
