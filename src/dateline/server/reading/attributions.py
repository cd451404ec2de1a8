"""`dateline attributions`: who says what, as lines of JSON."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.core.management.base import BaseCommand

from dateline.codebook import At
from dateline.reading.speakers import Attribution, Voices
from dateline.server.reading.failing import in_plain_words
from dateline.server.reading.lines import line
from dateline.server.reading.parsed import Parsed, parsed


def run(command: BaseCommand, options: Mapping[str, Any]) -> None:
    """Print one line for each attribution, in the order of the text."""
    with in_plain_words(options["file"]):
        read = parsed(options["file"])
    for told in attributions(read):
        command.stdout.write(line(told))


def attributions(read: Parsed) -> Iterator[dict[str, Any]]:
    """Give the spans of each attribution, as [start, end] in code points of the text."""
    voices = Voices(read.docs, read.starts)
    for number, found in enumerate(voices.attributions):
        for one in found:
            yield _told(read, voices, number, one)


def _told(read: Parsed, voices: Voices, number: int, one: Attribution) -> dict[str, Any]:
    start = read.starts[number]
    contents = [_moved(part, start) for part in one.contents]
    contents += _carried(voices, number, one)
    spans = {"source": one.source, "cue": one.cue, "said_when": one.said_when}
    told: dict[str, Any] = {name: at and _moved(at, start) for name, at in spans.items()}
    told["content"] = [contents[0][0], contents[-1][1]] if contents else None
    words = {f"{name}_words": at and read.text[slice(*at)] for name, at in told.items()}
    rest = {"verb": one.verb, "act": one.act, "hedge": one.hedge}
    flags = {"quoted": one.quoted, "negated": one.negated}
    return {**told, **words, "contents": contents, **rest, **flags}


def _carried(voices: Voices, number: int, one: Attribution) -> list[list[int]]:
    """Return the parts of a content that stand in the paragraphs behind it."""
    found: list[list[int]] = []
    for later in range(number + 1, len(voices.attributions)):
        parts = [part for part in voices.carried(later) if part.attribution is one]
        if not parts:
            break
        found += [_moved(part.content, voices.starts[later]) for part in parts]
    return found


def _moved(at: At, start: int) -> list[int]:
    return [at[0] + start, at[1] + start]
