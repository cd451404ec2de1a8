"""A figure that differs from the claim that its words are marked with."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from dateline.codebook import Category, Claim, Toll
from dateline.codebook.counts import Count, counts
from dateline.codebook.counts.tokens import fold
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.lexicon import any_of, past, rows
from dateline.reading.warning.numerals import written
from dateline.reading.warning.passage import Marked
from dateline.reading.warning.warned import Fix, Known, Warned

REACH: Final = 40
"""Code points between a figure and the word that says what it counts."""
PARTED: Final = re.compile(r"[.;,،؛]|\b(?:and|or|but|и|а|та|й|или|або)\b|\bو")
"""What stands between a figure and the word of another one."""
NEARLY: Final = 0.8
"""A looser bound that is this near to the figure says nothing else: "more than 50" of 52."""


def _harm() -> Mapping[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    english: dict[str, list[str]] = {}
    for row in rows("harm"):
        for word in row["words"].split("|"):
            forms = past(word) if row["how"] in ("object", "subject") else (word, f"{word}s")
            english.setdefault(row["category"], []).extend(forms)
    found = {"en": tuple((name, _words(any_of(words))) for name, words in english.items())}
    for language in ("ar", "ru", "uk"):
        of = [row for row in rows("harm-words") if row["language"] == language]
        found[language] = tuple((row["category"], _stems(row["stems"], language)) for row in of)
    return MappingProxyType(found)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE)


def _stems(stems: str, language: str) -> re.Pattern[str]:
    joined = "(?:وال|بال|فال|ال|و|ب|ل|ف|ي|ت|ا)?" if language == "ar" else ""
    return re.compile(rf"\b{joined}(?:{stems})\w*")


def figures(draft: Draft, sentence: Sentence, known: Known) -> Iterator[Warned]:
    """Yield the figures in marked words that their claim puts otherwise."""
    for mark in sentence.marks:
        claim = known.claims.get(mark.claim)
        if claim and claim.tolls:
            yield from _in_mark(draft, sentence, mark, claim)


def _in_mark(draft: Draft, sentence: Sentence, mark: Marked, claim: Claim) -> Iterator[Warned]:
    found = [one for one in sentence.figures if one.counted and _is_in(one, sentence, mark)]
    for one in found:
        toll = _meant(one, sentence, draft.language, claim, alone=len(found) == 1)
        if toll and not _agrees(one, toll, claim):
            yield _warned(draft, sentence, one, toll)


def _is_in(one: Count, sentence: Sentence, mark: Marked) -> bool:
    return mark.start <= sentence.start + one.start and sentence.start + one.end <= mark.end


def _meant(
    one: Count, sentence: Sentence, language: str, claim: Claim, *, alone: bool
) -> Toll | None:
    """Return the claim's toll that a figure is of: of its category, or the only one."""
    category = _category(one, sentence.text, language)
    if category:
        same = [toll for toll in claim.tolls if toll.category == category]
        return same[0] if len(same) == 1 else None
    return claim.tolls[0] if alone and len(claim.tolls) == 1 else None


def _category(one: Count, text: str, language: str) -> Category | None:
    """Return what a figure counts, by the nearest word of harm: behind it, else before it."""
    folded = fold(text) if language != "en" else text
    behind, before = [], []
    for category, pattern in HARM.get(language, ()):
        for hit in pattern.finditer(folded, max(0, one.start - REACH), one.end + REACH):
            if hit.start() < one.start and not PARTED.search(folded, hit.end(), one.start):
                before.append((one.start - hit.end(), category))
            elif hit.start() >= one.start and not PARTED.search(folded, one.end, hit.start()):
                behind.append((hit.start() - one.start, category))
    near = sorted(behind) + sorted(before)
    return near[0][1] if near else None  # type: ignore[return-value]  # the data's categories


def _agrees(one: Count, toll: Toll, claim: Claim) -> bool:
    """Tell whether a figure says what the claim says, or what the claim's own words say."""
    if (one.low, one.high) == (toll.low, toll.high):
        return one.approximate or not toll.approximate
    if _rounds(one, toll):
        return True
    own = [(said.low, said.high) for said in counts(claim.quote)]
    others = [(each.low, each.high) for each in claim.tolls if each is not toll]
    return (one.low, one.high) in own and (one.low, one.high) not in others


def _rounds(one: Count, toll: Toll) -> bool:
    """Tell whether a figure is a looser word for the claim's: "dozens" or "more than 50" of 52."""
    if toll.low is None or one.low is None or one.high is not None or one.low > toll.low:
        return False
    return not any(ch.isdigit() for ch in one.words) or one.low >= NEARLY * toll.low


def _warned(draft: Draft, sentence: Sentence, one: Count, toll: Toll) -> Warned:
    start, end = sentence.start + one.start, sentence.start + one.end
    said = written(
        toll.low,
        toll.high,
        approximate=toll.approximate,
        language=draft.language,
        like=one.words,
    )
    claimed = f"{said[:1].lower()}{said[1:]} (“{toll.words}”)"
    why = f"The text says “{one.words}”; the claim says {claimed}."
    fix = Fix(start, end, said, f"write “{said}”")
    return Warned("number", start, end, one.words, why, fix)


HARM: Final = _harm()
"""Language → a category of tolls and the words that tell of it."""
