"""Which clauses of a summary readers may still read: what it rests on is open, and so its names."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from dateline.ledger.grouped import wholes
from dateline.ledger.models import Assessment
from dateline.ledger.readable import readable
from dateline.live.incidents.happened import Happened
from dateline.weighing.summary import assessment_basis

from .unsaid import unsaid


def standing(
    clauses: Sequence[Mapping[str, Any]], known: Mapping[str, Happened]
) -> list[dict[str, Any]]:
    """Return the clauses of which readers may see all that they rest on: the words tell of it.

    `known` are whole incidents by id; one that was merged since stands for the whole that it is in
    now. A clause that says a name which readers may not learn (any more) is withheld, and so is the
    desk's sentence once it is withdrawn or another one stands in its place.
    """
    whole_of = wholes(UUID(pk) for clause in clauses for pk in clause["incidents"])
    claims = [pk for clause in clauses for pk in clause["claims"]]
    seen = {str(one.pk) for one in readable(Q(pk__in=claims))} if claims else set()
    judged = _judged(whole_of.keys() | whole_of.values())
    open_ = [
        {**one, "incidents": [str(whole_of[UUID(pk)]) for pk in one["incidents"]]}
        for one in clauses
        if seen.issuperset(one["claims"]) and _stands(one, judged, whole_of)
    ]
    shown = [one for one in open_ if known.keys() >= {*one["incidents"]}]
    hidden = unsaid(shown, known)
    return [one for one, names in zip(shown, hidden, strict=True) if not names]


def _judged(incidents: Iterable[UUID]) -> dict[UUID, str]:
    """Return the desk's standing sentences."""
    rows = Assessment.objects.filter(incident__in=set(incidents), status="standing")
    return dict(rows.values_list("incident", "sentence"))


def _stands(
    clause: Mapping[str, Any], judged: Mapping[UUID, str], whole_of: Mapping[UUID, UUID]
) -> bool:
    """Whether a drafted sentence of the desk is still one; an editor's own clause has no basis."""
    if clause["sort"] != "assessment" or not clause["basis"]:
        return True
    ids = {UUID(pk) for pk in clause["incidents"]}
    said = (judged.get(pk) for pk in ids | {whole_of[pk] for pk in ids})
    return clause["basis"] in {assessment_basis(clause["front"], one) for one in said if one}
