"""Who the paragraphs after a colon belong to: "New York Times reports:", "from the ISW:"."""

import re
from dataclasses import dataclass
from typing import Final

from dateline.reading.structure.page import Owner
from dateline.reading.structure.words import listed

REACH: Final = 500
"""Code points of a paragraph's end that its last sentence is looked for in."""
LONGEST_NAME: Final = 9
"""Words."""
NEAR: Final = 9
"""Words between "said" and its colon."""
MARKS: Final = "\"'“”‘«» \t"
LAST: Final = 2
"""Tokens: a verb and its colon."""
STOP: Final = re.compile(r"[.!?…؟][\"'”’»)\]]*\s+(?=[\"'“‘«(]?[^\W\d_a-zа-я])")
TOKEN: Final = re.compile(r"[^\s,;:«»“”\"()]+|[,;:()]")
FROM: Final = re.compile(
    r"\b(?i:according to|from|via|by)\s+(?P<name>(?:[Tt]he\s+)?[^\W\d_a-z][^,;:]{1,90}?)"
    r"(?P<rest>,[^:]{0,80})?\s*:$"
)
OTHER_FROM: Final = re.compile(
    rf"(?:^|\W)(?:{'|'.join(listed('by'))})\s*(?P<name>[^,;:]{{2,80}}?)\s*:$", re.I
)
WORK_OF: Final = re.compile(
    r"(?P<through>.{2,60}?\s+(?:transcript|translation|text|account|summary|version|readout|video))"
    r"\s+of\s+(?P<name>.{2,50}?)[’']s?\s+(?:remarks|speech|comments|statement|interview|address|words)\b"
)


@dataclass(frozen=True)
class Handover:
    """Somebody else's words are announced."""

    owner: Owner
    sure: bool
    """Whether they follow also where no quotation mark opens."""
    verb: str = ""
    lasting: bool = True
    """Whether more than one paragraph follows where no quotation mark opens: an account does,
    what somebody says is told to be his for one."""


def handover(text: str, start: int) -> Handover | None:
    """Return who the paragraph that stands at `start` hands over to by its last sentence."""
    if not text.endswith(":"):
        return None
    at = max(0, len(text) - REACH)
    for stop in STOP.finditer(text, at):
        at = stop.end()
    sentence = text[at:]
    return _from(sentence, start + at) or _by_verb(sentence, start + at)


def owner(words: str, start: int, through: Owner | None = None) -> Owner:
    """Return an owner whose words begin at `start`."""
    bare = words.strip(MARKS)
    start += len(words) - len(words.lstrip(MARKS))
    return Owner(bare, start, start + len(bare), through)


def _from(sentence: str, start: int) -> Handover | None:
    match = FROM.search(sentence)
    if match and _announces(sentence[: match.start("name")]):
        name, at = match["name"], start + match.start("name")
        if work := WORK_OF.match(name):
            relay = owner(work["through"], at)
            return Handover(owner(work["name"], at + work.start("name"), relay), sure=True)
        if len(name.split()) <= LONGEST_NAME:
            return Handover(owner(name, at), sure=True)
    if other := OTHER_FROM.search(sentence):
        return Handover(owner(other["name"], start + other.start("name")), sure=True)
    return None


def _announces(before: str) -> bool:
    """Tell whether what stands before "from X:" announces a work, not a way from a place."""
    parts = [word.lower() for word in re.findall(r"[\w'’]+", before)]
    return (
        parts[0] in listed("opener")
        or parts[-2:] == ["according", "to"]
        or bool(listed("work") & set(parts[-6:]))
    )


def _by_verb(sentence: str, start: int) -> Handover | None:
    tokens = list(TOKEN.finditer(sentence))
    for at, token in enumerate(tokens[:-1]):
        verb = token[0].lower()
        account = verb in listed("reporting") or _goes_on(tokens[at:])
        if _is_name(tokens, at, sentence):
            continue
        if not account and verb not in listed("saying"):
            continue
        span = _after(tokens[at + 1 : -1], verb) or _subject(tokens[:at])
        if span is None:
            continue
        near = len(tokens) - at <= NEAR and "that" not in (one[0] for one in tokens[at:])
        named = owner(sentence[slice(*span)], start + span[0])
        return Handover(named, sure=account or near, verb=verb, lasting=account)
    return None


def _is_name(tokens: list[re.Match[str]], at: int, sentence: str) -> bool:
    """Tell whether a word that could be a verb is part of a name ("Evening Post") or a noun
    behind its owner ("his mother's remarks").
    """
    if at and tokens[at - 1][0].endswith(("'s", "’s", "s'", "s’")):
        return True
    return tokens[at][0][0].isupper() and not sentence.isupper() and at > 0


def _goes_on(rest: list[re.Match[str]]) -> bool:
    return len(rest) == LAST and rest[0][0].lower() in listed("going-on")


def _subject(before: list[re.Match[str]]) -> tuple[int, int] | None:
    """Return where the subject before a verb stands; None where it is nobody who speaks."""
    before = _without_leads(before)
    comma = next((at for at, one in enumerate(before) if one[0] in ",;("), len(before))
    named = before[:comma]
    while named and named[-1][0].lower() in listed("between"):
        named = named[:-1]
    said = [one[0].lower() for one in named]
    if not said or len(said) > LONGEST_NAME or said[0] in listed("no-subject"):
        return None
    if listed("nobody").issuperset(said):
        return None
    first = named[0][0]
    if said[0] in listed("determiner") and len(said) == 1:
        return None
    if first[0].islower() and said[0] not in listed("pronoun") | listed("determiner"):
        return None
    return named[0].start(), named[-1].end()


def _without_leads(before: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return a sentence's beginning without "Meanwhile," and "In a statement on Tuesday,"."""
    while before and before[0][0].lower() in listed("lead"):
        comma = next((at for at, one in enumerate(before) if one[0] == ","), None)
        if comma is not None:
            before = before[comma + 1 :]
        elif before[0][0].lower() in listed("conjunction"):
            before = before[1:]
        else:
            return []
    return before


def _after(behind: list[re.Match[str]], verb: str) -> tuple[int, int] | None:
    """Return the subject behind a verb of a language that may put it there ("пишет X:")."""
    if verb.isascii() or not 0 < len(behind) <= LONGEST_NAME:
        return None
    return behind[0].start(), behind[-1].end()
