"""How a language says where something lies: its words, and the shapes of its phrases.

A shape is a phrase with slots: {far} a number, {unit} of length, {bearing} a side of the compass,
{rural} a word for the land around a town, {name} and {other} names. Other braces cannot stand in
it; what may be left out stands in (?:…)?.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

NUMBER: Final = r"(?P<far>\d{1,3}(?:[,  ]?\d{3})*(?:[.,]\d{1,2})?)"


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one language, and the phrases that it builds from them."""

    bearings: Mapping[str, float]
    """Degrees clockwise from north, by each word for them."""
    units: Mapping[str, float]
    """Metres, by each word for them."""
    away: tuple[str, ...]
    """So far in a direction, or so far from a name."""
    rural: tuple[str, ...]
    """The land around a town, or a side of it."""
    side: tuple[str, ...]
    """A side of a place."""
    between: tuple[str, ...]
    beside: tuple[str, ...]
    inside: tuple[str, ...] = ()
    """One name (`name`) in another (`other`)."""
    both: tuple[str, ...] = ()
    """One name and another."""
    rurals: tuple[str, ...] = ()
    """Words for the land around a town."""

    def patterns(self, shapes: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
        """Return the patterns that phrases of these shapes match as a whole."""
        slots = {
            "{far}": NUMBER,
            "{unit}": _one_of("unit", self.units),
            "{bearing}": _one_of("bearing", self.bearings),
            "{rural}": _one_of("rural", self.rurals),
            "{name}": "(?P<name>.+?)",
            "{other}": "(?P<other>.+)",
        }
        for slot, pattern in slots.items():
            shapes = tuple(shape.replace(slot, pattern) for shape in shapes)
        return tuple(re.compile(shape, re.IGNORECASE) for shape in shapes)


def _one_of(group: str, words: Mapping[str, float] | tuple[str, ...]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?P<{group}>{'|'.join(map(re.escape, longest_first))})"


def compass(north: str, east: str, south: str, west: str) -> dict[str, float]:
    """Return the bearings of words for the four sides; forms of one side stand between "|"."""
    sides = zip((0.0, 90.0, 180.0, 270.0), (north, east, south, west), strict=True)
    return {word: degrees for degrees, words in sides for word in words.split("|")}


def halfway(first: str, second: str, *joints: str) -> dict[str, float]:
    """Return the bearings between two sides: `first` and `second` are compasses of four words.

    Each is written "north|east|south|west"; a joint stands between them, such as "-".
    """
    north, _, south, _ = first.split("|")
    _, to_east, _, to_west = second.split("|")
    pairs = {45.0: (north, to_east), 135.0: (south, to_east)}
    pairs |= {225.0: (south, to_west), 315.0: (north, to_west)}
    return {joint.join(pair): degrees for degrees, pair in pairs.items() for joint in joints}
