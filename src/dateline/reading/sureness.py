"""How sure a claim is: its own hedge, else what its speaker's verb says."""

from collections.abc import Sequence
from typing import Final

from dateline.codebook import At, Hedge, HedgeClass
from dateline.reading.hedges import FoundHedge
from dateline.reading.speakers import Attribution

DOUBT: Final[dict[HedgeClass, int]] = {
    **{"asserted": 0, "said": 1, "reported": 2, "claimed": 3, "predicted": 4, "possible": 5},
    **{"alleged": 6, "unconfirmed": 7, "denied": 8},
}
NOBODY: Final = frozenset({"no", "nobody", "none", "neither"})
VOICED: Final = frozenset({"says", "shows", "doubts"})


def sureness(
    hedges: Sequence[FoundHedge], heard: Sequence[Attribution], trigger: At, text: str
) -> Hedge:
    """Return the most doubting hedge whose scope holds what happened; offsets of one paragraph."""
    own = [one for one in hedges if _holds(one.scope, trigger)]
    told = [Hedge(one.cls, one.words, one.at) for one in own]
    said = [
        Hedge(one.hedge, text[slice(*one.cue)], one.cue)
        for one in heard
        if one.act in VOICED and not _is_nobody(one, text)
        if not any(_withholds(hedge, one) for hedge in own)
    ]
    every = [*told, *said]
    return max(every, key=lambda one: DOUBT[one.cls], default=Hedge("asserted"))


def _is_nobody(heard: Attribution, text: str) -> bool:
    """Tell whether nobody says it: "no group claimed the blast"."""
    words = text[slice(*heard.source)].lower().split() if heard.source else []
    return words[:1] != [] and words[0] in NOBODY


def _withholds(hedge: FoundHedge, heard: Attribution) -> bool:
    """Tell whether a hedge shares the words of a denial, which then is none: "did not deny"."""
    within = hedge.cls == "unconfirmed" and _holds(heard.cue, hedge.at)
    return within and heard.hedge == "denied"


def _holds(scope: At, trigger: At) -> bool:
    return scope[0] <= trigger[0] and trigger[1] <= scope[1]
