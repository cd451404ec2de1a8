"""Original sources: speakers counted once each, after repeats and derivatives are folded."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.weighing.accounts import Account, Leads, Rests, accounts_of, first_accounts, rests
from dateline.weighing.estimates import echoes
from dateline.weighing.relations import RELAYING
from dateline.weighing.roots import roots
from dateline.weighing.testimony import Derivation, Testimony, Voice

Original = Literal["yes", "perhaps", "no"]


@dataclass(frozen=True)
class Node:
    """One voice of the graph, with what it says and passes on."""

    voice: Voice
    original: Original
    """Whether it is an original source; "perhaps" where a derivation is not confirmed."""
    claims: tuple[str, ...]
    """Ids of the claims that it is the first to say."""
    reports: tuple[str, ...]
    """Ids of the reports in whose claims it speaks or passes on."""


@dataclass(frozen=True)
class Edge:
    """A voice rests on another, in one report."""

    by: str
    """Id of the voice that rests."""
    on: str
    """Id of the voice rested on; `report:` and its id for a report that has no claim here."""
    how: Literal["relays", "derives", "cites", "echoes"]
    """It passes on words; its report derives from another; its report cites it beside its own; it
    is quoted beside it with the same estimate."""
    report: str
    sure: bool


@dataclass(frozen=True)
class Origins:
    """How many original sources, and who rests on whom. `low` and `high` differ where unknown."""

    low: int
    high: int
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    reports: tuple[str, ...]
    passed_on: frozenset[str]
    """Ids of claims that surely only pass on what another voice here says."""


def origins(testimonies: Iterable[Testimony], derivations: Iterable[Derivation]) -> Origins:
    """Return the original sources of testimonies: of a whole incident, or to one question.

    A node is the first voice of a report; nodes of one voice are folded. What a report that
    derives from another says in its own voice rests on that other's speakers; whoever is quoted
    stands for himself, so that a roundup joins nobody. The account that a voice gave first decides
    whether it is original: its later repeats and copies neither add an origin nor take one away.
    What is not confirmed gives a range; so does an outlet's own word beside those whom it quotes,
    and one estimate out of two mouths in one report.
    """
    told = sorted((one for one in testimonies if one.counts), key=lambda one: one.id)
    accounts, known = accounts_of(told), tuple(derivations)
    sure = rests(accounts, (one for one in known if one.sure))
    perhaps = sure if all(one.sure for one in known) else rests(accounts, known)
    beside = {*_cited(told, accounts), *_echoed(told)}
    edges = {*_relayed(told), *_derived(accounts, sure, perhaps), *beside}
    most = roots(_graph(accounts, sure))
    least = roots(_graph(accounts, perhaps, beside))
    return Origins(
        low=len(least),
        high=len(most),
        nodes=tuple(_nodes(told, most, least)),
        edges=tuple(sorted(edges, key=lambda one: (one.by, one.on, one.how, one.report))),
        reports=tuple(sorted({one.report for one in told})),
        passed_on=frozenset(_passed_on(accounts, sure, most)),
    )


class Tracing:
    """Finds the origins of parts of an incident: each question's, each position's, each once."""

    def __init__(self, derivations: Iterable[Derivation]) -> None:
        self._leads = Leads(derivations)
        self._found: dict[frozenset[str], Origins] = {}

    def origins(self, testimonies: Iterable[Testimony]) -> Origins:
        """Return the original sources of these testimonies."""
        told = [one for one in testimonies if one.counts]
        key = frozenset(one.id for one in told)
        if key not in self._found:
            self._found[key] = origins(told, self._leads.of(told))
        return self._found[key]


def _graph(
    accounts: Sequence[Account], resting: Rests, beside: Iterable[Edge] = ()
) -> dict[str, set[str]]:
    """Return for each voice whom it rests on; absent reports are one with those who carry them."""
    graph: dict[str, set[str]] = {one.voice.id: set() for one in accounts}
    firsts = first_accounts(accounts)
    for one in firsts:
        graph[one.voice.id] |= resting.voices_of(one)
        for report in resting.absent_of(one):
            graph.setdefault(f"report:{report}", set()).add(one.voice.id)
            graph[one.voice.id].add(f"report:{report}")
    first = {(one.voice.id, one.report) for one in firsts}
    for edge in beside:
        if (edge.by, edge.report) in first:
            graph[edge.by].add(edge.on)
    return graph


def _relayed(told: Iterable[Testimony]) -> Iterator[Edge]:
    for one in told:
        for on, by in zip(one.voices, one.voices[1:], strict=False):
            if by.id != on.id:
                yield Edge(by.id, on.id, "relays", one.report, True)


def _derived(accounts: Iterable[Account], sure: Rests, perhaps: Rests) -> Iterator[Edge]:
    for one in accounts:
        certain = sure.voices_of(one) | {f"report:{report}" for report in sure.absent_of(one)}
        possible = perhaps.voices_of(one) | {
            f"report:{report}" for report in perhaps.absent_of(one)
        }
        for on in certain | possible:
            yield Edge(one.voice.id, on, "derives", one.report, on in certain)


def _cited(told: Iterable[Testimony], accounts: Iterable[Account]) -> Iterator[Edge]:
    """Say whom an outlet quotes beside its own word, on which that word may rest."""
    quoted: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in told:
        for by in one.voices[1:]:
            quoted[by.id, one.report].add(one.voices[0].id)
    for account in accounts:
        by_id, report = account.voice.id, account.report
        if account.voice.kind in RELAYING:
            for on in quoted[by_id, report] - {by_id}:
                yield Edge(by_id, on, "cites", report, False)


def _echoed(told: Iterable[Testimony]) -> Iterator[Edge]:
    """Say who gives the estimate of another whom the same report quotes."""
    for later, earlier in echoes(told):
        yield Edge(later.voices[0].id, earlier.voices[0].id, "echoes", later.report, False)


def _passed_on(
    accounts: Iterable[Account], sure: Rests, most: Sequence[frozenset[str]]
) -> Iterator[str]:
    ring = {voice: found for found in most for voice in found}
    for one in accounts:
        if sure.voices_of(one) - ring.get(one.voice.id, frozenset()):
            yield from (testimony.id for testimony in one.testimonies if testimony.own)


def _nodes(
    told: Iterable[Testimony], most: Sequence[frozenset[str]], least: Sequence[frozenset[str]]
) -> Iterator[Node]:
    voices: dict[str, Voice] = {}
    claims, reports = defaultdict(set), defaultdict(set)
    for one in told:
        claims[one.voices[0].id].add(one.id)
        for voice in one.voices:
            voices.setdefault(voice.id, voice)
            reports[voice.id].add(one.report)
    surely = frozenset().union(*(group for group in least if group in most))
    perhaps = frozenset().union(*most)
    for voice_id, voice in sorted(voices.items()):
        original: Original = (
            "yes" if voice_id in surely else "perhaps" if voice_id in perhaps else "no"
        )
        said, where = tuple(sorted(claims[voice_id])), tuple(sorted(reports[voice_id]))
        yield Node(voice, original, said, where)
