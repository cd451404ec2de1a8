"""The log of an incident in the desk's words: what was changed, by whom, when and why."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from dateline.ledger.grouped import ids_of
from dateline.ledger.models import (
    Apart,
    Assessment,
    Claim,
    Entry,
    Grouping,
    Incident,
    Record,
    RelationRuling,
)

MOST = 50
MOST_QUOTED = 100
OF_ITSELF = {
    "open_incident": "opened",
    "split_incident": "split",
    "name_incident": "given another title",
    "set_part_of": "its larger incident was set",
    "open_place": "its place was opened to readers",
    "close_place": "its place was closed to readers",
    "merge_incidents": "merged",
    "part_incident": "parted again",
    "redact": "redacted",
}
ANSWERS = {
    "same": "a claim is about it",
    "may_be": "a claim may be about it",
    "not_same": "a claim is not about it",
    "": "an answer about a claim was taken back",
}


@dataclass(frozen=True)
class Change:
    """An entry of the log."""

    at: datetime
    who: str
    what: str
    why: str
    quote: str = ""
    """Of the claim that was answered about."""


def changes(incident: Incident) -> list[Change]:
    """Return the newest changes of an incident and of all merged into it, the newest first."""
    names = [record.name_in_log for record in _records(incident)]
    rows = Entry.objects.filter(object__in=names).select_related("who", "content")
    newest = list(rows.order_by("-sequence")[:MOST])
    claims = Claim.objects.in_bulk({pk for one in newest if (pk := _claim(one))})
    quotes = {str(pk): claim.said.get("quote", "") for pk, claim in claims.items()}
    return [_change(one, quotes) for one in newest]


def _claim(entry: Entry) -> str:
    return (entry.content.body["after"] or {}).get("claim_id") or ""


def _records(incident: Incident) -> list[Record]:
    ids = ids_of(incident)
    mine = {"incident__in": ids}
    return [
        *Incident.objects.filter(pk__in=ids),
        *Grouping.objects.filter(**mine),
        *RelationRuling.objects.filter(**mine),
        *Assessment.objects.filter(**mine),
        *Apart.objects.filter(Q(one__in=ids) | Q(other__in=ids)),
    ]


def _change(entry: Entry, quotes: Mapping[str, str]) -> Change:
    body = entry.content.body
    who = str(entry.who) if entry.who else "the program"
    what, quote = _what(entry, body["after"] or {}), quotes.get(_claim(entry), "")
    return Change(entry.time, who, what, body.get("reason", ""), quote[:MOST_QUOTED])


def _what(entry: Entry, after: Mapping[str, Any]) -> str:
    kind = entry.object.partition(":")[0]
    match kind:
        case "grouping":
            return ANSWERS.get(after.get("answer", ""), "a claim was answered")
        case "apart":
            standing = after.get("standing")
            return "marked as not the same as another" if standing else "no longer marked as apart"
        case "relationruling":
            relation = after.get("relation", "").replace("_", " ")
            return f"a relation was put right: {relation}" if relation else "a relation as computed"
        case "assessment":
            return f"the desk's sentence: {after.get('status', 'redacted')}"
    return OF_ITSELF.get(entry.verb, entry.verb.replace("_", " "))
