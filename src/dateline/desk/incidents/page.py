"""An incident's page for editors: what it comes to, its claims, and all that can be done."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import render

from dateline.codebook.claim_json import from_json
from dateline.desk.access import DeskRequest
from dateline.desk.claims.words import Fact, facts_of
from dateline.desk.public.standing import kept_back_of
from dateline.desk.reports.words import source_of
from dateline.ledger.grouped import ids_of
from dateline.ledger.models import Apart, Claim, Grouping, Incident, RelationRuling
from dateline.ledger.weighed import checks_of, standing_assessment

from . import shown, words
from .changes import changes
from .listing import titled
from .weighed import weighings

MOST_CLAIMS = 500
MOST_FOUND = 20
EARLIER = 5
"""Sentences that were replaced or withdrawn, on the page."""


@dataclass(frozen=True)
class Row:
    """A claim that was ever answered about an incident, as it stands now."""

    claim: Claim
    answer: str
    based_on: int
    source: str
    facts: list[Fact]
    kept_back: str

    @property
    def in_words(self) -> str:
        """Return the answer in words."""
        return Grouping.Answer(self.answer).label if self.answer else "no answer"


def incident_page(
    request: DeskRequest, incident: Incident, *, notice: str = "", status: int = 200
) -> HttpResponse:
    """Show an incident as it stands now, with whatever was typed and not done."""
    whole: Incident = incident.whole
    context = {
        "incident": incident,
        "whole": whole,
        "column": incident.column,
        "notice": notice,
        "typed": request.POST if notice else {},
    }
    if not incident.merged_into_id:
        context |= _weighed(whole) | _related(request, whole)
    return render(request, "desk/incidents/show.html", context, status=status)


def _weighed(incident: Incident) -> dict[str, Any]:
    (weighing,) = weighings([incident])
    rows = rows_of(incident)
    held = {str(row.claim.pk): row.kept_back for row in rows if row.kept_back}
    reports = {row.claim.report_id for row in rows if row.answer in ("same", "may_be")}
    weighed = weighing.weighed
    return {
        "rows": rows,
        "about": sum(row.answer == "same" for row in rows),
        "questions": shown.questions(weighing, held),
        "tolls": shown.tolls(weighing),
        "voices": shown.voices(weighing),
        "relations": RelationRuling.Relation.choices,
        "sources": words.sources(weighed.origins),
        "days": words.days(weighed.span),
        "place": words.place(weighed.area),
        "shown_place": words.place(weighing.area) if weighing.area else "no place",
        "seen": len(weighing.public),
        "told": len(weighing.told),
        "checks": [one for each in checks_of(reports).values() for one in each],
        "changes": changes(incident),
    }


def rows_of(incident: Incident) -> list[Row]:
    """Return the claims of a whole incident, those that are about it first."""
    answers: dict[Any, list[Grouping]] = {}
    rows = Grouping.objects.filter(incident__in=ids_of(incident)).select_related(
        "claim__report__source__merged_into"
    )
    for row in rows.order_by("claim__report__brought_at", "claim__start")[:MOST_CLAIMS]:
        answers.setdefault(row.claim_id, []).append(row)
    held = kept_back_of(each[0].claim for each in answers.values())
    found = [_row(each, held) for each in answers.values()]
    order = ("same", "may_be", "not_same", "")
    return sorted(found, key=lambda row: order.index(row.answer))


def _row(answers: list[Grouping], held: dict[str, str]) -> Row:
    claim = answers[0].claim
    given = {one.answer for one in answers}
    return Row(
        claim=claim,
        answer=next((one for one in ("same", "may_be", "not_same") if one in given), ""),
        based_on=sum(one.revision for one in answers),
        source=source_of(claim.report) or claim.report.source_address or "source not said",
        facts=[] if claim.redacted else facts_of(from_json(claim.said)),
        kept_back=held.get(str(claim.pk), ""),
    )


def _related(request: DeskRequest, incident: Incident) -> dict[str, Any]:
    ids = ids_of(incident)
    asked = request.POST.get("q") or request.GET.get("q", "")
    past = incident.assessments.exclude(status="standing").order_by("-at")
    return {
        "assessment": standing_assessment(incident),
        "earlier": past[:EARLIER],
        "merged": Incident.objects.filter(merged_into__in=ids),
        "parts": Incident.objects.filter(part_of__in=ids, merged_into=None),
        "aparts": _aparts(ids),
        "q": asked,
        "found": _others(incident, asked),
    }


def _aparts(ids: list[Any]) -> list[dict[str, Any]]:
    rows = Apart.objects.filter(Q(one__in=ids) | Q(other__in=ids), standing=True)
    return [
        {"apart": one, "other": one.other if one.one_id in ids else one.one}
        for one in rows.select_related("one", "other")
    ]


def _others(incident: Incident, asked: str) -> list[Incident]:
    rows = titled(incident.column, asked).exclude(pk=incident.pk).exclude(title="")
    return list(rows.order_by("title", "pk")[:MOST_FOUND]) if asked.strip() else []
