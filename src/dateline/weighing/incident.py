"""One incident, weighed: everything that its page and its embeds say, computed from its claims."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from dateline.weighing.area import Area, area
from dateline.weighing.blame import Blame, Status, blames, status
from dateline.weighing.origins import Origins, Tracing
from dateline.weighing.positions import Asked, Silence, asked, silences
from dateline.weighing.relations import Relation, relations
from dateline.weighing.span import Span, span
from dateline.weighing.testimony import Derivation, Testimony
from dateline.weighing.tolls import Tally, tallies


@dataclass(frozen=True)
class Weighed:
    """What an incident's claims come to."""

    origins: Origins
    """Of all its claims together: "9 reports, 3 original sources"."""
    relations: Mapping[str, Relation]
    """By the id of the voice."""
    asked: tuple[Asked, ...]
    """Did it happen, who did it, what was hit, who was harmed."""
    silences: tuple[Silence, ...]
    blames: tuple[Blame, ...]
    who: Status
    tallies: tuple[Tally, ...]
    area: Area | None
    span: Span | None
    as_of: datetime | None
    """When the newest claim that counts was said."""
    counted: tuple[str, ...]
    """Ids of the claims that count, in the order in which they were said."""
    set_aside: tuple[str, ...]
    may_be: tuple[str, ...]


def weigh(
    testimonies: Iterable[Testimony],
    derivations: Iterable[Derivation],
    corrections: Mapping[str, Relation],
) -> Weighed:
    """Weigh one incident. The order of what comes in never matters; a claim counts once.

    `corrections` are the relations that an editor set, by the voice's id.
    """
    once = {one.id: one for one in testimonies}
    told = sorted(once.values(), key=lambda one: one.order)
    counted = [one for one in told if one.counts]
    tracing = Tracing(derivations)
    standing = relations(told, corrections)
    named = blames(told)
    return Weighed(
        origins=tracing.origins(counted),
        relations=standing,
        asked=asked(told, tracing, standing),
        silences=silences(told, standing),
        blames=named,
        who=status(named),
        tallies=tallies(told, tracing, standing),
        area=area(counted),
        span=span(counted),
        as_of=counted[-1].said_at if counted else None,
        counted=tuple(one.id for one in counted),
        set_aside=tuple(one.id for one in told if one.set_aside),
        may_be=tuple(one.id for one in told if one.may_be),
    )
