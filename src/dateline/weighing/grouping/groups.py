"""Claims put together into happenings, all at once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from statistics import fmean
from typing import Final

from dateline.weighing.grouping.blocking import is_firm
from dateline.weighing.grouping.comparison import compare
from dateline.weighing.grouping.linkage import merged
from dateline.weighing.grouping.lying import lying
from dateline.weighing.grouping.pairs import Blocks, scored
from dateline.weighing.grouping.rivals import chance
from dateline.weighing.grouping.signature import Signature
from dateline.weighing.grouping.weights import THRESHOLD

CLEAR: Final = 0.5
"""The chance above which a vague claim is taken to mean a happening."""
Members = list[Signature]


def group(signatures: Iterable[Signature]) -> dict[str, str]:
    """Return the group of each claim, by its id; a group is called by the least id in it.

    The order of the claims makes no difference. First those that say where and when are put
    together; each vague one then joins the one group that fits it best, so that it never chains
    two; what fits none is put together by itself.

    Raises:
        ValueError: where two claims have one id.
    """
    claims = sorted(signatures, key=lambda claim: claim.id)
    alike = _alike(claims)
    apart = lying(same[0] for same in alike.values())
    firm = [claim for claim in apart if is_firm(claim)]
    vague = [claim for claim in apart if not is_firm(claim)]
    groups = _clusters(firm)
    left = _attach(vague, groups)
    groups += _clusters(left)
    copies = {same[0].id: same for same in alike.values()}
    return dict(_named(groups, copies))


def _named(groups: Iterable[Members], copies: Mapping[str, Members]) -> Iterator[tuple[str, str]]:
    for members in groups:
        name = min(claim.id for claim in members)
        own = len(members) == 1 and compare(members[0], members[0]).score <= THRESHOLD
        for claim in (copy for first in members for copy in copies[first.id]):
            # What says next to nothing twice is not therefore one happening.
            yield claim.id, claim.id if own else name


def _alike(claims: Sequence[Signature]) -> Mapping[Signature, Members]:
    """Return claims by what they say: word for word the same are one, however many they are."""
    if len({claim.id for claim in claims}) < len(claims):
        raise ValueError("two claims have one id")
    found: dict[Signature, Members] = defaultdict(list)
    for claim in claims:
        found[replace(claim, id="", report="")].append(claim)
    return found


def _clusters(claims: Sequence[Signature]) -> list[Members]:
    by_id = {claim.id: claim for claim in claims}
    together = merged(scored(claims), THRESHOLD)
    groups = [[by_id.pop(each) for each in members] for members in together]
    return groups + [[alone] for alone in by_id.values()]


def _attach(vague: Sequence[Signature], groups: list[Members]) -> list[Signature]:
    """Put each vague claim into the group that fits it best; return those that fit none at all.

    Where several fit it as well, nobody can tell which it means: it stays alone.
    """
    blocks = Blocks([claim for members in groups for claim in members])
    home = {claim.id: n for n, members in enumerate(groups) for claim in members}
    fits = [(claim, _fitting(claim, blocks, home)) for claim in vague]
    for claim, scores in fits:
        best = max(scores, key=lambda n: (scores[n], -n), default=None)
        clear = best is not None and chance(scores[best], scores.values()) > CLEAR
        if best is not None and clear:
            groups[best].append(claim)
        elif scores:
            groups.append([claim])
    return [claim for claim, scores in fits if not scores]


def _fitting(claim: Signature, blocks: Blocks, home: Mapping[str, int]) -> dict[int, float]:
    """Return the groups that a claim is likelier of than not, each with its mean score."""
    scores: dict[int, list[float]] = defaultdict(list)
    for partner in blocks.partners(claim).values():
        scores[home[partner.id]].append(compare(claim, partner).score)
    means = {n: fmean(each) for n, each in scores.items()}
    return {n: mean for n, mean in means.items() if mean > THRESHOLD}
