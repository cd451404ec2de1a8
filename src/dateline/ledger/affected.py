"""Which incidents readers must see anew after an entry of the log, or as time goes by."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db.models import Q

from .citing import same_as
from .grouped import wholes
from .keys import name_digest
from .models import Claim, Entry, Grouping, GroupingKey, Incident, Party, Report, Source

ABOUT = Q(answer__in=(Grouping.Answer.SAME, Grouping.Answer.MAY_BE))
Sides = list[dict[str, Any]]
"""A record's content before and after, as far as there was one."""


def affected_incidents(entry: Entry) -> set[UUID]:
    """Return the incidents whose pages an entry may change: whole ones, and those that hold them.

    For an entry about an incident also its own id, whose address may lead elsewhere by now.
    """
    kind, _, pk = entry.object.partition(":")
    if kind not in FINDERS:
        return set()
    body = entry.content.body
    sides = [side for side in (body["before"], body["after"]) if side]
    own = {UUID(pk)} if kind == "incident" else set()
    return own | _with_larger(FINDERS[kind](UUID(pk), sides))


def _of_claims(which: Q) -> set[UUID]:
    return set(Grouping.objects.filter(ABOUT, which).values_list("incident", flat=True))


def _with_larger(ids: Iterable[UUID]) -> set[UUID]:
    """Return the wholes of incidents, and the larger ones that they are part of."""
    found: set[UUID] = set()
    step = set(wholes(ids).values())
    while step:
        found |= step
        rows = Incident.objects.filter(pk__in=step).exclude(part_of=None)
        step = set(wholes(rows.values_list("part_of", flat=True)).values()) - found
    return found


def _named(*fields: str) -> Callable[[UUID, Sides], set[UUID]]:
    """Return what finds incidents by ids in a record's own fields."""
    return lambda _, sides: set(_ids(sides, *fields))


def _ids(sides: Sides, *fields: str) -> Iterator[UUID]:
    for side in sides:
        yield from (UUID(side[field]) for field in fields if side.get(field))


def _incident(pk: UUID, sides: Sides) -> set[UUID]:
    parts = Incident.objects.filter(part_of=pk).values_list("pk", flat=True)
    return {pk, *parts, *_ids(sides, "merged_into_id", "part_of_id")}


def _claim(pk: UUID, sides: Sides) -> set[UUID]:
    # By ids: an OR over the claims' own fields would read every grouping, at each press of a key.
    newer = Claim.objects.filter(supersedes=pk).values_list("pk", flat=True)
    return _of_claims(Q(claim__in=[pk, *_ids(sides, "supersedes_id"), *newer]))


def _report(pk: UUID, _: Sides) -> set[UUID]:
    return _of_claims(Q(claim__report=pk))


def _of_report(*fields: str) -> Callable[[UUID, Sides], set[UUID]]:
    """Return what finds incidents that rest on reports that a record names."""
    return lambda _, sides: _of_claims(Q(claim__report__in=list(_ids(sides, *fields))))


def _source(pk: UUID, sides: Sides) -> set[UUID]:
    merged = {pk, *_ids(sides, "merged_into_id")}
    sources = Source.objects.filter(pk__in={one for each in merged for one in _same(each)})
    return _of_sources(sources) | _of_names(_words(sides, "name", "address"))


def _same(source: UUID) -> list[UUID]:
    return same_as(Source(pk=source))


def _of_sources(sources: Iterable[Source]) -> set[UUID]:
    known = list(sources)
    reports = Report.objects.filter(source__in=known)
    names = [name for one in known for name in (one.name, one.address)]
    return _of_claims(Q(claim__report__in=reports)) | _of_names(names)


def _party(pk: UUID, sides: Sides) -> set[UUID]:
    merged = {pk, *_ids(sides, "merged_into_id")}
    same = Party.objects.filter(Q(pk__in=merged) | Q(merged_into__in=merged))
    names = [name for one in same for name in (one.name, *one.aliases.splitlines())]
    names += [name for words in _words(sides, "name", "aliases") for name in words.splitlines()]
    return _of_names(names) | _of_sources(Source.objects.filter(party__in=same))


def _words(sides: Sides, *fields: str) -> list[str]:
    return [side[field] for side in sides for field in fields]


def _of_names(names: Iterable[str]) -> set[UUID]:
    keys = [name_digest(name) for name in names if name.strip()]
    using = GroupingKey.objects.filter(key__in=keys).values("claim")
    return _of_claims(Q(claim__in=using))


FINDERS: Mapping[str, Callable[[UUID, Sides], set[UUID]]] = MappingProxyType(
    {
        "incident": _incident,
        **dict.fromkeys(("grouping", "relationruling", "assessment"), _named("incident_id")),
        "apart": _named("one_id", "other_id"),
        "claim": _claim,
        "report": _report,
        **dict.fromkeys(("capture", "check"), _of_report("report_id")),
        "derivation": _of_report("report_id", "on_id"),
        "source": _source,
        "party": _party,
    }
)
"""Kind of record → what finds the incidents that rest on it. Other kinds touch none."""
