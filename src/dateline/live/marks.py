"""Claims on which words of updates rest, as readers may know them."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final, Literal
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.translation import gettext

from dateline import text
from dateline.codebook.claim_json import from_json
from dateline.ledger.readable import readable

from . import address
from .evidence import speaking
from .evidence.reports import evidence_of

Doubt = Literal["said", "alleged", "unconfirmed"]
DOUBT: Final[dict[str, Doubt]] = {
    **dict.fromkeys(("claimed", "alleged", "denied"), "alleged"),
    **dict.fromkeys(("unconfirmed", "possible", "predicted"), "unconfirmed"),
}
"""Hedge → the line under the words; every other is a plain one."""


@lru_cache(maxsize=4096)
def marked_in(body: str) -> tuple[str, ...]:
    """Return the claims that a body's words rest on; most bodies mark none."""
    return tuple(text.claim_ids(body)) if "claim=" in body else ()


def marks_of(claims: Iterable[UUID], zone: ZoneInfo, root: str) -> dict[UUID, text.Mark]:
    """Return these claims in the active language, as far as readers may see them."""
    wanted = list(claims)
    found = readable(Q(pk__in=wanted)) if wanted else []
    reports = evidence_of((claim.report_id for claim in found), zone)
    marks = {}
    for claim in found:
        said = from_json(claim.said)
        speaker = speaking.chain(claim, said, reports[claim.report_id])[0]
        words = gettext("{how} by {speaker}").format(how=speaking.how(said), speaker=speaker)
        doubt: Doubt = DOUBT.get(said.hedge.cls, "said")
        marks[claim.pk] = text.Mark(root + address.claim(claim.pk), words, doubt)
    return marks
