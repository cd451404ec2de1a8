"""`dateline worker`: what happens by itself at its time."""

import os
import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from dateline.ledger.refusal import Refused
from dateline.server import worker
from dateline.server.prepare import require_site


class Command(BaseCommand):
    """Runs until it is told to stop; `dateline serve` starts one itself."""

    help = "publish what is scheduled (serve starts one itself)"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Take whether someone holds our input open."""
        # A service manager gives no input at all: only who asks for it is stopped by its end.
        parser.add_argument("--attached", action="store_true", help="stop when the input ends")

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the worker."""
        require_site()
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        if options["attached"]:
            worker.stop_with_parent(stop)
        try:
            worker.run(stop)
        except Refused as refused:  # a setting that cannot be read
            raise CommandError(str(refused)) from None
        if any(one.name.startswith("archive") for one in threading.enumerate()):
            os._exit(0)  # it still waits for a site; the next start takes up what it had in hand
