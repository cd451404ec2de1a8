"""Fronts: the named areas that a column's summary is organised by."""

import math
from dataclasses import dataclass

from ..checks import check_texts, require_words, storable
from ..log import Log, verb
from ..models import Column, Front, Person
from ..permission import require
from ..refusal import Collision, Refused

MOST_FRONTS = 60
MOST_AREAS = 40
MOST_RINGS = 20
MOST_POINTS = 500
"""Of a ring: a hand draws fewer."""

MEANWHILE = "Someone else changed this front while you were drawing. Yours is kept here."

Ring = list[list[float]]


@dataclass(frozen=True, kw_only=True)
class FrontText:
    """What an editor says of a front: its name, and its areas by name or drawn, or both."""

    name: str
    areas: tuple[str, ...] = ()
    rings: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Outlines of (longitude, latitude), each of at least three points."""
    position: int = 0


def add_front(*, by: Person, column: Column, text: FrontText) -> Front:
    """Add a front to a column."""
    with verb("add_front", by=by) as log:
        require(by, "decide_claim", column)
        if column.fronts.filter(retired=False).count() >= MOST_FRONTS:
            raise Refused(f"A column has at most {MOST_FRONTS} fronts. Retire one first.")
        return _apply(Front(column=column), text, log, before=None)


def edit_front(*, by: Person, front: Front, text: FrontText, based_on: int) -> Front:
    """Rename a front, draw it anew or give it another place in the summary.

    Raises Collision where `based_on`, its revision as it was seen, is not the newest.
    """
    with verb("edit_front", by=by) as log:
        front = _get(by, front)
        if front.revision != based_on:
            raise Collision(front.revision, MEANWHILE)
        before = front.content()
        front.revision += 1
        return _apply(front, text, log, before=before)


def retire_front(*, by: Person, front: Front) -> Front:
    """Take a front out of the summary; it can be brought back."""
    return _set_retired(by, front, "retire_front", retired=True)


def bring_back_front(*, by: Person, front: Front) -> Front:
    """Bring a retired front back."""
    return _set_retired(by, front, "bring_back_front", retired=False)


def _set_retired(by: Person, front: Front, name: str, *, retired: bool) -> Front:
    with verb(name, by=by) as log:
        front = _get(by, front)
        if front.retired == retired:
            raise Refused("This front is retired already." if retired else "It is not retired.")
        before = front.content()
        front.retired = retired
        if not retired:
            _require_free_name(front)
        front.save()
        log.write(front, before=before)
    return front


def _get(by: Person, front: Front) -> Front:
    found: Front = Front.objects.select_related("column").get(pk=front.pk)
    require(by, "decide_claim", found.column)
    return found


def _apply(front: Front, text: FrontText, log: Log, before: dict[str, object] | None) -> Front:
    front.name = require_words(text.name, "The front's name")
    front.areas = list(dict.fromkeys(storable(area).strip() for area in text.areas if area.strip()))
    front.rings = [_ring(points) for points in text.rings]
    front.position = text.position
    _require_area(front)
    _require_free_name(front)
    check_texts(front)
    front.save()
    log.write(front, before=before)
    return front


def _ring(points: tuple[tuple[float, float], ...]) -> Ring:
    if not 3 <= len(points) <= MOST_POINTS:
        raise Refused(f"An outline has 3 to {MOST_POINTS} points.")
    for lon, lat in points:
        if not (math.isfinite(lon) and abs(lon) <= 180 and math.isfinite(lat) and abs(lat) <= 90):
            raise Refused("A point of the outline lies nowhere on earth. Draw it again.")
    return [[float(lon), float(lat)] for lon, lat in points]


def _require_area(front: Front) -> None:
    if not front.areas and not front.rings:
        raise Refused("Name an area, or draw one: a front without an area holds nothing.")
    if len(front.areas) > MOST_AREAS or len(front.rings) > MOST_RINGS:
        raise Refused(f"A front has at most {MOST_AREAS} areas and {MOST_RINGS} outlines.")
    if any(len(area) > 120 for area in front.areas):
        raise Refused("The name of an area is too long.")
    if not 0 <= front.position <= 1000:
        raise Refused("The place in the summary is a number from 0 to 1000.")


def _require_free_name(front: Front) -> None:
    same = front.column.fronts.filter(name__iexact=front.name, retired=False)
    if same.exclude(pk=front.pk).exists():
        raise Refused(f"There is a front called “{front.name}” already.")
