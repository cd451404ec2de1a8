"""Where a sentence tells flatly of an event: by a finite verb, neither wished nor denied."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.codebook.events import EVENTS
from dateline.reading.warning.draft import Sentence
from dateline.reading.warning.lexicon import EVENT, EVENT_OF, REFUSED
from dateline.reading.warning.voice import is_quoted

PASSIVE: Final = re.compile(
    r"\b(?:was|were|been|is|are|being|got)\s+"
    r"(?:(?:\w+ly|also|both|all|then|later|again|\w+e[dn] and)\s+)?$",
    re.IGNORECASE,
)
PERFECT: Final = re.compile(
    r"\b(?:has|have|had|he|she|they|it)\s+(?:\w+ly\s+|also\s+)?$", re.IGNORECASE
)
OBJECT: Final = re.compile(
    r"\s+(?:the|a|an|at least|about|around|some|several|dozens|scores|hundreds|thousands|another"
    r"|his|her|its|their|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|many|one|more"
    r"|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    r"|nearly|almost|up to|both|all|civilians|people|rebel|rescuers|soldiers|homes|\d|(?-i:[A-Z]))",
    re.IGNORECASE,
)
ALONE: Final = frozenset({"died", "exploded", "fled", "perished", "went off", "clashed"})
"""Verbs that need nothing behind them."""
UNREAL: Final = re.compile(
    r"(?:\b(?:would|could|may|might|will|shall|should|to|not|never|no|nobody|nothing|none|neither|nor|hardly|without|cannot|be)\b"
    r"|n['’]t)\s+(?:[\w-]+\s+){0,2}$",
    re.IGNORECASE,
)
ADNOMINAL: Final = re.compile(
    r"\b(?:the|a|an|this|that|these|those|its|his|her|their|our|of|by|with|for|newly|recently"
    r"|badly|heavily|once|long)\s+$",
    re.IGNORECASE,
)
"""What stands before a participle that only describes: "the captured town"."""
RELATIVE: Final = re.compile(
    r"\b(?:who|which|that|whom)\s+(?:(?:was|were|is|are|has|have|had|been)\s+){0,2}$", re.IGNORECASE
)
"""What stands before a verb that only tells which ones are meant: "those who died"."""
EMBEDDED: Final = re.compile(r"\b(?:why|how|what|where|until)\b[^,;:]*$", re.IGNORECASE)
"""What begins a clause that is asked about or waited for: "why the road was shelled"."""
BACK: Final = re.compile(r"\s+(?:back|out|upon|off|by how)\b", re.IGNORECASE)
"""With these a blow is a word: "hit back", "struck out"."""
FILMED: Final = re.compile(
    r"\b(?:film|scene|series|movie|video|clip|photo|picture)s?\b", re.IGNORECASE
)
SOON: Final = 4
"""Words behind a verb among which its object stands."""
SUPPOSED: Final = re.compile(
    r"\b(?:if|whether|unless)\b|\?\W*$|^\W*(?:did|was|were|has|have)\b", re.IGNORECASE
)


@dataclass(frozen=True)
class Telling:
    """A verb that tells of an event. Code points of the passage."""

    start: int
    end: int
    words: str
    event: str
    """One of the codebook's `EVENTS`."""


def tellings(sentence: Sentence) -> Iterator[Telling]:
    """Yield the verbs of an English sentence that tell flatly of harm done."""
    text = sentence.text
    if SUPPOSED.search(text):
        return
    for match in EVENT.finditer(text):
        if _is_finite(text, match) and not is_quoted(text, match.start()):
            start, end = match.span()
            event = EVENT_OF[match.group().lower()]
            yield Telling(sentence.start + start, sentence.start + end, match.group(), event)


def _is_finite(text: str, match: re.Match[str]) -> bool:
    before, behind = text[: match.start()], text[match.end() :]
    if not before.strip() or any(one.search(before) for one in (UNREAL, RELATIVE, EMBEDDED)):
        return False
    if _is_figurative(match.group().lower(), before, behind):
        return False
    if PASSIVE.search(before):
        return True
    if ADNOMINAL.search(before):
        return False
    if match.group().lower() in ALONE or PERFECT.search(before):
        return True
    return bool(OBJECT.match(behind))


def _is_figurative(verb: str, before: str, behind: str) -> bool:
    """Tell whether a verb's object, or the word with it, makes it mean no harm: "struck a deal"."""
    if BACK.match(behind) or (verb == "shot" and FILMED.search(before)):
        return True
    refused = REFUSED.get(verb, frozenset())
    return any(word.strip(".,;:").lower() in refused for word in behind.split()[:SOON])


def are_alike(one: str, other: str) -> bool:
    """Tell whether two codes of events may be said of one happening."""
    if "other" in (one, other) or one == other:
        return True
    return all(code in EVENTS and EVENTS[code].lethal for code in (one, other))
