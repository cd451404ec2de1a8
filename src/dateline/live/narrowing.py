"""After which entries readers may know less of a report, a source, a claim or an incident."""

from typing import Any, NamedTuple
from uuid import UUID

from dateline.ledger.canonical import rfc3339
from dateline.ledger.models import Entry
from dateline.weighing.public_place import NEVER_OPENED

Side = dict[str, Any]
"""A record's content before or after an entry."""


class Narrowed(NamedTuple):
    """An entry after which readers may know less, and what it is about."""

    sequence: int
    kind: str
    """The record's; "endangering" of a claim before whom a place may have to be held."""
    pk: UUID


NARROWING = ("protected", "identifies", "confidential", "merged_into_id")
"""What narrows it, once set; a merge does where the other source, or the whole, is held more."""
WIDENING = ("opened", "place_opened", "merged_into_id")
"""What narrows it, once taken back."""
OPEN_TO_NARROWING = frozenset({"report", "capture", "source", "claim", "incident"})
ABOUT = ("same", "may_be")


def narrowed(entry: Entry) -> Narrowed | None:
    """Return what an entry holds back of what was shown; what never was has nothing to lose."""
    kind, _, pk = entry.object.partition(":")
    before, after = entry.content.body["before"] or {}, entry.content.body["after"]
    if kind in OPEN_TO_NARROWING and (entry.verb == "redact" or _narrows(before, after, entry)):
        return Narrowed(entry.sequence, kind, UUID(pk))
    if kind == "claim" and _is_sensitive(after) and _is_news(before, after):
        return Narrowed(entry.sequence, "endangering", UUID(pk))
    if kind == "grouping" and after["answer"] in ABOUT and before.get("answer") not in ABOUT:
        return Narrowed(entry.sequence, "endangering", UUID(after["claim_id"]))
    return None


def _narrows(before: Side, after: Side, entry: Entry) -> bool:
    if not before:
        return False
    closed = any(before.get(name) and not after.get(name) for name in WIDENING)
    set_now = any(after.get(name) and not before.get(name) for name in NARROWING)
    return closed or set_now or _is_held_again(before, after, entry)


def _is_held_again(before: Side, after: Side, entry: Entry) -> bool:
    """Tell whether a hold begins: one that is over may stand in the record for a while."""
    old, new = before.get("hold_until"), after.get("hold_until")
    return bool(new) and (not old or old <= rfc3339(entry.time))


def _is_sensitive(claim: Side) -> bool:
    target = (claim["said"] or {}).get("target") or {"kind": ""}
    return claim["status"] == "accepted" and target["kind"] in NEVER_OPENED


def _is_news(before: Side, after: Side) -> bool:
    """Tell whether readers may not have known of it: by a mend, a restoring, the end of a hold."""
    same = all(before.get(name) == after[name] for name in ("status", "column_id", "hold_until"))
    return not (before and same and _is_sensitive(before))
