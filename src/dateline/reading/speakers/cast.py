"""Who "he", "the ministry" and "Shahid" are: a report's names in the order of their mention."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from spacy.tokens import Doc, Span

from dateline.codebook import At
from dateline.reading.speakers.attribution import Attribution
from dateline.reading.speakers.lexicon import listed
from dateline.reading.speakers.makers import maker
from dateline.reading.speakers.mention import Mention, antecedent, initials, mention
from dateline.reading.speakers.roles import Kind

FARTHEST = 200
"""How many mentions back a pronoun or a role may point."""
NEAR = 20
"""How many mentions later "a monitoring group" may be named."""
PERSONS = frozenset({"he", "she", "him", "her", "his", "who"})
BODIES = frozenset({"it", "its", "which", "that"})
ANY = frozenset({"they", "their", "them"})


@dataclass(frozen=True)
class Known:
    """A name where it was met."""

    paragraph: int
    start: int
    mention: Mention
    speaks: bool
    says: bool = False
    """Whether it is the source of an attribution."""


class Cast:
    """The names of a report's paragraphs."""

    def __init__(self, docs: Sequence[Doc], found: Sequence[Sequence[Attribution]]) -> None:
        self._docs = docs
        known = [one for index, doc in enumerate(docs) for one in _known(index, doc, found[index])]
        self._known = sorted(known, key=lambda one: (one.paragraph, one.start, one.speaks))
        self._places = [(one.paragraph, one.start) for one in self._known]

    def name(self, paragraph: int, at: At) -> str:
        """Return the name in full of whoever these words stand for, else the words without
        their article. Offsets are the paragraph's."""
        doc = self._docs[paragraph]
        one = mention(doc, at)
        if one is None:
            return doc.text[slice(*at)]
        return self._resolved(doc, paragraph, at, one) or one.name

    def description(self, name: str) -> str:
        """Return what the report says of them where it names them: title, then apposition."""
        parts: dict[str, None] = {}
        for known in self._known:
            if known.mention.name == name:
                parts.update(dict.fromkeys((known.mention.title, known.mention.description)))
        return "; ".join(part for part in parts if part)

    def _resolved(self, doc: Doc, paragraph: int, at: At, one: Mention) -> str | None:
        if one.proper:
            return self._full(paragraph, at[0], one) or self._headed(paragraph, at[0], one)
        word = one.words.lower()
        if word in {"who", "which", "that"}:
            return self._relative(doc, paragraph, at)
        if word in PERSONS:
            return self._latest(paragraph, at[0], "person")
        if word in BODIES | ANY:
            return self._latest(paragraph, at[0], "body")
        return self._role(paragraph, at[0], one)

    def _relative(self, doc: Doc, paragraph: int, at: At) -> str | None:
        token = next((token for token in doc if token.idx == at[0]), None)
        head = None if token is None else antecedent(token)
        if head is None:
            return None
        last = max([head.i, *(t.i for t in head.children if t.dep_ in {"compound", "appos"})])
        start, end = head.left_edge.idx, doc[last].idx + len(doc[last])
        return self.name(paragraph, (start, min(end, at[0])))

    def _full(self, paragraph: int, start: int, one: Mention) -> str | None:
        """Return the longer name that a surname or initials stand for."""
        short = one.name.lower().replace(".", "")
        for known in self._before(paragraph, start):
            longer = known.mention
            if longer.proper and len(longer.name) > len(one.name) and _shortens(short, longer):
                return longer.name
        return None

    def _headed(self, paragraph: int, start: int, one: Mention) -> str | None:
        """Return the longer name that "the Observatory" is the main word of."""
        first, word = one.words.lower().split()[0], one.name.lower()
        if first != "the" or word not in listed("monitor") | listed("generic"):
            return None
        proper = (k.mention.name for k in self._before(paragraph, start) if k.mention.proper)
        return next((name for name in proper if word in name.lower().split()[:-1]), None)

    def _latest(self, paragraph: int, start: int, kind: Kind) -> str | None:
        """Return the last of that kind who spoke or acted; of unknown kind, one who spoke first."""
        before = [one for one in self._before(paragraph, start) if one.speaks]
        fit = [one for one in before if one.mention.kind in {kind, None}]
        sure = (one for one in fit if one.says or one.mention.kind == kind)
        known = next(sure, next(iter(fit), None))
        if known is None:
            return None
        one = known.mention
        find = self._full if one.proper else self._role
        return find(known.paragraph, known.start, one) or one.name

    def _role(self, paragraph: int, start: int, one: Mention) -> str | None:
        """Return whom "the ministry", "the spokesman" means; only "the" points back.

        News opens with "a monitoring group" and names it a little later.
        """
        first, word = one.words.lower().split()[0], one.head
        is_generic = word in listed("generic")
        if first in {"a", "an"}:
            return self._introduced(paragraph, start) if is_generic else None
        if first not in {"the", "this", "that"}:
            return None
        named = self._called(paragraph, start, word)
        return named or (self._latest(paragraph, start, "body") if is_generic else None)

    def _called(self, paragraph: int, start: int, word: str) -> str | None:
        """Return the last name that has the word; else the last with it in title or description."""
        proper = [k.mention for k in self._before(paragraph, start) if k.mention.proper]
        inside = (one.name for one in proper if word in one.name.lower().split())
        beside = (f"{one.title} {one.description}".lower().split() for one in proper)
        described = (one.name for one, said in zip(proper, beside, strict=True) if word in said)
        return next(inside, None) or next(described, None)

    def _introduced(self, paragraph: int, start: int) -> str | None:
        """Return the next source that is a body of those who monitor."""
        first = bisect_left(self._places, (paragraph, start))
        for known in islice(self._known, first, first + NEAR):
            words = known.mention.name.lower().split()
            if known.speaks and known.mention.proper and not listed("monitor").isdisjoint(words):
                return known.mention.name
        return None

    def _before(self, paragraph: int, start: int) -> Iterator[Known]:
        last = bisect_left(self._places, (paragraph, start))
        return islice((self._known[i] for i in range(last - 1, -1, -1)), FARTHEST)


def _shortens(short: str, known: Mention) -> bool:
    if short == known.short.lower():
        return True
    words = known.name.lower().split()
    return len(words) > 1 and (short == words[-1] or _initials(short, known.name))


def _initials(short: str, name: str) -> bool:
    """Return whether "mod" are the last initials of Russian Ministry of Defence."""
    return len(short) > 1 and any(letters.endswith(short) for letters in initials(name))


def _extended(chunk: Span) -> At:
    """Return the name with the "of Defence" that the parse hangs below it."""
    doc, end = chunk.doc, chunk.end
    while end + 1 < len(doc) and doc[end].lower_ in {"of", "for"} and doc[end + 1].pos_ == "PROPN":
        end += 2
        while end < len(doc) and doc[end].pos_ == "PROPN":
            end += 1
    last = doc[end - 1]
    return chunk.start_char, last.idx + len(last)


def _known(paragraph: int, doc: Doc, found: Sequence[Attribution]) -> Iterator[Known]:
    """Yield the names of a paragraph: its sources, and the other names that stand in it."""
    for said in (one.source for one in found if one.source is not None):
        at = maker(doc, said) or said
        one = mention(doc, at)
        if one is not None and not one.pronoun:
            yield Known(paragraph, at[0], one, True, True)
    for chunk in doc.noun_chunks:
        if chunk.root.pos_ == "PROPN":
            one = mention(doc, _extended(chunk))
            if one is not None and one.proper:
                yield Known(paragraph, chunk.start_char, one, chunk.root.dep_ == "nsubj")
