"""`dateline serve`: readers' pages, streams and desk on one port."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from dateline.server.prepare import alone, prepare, require_settings
from dateline.server.serving import serve


class Command(BaseCommand):
    """Serves until stopped."""

    help = "serve the site and the desk"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to listen."""
        parser.add_argument("--host", default="127.0.0.1", help="address to listen on")
        parser.add_argument("--port", type=int, default=8000, help="port to listen on")

    def handle(self, *args: Any, **options: Any) -> None:
        """Bring the database up to date and serve."""
        with alone():
            prepare()
            require_settings()
            serve(options["host"], options["port"])
