"""`dateline site`: make the site folder anew from the ledger."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandParser

from dateline.live.follow import Follower
from dateline.server.prepare import prepare


class Command(BaseCommand):
    """Writes the whole site into an empty folder, to put behind any static web server."""

    help = "write the whole site into a folder"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to."""
        parser.add_argument("folder", nargs="?", help="an empty folder; without it, the site's own")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the site."""
        prepare()
        root = Path(options["folder"] or settings.DATELINE_SITE)
        if not options["folder"]:
            shutil.rmtree(root, ignore_errors=True)
        heads = Follower(root).catch_up()
        self.stdout.write(f"{len(heads)} live blogs written to {root}")
