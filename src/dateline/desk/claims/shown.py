"""What a claim says, as the fields of its form show it."""

from typing import Any

from dateline.codebook import Claim

from .standing import one_line


def initial_of(claim: Claim) -> dict[str, Any]:
    """Return what stands in each field before anybody mends it."""
    return {
        "quote": claim.quote,
        "kind": claim.kind,
        "event": claim.event,
        "event_words": one_line(claim.event_words),
        "negated": claim.negated,
        "negation_words": one_line(claim.negation_words),
        "hedge": claim.hedge.cls,
        "hedge_words": one_line(claim.hedge.words),
        **_parts(claim),
    }


def _parts(claim: Claim) -> dict[str, Any]:
    single = {"actor": claim.actor, "target": claim.target}
    dated = {"place": claim.place, "when": claim.when, "said_when": claim.said_when}
    speakers = {f"speaker_{n}": one for n, one in enumerate(claim.speakers)}
    tolls = {f"toll_{n}": one for n, one in enumerate(claim.tolls)}
    parts: dict[str, Any] = {**single, **dated, **speakers, **tolls}
    return {
        f"{name}_{field}": _shown(value)
        for name, part in parts.items()
        if part
        for field, value in vars(part).items()
    }


def _shown(value: Any) -> Any:
    if isinstance(value, tuple):  # of groups, "unknown" is what nothing chosen means
        return [one for one in value if one != "unknown"]
    return one_line(value) if isinstance(value, str) else value
