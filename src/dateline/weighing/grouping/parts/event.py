"""What two claims say happened."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from dateline.codebook.events import EVENTS
from dateline.weighing.grouping.part import Part
from dateline.weighing.grouping.signature import Signature

OPEN: Final = frozenset({"attack", "bombing", "casualties", "killing", "destruction"})
"""Codes that leave open how it was done: they fit any other that people may die of."""


def _families() -> Iterator[tuple[str, str]]:
    for code, told in EVENTS.items():
        yield code, "remote" if told.acled_type.startswith("Explosions") else told.acled_type


FAMILY: Final[Mapping[str, str]] = MappingProxyType(dict(_families()))
"""Of each code: reports take one kind of explosion for another, seldom one for a protest."""


def event(one: Signature, other: Signature) -> Iterator[Part]:
    """Compare the codes."""
    ours, theirs = one.event, other.event
    if ours is None or theirs is None:
        return
    if ours == theirs:
        yield Part("event.same", f"both say: {_label(ours)}")
        return
    level = "event.akin" if akin(ours, theirs) else "event.other"
    yield Part(level, f"{_label(ours)}, and {_label(theirs)}")


def akin(ours: str, theirs: str) -> bool:
    """Whether two codes may be one happening, seen differently."""
    if OPEN & {ours, theirs} and all(_is_lethal(code) for code in (ours, theirs)):
        return True
    return FAMILY.get(ours, ours) == FAMILY.get(theirs, theirs)


def _is_lethal(code: str) -> bool:
    return code in OPEN or (code in EVENTS and EVENTS[code].lethal)


def _label(code: str) -> str:
    return EVENTS[code].label if code in EVENTS else code.replace("_", " ")
