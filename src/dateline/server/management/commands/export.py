"""`dateline export`: claims and incidents as researchers load them."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from dateline.ledger.database import one_moment
from dateline.ledger.exports import FORMATS, KINDS, Audience, count, describe, text_of, written
from dateline.ledger.models import Column
from dateline.ledger.refusal import Refused
from dateline.server.prepare import require_site

OUTPUT = "-"


class Command(BaseCommand):
    """To a folder with a datapackage, or to the output."""

    help = "claims or incidents for researchers: export claims --format csv --out FOLDER"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what, how, where to and for whom."""
        parser.add_argument("kind", choices=tuple(KINDS))
        parser.add_argument("--format", choices=tuple(FORMATS), required=True)
        parser.add_argument("--column", metavar="SLUG", help="only this one")
        where = "a folder, which gets a datapackage.json as well; - (the default) for the output"
        parser.add_argument("--out", metavar="FOLDER|-", default=OUTPUT, help=where)
        audience = parser.add_mutually_exclusive_group()
        readers = "what readers may see (the default)"
        audience.add_argument("--public", action="store_false", dest="desk", help=readers)
        held = "also what is held or withdrawn, with exact places: never publish it"
        audience.add_argument("--desk", action="store_true", help=held)
        parser.add_argument("--names", action="store_true", help="of private persons; with --desk")
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
        parser.set_defaults(desk=False)

    def handle(self, *_: Any, **options: Any) -> None:
        """Write it."""
        require_site()
        try:
            audience = Audience(now=timezone.now(), desk=options["desk"], names=options["names"])
            self._export(audience, _column(options["column"]), options)
        except KeyboardInterrupt:
            self.stderr.write("Stopped. An unfinished file was removed; older ones stand.")
            sys.exit(130)
        except (Refused, ValueError) as error:
            raise CommandError(str(error)) from None
        except BrokenPipeError:
            raise
        except (OSError, DatabaseError) as error:
            why = getattr(error, "strerror", "") or "the database could not be read"
            raise CommandError(f"Nothing was exported: {why}.") from None

    def _export(self, audience: Audience, column: Column | None, options: dict[str, Any]) -> None:
        kind, form = options["kind"], options["format"]
        with (
            one_moment(),
            _looking(count(kind, column, audience), options) as step,
            closing(text_of(kind, form, column, audience, step)) as pieces,
        ):
            if options["out"] == OUTPUT:
                return self._print(pieces)
            folder = Path(options["out"])
            folder.mkdir(parents=True, exist_ok=True)
            # Not under the public file's name: the one must never be taken for the other.
            name = f"desk-{kind}.{form}" if audience.desk else f"{kind}.{form}"
            made = written(folder / name, pieces)
            describe(folder, kind, form, made)
        said = {"file": str(made.path), "bytes": made.size, "sha256": made.sha256}
        words = f"{made.path}: {made.size / 1e6:.1f} MB, and datapackage.json beside it."
        self.stdout.write(json.dumps(said) if options["json"] else words)
        return None

    def _print(self, pieces: Iterator[str]) -> None:
        for piece in pieces:
            self.stdout.write(piece, ending="")


def _column(slug: str | None) -> Column | None:
    found: Column | None = Column.objects.filter(slug=slug).first() if slug else None
    if slug and not found:
        raise CommandError(f"There is no column “{slug}”.")
    return found


@contextmanager
def _looking(total: int, options: dict[str, Any]) -> Iterator[Callable[[int], object]]:
    """Show how far it is, on a terminal."""
    quiet = options["json"] or not sys.stderr.isatty()
    with Progress(transient=True, disable=quiet, console=Console(stderr=True)) as progress:
        task = progress.add_task("Exporting", total=total)
        yield lambda done: progress.advance(task, done)
