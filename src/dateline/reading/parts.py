"""A text in several languages, paragraph by paragraph: each language with its own part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dateline.codebook import At
from dateline.reading.languages import language_of

SCRIPTS: Final = {
    "arabic": re.compile("[\u0600-\u06ff]"),
    "cyrillic": re.compile("[\u0400-\u04ff]"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]"),
}
UKRAINIAN: Final = re.compile("[іїєґ]", re.IGNORECASE)
RUSSIAN: Final = re.compile("[ыэёъ]", re.IGNORECASE)
PARAGRAPH: Final = re.compile(r"[^\n]+")
COVERED: Final = re.compile(r"[^\n]")


@dataclass(frozen=True)
class Part:
    """What a text says in one language."""

    language: str
    """ISO 639-1; "" where nobody could tell."""
    text: str
    """As long as the whole text: blanks stand where another language is spoken."""


def parts(text: str) -> list[Part]:
    """Return a text's parts, one for each language, in the order in which they begin.

    Languages of one script are not told apart, but for Russian and Ukrainian. A line without
    letters belongs to the paragraph before it, or to the first.
    """
    told = _voiced(text)
    by_script: dict[str, list[tuple[str, At]]] = {}
    for script, at in told:
        by_script.setdefault(script.partition("-")[0], []).append((script, at))
    if len(told) == 0:
        return [Part(language_of(text), text)]
    spoken = {
        name: language_of(text if len(by_script) == 1 else _joined(text, held))
        for name, held in by_script.items()
    }
    stretches: dict[str, list[At]] = {}
    for script, at in told:
        stretches.setdefault(_language(script, spoken), []).append(at)
    if len(stretches) == 1:
        return [Part(next(iter(stretches)), text)]
    return [Part(language, _alone(text, at)) for language, at in stretches.items()]


def _voiced(text: str) -> list[tuple[str, At]]:
    """Return each paragraph with its script; what has no letters joins what stands before."""
    found: list[tuple[str, At]] = []
    waiting: list[At] = []
    for paragraph in PARAGRAPH.finditer(text):
        script = _script(paragraph.group()) or (found[-1][0] if found else "")
        if not script:
            waiting.append(paragraph.span())
            continue
        found += [*((script, at) for at in waiting), (script, paragraph.span())]
        waiting = []
    return found


def _script(paragraph: str) -> str:
    """Return the script of most letters, with "-uk" or "-ru" where letters tell them apart."""
    count = {name: len(pattern.findall(paragraph)) for name, pattern in SCRIPTS.items()}
    count["other"] = sum(map(str.isalpha, paragraph)) - sum(count.values())
    most = max(count, key=count.__getitem__)
    if count[most] <= 0:
        return ""
    if most != "cyrillic":
        return most
    letters = bool(UKRAINIAN.search(paragraph)), bool(RUSSIAN.search(paragraph))
    return {(True, False): "cyrillic-uk", (False, True): "cyrillic-ru"}.get(letters, most)


def _language(script: str, spoken: dict[str, str]) -> str:
    """Return a paragraph's language; letters decide only between Russian and Ukrainian."""
    name, _, letters = script.partition("-")
    whole = spoken[name]
    return letters if letters and whole in ("ru", "uk") else whole


def _joined(text: str, held: list[tuple[str, At]]) -> str:
    return "\n".join(text[slice(*at)] for _, at in held)


def _alone(text: str, kept: list[At]) -> str:
    return "".join(_blanked(text, kept))


def _blanked(text: str, kept: list[At]) -> Iterator[str]:
    """Give a text with blanks where nothing is kept; its lines stay lines."""
    end = 0
    for start, stop in kept:
        yield COVERED.sub(" ", text[end:start])
        yield text[start:stop]
        end = stop
    yield COVERED.sub(" ", text[end:])
