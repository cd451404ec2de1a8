"""`dateline mentions`: who, where, when, with what and how many a text mentions."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser


class Command(BaseCommand):
    """Needs no site."""

    help = "print whom and what a text mentions, as JSON lines"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the text."""
        parser.add_argument("file", metavar="FILE", help="a text, UTF-8; - for the input")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print what was found."""
        # Help must not wait for the language library.
        from dateline.server.reading import mentions  # noqa: PLC0415

        mentions.run(self, options)
