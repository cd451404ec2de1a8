"""Who speaks in claims and who acts: the sources and parties that the desk knows by these names."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from dateline.codebook import Actor
from dateline.codebook import Claim as Said
from dateline.weighing.testimony import Voice

from .keys import folded, name_digest, names_in
from .models import Party, Report, Source, SourceKey

Chain = tuple[Source, ...]
"""A source and, in turn, each that it was merged into."""


@dataclass(frozen=True)
class Parties:
    """The parties that the desk knows, by every name that only one of them has."""

    named: Mapping[str, str]
    """Folded name → id of the whole party."""
    wholes: Mapping[UUID, UUID]

    def of(self, actor: Actor | None) -> str:
        """Return the id of the party that an actor is; "" where the desk knows none."""
        names = (actor.name or "", actor.words) if actor else ()
        return next((self.named[folded(name)] for name in names if folded(name) in self.named), "")


@dataclass(frozen=True)
class Voices:
    """The sources that speak in some claims and give the reports that these stand in."""

    chains: Mapping[UUID, Chain]
    named: Mapping[str, UUID]
    """Digest of a name → the source that alone has it."""
    parties: Parties

    def is_held(self, source: UUID | None) -> bool:
        """Tell whether a source is confidential, or the same as one that is."""
        return source is not None and any(one.confidential for one in self.chains[source])

    def speaker(self, name: str, *, public: bool) -> Voice:
        """Return who is meant by a name; whom readers must not learn of stays a mere name."""
        source = self.named.get(name_digest(name))
        if source and not (public and self.is_held(source)):
            return self._voice(source)
        return Voice(f"name:{folded(name)}", name, party=self.parties.named.get(folded(name), ""))

    def giver(self, report: Report) -> Voice:
        """Return who gave a report; one without a source speaks for itself."""
        if report.source_id:
            return self._voice(report.source_id)
        return Voice(f"report:{report.pk}", report.source_address)

    def _voice(self, source: UUID) -> Voice:
        whole = self.chains[source][-1]
        party = str(self.parties.wholes[whole.party_id]) if whole.party_id else ""
        return Voice(str(whole.pk), whole.name, whole.kind, party)


def known_parties() -> Parties:
    """Return the parties that the desk knows: they are few, and read at once."""
    rows = list(Party.objects.values_list("pk", "name", "aliases", "merged_into"))
    into = {pk: merged for pk, _, _, merged in rows}
    wholes = {pk: _end(pk, into) for pk in into}
    bearers: dict[str, set[UUID]] = defaultdict(set)
    for pk, name, aliases, _ in rows:
        for one in (name, *aliases.splitlines()):
            bearers[folded(one)].add(wholes[pk])
    named = {name: str(min(ids)) for name, ids in bearers.items() if name and len(ids) == 1}
    return Parties(named, wholes)


def voices_in(said: Iterable[Said], givers: Iterable[UUID | None]) -> Voices:
    """Return who speaks in claims, and who gave their reports; the cost is that of their names."""
    digests = {name_digest(name) for one in said for name in names_in(one)}
    rows = list(SourceKey.objects.filter(key__in=digests).values_list("key", "source"))
    chains = _chains({pk for pk in givers if pk} | {source for _, source in rows})
    bearers: dict[str, set[UUID]] = defaultdict(set)
    for key, source in rows:
        bearers[key].add(chains[source][-1].pk)
    first = dict(reversed(rows))
    named = {key: first[key] for key, wholes in bearers.items() if len(wholes) == 1}
    return Voices(chains, named, known_parties())


def _chains(ids: set[UUID]) -> dict[UUID, Chain]:
    loaded: dict[UUID, Source] = {}
    wanted = ids
    while wanted:  # one query a step, and merges are seldom merged again
        loaded |= Source.objects.in_bulk(wanted)
        into = {one.merged_into_id for one in loaded.values() if one.merged_into_id}
        wanted = into - set(loaded)
    return {pk: tuple(_chain(loaded[pk], loaded)) for pk in ids}


def _chain(source: Source, loaded: Mapping[UUID, Source]) -> list[Source]:
    found = [source]
    while found[-1].merged_into_id:
        found.append(loaded[found[-1].merged_into_id])
    return found


def _end(pk: UUID, into: Mapping[UUID, UUID | None]) -> UUID:
    while further := into[pk]:
        pk = further
    return pk
