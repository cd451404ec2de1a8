"""Which incidents and grouped claims stand before someone: those of columns in which they decide.

Whoever decides about claims also keeps the archive, and so may know what is held from readers.
"""

import uuid
from typing import TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from dateline.desk.access import DeskRequest, column_or_404, require, visible_columns
from dateline.ledger.models import Claim, Column, Incident, Person

Found = TypeVar("Found", bound=Model)
MOST_DIGITS = 9


def deciding_column_or_404(person: Person, slug: str) -> Column:
    """Return a column in which this person decides about claims."""
    column = column_or_404(person, slug)
    require(person, "decide_claim", column)
    return column


def incident_or_404(person: Person, pk: uuid.UUID) -> Incident:
    """Return an incident of a column in which this person decides about claims."""
    rows = Incident.objects.select_related("column", "merged_into", "part_of")
    found: Incident | None = rows.filter(pk=pk, column__in=visible_columns(person)).first()
    if found is None:
        raise Http404
    require(person, "decide_claim", found.column)
    return found


def accepted_or_404(person: Person, pk: uuid.UUID) -> tuple[Claim, Column]:
    """Return a claim that was accepted into a column in which this person decides, with that."""
    rows = Claim.objects.select_related("column", "report__source__merged_into", "text__capture")
    found: Claim | None = rows.filter(pk=pk, column__in=visible_columns(person)).first()
    if found is None or found.column is None:
        raise Http404
    require(person, "decide_claim", found.column)
    return found, found.column


def sent(request: DeskRequest, name: str) -> str:
    """Return a field of a form as it was sent; empty where it was not."""
    return str(request.POST.get(name, ""))


def sent_number(request: DeskRequest, name: str) -> int:
    """Return a number that the page itself put into a form; 0 where somebody changed it."""
    words = sent(request, name)
    fits = len(words) <= MOST_DIGITS and words.isascii() and words.isdecimal()
    return int(words) if fits else 0


def sent_one(request: DeskRequest, name: str, query: "QuerySet[Found]") -> Found | None:
    """Return the record that a field names among these; None where it names none of them."""
    return next(iter(_among(query, [sent(request, name)])), None)


def sent_all(request: DeskRequest, name: str, query: "QuerySet[Found]") -> list[Found]:
    """Return the records that a field names among these."""
    return _among(query, request.POST.getlist(name))


def _among(query: "QuerySet[Found]", words: list[str]) -> list[Found]:
    ids = []
    for one in words[:500]:
        try:
            ids.append(uuid.UUID(one))
        except ValueError:
            continue  # what is no id names nothing
    return list(query.filter(pk__in=ids)) if ids else []
