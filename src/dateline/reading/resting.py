"""A claim's words as the report has them: line ends and all."""

from dataclasses import replace
from typing import TypeVar

from dateline.codebook import Actor, At, Claim, Hedge, Place, Speaker, Target, Toll, When

Part = TypeVar("Part", Speaker, Actor, Target, Toll, Place, When, Hedge)


def resting(claim: Claim, text: str) -> Claim:
    """Return a claim whose quote and words are cut out of the text again.

    A paragraph is parsed with spaces for its line ends; what rests on the text must be the text's.
    """
    return replace(
        claim,
        quote=text[claim.start : claim.end],
        event_words=_cut(claim.event_at, text),
        negation_words=_cut(claim.negation_at, text),
        speakers=tuple(_own(one, text) for one in claim.speakers),
        tolls=tuple(_own(one, text) for one in claim.tolls),
        actor=claim.actor and _own(claim.actor, text),
        target=claim.target and _own(claim.target, text),
        place=claim.place and _own(claim.place, text),
        when=claim.when and _own(claim.when, text),
        said_when=claim.said_when and _own(claim.said_when, text),
        hedge=_own(claim.hedge, text),
    )


def _own(part: Part, text: str) -> Part:
    return replace(part, words=_cut(part.at, text))


def _cut(at: At | None, text: str) -> str:
    return text[slice(*at)] if at else ""
