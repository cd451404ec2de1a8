"""`dateline demo`: load the demo and serve it."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from dateline.demo.load import load
from dateline.desk.people.links import sign_in_link
from dateline.server.prepare import alone, prepare, require_settings
from dateline.server.serving import serve


class Command(BaseCommand):
    """Loads the demo's column where it is missing, and serves it."""

    help = "load the demo and serve it"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to listen."""
        parser.add_argument("--port", type=int, default=8000, help="port to listen on")

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, say where to look, and serve."""
        with alone():
            prepare()
            require_settings()
            owner = load()
            at = f"http://localhost:{options['port']}"
            self.stdout.write(f"For readers:  {at}/putin-in-syria/2015-10-21/")
            self.stdout.write(f"For the desk: {at}{sign_in_link(owner)}  (works once)")
            self.stdout.flush()
            serve("localhost", options["port"])
