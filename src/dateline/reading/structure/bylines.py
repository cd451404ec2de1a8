"""Lines that say who wrote, and the agency that a story begins or ends with."""

import re
from typing import Final

from dateline.reading.structure.words import listed

LONGEST: Final = 120
AGENCIES: Final = (
    "AFP|AP|Associated Press|Agence France-Presse|Reuters|REUTERS|Xinhua|UPI|DPA|dpa|EFE|ANSA"
    "|TASS|Tass|ITAR-TASS|Interfax|RIA Novosti|RIA|Anadolu Agency|Anadolu|AA|SANA|IRNA|NNA|PTI|ANI"
    "|Kyodo|Yonhap|Bloomberg|CNN|BBC|VOA|RFE/RL|Ukrinform|UNIAN"
    "|ТАСС|РИА Новости|Интерфакс|УНИАН|Укринформ|Рейтер|رويترز|سانا|الأناضول|أ ف ب|وكالات"
)
AFFILIATION: Final = re.compile(rf"\b(?:{AGENCIES}|correspondents?|reporter|editor|News)\b")
LONGEST_AFFILIATION: Final = 6
"""Words."""
SHORTEST_STORY: Final = 60
"""Code points behind a place in capitals and a dash; less may be a title."""
LETTER: Final = r"[^\W\d_]"
NAME_WORD: Final = rf"(?:{LETTER}\.|{LETTER}(?:{LETTER}|['’\-])+)"
PARTICLE: Final = r"(?:al|el|bin|ibn|abu|de|del|da|di|van|von|der|den|la|le|ter)"
NAME: Final = rf"{NAME_WORD}(?:[ \t]+(?:{PARTICLE}[ \t]+){{0,2}}{NAME_WORD}){{1,3}}"
NAMES: Final = rf"{NAME}(?:, {NAME}){{0,4}}(?:,? (?:and|&|и|та) {NAME})?"
BY: Final = re.compile(
    rf"(?:by|от|автор:?|بقلم:?|كتب:?)\s+(?P<name>{NAMES}|{AGENCIES})"
    r"(?:\s*(?:,|\||in|/|–|-|—)\s*[^.!?:]{1,50})?",
    re.IGNORECASE,
)
DASHED: Final = re.compile(rf"(?:AJE|BBC|CNN)?\s*[—–―\-]{{1,2}}\s*(?P<name>{NAMES}|{AGENCIES})\.?")
CREDITED: Final = re.compile(
    r"[(\[]?\s*(?:(?:additional |with )?(?:reporting|writing|editing|edited|written|compiled)"
    rf"(?: and (?:writing|editing))?(?: by)?|source:?)\s+(?P<name>{NAMES}|{AGENCIES})"
    r"\b.{0,90}",
    re.IGNORECASE,
)
ALONE: Final = re.compile(rf"(?P<name>{NAMES}|{AGENCIES})\.?")
DATELINE: Final = re.compile(
    rf"(?P<place>[^\W\d_][^()\n:;!?“\"]{{0,60}}?)?,?\s*\((?P<name>{AGENCIES})\)\s*(?:[-–—―]{{1,2}}|:|\.)\s*"
)
PLACED: Final = re.compile(
    r"(?P<place>[^\W\d_a-z][^\W\d_a-z.' ,/]{2,40}[^\W\d_a-z])\s*(?:--|[–—―]|\s-)\s*(?=[“\"'‘A-Z\d])"
)
"""A place in capitals and a dash; never `text` in capitals throughout."""
SIGNED: Final = re.compile(rf"\s*[-–—―]{{1,2}}\s?(?P<name>{AGENCIES})\.?$")
SMALL: Final = re.compile(rf"{PARTICLE}|and|и|та|(?:a[a-z]|el)[-’'][A-Z]\S*")


def marked(text: str) -> tuple[int, int] | None:
    """Return where the name stands in a line that is marked as a byline ("By …", "— …")."""
    if len(text) > LONGEST:
        return None
    for shape in (BY, DASHED, CREDITED):
        if (match := shape.fullmatch(text)) and _named(match["name"]):
            return match.span("name")
    return None


def alone(text: str) -> tuple[int, int] | None:
    """Return where the name stands in a line that holds but names, or one agency."""
    if len(text) > LONGEST:
        return None
    match = ALONE.fullmatch(text)
    if not match or not _named(match["name"]):
        return None
    shouting = text.isupper() and not re.fullmatch(AGENCIES, match["name"])
    return None if shouting else match.span("name")


def is_affiliation(text: str) -> bool:
    """Tell whether a line under a name says whom the writer works for ("BBC News, Kyiv")."""
    return len(text.split()) <= LONGEST_AFFILIATION and AFFILIATION.search(text) is not None


def dateline(text: str) -> tuple[int, tuple[int, int] | None]:
    """Return where a wire's "BEIRUT (Reuters) -" ends and the agency's name; 0 if there is none."""
    if match := DATELINE.match(text[:LONGEST]):
        return match.end(), match.span("name")
    match = PLACED.match(text[:LONGEST])
    if not match or len(text) - match.end() < SHORTEST_STORY or text[:400].isupper():
        return 0, None
    return match.end(), None


def signature(text: str) -> tuple[int, tuple[int, int]] | None:
    """Return where "--AFP" at a paragraph's end begins, and the name behind that place."""
    at = max(0, len(text) - 40)
    match = SIGNED.search(text, at)
    if not match or not match.start():
        return None
    begin = match.start() + len(match[0]) - len(match[0].lstrip())
    return begin, (match.start("name") - begin, match.end("name") - begin)


def _named(words: str) -> bool:
    """Tell whether each word is written as a name is."""
    if re.fullmatch(AGENCIES, words):
        return True
    parts = re.findall(r"[^\s,&]+", words)
    return all(part[0].isupper() or SMALL.fullmatch(part) for part in parts) and not any(
        part.lower() in listed("no-name") for part in parts
    )
