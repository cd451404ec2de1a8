"""The loop that follows the ledger: it lives beside the stream and tells it what moved."""

import asyncio
import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from django.db import DatabaseError, connections

from dateline.live.follow import Follower, Head, Trouble

log = logging.getLogger(__name__)

INTERVAL = 0.1
"""Seconds between looks at the ledger's newest sequence, a look-up in an index."""
EXPORTING = 1.0
"""Seconds between looks whether an export is due; it mostly is not."""
PATIENCE = 5.0
"""Seconds between tries while the disk or the database refuses."""
FORESEEN = (OSError, DatabaseError)
"""What a full disk or a busy database raises; anything else is logged with its trace."""


class Following:
    """Runs the follower in a thread of its own, so that writing files never delays a stream."""

    def __init__(self, publish: Callable[[str, int], None]) -> None:
        self._publish = publish
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="follower")
        self._ended = threading.Event()
        # A daemon: an export of a whole war may not keep the program from ending.
        self._exporting = threading.Thread(target=self._export, name="exports", daemon=True)
        self._task: asyncio.Task[None] | None = None
        self._follower: Follower | None = None

    async def start(self) -> None:
        """Catch up with the ledger in the background and go on following it."""
        self._task = asyncio.create_task(self._follow())
        self._exporting.start()

    async def stop(self) -> None:
        """Finish the file being written and stop."""
        self._ended.set()
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._thread.shutdown(wait=True)

    def _catch_up(self) -> list[Head]:
        self._follower = self._follower or Follower()
        return self._follower.catch_up()

    def _export(self) -> None:
        """Write what researchers load, where that is due: apart, so that it delays no page."""
        while not self._ended.wait(EXPORTING):
            try:
                if self._follower:
                    self._follower.exports.write_due()
            except Exception:
                log.exception("The public exports could not be written.")
                self._ended.wait(PATIENCE)
            finally:
                connections.close_all()

    async def _follow(self) -> None:
        loop = asyncio.get_running_loop()
        trouble = Trouble()
        while True:
            try:
                heads = await loop.run_in_executor(self._thread, self._catch_up)
            except Exception as error:  # a loop that ended would leave readers behind in silence
                if not isinstance(error, FORESEEN):
                    log.exception("The site could not be written, for a fault of the program.")
                for head in getattr(error, "heads", []):
                    self._publish(head.blog, head.revision)
                trouble.note(error)
                await loop.run_in_executor(self._thread, connections.close_all)
                await asyncio.sleep(PATIENCE)
                continue
            trouble.clear()
            for head in heads:
                self._publish(head.blog, head.revision)
            await asyncio.sleep(INTERVAL)
