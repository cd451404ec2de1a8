"""From what was found in a paragraph to its claims, one a happening, else one a sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from spacy.tokens import Doc, Span, Token

from dateline.codebook import Actor, At, Claim, Speaker, Target, Toll
from dateline.dates import Expression
from dateline.reading import moments, spots
from dateline.reading.apportioning import apart, owned
from dateline.reading.coding import SPEECH, code
from dateline.reading.events import EventMention, Role
from dateline.reading.figures import FoundToll
from dateline.reading.happenings import happenings
from dateline.reading.hedges import FoundHedge, FoundNegation
from dateline.reading.itself import speaking
from dateline.reading.kinds import kind
from dateline.reading.parties import parties
from dateline.reading.passage import Passage, sentences
from dateline.reading.predicate import predicate
from dateline.reading.quoting import covering, quoted, trimmed, within
from dateline.reading.saying import says_nothing
from dateline.reading.speakers import Voices
from dateline.reading.spot import Spot
from dateline.reading.sureness import sureness

HEADING: Final = frozenset({"headline", "caption"})
ITSELF: Final = frozenset({"we", "i", "you"})


@dataclass(frozen=True)
class Findings:
    """All that was found in one passage. Moments and spots count in the text, the rest in it."""

    events: Sequence[EventMention]
    tolls: Sequence[FoundToll]
    hedges: Sequence[FoundHedge]
    negations: Sequence[FoundNegation]
    moments: Sequence[Expression]
    spots: Sequence[Spot]
    owners: tuple[Speaker, ...]
    """Who is quoted in it, from within outwards."""


class Drafter:
    """Puts the claims of one passage together."""

    def __init__(self, passage: Passage, number: int, found: Findings, voices: Voices) -> None:
        self.passage, self.number, self.found, self.voices = passage, number, found, voices
        self.text = passage.doc.text

    def claims(self) -> Iterator[Claim]:
        """Give the claims in the order of their sentences."""
        for sentence in sentences(self.passage):
            yield from self._of_sentence(sentence)

    def _of_sentence(self, sentence: Span) -> Iterator[Claim]:
        at = trimmed(sentence)
        if self.text[slice(*at)].endswith("?"):
            return
        inside = [one for one in self.found.events if within((one.start, one.end), at)]
        happened = happenings(inside, self.passage.doc)
        if happened:
            told = [quoted(one, one.clause if len(happened) > 1 else at) for one in happened]
            for event in told:
                yield from self._of_event(sentence, event, told)
        elif self.passage.block.role not in HEADING and not says_nothing(
            sentence, self.found.owners
        ):
            yield self._claim(sentence, None, at, self.found.tolls)

    def _of_event(
        self, sentence: Span, event: EventMention, told: Sequence[EventMention]
    ) -> Iterator[Claim]:
        """Give the claims of one event: one, or one a place where each has tolls of its own."""
        doc = self.passage.doc
        tolls = owned(self.found.tolls, event, told, doc)
        places = [(self._here(one.at), one.place.name) for one in self.found.spots if one.is_fine]
        for part in apart(event, tolls, places, doc):
            yield self._claim(sentence, part, part.clause, tolls)

    def _claim(
        self, sentence: Span, event: EventMention | None, quote: At, tolls: Sequence[FoundToll]
    ) -> Claim:
        trigger = self._trigger(sentence, event)
        quote = covering(quote, trigger)
        heard = [one for i, one in self.voices.heard(self.number, trigger) if i == self.number]
        speakers = self._speakers(trigger)
        hedge = sureness(self.found.hedges, heard, trigger, self.text)
        negation = next((n for n in self.found.negations if within(trigger, n.scope)), None)
        words = self.passage.doc.char_span(*quote, alignment_mode="expand") or sentence
        deed = event is not None and event.code not in SPEECH
        told = [one for one in heard if not (deed and within(trigger, one.cue))]
        said = [one.said_when for one in told if one.said_when]
        itself = speaking(event, heard, self.passage.doc) if event else None
        actor = [(event.actor.start, event.actor.end)] if event and event.actor else []
        taken = actor + [one.source for one in heard if one.source]
        figures = self._tolls(tolls, quote)
        main = predicate(_token_at(self.passage.doc, trigger, sentence))
        of = kind(event, main, words, hedge.cls, figures, spoken=bool(speakers))
        return Claim(
            quote=self.text[slice(*quote)],
            start=self._at(quote)[0],
            end=self._at(quote)[1],
            kind=of,
            event=code(event, of, self.text[slice(*quote)], figures),
            event_words=event.words if event else "",
            event_at=self._at((event.start, event.end)) if event else None,
            speakers=speakers,
            said_when=moments.told(self.found.moments, self._at(said[0])) if said else None,
            negated=negation is not None,
            negation_words=negation.words if negation else "",
            negation_at=self._at(negation.at) if negation else None,
            actor=self._itself(itself) if itself else self._actor(event),
            target=self._target(event.target) if event and event.target else None,
            place=spots.meant(
                self.found.spots,
                self._at(quote),
                self._at(trigger),
                [self._at(one) for one in taken],
                self._at((event.target.start, event.target.end))
                if event and event.target
                else None,
            ),
            when=moments.meant(
                self.found.moments,
                self._at(quote),
                self._at(trigger),
                [self._at(one) for one in said],
            ),
            tolls=figures,
            hedge=replace(hedge, at=self._at(hedge.at)) if hedge.at else hedge,
        )

    def _trigger(self, sentence: Span, event: EventMention | None) -> At:
        """Return the words that the claim stands on: what happened, else the verb of what is said.

        "Activists said that it was quiet" claims quiet, and rests on "was".
        """
        if event:
            return event.start, event.end
        root = _root(sentence)
        said = (one for one in self.voices.attributions[self.number] if within(root, one.cue))
        content = next((one.content for one in said if one.content), None)
        words = self.passage.doc.char_span(*content, alignment_mode="expand") if content else None
        return _root(words) if words else root

    def _speakers(self, trigger: At) -> tuple[Speaker, ...]:
        """Return who says it, the passage's owners outermost; nobody twice, nobody unnamed.

        "We" and "I" are whose words the passage is, and the page itself where it quotes nobody.
        """
        chain = (*self.voices.chain(self.number, trigger), *self.found.owners)
        named = (one for one in chain if one.name and one.name.lower() not in ITSELF)
        return tuple({one.name: one for one in named}.values())

    def _tolls(self, tolls: Sequence[FoundToll], quote: At) -> tuple[Toll, ...]:
        """Return the figures of the quote; one that counts dead and injured together is neither."""
        inside = (one for one in tolls if within(one.toll.at, quote) and not one.shared)
        return tuple(replace(one.toll, at=self._at(one.toll.at)) for one in inside)

    def _actor(self, event: EventMention | None) -> Actor | None:
        if event is None or event.actor is None:
            return None
        role = event.actor
        return Actor(role.name, role.words, self._at((role.start, role.end)))

    def _itself(self, at: At) -> Actor:
        """Return the speaker who stands here as the one who did it."""
        doc = self.passage.doc
        party = next((one for one in parties(doc) if at[0] <= one.start < at[1] and one.name), None)
        name = party.name if party else self.voices.cast.name(self.number, at)
        return Actor(name, self.text[slice(*at)], self._at(at))

    def _target(self, role: Role) -> Target:
        return Target(
            role.name, role.kind or "people", role.words, self._at((role.start, role.end))
        )

    def _at(self, at: At) -> At:
        """Return offsets of the whole text."""
        return at[0] + self.passage.start, at[1] + self.passage.start

    def _here(self, at: At) -> At:
        """Return offsets of the passage."""
        return at[0] - self.passage.start, at[1] - self.passage.start


def _token_at(doc: Doc, at: At, sentence: Span) -> Token:
    words = doc.char_span(*at, alignment_mode="expand")
    return words.root if words else sentence.root


def _root(sentence: Span) -> At:
    root = sentence.root
    return root.idx, root.idx + len(root.text)
