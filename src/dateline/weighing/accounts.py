"""Accounts: what one voice is the first to say in one report, and the reports that it rests on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from dateline.weighing.roots import reach
from dateline.weighing.testimony import Derivation, Testimony, Voice

NONE: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True)
class Account:
    """What one voice is the first to say in one report."""

    voice: Voice
    report: str
    testimonies: tuple[Testimony, ...]
    own: bool
    """Whether the report says any of it in its own voice."""
    said_at: datetime
    """When it was first said."""


def accounts_of(testimonies: Iterable[Testimony]) -> list[Account]:
    """Return the accounts of these testimonies in a fixed order."""
    found: dict[tuple[str, str], list[Testimony]] = defaultdict(list)
    for one in testimonies:
        found[one.voices[0].id, one.report].append(one)
    return [
        Account(
            voice=ones[0].voices[0],
            report=report,
            testimonies=tuple(ones),
            own=any(one.own for one in ones),
            said_at=min(one.said_at for one in ones),
        )
        for (_, report), ones in sorted(found.items())
    ]


def first_accounts(accounts: Sequence[Account]) -> list[Account]:
    """Return what each voice said first; all of it, where the times are the same."""
    first: dict[str, datetime] = {}
    for one in accounts:
        first[one.voice.id] = min(one.said_at, first.get(one.voice.id, one.said_at))
    return [one for one in accounts if one.said_at == first[one.voice.id]]


@dataclass(frozen=True)
class Rests:
    """What the reports of an incident rest on, by their derivations."""

    speakers: Mapping[str, AbstractSet[str]]
    """For each report the ids of its first voices."""
    on: Mapping[str, frozenset[str]]
    """For a report that derives, those with a claim here that it does from, also through absent
    ones."""
    absent: Mapping[str, frozenset[str]]
    """For a report that derives, those without a claim here that it does from, by any number of
    steps."""

    def absent_of(self, account: Account) -> frozenset[str]:
        """Return the reports without a claim here that an account rests on."""
        return self.absent.get(account.report, NONE) if account.own else NONE

    def voices_of(self, account: Account) -> frozenset[str]:
        """Return the voices that an account rests on; none of a report where it speaks too."""
        if not account.own or account.report not in self.on:
            return NONE
        spoken = [self.speakers[on] for on in self.on[account.report]]
        return NONE.union(*(one for one in spoken if account.voice.id not in one))


class Leads:
    """Derivations by the report that rests, so that each question walks only its own."""

    def __init__(self, derivations: Iterable[Derivation]) -> None:
        self._by_report: dict[str, list[Derivation]] = defaultdict(list)
        for one in derivations:
            self._by_report[one.report].append(one)
        self._on = {report: [one.on for one in ones] for report, ones in self._by_report.items()}

    def of(self, testimonies: Iterable[Testimony]) -> list[Derivation]:
        """Return the derivations that lead on from the reports of these testimonies."""
        reports = reach({one.report for one in testimonies}, self._on)
        return [one for report in reports for one in self._by_report.get(report, ())]


def rests(accounts: Iterable[Account], derivations: Iterable[Derivation]) -> Rests:
    """Return what rests on what, by these derivations."""
    speakers: dict[str, set[str]] = defaultdict(set)
    derives: dict[str, set[str]] = defaultdict(set)
    for account in accounts:
        speakers[account.report].add(account.voice.id)
    for one in derivations:
        if one.report != one.on:
            derives[one.report].add(one.on)
    led = {report: _led(report, derives, speakers) for report in derives if report in speakers}
    return Rests(
        speakers,
        {report: frozenset(one for one in on if one in speakers) for report, on in led.items()},
        {report: frozenset(one for one in on if one not in speakers) for report, on in led.items()},
    )


def _led(
    report: str, derives: Mapping[str, Collection[str]], present: Collection[str]
) -> frozenset[str]:
    """Return the reports that one derives from, and on through those without a claim here."""
    found: set[str] = set()
    ahead = list(derives.get(report, ()))
    while ahead:
        on = ahead.pop()
        if on not in found:
            found.add(on)
            ahead.extend(() if on in present else derives.get(on, ()))
    return frozenset(found)
