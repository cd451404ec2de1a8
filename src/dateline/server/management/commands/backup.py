"""`dateline backup`: everything in one file, while serving."""

import signal
import sys
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.server.backup import BackupError, back_up
from dateline.server.prepare import require_site


class Command(BaseCommand):
    """Copies database and bytes as they stand at one moment."""

    help = "copy everything into one file, while serving"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to."""
        parser.add_argument("file", type=Path, help="the file to write, such as dateline.tar")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the backup."""
        require_site()
        # Without this a SIGTERM ends the process at once and leaves half a copy lying there.
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
        try:
            size = back_up(options["file"])
        except (BackupError, OSError) as error:
            raise CommandError(str(error)) from None
        self.stdout.write(
            f"{options['file']}: {size / 1e6:.1f} MB. Keep it as safe as the desk itself."
        )
