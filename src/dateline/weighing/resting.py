"""Which claims the words of a drafted clause rest on: all, or readers learn what is held."""

from collections.abc import Iterable, Iterator

from dateline.codebook import distance_m
from dateline.weighing.blame import Blame
from dateline.weighing.incident import Weighed
from dateline.weighing.positions import Asked, Position
from dateline.weighing.public_place import SETTLEMENTS
from dateline.weighing.questions import Question, folded
from dateline.weighing.testimony import Testimony


def resting(weighed: Weighed, position: Position) -> tuple[str, ...]:
    """Return the ids of the claims that a clause about an incident rests on.

    Those of its account come first, then of who else accuses, admits, denies or counts, and of who
    gives its days and its place. They are the same under whatever names it is told.
    """
    account = [one.testimony for one in position.sayings if one.testimony.counts]
    told = {
        one.testimony.id: one.testimony
        for asked in weighed.asked
        for position in asked.positions
        for one in position.sayings
        if one.testimony.counts
    }
    return tuple(
        dict.fromkeys(
            (
                *(one.id for one in account),
                *(pk for one in weighed.blames for pk in _on_blame(one, weighed.asked)),
                *(pk for one in weighed.tallies for each in one.figures for pk in each.claims),
                *(pk for pk, one in told.items() if _dates(one, weighed) or _places(one, weighed)),
            )
        )
    )


def _on_blame(blame: Blame, asked: Iterable[Asked]) -> Iterator[str]:
    """Yield who accuses, admits and denies: to deny all of it denies one's own part."""
    for question, position in _positions(asked):
        answer, name = position.answer, "" if blame.party else folded(blame.name)
        named = (answer.party, answer.name) == (blame.party, name)
        for one in position.sayings:
            speaks = bool(blame.party) and one.testimony.voices[0].party == blame.party
            denies = question == "happened" and answer.denied and speaks
            if one.testimony.counts and (denies or (question == "who" and named)):
                yield one.testimony.id


def _positions(asked: Iterable[Asked]) -> Iterator[tuple[Question, Position]]:
    for each in asked:
        for position in each.positions:
            yield each.question, position


def _dates(one: Testimony, weighed: Weighed) -> bool:
    """Whether a claim gives a day on which the span begins or ends."""
    span, when = weighed.span, one.claim.when
    if span is None or when is None:
        return False
    ends = {day.isoformat() for day in (span.start, span.end) if day}
    return not ends.isdisjoint((when.start[:10], when.end[:10]))


def _places(one: Testimony, weighed: Weighed) -> bool:
    """Whether a claim gives the name of the area, or of a settlement in which its middle lies."""
    area, place = weighed.area, one.claim.place
    if area is None or place is None:
        return False
    around = distance_m(area.lat, area.lon, place.lat, place.lon) <= place.radius_m
    return place.name == area.name or (place.level in SETTLEMENTS and around)
