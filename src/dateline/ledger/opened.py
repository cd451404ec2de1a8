"""Which claims' places readers may see as finely as the claims tell them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import F

from dateline.codebook.claim_json import from_json
from dateline.weighing.public_place import is_sensitive

from .grouped import members, wholes
from .models import Claim, Grouping, Incident

SAME_COLUMN = {"incident__column": F("claim__column")}
"""A claim that was accepted into another column left its incident behind."""


def opened_claims(ids: Iterable[UUID]) -> set[UUID]:
    """Return those of these claims of whose incident an editor opened the place.

    Not those of an incident that any claim, a held one too, tells to be about people whom a fine
    place would endanger: what a claim beside it says of the building is about them as well.
    """
    rows = Grouping.objects.filter(claim__in=list(ids), answer="same", **SAME_COLUMN)
    about: dict[UUID, UUID] = dict(rows.values_list("claim", "incident"))
    whole_of = wholes(about.values())
    opened = opened_incidents(whole_of.values())
    return {claim for claim, incident in about.items() if whole_of[incident] in opened}


def opened_incidents(ids: Iterable[UUID]) -> set[UUID]:
    """Return those of these whole incidents whose place is opened and endangers nobody by it."""
    rows = Incident.objects.filter(pk__in=set(ids), place_opened=True)
    opened: set[UUID] = set(rows.values_list("pk", flat=True))
    return opened - _endangering(opened)


def _endangering(ids: Iterable[UUID]) -> set[UUID]:
    whole_of = members(ids)
    rows = Grouping.objects.filter(
        incident__in=list(whole_of), answer__in=("same", "may_be"), **SAME_COLUMN
    )
    said = rows.filter(claim__status=Claim.Status.ACCEPTED).values_list("incident", "claim__said")
    return {whole_of[pk] for pk, content in said if content and is_sensitive(from_json(content))}
