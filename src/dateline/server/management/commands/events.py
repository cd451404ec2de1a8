"""`dateline events`: what happens in a text, who does it, and to whom."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    """Needs no site."""

    help = "print what happens in a text, as JSON lines"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the text."""
        parser.add_argument("file", metavar="FILE", help="a text, UTF-8; - for the input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found."""
        # Help must not wait for the language library.
        from dateline.server.reading import events  # noqa: PLC0415

        events.run(self, options)
