"""Find the parties that a text names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc

from dateline.places.demonyms import country_of
from dateline.reading.parties.lexicon import Known, Lexicon, adjectives, lexicon, roles, word_class
from dateline.reading.parties.words import Word, words

BETWEEN: Final = word_class("linking")
"""What may stand between a country's adjective and the noun: "Syrian and Russian warplanes"."""
MOST_BETWEEN: Final = 3
PLACED: Final = word_class("placing")
"""Before a state's name, it is a place there."""
BACKED: Final = word_class("backing")
HYPHENS: Final = frozenset({"-", "‑", "–"})
FOLLOWERS: Final = frozenset({"armed_group", "military"})
"""Kinds of role that belong to the name before them: "Hezbollah fighters"."""
ACTS: Final = frozenset({"nsubj", "nsubjpass", "poss", "agent"})


@dataclass(frozen=True)
class PartyMention:
    """Words that name a party. Offsets are code points of the document's text."""

    start: int
    end: int
    words: str
    name: str | None
    """As the lexicon has it; None where nobody is named ("the rebels")."""
    kind: str
    country: str
    """ISO 3166-1, two letters; "" where unknown."""


def parties(doc: Doc) -> list[PartyMention]:
    """Return the parties named, in order, none inside another.

    Names are neutral: an alias that is one side's label leads to the party's own name, and the
    words stay as they were said. A state's name after "in" and the like is a place, no party.
    """
    text = doc.text
    return list(_walk(doc, text, words(text)))


def _walk(doc: Doc, text: str, told: list[Word]) -> Iterator[PartyMention]:
    at = 0
    while at < len(told):
        found = _best(doc, told, at)
        if found is None:
            at += 1
            continue
        known, end = found
        start = told[at].start
        stop = told[end - 1].end
        yield PartyMention(
            start, stop, text[start:stop], known.name or None, known.kind, known.country
        )
        at = end


def _best(doc: Doc, told: list[Word], at: int) -> tuple[Known, int] | None:
    named = _named(doc, told, at)
    ruled = _ruled(told, at)
    if ruled and (named is None or named[0].kind == "state" or ruled[1] > named[1]):
        return ruled
    if named:
        return named[0], _with_role(told, named)
    role = _match(roles(), told, at)
    return role and (replace(role[0], name=""), role[1])


def _with_role(told: list[Word], named: tuple[Known, int]) -> int:
    role = _match(roles(), told, named[1]) if named[1] < len(told) else None
    follows = (
        role
        and told[named[1]].joined
        and role[0].kind in FOLLOWERS
        and named[0].kind == "armed_group"
    )
    return role[1] if role and follows else named[1]


def _named(doc: Doc, told: list[Word], at: int) -> tuple[Known, int] | None:
    found = _match(lexicon(), told, at)
    if found and found[0].kind == "state" and at and told[at - 1].key in PLACED:
        return None
    if found and _backs(doc, told, found[1]):
        return None
    if found and found[0].seat and not _acts(doc, told[at]):
        return None
    return found


def _backs(doc: Doc, told: list[Word], end: int) -> bool:
    """Tell whether a name only says who stands behind another: "the Iran-backed group"."""
    if end >= len(told) or told[end].key not in BACKED:
        return False
    return doc.text[told[end - 1].end : told[end].start] in HYPHENS


def _acts(doc: Doc, word: Word) -> bool:
    span = doc.char_span(word.start, word.end, alignment_mode="expand")
    return span is not None and span.root.dep_ in ACTS


def _match(known: Lexicon, told: list[Word], at: int) -> tuple[Known, int] | None:
    for each in known.get(told[at].key, ()):
        end = at + len(each.keys)
        if _same(each, told[at:end]) and _spelt(each, told, at, end):
            return each, end
    return None


def _same(known: Known, told: list[Word]) -> bool:
    keys = tuple(word.key for word in told)
    return keys == known.keys and all(word.joined for word in told[1:])


def _spelt(known: Known, told: list[Word], at: int, end: int) -> bool:
    if not known.spelt:
        return True
    beside = [word.text for word in (*told[max(at - 1, 0) : at], *told[end : end + 1])]
    shouted = [word.isupper() for word in beside if len(word) > 1]
    return tuple(word.text for word in told[at:end]) == known.spelt and (
        not shouted or not all(shouted)
    )


def _ruled(told: list[Word], at: int) -> tuple[Known, int] | None:
    """Read "Russian warplanes", "Turkey's defence ministry".

    Of "Syrian and Russian warplanes", "Syrian" is the first party's words.
    """
    country, after = _country(told, at)
    shared = 0
    if not country:
        return None
    for start in range(after, min(after + MOST_BETWEEN + 1, len(told))):
        if not told[start].joined:
            return None
        if found := _match(roles(), told, start):
            role, end = found
            name = role.name.format(adj=adjectives().get(country, told[at].text))
            return Known(name, role.kind, country, role.keys, ()), shared or end
        if country_of(told[start].text):
            shared = shared or after
        elif told[start].key not in BETWEEN and not told[start].key.isdigit():
            return None
    return None


def _country(told: list[Word], at: int) -> tuple[str, int]:
    pair = f"{told[at].text} {told[at + 1].text}" if at + 1 < len(told) else ""
    if pair and (codes := country_of(pair)):
        return codes[0], at + 2
    if codes := country_of(told[at].text):
        return codes[0], at + 1
    found = _match(lexicon(), told, at)
    if found and found[0].kind == "state":
        return found[0].country, found[1]
    return "", at
