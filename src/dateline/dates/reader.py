"""Finds time expressions: rules at each place, then what stands side by side is put together."""

import re
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from dateline.dates.expression import Expression
from dateline.dates.found import Found
from dateline.dates.hit import Hit
from dateline.dates.joining import join
from dateline.dates.kinds import KINDS
from dateline.dates.rules import RULES, Rule
from dateline.dates.scene import Scene
from dateline.dates.sense import Sense
from dateline.dates.tokens import Tokens
from dateline.dates.writing import write

IDLE: Final = frozenset(
    KINDS[kind] for kind in ("word", "sign", "stop", "break", "comma", "dash", "slash", "open")
)
TRAILING: Final = frozenset(KINDS[kind] for kind in ("stop", "dash", "comma", "slash"))
BUSY: Final = re.compile(f"[{''.join(sorted(set(KINDS.values()) - IDLE))}]")


def _by_first_letter() -> dict[str, tuple[Rule, ...]]:
    """Sort the rules by the letters that they know at all, so that few are tried at a place."""
    return {
        letter: tuple(rule for rule in RULES if letter in rule.regex.pattern)
        for letter in KINDS.values()
    }


BEGINNING: Final = _by_first_letter()


def find(
    text: str, *, reference: datetime, zone: ZoneInfo | None = None, language: str = ""
) -> list[Expression]:
    """Return the time expressions of a text, in order, resolved against its time of publication.

    `language` is a code such as "ar"; without it, all languages are tried, told apart by script.
    """
    scene = Scene(reference, zone)
    tokens = Tokens(text, language)
    return [write(found, tokens, scene) for found in join(_read(tokens, scene), tokens, scene)]


def resolve(
    words: str, *, reference: datetime, zone: ZoneInfo | None = None, language: str = ""
) -> Expression | None:
    """Return what one expression means; None where its words are no time expression."""
    found = find(words, reference=reference, zone=zone, language=language)
    return max(found, key=lambda expression: expression.end - expression.start, default=None)


def _read(tokens: Tokens, scene: Scene) -> list[Found]:
    found: list[Found] = []
    at = 0
    while match := BUSY.search(tokens.kinds, at):
        at = match.start()
        if hit := _longest(tokens, scene, at):
            end, sense = hit
            scene.name(sense, at)
            found.append(Found(at, end, sense))
            at = end
        else:
            at += 1
    return found


def _longest(tokens: Tokens, scene: Scene, at: int) -> tuple[int, Sense] | None:
    """Return the reading of the longest rule that makes sense at a place."""
    kinds = tokens.kinds
    matches = [
        (match.end(), rule)
        for rule in BEGINNING.get(kinds[at], ())
        if (match := rule.regex.match(kinds, at)) and match.end() > at
    ]
    matches.sort(key=lambda pair: -pair[0])
    for end, rule in matches:
        if sense := _sense(rule, Hit(tokens, scene, at, end)):
            while kinds[end - 1] in TRAILING:
                end -= 1
            return end, sense
    return None


def _sense(rule: Rule, hit: Hit) -> Sense | None:
    try:
        return rule.read(hit)
    except (ValueError, OverflowError):  # outside the calendar: no date
        return None
