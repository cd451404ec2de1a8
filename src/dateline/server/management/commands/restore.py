"""`dateline restore`: from a backup into an empty data folder."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.ledger.verify import verify
from dateline.server.backup import BackupError, restore
from dateline.server.prepare import prepare


class Command(BaseCommand):
    """Puts a backup's database and bytes in place, then verifies them."""

    help = "bring a backup back into an empty data folder"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where from."""
        parser.add_argument("file", type=Path, help="a file that `dateline backup` wrote")

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore and verify."""
        try:
            restore(options["file"])
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from None
        prepare()
        found = verify()
        if found.broken:
            raise CommandError(f"Broken at entry {found.broken.sequence}: {found.broken.why}.")
        self.stdout.write(f"Restored: {found.entries} entries hold.")
