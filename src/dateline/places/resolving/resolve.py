"""All mentions of a text resolved together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dateline.places.demonyms import country_of
from dateline.places.gazetteer import Gazetteer
from dateline.places.locate import Located
from dateline.places.mention import Mention
from dateline.places.resolving.context import Context
from dateline.places.resolving.locating import Locating
from dateline.places.resolving.relative import last_named, sort_of
from dateline.places.resolving.resolution import Resolution
from dateline.places.resolving.roles import role
from dateline.places.resolving.senses import Sense, senses
from dateline.places.resolving.together import choose

NOTHING: Final = Context()


def resolve(
    mentions: Sequence[Mention], context: Context, gazetteer: Gazetteer
) -> list[Resolution]:
    """Resolve all mentions of one text together, in the order given.

    A name means one place throughout, unless the text says otherwise ("Paris, Texas"). What no
    place is called is resolved by sound and spelling near the others, or not at all: never to the
    nearest guess. "The town" is the last one named.
    """
    ordered = sorted(range(len(mentions)), key=lambda n: (mentions[n].start, -mentions[n].end))
    names = [n for n in ordered if sort_of(mentions[n].words) is None]
    told = _peoples([mentions[n] for n in names])
    found = senses([mentions[n] for n in names], context, gazetteer)
    choose(found, told, context, gazetteer)
    meant = {names[n]: sense for sense in found for n in sense.mentions}
    return _in_turn(mentions, ordered, meant, Locating(gazetteer, context, found))


def _in_turn(
    mentions: Sequence[Mention],
    ordered: Sequence[int],
    meant: Mapping[int, Sense],
    locating: Locating,
) -> list[Resolution]:
    """Resolve each mention where it stands, so that "the town" knows what was named before it."""
    done: dict[int, Resolution] = {}
    before: list[Located] = []
    for n in ordered:
        sort = sort_of(mentions[n].words)
        located = last_named(sort, before) if sort else locating.locate(mentions[n], meant[n])
        own = replace(located, words=mentions[n].words) if located else None
        done[n] = _resolution(mentions[n], own)
        if located and done[n].role in ("place", "people"):
            before.append(located)
    return [done[n] for n in range(len(mentions))]


def _resolution(mention: Mention, located: Located | None) -> Resolution:
    best = located.candidates[0] if located and located.candidates else None
    return Resolution(mention, located, role(mention, best))


def _peoples(mentions: Sequence[Mention]) -> Mapping[str, int]:
    """Count the countries whose adjectives stand in or beside the mentions."""
    around = {m.start: f"{m.before} {m.words} {m.after}" for m in mentions}
    words = {word.strip(".,;:!?\"'“”()") for text in around.values() for word in text.split()}
    return Counter(country for word in words if word for country in country_of(word))
