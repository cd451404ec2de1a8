"""Dateline's serving process as `dateline serve` runs it, told on its input what to publish.

    DATELINE_DATA=... python -m benchmarks.stream.serve PORT

Everything is real: Django, the follower of an empty ledger, the worker beside it. Only the cap per
address is lifted, and the follower also publishes each revision that a line on its input names,
and says when.
"""

import asyncio
import os
import sys
import time

from benchmarks.stream.servers import BLOG


def main(port: str) -> None:
    """Serve until stopped."""
    import django  # the environment is set by the one who starts this

    django.setup()
    from dateline.server import serving
    from dateline.server.following import Following
    from dateline.server.hub import Hub, StreamLimits
    from dateline.server.prepare import prepare

    class Steered(Following):
        """Publishes in the event loop, as the follower does, whatever it is told."""

        async def start(self) -> None:
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

    prepare()
    serving.Following = Steered
    serving.serve("127.0.0.1", int(port), Hub(StreamLimits(per_address=0)))


if __name__ == "__main__":
    main(sys.argv[1])
