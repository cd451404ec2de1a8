"""Positions and the claims that give them, as an incident's page shows them side by side."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext

from dateline.live import address, codes
from dateline.live.evidence import speaking
from dateline.live.evidence.view import Evidence
from dateline.live.view import Link
from dateline.weighing.incident import Weighed
from dateline.weighing.positions import Asked as AskedOf
from dateline.weighing.positions import Position as PositionOf
from dateline.weighing.questions import Answer
from dateline.weighing.ranges import Range
from dateline.weighing.relations import Relation
from dateline.weighing.testimony import Testimony, Voice

from . import view


@dataclass(frozen=True)
class Teller:
    """Puts what was weighed into a reader's words, in the active language."""

    told: Mapping[str, Testimony]
    """By the claim's id."""
    reports: Mapping[str, Evidence]
    """By the report's id; none that is held."""
    relations: Mapping[str, Relation]
    private: frozenset[str]
    """Ids of voices that only reports of private persons name."""

    def saying(self, one: Testimony) -> view.Saying:
        """Return a claim with who said it, how, and where it stands."""
        report = self.reports[one.report]
        return view.Saying(
            claim=address.claim(one.id),
            speaker=self.name(one.voices[0]),
            via=tuple(self.name(voice) for voice in one.voices[1:]),
            relation=codes.words(codes.RELATIONS, self.relations[one.voices[0].id]),
            how=speaking.how(one.claim),
            hedge=speaking.hedge_words(one.claim, report),
            quote="" if report.private else one.claim.quote,
            language=report.language,
            said_at=one.said_at,
            said_day=one.dated,
            report=report,
            set_aside=one.set_aside,
        )

    def name(self, voice: Voice) -> str:
        """Return a voice's name, unless readers must not learn it."""
        return speaking.voice_name(voice, private=voice.id in self.private)

    def claims(self, ids: tuple[str, ...]) -> tuple[Link, ...]:
        """Return ways to claims, named by who speaks in them."""
        known = (self.told[one] for one in ids if one in self.told)
        return tuple(Link(address.claim(one.id), self.name(one.voices[0])) for one in known)

    def asked(self, one: AskedOf, weighed: Weighed) -> view.Asked:
        """Return a question with its positions."""
        positions = tuple(self._position(position) for position in one.positions)
        return view.Asked(
            code=one.question,
            question=codes.words(codes.QUESTIONS, one.question),
            standing=standing(one, weighed),
            positions=positions,
        )

    def _position(self, one: PositionOf) -> view.Position:
        sayings = tuple(self.saying(saying.testimony) for saying in one.sayings)
        return view.Position(
            answer=self.answer(one),
            relation=sayings[0].relation,
            sourcing=codes.words(codes.SOURCING, one.sourcing or ""),
            sayings=sayings,
            undisputed=one.undisputed,
        )

    def answer(self, one: PositionOf) -> str:
        """Return a position's answer in words."""
        first = one.sayings[0].testimony
        match one.answer.question:
            case "happened":
                return gettext("No") if one.answer.denied else gettext("Yes")
            case "who":
                return self._who(one.answer, first)
            case "what":
                return self._what(one.answer, first)
            case _:
                return harm(one.answer)

    def _who(self, answer: Answer, first: Testimony) -> str:
        actor = first.claim.actor
        named = actor and (answer.party or answer.name)
        if not named or actor is None:
            return gettext("Nobody is named")
        private = self.reports[first.report].private and not answer.party
        name = gettext("a person") if private else actor.name or actor.words
        return gettext("Not {name}").format(name=name) if answer.denied else name

    def _what(self, answer: Answer, first: Testimony) -> str:
        target = first.claim.target
        shown = target and not self.reports[first.report].private
        said = codes.target(answer.kind, target.name or target.words if target and shown else "")
        return gettext("Not {name}").format(name=said) if answer.denied else said


def harm(answer: Answer) -> str:
    """Return how many were harmed, how, and of which group."""
    said = counted(answer.category or "", Range(answer.low, answer.high))
    if answer.groups:
        groups = gettext(", ").join(codes.words(codes.GROUPS, group) for group in answer.groups)
        said = gettext("{figure} ({groups})").format(figure=said, groups=groups)
    return gettext("Not so: {figure}").format(figure=said) if answer.denied else said


def counted(category: str, range_: Range | None) -> str:
    """Return a number with what it counts: "12 to 17 killed"."""
    noun = codes.words(codes.CATEGORIES, category)
    return gettext("{number} {counted}").format(number=codes.number(range_), counted=noun)


def standing(one: AskedOf, weighed: Weighed) -> str:
    """Say in a few words how a question stands."""
    answered = [position for position in one.positions if position.sourcing]
    if not answered:
        return gettext("not said")
    if one.question == "who":
        return codes.words(codes.WHO, weighed.who)
    if len(answered) > 1:
        return gettext("the answers differ")
    return codes.words(codes.SOURCING, answered[0].sourcing or "")
