"""`dateline ledger verify`: the proof that nothing was changed, left out or slipped in."""

import json
import sys
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.progress import Progress

from dateline.ledger.database import one_moment
from dateline.ledger.models import Entry
from dateline.ledger.verify import Verified, verify
from dateline.live.heads import first_stray_head
from dateline.server.prepare import require_site


class Command(BaseCommand):
    """Walks the chain from its start and names the first link that does not hold."""

    help = "verify the ledger: ledger verify"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take what to do, and how to say it."""
        parser.add_argument("action", choices=["verify"])
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify, and end with 1 where something is broken."""
        require_site()
        found = _verify(quietly=options["json"] or not sys.stdout.isatty())
        trouble = _trouble(found)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(found, trouble)))
        elif trouble is None:
            self.stdout.write(f"{found.entries} entries hold. Newest hash: {found.hash}")
        if trouble:
            raise CommandError(trouble)


def _verify(*, quietly: bool) -> Verified:
    with one_moment(), Progress(transient=True, disable=quietly) as progress:
        task = progress.add_task("entries", total=Entry.objects.count())
        return verify(lambda done: progress.update(task, completed=done))


def _trouble(found: Verified) -> str | None:
    if found.broken:
        return f"Broken at entry {found.broken.sequence}: {found.broken.why}."
    stray = first_stray_head(settings.DATELINE_SITE)
    return (
        stray and f"{stray} names an entry that this ledger does not have: it was rebuilt or cut."
    )


def _as_json(found: Verified, trouble: str | None) -> dict[str, Any]:
    return {"entries": found.entries, "hash": found.hash, "holds": not trouble, "trouble": trouble}
