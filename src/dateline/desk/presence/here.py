"""Who is at a column's desk, and what they do. No record: it is forgotten within seconds."""

import uuid
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone

from dateline.ledger.models import Column, Person

KEPT_S = 15
"""Seconds after which somebody who was not heard of is gone."""
MOST = 100
"""People that are told of."""
DOINGS = ("writing", "reading", "reviewing", "here")


@dataclass(frozen=True)
class Doing:
    """What somebody does, on which update or report, and since when."""

    what: str = "here"
    on: uuid.UUID | None = None
    since: datetime | None = None


def note_here(person: Person, column: Column, doing: Doing) -> None:
    """Remember for some seconds what somebody does; going on with the same keeps its moment."""
    before = cache.get(_key(column, person.pk))
    same = isinstance(before, Doing) and (before.what, before.on) == (doing.what, doing.on)
    since = before.since if same else timezone.now()
    cache.set(_key(column, person.pk), Doing(doing.what, doing.on, since), KEPT_S)


def others_here(person: Person, column: Column) -> list[tuple[Person, Doing]]:
    """Return the others at a column's desk, by name. Whoever lost their role is not among them."""
    people = {one.pk: one for one in at_the_desk(column).exclude(pk=person.pk)}
    keys = {_key(column, pk): pk for pk in people}
    here = [(people[keys[key]], doing) for key, doing in cache.get_many(keys).items()]
    return sorted(here, key=lambda one: str(one[0]).casefold())[:MOST]


def at_the_desk(column: Column) -> QuerySet[Person]:
    """Return the people who hold a role in a column, or on the whole site."""
    where = Q(roles__column=column) | Q(roles__column=None)
    people: QuerySet[Person] = Person.objects.filter(where, is_active=True, roles__active=True)
    return people.distinct()


def _key(column: Column, person: uuid.UUID) -> str:
    return f"here:{column.pk}:{person}"
