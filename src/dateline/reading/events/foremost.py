"""The event that a short text is about."""

from collections.abc import Mapping, Sequence
from typing import Final

from dateline.codebook.events import EVENTS
from dateline.reading.events.mention import MOODS, EventMention

VAGUE: Final = frozenset({"attack", "casualties", "killing", "bombing", "destruction"})
ROUGH: Final = frozenset({"riot", "crackdown", "excessive_force", "mob_violence"})
GIVES_WAY: Final[Mapping[str, frozenset[str]]] = {
    "protest": ROUGH,
    "arrest": frozenset({"crackdown"}),
    "abuse": frozenset({"sexual_violence"}),
    "accusation": frozenset({"sexual_violence"}),
    "legal_action": frozenset({"sexual_violence"}),
    "ied": frozenset({"suicide_attack", "grenade_attack"}),
    "shelling": frozenset({"chemical_attack"}),
}
"""Codes that a more particular one of the same text explains."""


def foremost(told: Sequence[EventMention]) -> EventMention | None:
    """Return the event that stands first among those told as happening; None of none.

    A vague one ("attack", "12 were killed") gives way to one that says how, wherever it stands.
    """
    first = min(told, key=_rank, default=None)
    if first is None:
        return None
    return next((each for each in told if _explains(first, each)), first)


def _rank(each: EventMention) -> tuple[int, int]:
    return MOODS.index(each.mood), each.start


def _explains(first: EventMention, other: EventMention) -> bool:
    if other.mood not in {"actual", "background"}:
        return False
    if first.code in VAGUE:
        return EVENTS[other.code].lethal and other.code not in VAGUE | {"accident", "disaster"}
    return other.code in GIVES_WAY.get(first.code, ())
