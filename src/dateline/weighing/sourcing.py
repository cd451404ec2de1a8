"""How well an answer is sourced: never a score, only who stands behind it."""

from collections.abc import Iterable, Sequence
from typing import Final, Literal

from dateline.weighing.origins import Origins
from dateline.weighing.parts import FIGHTERS
from dateline.weighing.questions import Answer, denies
from dateline.weighing.testimony import Testimony

Sourcing = Literal["one_source", "several_one_origin", "independent", "admitted"]
SOUGHT: Final = frozenset(
    (
        *("combatant", "commander", "position", "weapons", "convoy", "vehicle"),
        *("aircraft", "vessel", "leader", "government"),
    )
)
"""Targets that a party says it hit with pride: to name them admits nothing."""


def sourcing(answer: Answer, testimonies: Iterable[Testimony], found: Origins) -> Sourcing | None:
    """Return how an answer is sourced by those who give it; None where none of them counts.

    `independent` only where at least two origins are sure: "1–2 original sources" is not yet.
    """
    counting = [one for one in testimonies if one.counts]
    if not counting:
        return None
    if admitted(answer, counting):
        return "admitted"
    if found.low > 1:
        return "independent"
    sources = {one.voices[-1].id for one in counting}
    return "one_source" if len(sources) == 1 else "several_one_origin"


def admitted(answer: Answer, testimonies: Sequence[Testimony]) -> bool:
    """Whether the party that had reason to deny an answer gives it itself.

    A strike admitted is not harm admitted: only claims with that very answer are asked. A party's
    own word alone that something happened, or that it killed fighters, is a boast.
    """
    admitting = [one for one in testimonies if admits(one)]
    if answer.denied or not admitting:
        return False
    if answer.question == "happened":
        parties = {one.party for one in admitting}
        return any(one.voices[0].party not in parties for one in testimonies)
    if answer.question == "what":
        return answer.kind not in SOUGHT
    if answer.question == "harmed":
        return answer.high != 0 and not FIGHTERS & set(answer.groups) and any(map(_harm, admitting))
    return True


def admits(testimony: Testimony) -> bool:
    """Whether a voice says that its own party did it."""
    party = testimony.voices[0].party
    return bool(party) and party == testimony.party and not denies(testimony)


def _harm(testimony: Testimony) -> bool:
    target = testimony.claim.target
    return target is None or target.kind not in SOUGHT
