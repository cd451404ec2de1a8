"""The wire: reports as they came, the newest first."""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Q, QuerySet

from dateline.desk.reports.access import REPORTS
from dateline.ledger.models import Person, Report, Seen

from .asked import Asked
from .copies import copies_of, unfolded
from .knowing import Knowing
from .row import COPIES, Row, Telling
from .seeking import with_words

PAGE = 50
RENEWED = 200
"""Rows that a page is given anew at most; more came in than anybody will scroll through."""


@dataclass(frozen=True)
class Wire:
    """A page of the wire."""

    rows: Sequence[Row]
    asked: Asked
    older: uuid.UUID | None
    """The report before which the next page begins."""
    last: uuid.UUID | None
    """The last one that is shown."""
    begins_anew: bool
    """It could not be renewed down to where it was: what follows on the page no longer does."""
    unread: int
    """Reports that this person has not looked at, near-copies among them."""
    newest: str
    """When the newest of all came in, RFC 3339; empty where nothing has."""


def wire_of(person: Person, asked: Mapping[str, str]) -> Wire:
    """Return the page of the wire that an address asks for: `q`, `unread`, `before`, `through`."""
    wanted, knowing = Asked.of(asked), Knowing.of(person)
    reports = _placed(_chosen(person, wanted, knowing), wanted)
    most = RENEWED if wanted.through else PAGE
    found = list(reports[: most + 1])
    shown, more = found[:most], len(found) > most
    last = shown[-1].pk if shown else None
    newest = Report.objects.order_by("-brought_at").values_list("brought_at", flat=True).first()
    return Wire(
        rows=_rows(person, shown, knowing, folds=not wanted.words),
        asked=wanted,
        older=last if more else None,
        last=last,
        begins_anew=bool(wanted.through) and more,
        unread=unread_of(person),
        newest=newest.isoformat() if newest else "",
    )


def unread_of(person: Person) -> int:
    """Return how many reports somebody has not looked at."""
    return Report.objects.count() - Seen.objects.filter(person=person).count()


def _chosen(person: Person, wanted: Asked, knowing: Knowing) -> QuerySet[Report]:
    reports = REPORTS.order_by("-brought_at", "-pk")
    unread_of_them = person if wanted.unread else None
    if wanted.unread:
        seen = Seen.objects.filter(person=person, report=OuterRef("pk"))
        reports = reports.filter(~Exists(seen))
    if wanted.words:
        return with_words(reports, wanted.words, knowing)
    return unfolded(reports, knowing, among_unread_of=unread_of_them)


def _placed(reports: QuerySet[Report], wanted: Asked) -> QuerySet[Report]:
    at = wanted.before or wanted.through
    place = Report.objects.filter(pk=at).first() if at else None
    if place is None:
        return reports
    here = Q(brought_at=place.brought_at)
    if wanted.before:
        return reports.filter(Q(brought_at__lt=place.brought_at) | here & Q(pk__lt=place.pk))
    return reports.filter(Q(brought_at__gt=place.brought_at) | here & Q(pk__gte=place.pk))


def _rows(
    person: Person, reports: Sequence[Report], knowing: Knowing, *, folds: bool
) -> Sequence[Row]:
    copies = copies_of(reports, knowing) if folds else {}
    shown = [pk for one in copies.values() for pk in one[:COPIES]]
    of = {one.pk: one for one in REPORTS.filter(pk__in=shown)}
    telling = Telling.of(person, [*reports, *of.values()], copies, knowing)
    return [telling.row(one, [of[pk] for pk in copies.get(one.pk, ())[:COPIES]]) for one in reports]
