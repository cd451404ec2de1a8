"""What a redaction, or holding a report back, leaves to do: the addresses caches must forget."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from dateline.ledger.models import Entry, Person, Record
from dateline.ledger.permission import may

HIDING = ("redact", "flag_report", "attribute_report", "edit_source", "merge")
"""Verbs after which the desk shows what is left to purge."""


@dataclass(frozen=True)
class Outcome:
    """How far the site is rewritten, and the addresses to purge, from the site's root."""

    done: bool
    addresses: list[str]


def outcome(entries: list[Entry]) -> Outcome:
    """Read what the live loop left in the data folder for these entries."""
    folder = Path(settings.DATELINE_DATA) / "purge"
    files = [folder / f"{entry.sequence}.txt" for entry in entries]
    present = [file for file in files if file.is_file()]
    lines = [line.strip() for file in present for line in file.read_text().splitlines()]
    return Outcome(len(present) == len(files), list(dict.fromkeys(filter(None, lines))))


def entries_of(person: Person, first: int, last: int) -> list[Entry]:
    """Return the entries of what was hidden, to whoever did it and to the site's owner."""
    if not 0 <= last - first < 5000 or last >= 2**63:
        return []
    entries = Entry.objects.filter(sequence__range=(first, last), verb__in=HIDING)
    if not may(person, "manage_site"):
        entries = entries.filter(who=person)
    return list(entries.select_related("who"))


def sequence_of(record: Record, verb: str) -> int:
    """Return the sequence of the last entry by which a verb changed a record."""
    entries = Entry.objects.filter(object=record.name_in_log, verb=verb)
    sequence: int = entries.latest("sequence").sequence
    return sequence


def last_of(entry: Entry) -> int:
    """Return the sequence of the last entry of the act that began with this one."""
    later = Entry.objects.filter(sequence__gt=entry.sequence).order_by("sequence")
    last = entry.sequence
    for sequence, verb, who in later.values_list("sequence", "verb", "who")[:5000].iterator():
        if verb != entry.verb or who != entry.who_id:
            break
        last = sequence
    return last
