"""Who did it: what each party named says to it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from dateline.weighing.questions import answers
from dateline.weighing.reproach import reproaches
from dateline.weighing.sourcing import admits
from dateline.weighing.testimony import Testimony

Status = Literal["admitted", "denied", "alleged_not_answered", "unknown"]
STATUSES: Final[tuple[Status, ...]] = ("admitted", "denied", "alleged_not_answered", "unknown")


@dataclass(frozen=True, order=True)
class Blame:
    """One who is said to have done it, and what it says itself."""

    party: str
    """The party's id; "" where the desk knows no such party."""
    name: str
    """As the first claim has it."""
    status: Status


def blames(testimonies: Iterable[Testimony]) -> tuple[Blame, ...]:
    """Return everyone whom a claim names, or who denies it; an admission stands over a denial.

    Only who speaks for a party answers for it. Who says that nothing happened has denied it.
    """
    told = sorted((one for one in testimonies if one.counts), key=lambda one: one.order)
    said = [(one, answer) for one in told for answer in answers(one)]
    named: dict[tuple[str, str], str] = {}
    denying, alleged = set(), set()
    admitting = {one.party for one in told if admits(one)}
    for one, answer in said:
        speaks_for = one.voices[0].party
        if answer.question == "who" and (answer.party or answer.name) and reproaches(one):
            key = (answer.party, answer.name)
            actor = one.claim.actor
            named.setdefault(key, (actor.name if actor else "") or "")
            if not answer.denied:
                alleged.add(key)
            elif answer.party == speaks_for:
                denying.add(speaks_for)
        elif answer.question == "happened" and answer.denied:
            denying.add(speaks_for)
    return tuple(
        Blame(party, name, _status(party, admitting, denying))
        for (party, folded), name in sorted(named.items())
        if (party, folded) in alleged or (party and party in denying)
    )


def _status(party: str, admitting: set[str], denying: set[str]) -> Status:
    if party and party in admitting:
        return "admitted"
    return "denied" if party and party in denying else "alleged_not_answered"


def status(found: Iterable[Blame]) -> Status:
    """Return the answer to *who did it*: the strongest of what the parties named say."""
    return min((one.status for one in found), key=STATUSES.index, default="unknown")
