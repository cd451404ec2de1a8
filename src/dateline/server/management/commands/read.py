"""`dateline read`: what a text, a kept report, or each file of a folder claims."""

import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser


class Command(BaseCommand):
    """Needs no site, but for the text of a report."""

    help = "print what a text, a report or each file of a folder claims"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to read, and what is known of it."""
        what = "a text, UTF-8; - for the input; a report's id; or a folder of texts"
        parser.add_argument("what", metavar="FILE|-|REPORT-ID|DIR", help=what)
        parser.add_argument("--published", default="", metavar="TIME", help="such as 2015-10-21")
        parser.add_argument("--zone", default="", help="of the story, such as Asia/Damascus")
        parser.add_argument("--country", default="", metavar="SY", help="a bias, not a limit")
        formats = ("jsonl", "table", "geojson")
        parser.add_argument("--format", default="jsonl", choices=formats, help="jsonl by default")
        parser.add_argument("--out", default="", metavar="FOLDER", help="for DIR; DIR.claims")
        parser.add_argument("--jobs", type=int, default=2, help="files of DIR read at once; 2")

    def handle(self, *args: Any, **options: Any) -> None:
        """Read it; ends with 1 where anything could not be read."""
        # Help must not wait for the language library.
        from dateline.server.reading import claims, folder_claims  # noqa: PLC0415

        if options["jobs"] < 1:
            raise CommandError("At least one job is needed.")
        if not options["what"].strip():  # a variable that a script left unset is not "."
            raise CommandError("Say what to read: a file, -, a report's id or a folder.")
        try:
            if Path(options["what"]).is_dir():
                folder_claims.run(self, options)
            else:
                claims.run(self, options)
            sys.stdout.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise CommandError(f"The claims cannot be written: {error.strerror}.") from None
        except KeyboardInterrupt:
            self.stderr.write("Stopped.")
            sys.exit(130)
