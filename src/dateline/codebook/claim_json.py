"""A claim as the JSON that reading proposes and every export speaks, and back."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from types import MappingProxyType
from typing import Any, Final, TypeVar

from dateline.codebook.claim import HEDGES, KINDS, Actor, Claim, Hedge, Speaker, Target
from dateline.codebook.place import LEVELS, Place
from dateline.codebook.toll import CATEGORIES, GROUPS, Toll
from dateline.codebook.when import When

BASES: Final = ("text", "report", "none")
LONGEST: Final = 20_000
"""Code points of a quote or of any other words."""
MOST: Final = 100
"""Items of a list: speakers, tolls, groups, areas."""
LARGEST: Final = 10**12
JSON_NAMES: Final[Mapping[str, str]] = MappingProxyType({"cls": "class"})
"""Fields that Python cannot call what the JSON calls them."""
Part = TypeVar("Part")
Read = Callable[[object, str], Any]


def as_json(claim: Claim) -> dict[str, Any]:
    """Return a claim as plain JSON values with DESIGN's keys; offsets are lists of two."""
    return plain(claim)  # type: ignore[no-any-return]


def plain(value: Any) -> Any:
    """Return a dataclass, a tuple or a plain value as JSON has it."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "__dataclass_fields__"):
        return {
            JSON_NAMES.get(f.name, f.name): plain(getattr(value, f.name)) for f in fields(value)
        }
    return value


def from_json(value: object) -> Claim:
    """Return the claim that JSON values say; keys that have a default may be left out.

    Raises:
        ValueError: with what is wrong, in plain words, such as "tolls[0].low is no whole number".
    """
    return part(Claim, CLAIM)(value, "claim")


def part(cls: Callable[..., Part], read: Mapping[str, Read]) -> Callable[[object, str], Part]:
    """Return the reader of one dataclass, by the reader of each of its keys."""
    names = {name: key for key, name in JSON_NAMES.items()}
    needed = [JSON_NAMES.get(f.name, f.name) for f in fields(cls) if f.default is MISSING]  # type: ignore[arg-type]

    def reading(value: object, where: str) -> Part:
        if not isinstance(value, dict):
            raise ValueError(f"{where} is no object")
        if unknown := sorted(map(str, value.keys() - read.keys())):
            raise ValueError(f"{where} has a key that nobody knows: {unknown[0][:60]!r}")
        if missing := [key for key in needed if key not in value]:
            raise ValueError(f"{where} has no {missing[0]!r}")
        prefix = "" if where == "claim" else f"{where}."
        found = {key: read[key](item, f"{prefix}{key}") for key, item in value.items()}
        return cls(**{names.get(key, key): item for key, item in found.items()})

    return reading


def text(value: object, where: str) -> str:
    """Return words that are not too long and that UTF-8 can write."""
    if not isinstance(value, str):
        raise ValueError(f"{where} is no text")
    if len(value) > LONGEST:
        raise ValueError(f"{where} is longer than {LONGEST} characters")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise ValueError(f"{where} holds half a character")
    return value


def whole(value: object, where: str) -> int:
    """Return a whole number from 0 up."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{where} is no whole number")
    if not 0 <= value <= LARGEST:
        raise ValueError(f"{where} is below 0 or above {LARGEST}")
    return value


def degrees(limit: int) -> Read:
    """Return the reader of degrees up to a limit on both sides."""

    def reading(value: object, where: str) -> float:
        if not isinstance(value, int | float) or isinstance(value, bool):
            raise ValueError(f"{where} is no number")
        if not -limit <= value <= limit:
            raise ValueError(f"{where} is beyond {limit} degrees")
        return float(value)

    return reading


def flag(value: object, where: str) -> bool:
    """Return yes or no."""
    if not isinstance(value, bool):
        raise ValueError(f"{where} is neither true nor false")
    return value


def one_of(known: tuple[str, ...]) -> Read:
    """Return the reader of a code."""

    def reading(value: object, where: str) -> str:
        if value not in known:
            raise ValueError(f"{where} is none of: {', '.join(known)}")
        return str(value)

    return reading


def many(read: Read) -> Read:
    """Return the reader of a list."""

    def reading(value: object, where: str) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise ValueError(f"{where} is no list")
        if len(value) > MOST:
            raise ValueError(f"{where} has more than {MOST} items")
        return tuple(read(item, f"{where}[{n}]") for n, item in enumerate(value))

    return reading


def maybe(read: Read) -> Read:
    """Return the reader of a value that may be null."""
    return lambda value, where: None if value is None else read(value, where)


def at(value: object, where: str) -> tuple[int, int]:
    """Return a start and an end behind it."""
    pair = many(whole)(value, where)
    if len(pair) != 2 or pair[0] >= pair[1]:
        raise ValueError(f"{where} is no start and end")
    return pair[0], pair[1]


SPEAKER: Final = {"name": text, "verb": text, "words": text, "at": at}
ACTOR: Final = {"name": maybe(text), "words": text, "at": at}
TARGET: Final = {**ACTOR, "kind": text}
HEDGE: Final = {"class": one_of(HEDGES), "words": text, "at": maybe(at)}
WHEN: Final = {
    **dict.fromkeys(("words", "edtf", "start", "end"), text),
    "basis": one_of(BASES),
    "at": maybe(at),
}
PLACE: Final = {
    **dict.fromkeys(("words", "name", "gazetteer", "country"), text),
    "lat": degrees(90),
    "lon": degrees(180),
    "level": one_of(LEVELS),
    "radius_m": whole,
    "admin": many(text),
    "at": maybe(at),
}
TOLL: Final = {
    "category": one_of(CATEGORIES),
    "groups": many(one_of(GROUPS)),
    "low": maybe(whole),
    "high": maybe(whole),
    "words": text,
    "at": at,
    "approximate": flag,
    "cumulative": flag,
    "as_of": maybe(text),
}
CLAIM: Final[Mapping[str, Read]] = {
    **dict.fromkeys(("quote", "event", "event_words", "negation_words"), text),
    **dict.fromkeys(("start", "end"), whole),
    **dict.fromkeys(("event_at", "negation_at"), maybe(at)),
    **dict.fromkeys(("when", "said_when"), maybe(part(When, WHEN))),
    "kind": one_of(KINDS),
    "negated": flag,
    "speakers": many(part(Speaker, SPEAKER)),
    "actor": maybe(part(Actor, ACTOR)),
    "target": maybe(part(Target, TARGET)),
    "place": maybe(part(Place, PLACE)),
    "tolls": many(part(Toll, TOLL)),
    "hedge": part(Hedge, HEDGE),
}
