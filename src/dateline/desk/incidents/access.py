"""Which incidents and grouped claims stand before someone: those of columns in which they decide.

Whoever decides about claims also keeps the archive, and so may know what is held from readers.
"""

import uuid

from django.http import Http404

from dateline.desk.access import column_or_404, require, visible_columns
from dateline.ledger.models import Claim, Column, Incident, Person


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
