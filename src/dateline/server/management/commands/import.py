"""`dateline import`: the text of a live-blog page becomes a column's blog."""  # noqa: N999  the verb

import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import DatabaseError
from django.utils import timezone
from rich.console import Console
from rich.progress import Progress

from dateline.ledger.models import Column, Person, Role
from dateline.ledger.refusal import Refused
from dateline.server.management.commands.capture import capturer, person
from dateline.server.prepare import require_site
from dateline.server.text_files import opened

if TYPE_CHECKING:
    from dateline.server.importing.run import Asked, Step


class Command(BaseCommand):
    """Run again with the same file it goes on where it stopped, or says that it was imported."""

    help = "the text of a live-blog page as a column's blog: its updates, quotes, cards and claims"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the page, and where it belongs."""
        parser.add_argument("file", metavar="FILE|-", help="the page's text, UTF-8")
        parser.add_argument("--column", required=True, metavar="SLUG", help="it must exist")
        day = "the page's day, such as 2015-10-21; it becomes the blog's address"
        parser.add_argument("--day", required=True, metavar="YYYY-MM-DD", help=day)
        who = "e-mail of whoever imports; the site's owner by default"
        parser.add_argument("--as", dest="email", default="", help=who)
        parser.add_argument("--json", action="store_true", help="print the outcome as JSON")

    def handle(self, *_: Any, **options: Any) -> None:
        """Import it."""
        require_site()
        try:
            # Help must not wait for the language library; Ctrl-C may come while it loads.
            from dateline.server.importing.run import run  # noqa: PLC0415
            from dateline.server.reading.failing import in_plain_words  # noqa: PLC0415

            with in_plain_words(options["file"]), ExitStack() as stack:
                asked = _asked(options)
                step = stack.enter_context(_looking(quiet=options["json"]))
                outcome = run(asked, capturer(stack), step)
        except KeyboardInterrupt:
            self.stderr.write("Stopped. Run the same command again: it goes on from here.")
            sys.exit(130)
        except Refused as refused:
            raise CommandError(str(refused)) from None
        except DatabaseError:
            words = "The database could not be written. Look whether the disk is full"
            raise CommandError(f"{words}, and run the same command again.") from None
        said = outcome.as_json() if options["json"] else None
        self.stdout.write(json.dumps(said, ensure_ascii=False) if said else outcome.in_words())


def _asked(options: dict[str, Any]) -> "Asked":
    from dateline.server.importing.run import Asked  # noqa: PLC0415  see handle
    from dateline.server.reading.texts import LONGEST, decoded  # noqa: PLC0415

    column, day = _column(options["column"]), _day(options["day"])
    by = person(options["email"]) or _owner()
    with opened(options["file"]) as file:
        data = file.read(LONGEST + 1)
    name = "" if options["file"] == "-" else Path(options["file"]).name
    return Asked(by, column, day, data, decoded(data), name or f"{day}.txt")


def _column(slug: str) -> Column:
    found: Column | None = Column.objects.filter(slug=slug).first()
    if found is None:
        raise CommandError(
            f"There is no column “{slug}”. Open it on the desk first (Columns, New column), with "
            "the zone in which its page tells the time; then run this again."
        )
    return found


def _day(written: str) -> date:
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise CommandError(f"“{written}” is no day. Write it like 2015-10-21.") from None
    if day > timezone.now().date():
        raise CommandError(f"{day} is to come. Look at --day.")
    return day


def _owner() -> Person:
    """Return the site's only owner. Raises CommandError where there are several."""
    owners = Role.objects.filter(column=None, name=Role.Name.OWNER, active=True)
    people: list[Person] = [
        one.person for one in owners.select_related("person") if one.person.is_active
    ]
    if len(people) != 1:
        raise CommandError("Say who imports: --as E-MAIL.")
    return people[0]


@contextmanager
def _looking(*, quiet: bool) -> "Iterator[Step]":
    """Show what is being done and how far it is, on a terminal."""
    hidden = quiet or not sys.stderr.isatty()
    with Progress(transient=True, disable=hidden, console=Console(stderr=True)) as progress:
        task = progress.add_task("")

        def step(what: str, done: int, total: int) -> None:
            progress.update(task, description=what, completed=done, total=total)

        yield step
