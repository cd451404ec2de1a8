"""Who says what in a whole report: for any words of it, the speakers from the origin outwards."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Span

from dateline.codebook import At, Speaker
from dateline.reading.speakers.attribution import Attribution
from dateline.reading.speakers.carried import Carried, carried
from dateline.reading.speakers.cast import Cast
from dateline.reading.speakers.find import attributions
from dateline.reading.speakers.makers import employer, maker

SPEAKING = frozenset({"says", "shows"})
Heard = tuple[int, Attribution]
"""A paragraph's number, and an attribution that stands in it."""


class Voices:
    """The speakers of a report.

    `docs` are its paragraphs, `starts` says where in the report's text each of them begins.
    """

    def __init__(self, docs: Sequence[Doc], starts: Sequence[int]) -> None:
        self.attributions = [attributions(doc) for doc in docs]
        self.cast = Cast(docs, self.attributions)
        self._docs = docs
        self._texts = [doc.text for doc in docs]
        self.starts = starts
        self._carried = carried(docs, self.attributions)

    def carried(self, paragraph: int) -> tuple[Carried, ...]:
        """Return what goes on in a paragraph from an earlier one."""
        return self._carried[paragraph]

    def heard(self, paragraph: int, at: At) -> list[Heard]:
        """Return the attributions whose content covers words of a paragraph, innermost first."""
        own = [(paragraph, one) for one in self.attributions[paragraph] if _covers(one, at)]
        own.sort(key=lambda heard: (_width(heard[1], at), -heard[1].cue[0]))
        more = (one for one in self._carried[paragraph] if _within(at, one.content))
        return own + [(one.paragraph, one.attribution) for one in more]

    def chain(self, paragraph: int, at: At) -> tuple[Speaker, ...]:
        """Return who says the words of a paragraph: who said it first, then who relays it.

        `at` counts in the paragraph, the speakers' own `at` in the report. Empty where the report
        speaks in its own voice. A speaker whom nobody names ("reports emerged") has the name "".
        """
        all_heard = self.heard(paragraph, at)
        heard = [(i, one) for i, one in all_heard if one.act in SPEAKING and not one.negated]
        speakers = (one for i, said in heard for one in self._speakers(i, said))
        return tuple({(one.name, one.at): one for one in speakers}.values())

    def _speakers(self, paragraph: int, said: Attribution) -> Iterator[Speaker]:
        """Yield the source of one attribution, and the outlet that it was told to."""
        if said.source is None:
            yield self._speaker(paragraph, said.cue, said.verb, "")
            return
        yield from self._cited(paragraph, said)
        made = maker(self._docs[paragraph], said.source)
        name = self.cast.name(paragraph, made or said.source)
        yield self._speaker(paragraph, said.source, said.verb, name)
        for outlet in self._outlets(paragraph, said, said.source):
            yield self._speaker(paragraph, outlet, "reported", self.cast.name(paragraph, outlet))

    def _cited(self, paragraph: int, said: Attribution) -> Iterator[Speaker]:
        """Yield whom the source cites: "reported, citing rebel commanders, that …"."""
        for one in self.attributions[paragraph]:
            same = one.verb == "cited" and one.source == said.source and one is not said
            if same and one.content is not None and self._together(paragraph, one, said):
                name = self.cast.name(paragraph, one.content)
                yield self._speaker(paragraph, one.content, "said", name)

    def _together(self, paragraph: int, one: Attribution, other: Attribution) -> bool:
        """Return whether both cues stand in one sentence."""
        start, end = sorted((one.cue[0], other.cue[0]))
        return ". " not in self._texts[paragraph][start:end]

    def _outlets(self, paragraph: int, said: Attribution, source: At) -> Iterator[At]:
        """Yield who passes it on: the source's employer, and the agency that was told."""
        doc = self._docs[paragraph]
        owner = employer(doc, source)
        if owner is not None:
            yield owner
        told = None if said.listener is None else doc.char_span(*said.listener)
        if told is not None and _is_outlet(told):
            yield told.start_char, told.end_char

    def _speaker(self, paragraph: int, at: At, verb: str, name: str) -> Speaker:
        start = self.starts[paragraph]
        words = self._texts[paragraph][slice(*at)]
        return Speaker(name, verb, words, (start + at[0], start + at[1]))


def _is_outlet(told: Span) -> bool:
    named = told.root.pos_ == "PROPN" or told.text.isupper()
    return named and told.root.ent_type_ != "PERSON"


def _covers(one: Attribution, at: At) -> bool:
    return any(_within(at, part) for part in one.contents) or _calls(one, at)


def _calls(one: Attribution, at: At) -> bool:
    """Tell whether the words are the saying itself: who condemns says so."""
    return one.source is not None and bool(one.contents) and _within(at, one.cue)


def _within(inner: At, outer: At) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _width(one: Attribution, at: At) -> int:
    widths = (part[1] - part[0] for part in one.contents if _within(at, part))
    return min(widths, default=0)
