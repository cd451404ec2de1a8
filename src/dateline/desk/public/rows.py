"""A column's incidents and claims as readers see them, beside what is held back and why."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import F, Max

from dateline.codebook.claim_json import from_json
from dateline.desk.incidents import words
from dateline.desk.incidents.weighed import Weighing, weighings
from dateline.desk.reports.words import source_of
from dateline.ledger.grouped import members
from dateline.ledger.models import Claim, Column, Grouping, Incident
from dateline.ledger.opened import opened_claims
from dateline.weighing.incident import Weighed
from dateline.weighing.public_place import exact_area, place_area

from .standing import kept_back

PAGE = 20


@dataclass(frozen=True)
class ClaimRow:
    """A claim: what readers see of it."""

    claim: Claim
    source: str
    kept_back: str
    """Why readers do not see it; empty where they do."""
    place: str
    """As readers see it."""
    widened: str
    """As the desk knows it, where that is finer."""
    private: bool
    """Its report identifies somebody: readers see neither the words nor the names."""


@dataclass(frozen=True)
class IncidentRow:
    """An incident: what readers see of it."""

    incident: Incident
    shown: bool
    """Readers see its page with its title; else one that says nothing of it."""
    place: str
    widened: str
    counts: str
    answers: Sequence[str]
    claims: Sequence[ClaimRow]


def incidents_of(column: Column, number: str) -> Page[Incident]:
    """Return one page of a column's incidents, those with the newest reports first."""
    rows = Incident.objects.filter(column=column, merged_into=None).select_related("column")
    newest = Max("groupings__claim__text__capture__captured_at")
    rows = rows.annotate(newest=newest).order_by(F("newest").desc(nulls_last=True), "pk")
    return Paginator(rows, PAGE).get_page(number)


def incident_rows(page: Page[Incident]) -> list[IncidentRow]:
    """Return the incidents of a page, each with its claims."""
    whole_of = members([one.pk for one in page])
    groupings = Grouping.objects.filter(incident__in=list(whole_of), answer__in=("same", "may_be"))
    claims: dict[UUID, dict[UUID, Claim]] = {}
    for row in groupings.select_related("claim__report__source__merged_into", "claim__text"):
        claims.setdefault(whole_of[row.incident_id], {})[row.claim_id] = row.claim
    opened = opened_claims(pk for each in claims.values() for pk in each)
    return [
        _incident(one, claims.get(one.incident.pk, {}).values(), opened) for one in weighings(page)
    ]


def _incident(weighing: Weighing, claims: Iterable[Claim], opened: Collection[UUID]) -> IncidentRow:
    incident, seen, known = weighing.incident, weighing.seen, weighing.weighed.area
    place = words.place(weighing.area) if weighing.area else "no place"
    exact = words.place(known) if known else "no place"
    return IncidentRow(
        incident=incident,
        shown=bool(incident.title) and any(not one.may_be for one in weighing.public),
        place=place,
        widened=exact if exact != place else "",
        counts=words.sources(seen.origins),
        answers=_answers(seen),
        claims=[claim_row(one, opened=one.pk in opened) for one in claims],
    )


def _answers(seen: Weighed) -> list[str]:
    asked = [f"{words.QUESTIONS[one.question]} {words.standing(one, seen)}" for one in seen.asked]
    tolls = [f"{words.number(one.range)} {words.code(one.category)}" for one in seen.tallies]
    return [*asked, *tolls]


def claims_of(column: Column, number: str) -> Page[Claim]:
    """Return one page of a column's claims, the newest first, those taken out too."""
    rows = Claim.objects.filter(column=column)
    rows = rows.select_related("report__source__merged_into", "text__capture")
    newest = rows.order_by("-text__capture__captured_at", "start", "pk")
    return Paginator(newest, PAGE).get_page(number)


def claim_row(claim: Claim, *, opened: bool) -> ClaimRow:
    """Return what readers see of a claim; `opened`: its place is (`opened_claims`)."""
    place, exact = _places(claim, opened=opened)
    return ClaimRow(
        claim=claim,
        source=source_of(claim.report) or claim.report.source_address or "source not said",
        kept_back=kept_back(claim),
        place=place,
        widened=exact if exact != place else "",
        private=claim.report.identifies,
    )


def _places(claim: Claim, *, opened: bool) -> tuple[str, str]:
    if claim.redacted:
        return "no place", "no place"
    said = from_json(claim.said)
    seen, exact = place_area(said, opened=opened), exact_area(said)
    return (
        words.place(seen) if seen else "no place",
        words.place(exact) if exact else "no place",
    )
