"""`dateline read FILE|-|REPORT-ID`: the claims of one text."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand
from rich.console import Console

from dateline.reading import Reading
from dateline.server.management.commands.places import built
from dateline.server.prepare import require_site
from dateline.server.reading.asking import given
from dateline.server.reading.failing import in_plain_words
from dateline.server.reading.given import Given
from dateline.server.reading.kept import newest_text, report_id
from dateline.server.reading.lines import geojson, line, lines
from dateline.server.reading.opened import read_text
from dateline.server.reading.table import table
from dateline.server.reading.texts import text_of

PIPED_WIDTH = 160
"""Columns of a table that no terminal shows."""


def run(command: BaseCommand, options: Mapping[str, Any]) -> None:
    """Print the claims; what was not read, and why, goes to the error side."""
    name = options["what"]
    with in_plain_words(name):
        text, known = _text(name, given(options))
        reading = read_text(text, known, built())
    for why in reading.unread:
        command.stderr.write(f"not read: {why}")
    _print(command, reading, options["format"])


def _text(name: str, known: Given) -> tuple[str, Given]:
    """Return a text, and what is known of it: a report tells its own time of publication."""
    report = report_id(name)
    if report is None or Path(name).exists():
        return text_of(name), known
    require_site()
    kept = newest_text(report)
    return kept.text, replace(known, published=known.published or kept.published)


def _print(command: BaseCommand, reading: Reading, form: str) -> None:
    if form == "geojson":
        command.stdout.write(line(geojson(reading)))
    elif form == "table":
        width = None if command.stdout.isatty() else PIPED_WIDTH
        Console(file=command.stdout, width=width).print(table(reading))  # type: ignore[arg-type]
    else:
        for told in lines(reading):
            command.stdout.write(told)
