"""`dateline worker`: what happens by itself at its time."""

import signal
import threading
from typing import Any

from django.core.management.base import BaseCommand

from dateline.server import worker


class Command(BaseCommand):
    """Runs until its input closes or it is told to stop; `dateline serve` starts one itself."""

    help = "publish what is scheduled (serve starts one itself)"
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        """Run the worker."""
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stop.set())
        worker.stop_with_parent(stop)
        worker.run(stop)
