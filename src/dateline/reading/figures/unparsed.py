"""Tolls of a text that no parser reads here: Arabic, Russian, Ukrainian, by the words near by."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Final, cast

from dateline.codebook import At, Category, Group, Toll
from dateline.codebook.counts import Count, counts
from dateline.codebook.counts.tokens import fold
from dateline.reading.figures.found import FoundToll

AHEAD: Final = 60
"""Code points behind a figure within which its word may stand ("12 قتيلا")."""
BEFORE: Final = 60
"""Code points before a figure ("погибли 12 человек")."""
STOP: Final = re.compile(r"[.!?؟؛;\n](?!\d)")
WORD: Final = re.compile(r"(?:[^\W\d_][\u064b-\u065f\u0670]*)+")
VOWELS: Final = re.compile(r"[\u064b-\u065f\u0670]")
"""Arabic's signs for short vowels, which few write: "قُتل" is "قتل"."""
CLITICS: Final = re.compile("^(?:وال|بال|فال|ال|و|ب|ل|ف)")
DESTROYED: Final = ("уничтож", "знищ")
"""Words of harm to people; of things they say another."""
JOINED: Final = re.compile(r"[^\W\d_]*\s*,?\s*(?:و|и|й|та|і|а также|а також)\s*")
"""What may stand between two figures of one word of harm, the first one's noun with it."""
AMONG: Final = re.compile(
    r"[^.\n]{0,40}?(?:сред[иі] них|серед них|в том числе|(?:в|у) тому числі|(?:من )?بينهم)\s*:?\s*"
)


@dataclass(frozen=True)
class Near:
    """A word of harm beside a figure."""

    category: Category
    at: At


def _stems(name: str, key: str) -> tuple[tuple[str, str, str], ...]:
    text = (files("dateline.reading") / "data" / name).read_text(encoding="utf-8")
    return tuple(
        (row.get("language", ""), row[key], stem)
        for row in csv.DictReader(text.splitlines())
        for stem in row["stems"].split("|")
    )


HARM: Final = _stems("harm-words.csv", "category")
WHO: Final = _stems("group-words.csv", "group")


def unparsed_tolls(text: str, language: str) -> list[FoundToll]:
    """Return the tolls of a text in Arabic ("ar"), Russian ("ru") or Ukrainian ("uk").

    A figure takes the nearest word of harm of its sentence that no figure before it has taken.
    Speaker, part and period are not read.
    """
    found = [count for count in counts(text, language) if count.counted]
    folded = fold(text)
    tolls: list[FoundToll] = []
    free = 0
    for n, count in enumerate(found):
        until = found[n + 1].start if n + 1 < len(found) else len(text)
        near = nearest(folded, count, (free, until), language)
        free = max(count.end, near.at[1]) if near else count.end
        if near is not None:
            tolls.append(toll(text, folded, count, near, until))
        elif tolls and (shared := sharing(folded, found[n - 1], count, tolls[-1])):
            own = toll(text, folded, count, shared, until)
            among = AMONG.fullmatch(folded, found[n - 1].end, count.start)
            tolls.append(replace(own, part_of=tolls[-1].toll.at if among else None))
    return tolls


def sharing(folded: str, before: Count, count: Count, told: FoundToll) -> Near | None:
    """Return the word of harm of the figure right before, where it holds for this one too.

    "12 مدنيا وثلاث نساء", "12 человек, среди них двое детей".
    """
    if count.unit != "people" or told.toll.at[0] != before.start:
        return None
    between = before.end, count.start
    joins = JOINED.fullmatch(folded[slice(*between)].lstrip())
    among = AMONG.fullmatch(folded, *between)
    return Near(told.category, told.trigger) if joins or among else None


def nearest(folded: str, count: Count, room: At, language: str) -> Near | None:
    """Return the word of harm that a figure belongs to: right behind it, before it, or behind."""
    back = min(max(room[0], count.start - BEFORE), count.start)
    stops = [stop.end() for stop in STOP.finditer(folded, back, count.start)]
    ahead = stretch(folded, count.end, min(room[1], count.end + AHEAD))
    following = befitting(words(folded, ahead, language), folded, count)
    inside = words(folded, (count.start, count.end), language)
    behind = words(folded, (stops[-1] if stops else back, count.start), language)[::-1]
    behind = befitting(behind, folded, count)
    right = [hit for hit in following if hit.at[0] <= count.end + 1]
    return next(iter((*inside, *right, *behind, *following)), None)


def befitting(found: Sequence[Near], folded: str, count: Count) -> list[Near]:
    """Return the words that may be said of what is counted: things destroyed are not killed."""
    people = count.unit == "people"
    return [one for one in found if people or not folded.startswith(DESTROYED, one.at[0])]


def stretch(folded: str, start: int, end: int) -> At:
    """Return a stretch up to the end of its sentence."""
    stop = STOP.search(folded, start, end)
    return start, stop.start() if stop else end


def words(folded: str, at: At, language: str) -> list[Near]:
    """Return the words of harm in a stretch."""
    return [
        Near(cast(Category, category), match.span())
        for match in WORD.finditer(folded, *at)
        for spoken, category, stem in HARM
        if spoken == language and begins(match.group(), stem)
    ]


def begins(word: str, stem: str) -> bool:
    """Whether a word is a form of a stem, also behind letters that are written to it."""
    word = VOWELS.sub("", word)
    return word.startswith(stem) or (word >= "\u0600" and CLITICS.sub("", word).startswith(stem))


def toll(text: str, folded: str, count: Count, near: Near, until: int) -> FoundToll:
    """Return the toll of a figure and its word; a noun right behind belongs to its words."""
    noun = WORD.match(folded, count.end + 1) if folded[count.end : count.end + 1] == " " else None
    end = noun.end() if noun and noun.end() <= until else count.end
    made = Toll(
        near.category,
        groups(folded[count.start : end]),
        count.low,
        count.high,
        text[count.start : end],
        (count.start, end),
        approximate=count.approximate,
    )
    return FoundToll(made, near.at)


def groups(words: str) -> tuple[Group, ...]:
    """Return who was counted, by the stems in the toll's words."""
    return tuple(_groups(words)) or ("unknown",)


def _groups(words: str) -> Iterator[Group]:
    said = WORD.findall(words)
    known = dict.fromkeys(who for _, who, stem in WHO if any(begins(word, stem) for word in said))
    yield from (cast(Group, who) for who in known)
