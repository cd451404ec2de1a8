"""`dateline places read` and `resolve`: texts in, one line of JSON for each mention out."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dateline.places import lines
from dateline.places.gazetteer import Gazetteer
from dateline.places.resolving import Context

LONGEST_TEXT = 5_000_000


def read(command: BaseCommand, name: str, context: Context, gazetteer: Gazetteer) -> None:
    """Print every mention of a place in a file, or in the input where its name is "-"."""
    text = _decoded(_bytes(name), name)
    for found in lines.read(text, context, gazetteer):
        command.stdout.write(json.dumps(found, ensure_ascii=False))


def resolve(command: BaseCommand, name: str, context: Context, gazetteer: Gazetteer) -> None:
    """Print one resolution for each mention of each document of a JSONL file.

    A line that cannot be read is told and left out; the rest is resolved.
    """
    bad = 0
    for number, row in enumerate(_bytes(name).split(b"\n"), 1):
        try:
            for told in _document(row, context, gazetteer):
                command.stdout.write(json.dumps(told, ensure_ascii=False))
        except (ValueError, RecursionError) as wrong:  # JSON nested a thousand deep
            bad += 1
            command.stderr.write(f"{name}, line {number}: {wrong}")
    if bad:
        raise CommandError(f"{bad} of its lines could not be read.")


def _document(row: bytes, context: Context, gazetteer: Gazetteer) -> Iterator[dict[str, Any]]:
    if not row.strip():
        return
    told = json.loads(row)
    if not isinstance(told, dict) or not isinstance(text := told.get("text"), str):
        raise ValueError('a document is {"doc": …, "text": "…", "mentions": [[start, end], …]}.')
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise ValueError("its text holds half a character (a lone surrogate).")
    if not isinstance(mentions := told.get("mentions", []), list):
        raise ValueError("its mentions are no list.")
    spans = [_span(mention) for mention in mentions]
    for found in lines.resolved(text, spans, context, gazetteer):
        yield {"doc": told.get("doc"), **found}


def _span(told: Any) -> tuple[int, int]:
    if isinstance(told, list) and len(told) == 2 and all(type(n) is int for n in told):
        return told[0], told[1]
    raise ValueError(f"a mention is [start, end], not {json.dumps(told)[:80]}.")


def _bytes(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as wrong:
        raise CommandError(f"{name} cannot be read: {wrong.strerror}.") from None


def _decoded(content: bytes, name: str) -> str:
    if len(content) > LONGEST_TEXT:
        raise CommandError(f"{name} is longer than {LONGEST_TEXT // 1_000_000} MB: cut it first.")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise CommandError(f"{name} is not UTF-8 text.") from None
