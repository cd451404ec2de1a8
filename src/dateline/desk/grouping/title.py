"""The title that a new incident is drafted with: what happened, where, when."""

from dateline.codebook import Claim
from dateline.codebook.claim_json import from_json
from dateline.desk.claims.words import event_label
from dateline.ledger.models import Claim as Kept

MOST = 200


def drafted(claim: Kept) -> str:
    """Return "Air strike, Sarmin, 2015-10-20", as far as a claim says it."""
    if claim.redacted:
        return ""
    said = from_json(claim.said)
    parts = [_happened(said), said.place.name if said.place else "", _day(said)]
    return ", ".join(filter(None, parts))[:MOST]


def _happened(said: Claim) -> str:
    label = event_label(said.event) if said.event and said.event != "other" else said.kind
    return label[:1].upper() + label[1:]


def _day(said: Claim) -> str:
    return said.when.edtf if said.when else ""
