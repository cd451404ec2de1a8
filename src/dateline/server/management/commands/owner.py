"""`dateline owner`: the first person of a new site."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.people import found_site
from dateline.server.prepare import prepare


class Command(BaseCommand):
    """Makes the site's owner, who then invites everyone else."""

    help = "make the owner of a new site"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take who it is."""
        parser.add_argument("email")
        parser.add_argument("--public-name", default="", help="the byline readers see")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the owner."""
        prepare()
        try:
            person = found_site(email=options["email"], public_name=options["public_name"])
        except Refused as refusal:
            raise CommandError(str(refusal)) from None
        self.stdout.write(
            f"{person.email} owns this site. Sign in with: dateline link {person.email}"
        )
