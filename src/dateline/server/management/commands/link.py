"""`dateline link`: a one-time way into the desk."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.desk.people.links import sign_in_link
from dateline.ledger.models import Person
from dateline.ledger.verbs.people import note_sign_in_link
from dateline.server.prepare import require_site


class Command(BaseCommand):
    """Prints a link by which one person signs in once; a second factor is still asked for."""

    help = "print a one-time sign-in link for a person"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take for whom, and where the desk is."""
        parser.add_argument("email")
        parser.add_argument("--at", default="http://localhost:8000", help="the desk's address")

    def handle(self, *args: Any, **options: Any) -> None:
        """Print the link."""
        require_site()
        person = Person.objects.filter(email=options["email"].lower(), is_active=True).first()
        if person is None:
            raise CommandError("Nobody with this e-mail address may sign in here.")
        note_sign_in_link(by=None, person=person)
        self.stdout.write(options["at"].rstrip("/") + sign_in_link(person))
