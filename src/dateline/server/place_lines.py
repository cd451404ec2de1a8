"""`dateline places read` and `resolve`: texts in, one line of JSON for each mention out."""

import json
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from dateline.places import lines
from dateline.places.gazetteer import Gazetteer
from dateline.places.resolving import Context
from dateline.server.text_files import opened, text_of


def read(command: BaseCommand, name: str, context: Context, gazetteer: Gazetteer) -> None:
    """Print every mention of a place in a file, or in the input where its name is "-"."""
    for found in lines.read(text_of(name), context, gazetteer):
        command.stdout.write(json.dumps(found, ensure_ascii=False))


def resolve(command: BaseCommand, name: str, context: Context, gazetteer: Gazetteer) -> None:
    """Print one resolution for each mention of each document of a JSONL file.

    A line that cannot be read is told and left out; the rest is resolved.
    """
    bad = 0
    with opened(name) as file:
        for number, row in enumerate(file, 1):
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
