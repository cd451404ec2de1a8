"""What an update may rest on or embed: accepted claims, incidents and fronts of its column."""

from collections.abc import Iterable
from uuid import UUID

from dateline.codebook import CATEGORIES
from dateline.desk.reports.cards import canonical_id
from dateline.ledger.models import Claim, Column, Front, Incident
from dateline.text import board_names, claim_ids, heavy


def claims_of(body: str, column: Column) -> set[str]:
    """Return the claims that a text marks and that are accepted in this column."""
    named = [] if heavy(body) else claim_ids(body)
    accepted = Claim.objects.filter(column=column, status=Claim.Status.ACCEPTED)
    return _known(named, accepted.filter(pk__in=_ids(named)).values_list("pk", flat=True))


def boards_of(body: str, column: Column) -> set[str]:
    """Return what a text embeds, by its name, where the column has it."""
    parts = {name: name.split(":") for name in ([] if heavy(body) else board_names(body))}
    ids = _ids(split[1] for split in parts.values())
    incidents = Incident.objects.filter(pk__in=ids, column=column).exclude(title="")
    fronts = Front.objects.filter(pk__in=ids, column=column, retired=False)
    known = {str(pk) for rows in (incidents, fronts) for pk in rows.values_list("pk", flat=True)}
    return {
        name
        for name, (kind, pk, *category) in parts.items()
        if pk in known and (kind != "toll" or category[0] in CATEGORIES)
    }


def _ids(names: Iterable[str]) -> list[UUID]:
    return [pk for name in names if (pk := canonical_id(name))]


def _known(names: Iterable[str], found: Iterable[UUID]) -> set[str]:
    return {str(pk) for pk in found}.intersection(names)
