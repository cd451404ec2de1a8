"""`dateline group`: which claims of a file are about one happening."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    """Needs no site."""

    help = "put the claims of a file together into happenings"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        what = "JSON lines, one claim each, as `read` prints them or flat; - for the input"
        parser.add_argument("claims", metavar="CLAIMS.jsonl|-", help=what)

    def handle(self, *_: Any, **options: Any) -> None:
        """Group them; ends with 1 where a line was skipped."""
        # Help must not wait for the language library.
        from dateline.server.grouping.run import run  # noqa: PLC0415

        try:
            run(self, options["claims"])
        except KeyboardInterrupt:
            self.stderr.write("Stopped.")
            sys.exit(130)
