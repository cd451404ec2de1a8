"""Claims as rows: DESIGN's JSON, with what the ledger knows of each beside it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from dateline.codebook.claim_json import from_json
from dateline.weighing.area import Area
from dateline.weighing.public_place import place_area

from ..canonical import rfc3339
from ..grouped import wholes
from ..models import Claim, Column, Grouping, Incident
from ..opened import SAME_COLUMN, opened_claims
from ..readable import readable
from ..showing import Shown, shown
from .audience import Audience
from .people import A_PERSON, Json, is_private, private_names, without_names, without_words
from .told import told_incidents


def chosen(column: Column | None, audience: Audience) -> QuerySet[Claim]:
    """Return the claims that may be exported; some of them turn out to be held."""
    statuses = [Claim.Status.ACCEPTED, *([Claim.Status.WITHDRAWN] if audience.desk else [])]
    rows: QuerySet[Claim] = Claim.objects.filter(status__in=statuses).exclude(column=None)
    return rows.filter(column=column) if column else rows


def rows_of(ids: Sequence[UUID], audience: Audience) -> Iterator[Json]:
    """Yield these claims as rows, without those that this audience may not have."""
    claims = _for_desk(ids) if audience.desk else readable(Q(pk__in=ids), audience.now)
    said = {one.pk: from_json(one.said) for one in claims}
    private = frozenset() if audience.names else private_names(said.values())
    about = _incidents(claims, audience)
    cards = shown({one.report_id for one in claims})
    older = _known_older(claims, audience)
    opened = opened_claims(said)
    for one in sorted(claims, key=lambda claim: claim.pk):
        area = place_area(said[one.pk], opened=one.pk in opened)
        content = _content(one, area, private, audience)
        ledger = _standing(one, audience, older) | _about(about[one.pk])
        yield ledger | content | _kept(one, cards[one.report_id], audience)


def _for_desk(ids: Sequence[UUID]) -> list[Claim]:
    rows = Claim.objects.filter(pk__in=ids).select_related(
        "column", "report__source__merged_into__merged_into", "text__capture"
    )
    return [one for one in rows if not one.redacted and not one.protected]


def _content(claim: Claim, area: Area | None, private: frozenset[str], audience: Audience) -> Json:
    """Return what a claim says, as far as this audience may have it."""
    said: Json = dict(claim.said)
    if not audience.desk:
        said["place"] = _widened(said["place"], area)
    if claim.report.identifies and not audience.desk:
        return without_words(said)
    return said if audience.names else without_names(said, private)


def _widened(place: Json | None, area: Area | None) -> Json | None:
    """Return a place as its area has it; a name, and an entry, only where the area has the name."""
    if place is None or area is None:
        return None
    moved = {"lat": area.lat, "lon": area.lon, "level": area.level, "radius_m": area.radius_m}
    if area.name and area.name == place["name"]:
        return place | moved
    gone = {"words": "", "at": None, "gazetteer": "", "name": area.name}
    return place | moved | gone | {"admin": list(area.within)}


def _standing(claim: Claim, audience: Audience, older: frozenset[UUID]) -> Json:
    until = claim.hold_until if audience.desk else None
    return {
        "id": str(claim.pk),
        "column": claim.column.slug if claim.column else "",
        "report": str(claim.report_id),
        "status": claim.status,
        "language": claim.language or claim.text.capture.language,
        "protected": False,
        "hold_until": rfc3339(until) if until else None,
        "set_aside": claim.set_aside,
        "supersedes": str(claim.supersedes_id) if claim.supersedes_id in older else None,
    }


def _kept(claim: Claim, card: Shown, audience: Audience) -> Json:
    """Return who gave the report and which kept bytes the words stand in."""
    source, capture = claim.report.source, claim.text.capture
    nameless = not audience.names and source is not None and is_private(source)
    return {
        "source": A_PERSON if nameless else card.source,
        "address": "" if nameless else card.address,
        "captured_at": rfc3339(capture.captured_at),
        "sha256": capture.sha256,
    }


def _about(about: Iterable[tuple[Incident, str]]) -> Json:
    found = sorted(about, key=lambda one: (one[1] != "same", one[0].pk))
    return {"incidents": [{"id": str(one.pk), "answer": answer} for one, answer in found]}


def _incidents(
    claims: Iterable[Claim], audience: Audience
) -> defaultdict[UUID, list[tuple[Incident, str]]]:
    """Return, by claim, the whole incidents that it is or may be about, that may be told of."""
    ids = [one.pk for one in claims]
    rows = Grouping.objects.filter(claim__in=ids, answer__in=("same", "may_be"), **SAME_COLUMN)
    answers: list[tuple[UUID, UUID, str]] = list(
        rows.order_by("answer").values_list("claim", "incident", "answer")
    )
    whole_of = wholes(incident for _, incident, _ in answers)
    sure = {whole_of[incident] for _, incident, answer in answers if answer == "same"}
    perhaps = set(whole_of.values()) - sure
    # What one of these claims is about may be told of by that alone.
    known = Incident.objects.exclude(title="").in_bulk(sure)
    known |= {one.incident.pk: one.incident for one in told_incidents(perhaps, audience)}
    # "same" is the last by the alphabet, and holds before whatever was said of a merged one.
    once: dict[tuple[UUID, UUID], str] = {
        (claim, whole_of[incident]): answer for claim, incident, answer in answers
    }
    found: defaultdict[UUID, list[tuple[Incident, str]]] = defaultdict(list)
    for (claim, whole), answer in once.items():
        if whole in known:
            found[claim].append((known[whole], answer))
    return found


def _known_older(claims: Iterable[Claim], audience: Audience) -> frozenset[UUID]:
    """Return the claims that these replace and that this audience may have as well."""
    ids: list[Any] = [one.supersedes_id for one in claims if one.supersedes_id]
    if not ids:
        return frozenset()
    found = _for_desk(ids) if audience.desk else readable(Q(pk__in=ids), audience.now)
    return frozenset(one.pk for one in found)
