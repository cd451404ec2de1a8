"""What the names of one text may mean: one sense for a name that stands several times in it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from dateline.places.abbreviations import area_of
from dateline.places.candidate import Candidate
from dateline.places.gazetteer import Gazetteer
from dateline.places.match import find
from dateline.places.mention import Mention
from dateline.places.names import key
from dateline.places.resolving.context import Context
from dateline.places.resolving.prior import prior
from dateline.places.resolving.renowned import renowned
from dateline.places.resolving.roles import governs
from dateline.places.resolving.standing import standings

MOST: Final = 40
"""Candidates weighed for a name; San José stands 300 times, and the rest are hamlets."""
RENOWNED: Final = 0.8
"""What a place gains that the world's news means by its name."""


@dataclass(slots=True)
class Sense:
    """A name of the text, with the area it was said to lie in, and all that it may mean."""

    words: str
    within: str
    """The key of the name that followed it: "texas" in "Paris, Texas"."""
    found: list[Candidate]
    mentions: list[int] = field(default_factory=list)
    governs: bool = False
    """Whether it is said to do what governments do."""
    lists: set[int] = field(default_factory=set)
    """Numbers of the lists that it stands in: "Iowa, Kansas and Ohio" are of one sort."""


def senses(mentions: Sequence[Mention], context: Context, gazetteer: Gazetteer) -> list[Sense]:
    """Gather the mentions by name, and by the area named with them, and look each name up once."""
    known: dict[str, list[Candidate]] = {}
    for mention in mentions:
        if (name := key(mention.name)) not in known:
            known[name] = candidates(mention.name, context, gazetteer)
    tops = {name: max(found, key=prior).level for name, found in known.items() if found}
    senses: dict[tuple[str, str], Sense] = {}
    for n, standing in enumerate(standings(mentions, tops)):
        name = key(mentions[n].name)
        named = Sense(mentions[n].name, standing.within, known[name])
        sense = senses.setdefault((name, standing.within), named)
        sense.mentions.append(n)
        sense.lists |= standing.lists
        sense.governs |= governs(mentions[n])
    _lend(senses)
    return list(senses.values())


def _lend(found: dict[tuple[str, str], Sense]) -> None:
    """Let a name said to lie in one area mean that one everywhere: "Paris, Texas … Paris"."""
    areas: dict[str, list[str]] = {}
    for name, within in found:
        areas.setdefault(name, []).append(within)
    for name, told in areas.items():
        if len(told) == 2 and "" in told:
            lent = found.pop((name, ""))
            kept = found[name, "".join(told)]
            kept.mentions += lent.mentions
            kept.lists |= lent.lists
            kept.governs |= lent.governs


def candidates(words: str, context: Context, gazetteer: Gazetteer) -> list[Candidate]:
    """Return the places that are called so; none that only sounds or looks like it."""
    if area := area_of(words):
        found = find(gazetteer, area.name, country=area.country, loose=False)
        return [replace(one, matched=words) for one in found if one.level == "governorate"]
    found = context.learnt.find(gazetteer, words, most=MOST, loose=False)
    return _with_renowned(words, found, gazetteer)


def _with_renowned(words: str, found: list[Candidate], gazetteer: Gazetteer) -> list[Candidate]:
    """Raise what the world's news means by a name, whoever else is called so."""
    one = renowned().get(key(words))
    if one is None:
        return found
    known = {candidate.id for candidate in found}
    more = find(gazetteer, one.name, country=one.country, loose=False)
    every = [*found, *(each for each in more if each.id not in known)]
    return [
        replace(each, score=each.score + RENOWNED * (each.country == one.country)) for each in every
    ]
