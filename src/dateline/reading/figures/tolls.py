"""Every toll of a paragraph."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from dateline.codebook import Category, Toll
from dateline.reading.figures.containing import container
from dateline.reading.figures.counting import counting, is_whole
from dateline.reading.figures.found import FoundToll
from dateline.reading.figures.governing import governed
from dateline.reading.figures.phrase import Phrase, groups, lemma, phrases
from dateline.reading.figures.running import cumulative, toll_before
from dateline.reading.figures.singles import singles, who, words_at
from dateline.reading.figures.state import states
from dateline.reading.figures.vocabulary import OBJECTS, OF, THINGS

BOTH: Final[tuple[Category, ...]] = ("killed", "injured")
Triggers = list[tuple[Category, Token]]


def tolls(doc: Doc) -> list[FoundToll]:
    """Return the tolls of a paragraph in the order of their words."""
    text = doc.text
    every = list(phrases(doc))
    counted = counting(every)
    numbers = [phrase.number for phrase in every]
    told = [
        described_so(phrase) if is_whole(phrase, numbers) else triggers(phrase)
        for phrase in counted
    ]
    held = [container(phrase, counted) for phrase in counted]
    found: list[FoundToll] = []
    known = {phrase.count.start: own for phrase, own in zip(counted, told, strict=True)}
    for phrase, own, inside in zip(counted, told, held, strict=True):
        inherited = known[inside.count.start] if inside else []
        found += together(phrase, own or inherited, inside, text)
    taken = {n for toll in found for n in range(*toll.toll.at)}
    found += [one for one in persons(doc) if one.toll.at[0] not in taken]
    return sorted(contained(found), key=lambda toll: toll.toll.at)


def triggers(phrase: Phrase) -> Triggers:
    """Return what a phrase is a toll of, none where it is none, two for "killed and wounded"."""
    if lemma(phrase.noun) == "casualty":
        return [(category, phrase.noun) for category in BOTH]
    if state := states(phrase):
        return state
    found = governed(phrase.head, phrase.noun) or toll_before(phrase.number)
    return [found, *sharing(*found)] if found else []


def described_so(phrase: Phrase) -> Triggers:
    """Return the state that stands right behind a whole: "one of the 90 injured died"."""
    return [found for found in states(phrase) if found[1].i == phrase.last.i + 1]


def sharing(category: Category, trigger: Token) -> Iterator[tuple[Category, Token]]:
    """Yield the second word of one figure: "killed and wounded dozens"."""
    row = [trigger.head] if trigger.dep_ == "conj" else []
    for other in (*row, *(child for child in trigger.children if child.dep_ == "conj")):
        word = other.lemma_.lower()
        second = OBJECTS.get(word) or OF.get(word)
        if abs(trigger.i - other.i) == 2 and {category, second} == set(BOTH) and second:
            yield second, other


def together(
    phrase: Phrase, own: Triggers, inside: Phrase | None, text: str
) -> Iterator[FoundToll]:
    """Yield the tolls of one phrase."""
    count = phrase.count
    shared = len(own) > 1 and count.high != 0
    nothing = count.high == 0 and any(category in THINGS.values() for category, _ in own)
    for category, trigger in () if nothing else own:
        start, end = phrase.at
        if trigger.i == phrase.last.i + 1 and phrase.noun is phrase.number:
            end = trigger.idx + len(trigger.text)
        toll = Toll(
            category,
            groups(phrase.noun),
            count.low,
            count.high,
            text[start:end],
            (start, end),
            approximate=count.approximate,
            cumulative=cumulative(phrase.number, trigger),
        )
        yield FoundToll(toll, place(trigger), inside.at if inside else None, shared)


def contained(found: list[FoundToll]) -> Iterator[FoundToll]:
    """Yield the tolls, with containment only where the containing toll was found too."""
    ends = {each.toll.at[0]: each.toll.at for each in found}
    for each in found:
        yield replace(each, part_of=ends.get(each.part_of[0]) if each.part_of else None)


def persons(doc: Doc) -> Iterator[FoundToll]:
    """Yield a toll of one for each person who is named without a number."""
    text = doc.text
    for category, trigger, noun in singles(doc):
        start, end = words_at(noun)
        toll = Toll(category, groups(who(noun)), 1, 1, text[start:end], (start, end))
        yield FoundToll(toll, place(trigger))


def place(token: Token) -> tuple[int, int]:
    """Return where a token stands."""
    return token.idx, token.idx + len(token.text)
