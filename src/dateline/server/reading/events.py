"""`dateline events`: what happens in a text, as lines of JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.management.base import BaseCommand

from dateline.reading.events import EventMention
from dateline.reading.events import events as found_in
from dateline.reading.events.mention import Role
from dateline.server.reading.failing import in_plain_words
from dateline.server.reading.lines import line
from dateline.server.reading.parsed import Parsed, parsed


def run(command: BaseCommand, options: Mapping[str, Any]) -> None:
    """Print one line for each event, in the order of the text."""
    with in_plain_words(options["file"]):
        read = parsed(options["file"])
    for told in events(read):
        command.stdout.write(line(told))


def events(read: Parsed) -> Iterator[dict[str, Any]]:
    """Give each event with its words, code, actor and target; offsets are those of the text."""
    for doc, start in zip(read.docs, read.starts, strict=True):
        for one in found_in(doc):
            yield _told(one, start)


def _told(one: EventMention, start: int) -> dict[str, Any]:
    return {
        "start": one.start + start,
        "end": one.end + start,
        "words": one.words,
        "event": one.code,
        "mood": one.mood,
        "clause": [one.clause[0] + start, one.clause[1] + start],
        "actor": _role(one.actor, start),
        "target": _role(one.target, start),
    }


def _role(role: Role | None, start: int) -> dict[str, Any] | None:
    if role is None:
        return None
    at = {"start": role.start + start, "end": role.end + start, "words": role.words}
    return {**at, "name": role.name, "kind": role.kind, "country": role.country}
