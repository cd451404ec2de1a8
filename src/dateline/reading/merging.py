"""One claim for what a text says twice: headline, lead and body."""

from collections.abc import Sequence

from dateline.codebook import Actor, Claim, Place

VAGUE = frozenset({"other", "statement", "casualties"})


def merged(claims: Sequence[tuple[Claim, bool]]) -> list[Claim]:
    """Return the claims without those that repeat a fuller one of the same entry.

    Each comes with whether it stands in a headline. A headline's claim gives way to one of its
    body that says the same; so does a sentence's to a fuller one by the same speaker.
    """
    body = [claim for claim, heads in claims if not heads]
    alike: dict[tuple[object, ...], list[Claim]] = {}
    for claim in body:
        alike.setdefault(_subject(claim), []).append(claim)
    return [
        claim
        for claim, heads in claims
        if not (heads and any(_same(claim, other) for other in body))
        and not any(_repeats(claim, other) for other in alike.get(_subject(claim), ()))
    ]


def _subject(claim: Claim) -> tuple[object, ...]:
    """Return what a claim shares with any that repeats it."""
    return claim.event, claim.place and claim.place.name, _speakers(claim)


def _speakers(claim: Claim) -> tuple[str, ...]:
    return tuple(one.name for one in claim.speakers)


def _same(one: Claim, other: Claim) -> bool:
    """Tell whether two claims are of one happening, as far as the first one says."""
    return (
        one.event == other.event
        and one.event not in VAGUE
        and _agrees(one.place, other.place)
        and _agrees(one.actor, other.actor)
        and all(_counted(toll.category, other) in (None, toll.low) for toll in one.tolls)
    )


def _repeats(one: Claim, other: Claim) -> bool:
    """Tell whether a claim adds nothing to a fuller one by the same speaker."""
    return (
        _same(one, other)
        and _speakers(one) == _speakers(other)
        and len(one.quote) < len(other.quote)
        and one.place is not None
        and bool(one.tolls)
        and all(_counted(toll.category, other) == toll.low for toll in one.tolls)
    )


def _agrees(one: Place | Actor | None, other: Place | Actor | None) -> bool:
    """Tell whether two name the same, as far as both name anything."""
    return one is None or other is None or not one.name or one.name == other.name


def _counted(category: str, claim: Claim) -> int | None:
    return next((toll.low for toll in claim.tolls if toll.category == category), None)
