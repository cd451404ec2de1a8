"""Dateline's serving process as `dateline serve` runs it, told on its input what to publish.

Everything is real: Django, the follower of an empty ledger, the worker beside it. Only the cap per
address is lifted, and the follower also publishes each revision that a line on its input names,
and says when. Import it after `django.setup()`.
"""

import asyncio
import os
import sys
import time

from benchmarks.stream.servers import BLOG
from dateline.server import serving
from dateline.server.following import Following
from dateline.server.hub import Hub, StreamLimits
from dateline.server.prepare import prepare


class Steered(Following):
    """Publishes in the event loop, as the follower does, whatever it is told."""

    async def start(self) -> None:
        """Follow, and listen to the input too."""
        await super().start()
        asyncio.get_running_loop().add_reader(sys.stdin.fileno(), self._told)
        print("started", flush=True)

    def _told(self) -> None:
        data = os.read(sys.stdin.fileno(), 65536)
        if not data:
            asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
        for rev in data.split():
            moment = time.monotonic_ns()
            self._publish(BLOG, int(rev))
            print(moment, flush=True)


def main(port: int) -> None:
    """Serve until stopped."""
    prepare()
    serving.Following = Steered
    serving.serve("127.0.0.1", port, Hub(StreamLimits(per_address=0)))
