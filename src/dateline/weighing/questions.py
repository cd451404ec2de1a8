"""What an incident's claims answer: did it happen, who did it, what was hit, who was harmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from dateline.codebook import Category, Group, Toll
from dateline.weighing.figures import broken, figure, period
from dateline.weighing.testimony import Testimony

Question = Literal["happened", "who", "what", "harmed"]
QUESTIONS: Final[tuple[Question, ...]] = ("happened", "who", "what", "harmed")


@dataclass(frozen=True)
class Answer:
    """What a claim answers to one question. Claims with equal answers share a position."""

    question: Question
    denied: bool = False
    """It did not happen; this party did not do it; this was not hit; nobody, or not so, harmed."""
    party: str = ""
    """Who did it: the party's id, where the desk knows it."""
    name: str = ""
    """Who did it, or what was hit: its name, case and spaces folded; "" where none is named."""
    kind: str = ""
    """What was hit: one of the codebook's kinds of target."""
    category: Category | None = None
    """Who was harmed: how."""
    groups: tuple[Group, ...] = ()
    low: int | None = None
    high: int | None = None


def answers(testimony: Testimony) -> Iterator[Answer]:
    """Yield what a claim answers; a forecast and a count over a period answer nothing.

    A denial answers the narrowest thing that it denies: "did not bomb the hospital" says who did
    not do it, "no hospital was hit" what was not hit, "there was no strike" that none happened.
    """
    claim = testimony.claim
    if claim.kind in ("forecast", "toll") or claim.hedge.cls == "predicted":
        return
    if denies(testimony):
        yield from _denied(testimony)
        return
    if claim.kind == "statement" and claim.event == "statement":
        return  # A comment on what happened is no account of it.
    if claim.kind != "assessment":
        yield Answer("happened")
    if claim.actor is not None or testimony.party:
        yield _who(testimony)
    if claim.target is not None:
        yield _what(testimony)
    yield from _harmed(testimony)


def denies(testimony: Testimony) -> bool:
    """Whether a claim says that something is not so."""
    claim = testimony.claim
    return claim.negated or claim.kind == "denial" or claim.hedge.cls == "denied"


def folded(name: str) -> str:
    """Return a name without the accidents of case and spaces."""
    return " ".join(name.casefold().split())


def _denied(testimony: Testimony) -> Iterator[Answer]:
    claim = testimony.claim
    zeros = [toll for toll in claim.tolls if toll.high == 0]
    if (claim.actor is not None or testimony.party) and not zeros:
        yield _who(testimony, denied=True)
    elif claim.tolls:
        yield from _harmed(testimony, denied=True)
    elif claim.target is not None:
        yield _what(testimony, denied=True)
    else:
        yield Answer("happened", denied=True)


def _who(testimony: Testimony, *, denied: bool = False) -> Answer:
    actor = testimony.claim.actor
    name = "" if testimony.party or actor is None else folded(actor.name or "")
    return Answer("who", denied, party=testimony.party, name=name)


def _what(testimony: Testimony, *, denied: bool = False) -> Answer:
    target = testimony.claim.target
    kind, name = ("", "") if target is None else (target.kind, folded(target.name or ""))
    return Answer("what", denied, kind=kind, name=name)


def _harmed(testimony: Testimony, *, denied: bool = False) -> Iterator[Answer]:
    for toll in testimony.claim.tolls:
        if not broken(toll) and not period(testimony, toll):
            yield _count(testimony, toll, denied=denied and toll.high != 0)


def _count(testimony: Testimony, toll: Toll, *, denied: bool) -> Answer:
    groups = tuple(sorted(figure(testimony, toll).groups))
    return Answer(
        "harmed", denied, category=toll.category, groups=groups, low=toll.low, high=toll.high
    )
