"""Which claims reproach somebody: to say that a minister travels accuses him of nothing."""

from typing import Final

from dateline.codebook.events import EVENTS
from dateline.weighing.testimony import Testimony

HARMLESS: Final = frozenset(
    (
        *("AGREE", "AID", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REQUEST"),
        *("SUPPORT", "YIELD"),
    )
)
"""Roots of PLOVER that harm nobody by themselves."""
MOVES: Final = frozenset(
    ("advance", "capture", "displacement", "return", "statement", "accusation", "rejection")
)
"""Ground gained or left, people on their way, words: whose they are is no reproach."""


def reproaches(testimony: Testimony) -> bool:
    """Tell whether a claim says of somebody, or denies, what he could be blamed for.

    What happened is not always said: who is then named as responsible is.
    """
    claim = testimony.claim
    if claim.kind in ("responsibility", "denial"):
        return True
    if claim.kind in ("forecast", "statement") or claim.event in MOVES:
        return False
    event = EVENTS.get(claim.event)
    return event is None or event.plover not in HARMLESS
