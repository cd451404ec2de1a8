"""The incidents that a new claim may belong to, with reasons. An editor decides."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Final

from dateline.weighing.grouping.comparison import Comparison, compare
from dateline.weighing.grouping.signature import Signature
from dateline.weighing.grouping.weights import THRESHOLD

MOST: Final = 5
COMPARED: Final = 30
"""Claims of one incident that are compared: more of them tell no more."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """An incident that a claim may belong to."""

    incident: str
    score: float
    """Natural log-odds, the mean over the incident's claims: above 0, likelier than not."""
    reasons: tuple[str, ...]
    """What speaks for it beside the claim of the incident that is most like, the heaviest first."""
    against: tuple[str, ...]


def propose(
    new: Signature,
    incidents: Mapping[str, Sequence[Signature]],
    apart: Collection[str] = frozenset(),
) -> list[Proposal]:
    """Return the likeliest incidents, best first, at most 5.

    `incidents` are those of the claim's block, each with its claims by the incident's id; an empty
    one is passed over. `apart` are the incidents that the claim was marked not the same as: they
    are never proposed.
    """
    found = [
        _proposal(incident, new, claims)
        for incident, claims in incidents.items()
        if claims and incident not in apart
    ]
    likely = [each for each in found if each.score > THRESHOLD]
    return sorted(likely, key=lambda each: (-each.score, each.incident))[:MOST]


def _proposal(incident: str, new: Signature, claims: Sequence[Signature]) -> Proposal:
    some = sorted(claims, key=lambda claim: claim.id)[-COMPARED:]
    compared = [compare(new, claim) for claim in some]
    best = max(compared, key=lambda each: each.score)
    return Proposal(incident, _mean(compared), best.reasons, best.against)


def _mean(compared: Sequence[Comparison]) -> float:
    return fmean(each.score for each in compared)
