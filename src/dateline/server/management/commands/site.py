"""`dateline site`: make the site folder anew from the ledger."""

import shutil
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.live.follow import Follower
from dateline.server.prepare import alone, prepare, require_site


class Command(BaseCommand):
    """Writes the whole site into an empty folder, to put behind any static web server."""

    help = "write the whole site into a folder"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take where to."""
        parser.add_argument("folder", nargs="?", help="an empty folder; without it, the site's own")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the site."""
        require_site()
        prepare()
        if options["folder"]:
            return self._write(_empty(Path(options["folder"])))
        with alone():
            shutil.rmtree(settings.DATELINE_SITE, ignore_errors=True)
            self._write(Path(settings.DATELINE_SITE))

    def _write(self, root: Path) -> None:
        follower = Follower(root)
        heads = follower.catch_up()
        follower.exports.write_due()
        self.stdout.write(f"{len(heads)} live blogs written to {root}")


def _empty(folder: Path) -> Path:
    if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise CommandError(f"{folder} is no empty folder. Choose another folder.")
    return folder
