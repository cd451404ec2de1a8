"""Near-copies: reports that say or show the same, folded under the one that came first."""

import uuid
from collections.abc import Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from dateline.ledger.models import Derivation, Person, Report, Seen

from .knowing import Knowing

SURE = 70
"""Per cent of likeness from which a proposal folds before anybody confirmed it."""
MOST = 2_000
"""Near-copies that are looked for, for one page; the wire's search finds the others."""

Why, Status = Derivation.Why, Derivation.Status
# What links to a report or cites it says something of its own, whoever confirmed that it does.
_ALIKE = Q(why__in=(Why.ADDRESS, Why.MEDIA, Why.TEXT))
_STANDS = Q(status=Status.CONFIRMED) | Q(status=Status.PROPOSED, score__gte=SURE)

Moment = tuple[datetime, uuid.UUID]


def unfolded(
    reports: QuerySet[Report], knowing: Knowing, *, among_unread_of: Person | None = None
) -> QuerySet[Report]:
    """Return the reports that are no near-copy of one that came before them.

    A report that this person may not know folds into nothing and nothing into it, for that alone
    would tell what is in it. With `among_unread_of`, only what they have not read folds anything: a
    copy that comes after all else was read stands by itself.
    """
    folded = Exists(_earlier("report", "on", knowing, among_unread_of)) | Exists(
        _earlier("on", "report", knowing, among_unread_of)
    )
    return reports.filter(~knowing.open() | ~Q(folded))


def _earlier(
    here: str, there: str, knowing: Knowing, unread_of: Person | None
) -> QuerySet[Derivation]:
    at, pk = OuterRef("brought_at"), OuterRef("pk")
    before = Q(**{f"{there}__brought_at__lt": at})
    before |= Q(**{f"{there}__brought_at": at, f"{there}__pk__lt": pk})
    alike = _alike().filter(before, knowing.open(f"{there}__"), **{here: pk})
    if unread_of is None:
        return alike
    seen = Seen.objects.filter(person=unread_of, report=OuterRef(there))
    return alike.filter(~Exists(seen))


def _alike() -> QuerySet[Derivation]:
    return Derivation.objects.filter(_ALIKE, _STANDS)


def copies_of(reports: Sequence[Report], knowing: Knowing) -> dict[uuid.UUID, list[uuid.UUID]]:
    """Return the near-copies that are folded under each of these reports, in the order found."""
    head = {one.pk: one.pk for one in reports}
    new = set(head)
    while new and len(head) < MOST:
        found = _later(new, knowing)
        fresh = {copy: head[of] for copy, of in found if copy not in head}
        head |= fresh
        new = set(fresh)
    folded: dict[uuid.UUID, list[uuid.UUID]] = {one.pk: [] for one in reports}
    for copy, of in head.items():
        if copy != of:
            folded[of].append(copy)
    return folded


def _later(of: set[uuid.UUID], knowing: Knowing) -> list[tuple[uuid.UUID, uuid.UUID]]:
    """Return pairs: what came later, and the one of these that it is a near-copy of."""
    both = knowing.open("report__") & knowing.open("on__")
    rows = _alike().filter(both, Q(report__in=of) | Q(on__in=of))
    ends = rows.values_list("report__brought_at", "report", "on__brought_at", "on")
    pairs = [sorted([(a, b), (c, d)]) for a, b, c, d in ends[: 2 * MOST]]
    return [(later[1], first[1]) for first, later in pairs if first[1] in of]
