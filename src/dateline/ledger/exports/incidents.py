"""Incidents as rows: what their claims come to, every number with the claims behind it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import cast
from uuid import UUID

from django.db.models import QuerySet

from dateline.weighing.area import Area
from dateline.weighing.blame import Blame
from dateline.weighing.incident import Weighed, weigh
from dateline.weighing.public_place import shown_area
from dateline.weighing.ranges import Range
from dateline.weighing.relations import Relation
from dateline.weighing.span import Span
from dateline.weighing.testimony import Testimony
from dateline.weighing.tolls import Tally

from ..canonical import rfc3339
from ..containing import containing
from ..keys import folded
from ..models import Column, Incident
from ..weighed import derivations, relation_rulings
from .audience import Audience
from .people import A_PERSON, Json, private_names
from .told import Told, told_incidents


def chosen(column: Column | None, _: Audience) -> QuerySet[Incident]:
    """Return the incidents that may be exported; some turn out to rest on what is held."""
    rows: QuerySet[Incident] = Incident.objects.filter(merged_into=None)
    return rows.filter(column=column) if column else rows


def rows_of(ids: Sequence[UUID], audience: Audience) -> Iterator[Json]:
    """Yield these whole incidents as rows, without those that this audience may not have."""
    told = told_incidents(ids, audience)
    said = (one.claim for each in told for one in each.testimonies)
    private = frozenset() if audience.names else private_names(said)
    larger = _larger(told, audience)
    for each in told:
        rulings = cast("dict[str, Relation]", relation_rulings(each.incident))
        weighed = weigh(each.testimonies, derivations(each.testimonies), rulings)
        yield {
            "id": str(each.incident.pk),
            "column": each.incident.column.slug,
            "title": each.incident.title,
            "part_of": larger.get(each.incident.pk),
            "when": _when(weighed.span),
            "place": _place(each, weighed, audience),
            **_events(each.testimonies),
            **_parties(each, weighed, private, audience),
            "tolls": [_toll(one) for one in weighed.tallies],
            "sources": {"low": weighed.origins.low, "high": weighed.origins.high},
            "reports": len(weighed.origins.reports),
            "claims": list(weighed.counted),
            "set_aside": list(weighed.set_aside),
            "may_be": list(weighed.may_be),
            "as_of": rfc3339(weighed.as_of) if weighed.as_of else None,
        }


def _larger(told: Iterable[Told], audience: Audience) -> dict[UUID, str]:
    """Return, by incident, the nearest larger one that contains it and may be told of."""
    above = containing(one.incident.pk for one in told)
    larger = (pk for each in above.values() for pk in each)
    known = {one.incident.pk for one in told_incidents(larger, audience)}
    found = {part: [pk for pk in each if pk in known] for part, each in above.items()}
    return {part: str(each[0]) for part, each in found.items() if each}


def _when(span: Span | None) -> Json | None:
    if span is None:
        return None
    return {
        "edtf": edtf(span.start, span.end),
        "start": span.start.isoformat() if span.start else None,
        "end": span.end.isoformat() if span.end else None,
        "disputed": span.disputed,
    }


def edtf(start: date | None, end: date | None) -> str:
    """Return days as EDTF (ISO 8601-2): "2015-10-20", "2015-10-19/2015-10-20", "../2015-10-20"."""
    if start == end:
        return start.isoformat() if start else ""
    return f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"


def _place(each: Told, weighed: Weighed, audience: Audience) -> Json | None:
    said = [one.claim for one in each.testimonies]
    found: Area | None = weighed.area
    if not audience.desk:
        found = shown_area(found, each.testimonies, opened=each.opened)
    if found is None:
        return None
    countries = Counter(one.place.country for one in said if one.place and one.place.country)
    return {
        "name": found.name,
        "lat": found.lat,
        "lon": found.lon,
        "level": found.level,
        "radius_m": found.radius_m,
        "admin": list(found.within),
        "country": _likeliest(countries)[0] if countries else "",
        "disputed": found.disputed,
    }


def _events(testimonies: Iterable[Testimony]) -> Json:
    """Return the codes of what happened and of what was hit, those that most claims say first."""
    said = [one.claim for one in testimonies if one.counts]
    targets = Counter(one.target.kind for one in said if one.target)
    events = Counter(one.event for one in said)
    return {"events": _likeliest(events), "targets": _likeliest(targets)}


def _likeliest(counted: Counter[str]) -> list[str]:
    return sorted(counted, key=lambda one: (one == "other", -counted[one], one))


def _parties(each: Told, weighed: Weighed, private: frozenset[str], audience: Audience) -> Json:
    identifying = () if audience.desk else each.identifying
    unnamed = {
        folded(name)
        for one in each.testimonies
        if one.report in identifying and one.claim.actor
        for name in (one.claim.actor.name or "", one.claim.actor.words)
    }
    blames = [_blame(one, private | unnamed) for one in weighed.blames]
    return {"who": weighed.who, "parties": blames}


def _blame(one: Blame, unnamed: frozenset[str]) -> Json:
    hidden = not one.party and folded(one.name) in unnamed
    return {"id": one.party, "name": A_PERSON if hidden else one.name, "status": one.status}


def _toll(one: Tally) -> Json:
    return {
        "category": one.category,
        **_range(one.range),
        "groups": [{"group": each.group, **_range(each.range)} for each in one.groups],
        "status_disputed": one.status_disputed,
        "claims": list(dict.fromkeys(pk for figure in one.figures for pk in figure.claims)),
    }


def _range(found: Range | None) -> Json:
    """Return the bounds; without any nobody gives a figure: `known` tells that from "unbounded"."""
    if found is None:
        return {"known": False, "low": None, "high": None, "approximate": False}
    return {
        "known": True,
        "low": found.low,
        "high": found.high,
        "approximate": found.approximate,
    }
