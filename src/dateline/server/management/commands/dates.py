"""`dateline dates`: what a time expression means, or every one in a text."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.dates import Expression, find
from dateline.server.text_files import NoText, text_of

LANGUAGES = ("", "en", "ar", "ru", "uk")
BASES = {
    "text": "the words themselves",
    "report": "the time of publication",
    "none": "nothing: unresolved",
}


class Command(BaseCommand):
    """Resolves time expressions against a time of publication; it needs no site."""

    help = "resolve dates: dates WORDS --ref TIME, dates read FILE --ref TIME"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the words or a file, and what they are read against."""
        parser.add_argument("words", nargs="+", help="the words; or: read FILE, - for the input")
        parser.add_argument("--ref", required=True, help="time of publication: 2015-10-21T18:00Z")
        parser.add_argument("--zone", default="", help="zone of the place, such as Asia/Damascus")
        parser.add_argument("--language", default="", choices=LANGUAGES, help="otherwise by script")
        parser.add_argument("--json", action="store_true", help="print JSON lines")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found."""
        words = options["words"]
        reading = words[0] == "read" and len(words) == 2
        found = _found(_text(words[1]) if reading else " ".join(words), options)
        if not found and not reading:
            raise CommandError("No time expression in these words.")
        for expression in found:
            as_json = reading or options["json"]
            self.stdout.write(_line(expression) if as_json else _shown(expression))


def _found(text: str, options: Mapping[str, Any]) -> list[Expression]:
    zone, reference = _zone(options["zone"]), _time(options["ref"])
    try:
        return find(text, reference=reference, zone=zone, language=options["language"])
    except ValueError as wrong:
        raise CommandError(str(wrong)) from None


def _time(written: str) -> datetime:
    try:
        return datetime.fromisoformat(written)
    except ValueError:
        raise CommandError(f"“{written}” is no time. Write it like 2015-10-21T18:00Z.") from None


def _zone(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name) if name else None
    except (KeyError, ValueError, OSError):
        raise CommandError(f"There is no zone “{name}”. Asia/Damascus is one.") from None


def _text(name: str) -> str:
    """Return a file's text, line ends as they are: offsets count them."""
    try:
        return text_of(name)
    except NoText as wrong:
        raise CommandError(f"{name}: {wrong}") from None


def _line(expression: Expression) -> str:
    """Return one line of JSON: `start` and `end` count code points."""
    when = expression.when
    fields = {
        "start": expression.start,
        "end": expression.end,
        "words": expression.words,
        "edtf": when.edtf,
        "first": when.start,
        "last": when.end,
        "basis": when.basis,
        "type": expression.timex_type,
        "value": expression.timex_value,
        "mod": expression.timex_mod,
    }
    return json.dumps(fields, ensure_ascii=False)


def _shown(expression: Expression) -> str:
    when = expression.when
    rows = [
        ("EDTF", when.edtf or "unresolved"),
        ("from", when.start or "open"),
        ("to", when.end or "open"),
        ("rests on", BASES[when.basis]),
        ("TIMEX3", f"{expression.timex_type} {expression.timex_value} {expression.timex_mod}"),
    ]
    lines = [f"  {name:<9} {value}".rstrip() for name, value in rows]
    return "\n".join([expression.words, *lines])
