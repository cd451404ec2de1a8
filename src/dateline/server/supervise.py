"""Keeping the worker alive beside the serving process."""

import asyncio
import logging
import sys

log = logging.getLogger(__name__)

RESTART_AFTER = 1.0
"""Seconds before a worker that died is started again."""


class WorkerProcess:
    """The worker as a child process: it ends with us, and is started again when it dies."""

    def __init__(self) -> None:
        self._task: asyncio.Task[None] | None = None
        self._child: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Start the worker and keep it running."""
        self._task = asyncio.create_task(self._keep_running())

    async def _keep_running(self) -> None:
        while True:
            try:
                log.error("The worker ended with %s and is started again.", await self._run_one())
            except OSError as error:
                log.error("The worker could not be started: %s", error)
            await asyncio.sleep(RESTART_AFTER)

    async def _run_one(self) -> int:
        # The worker reads its input until the end: the kernel closes the pipe when we die,
        # by SIGKILL too, so no worker is ever left behind. In a session of its own it does
        # not get the terminal's Ctrl-C, so that it ends when we say and is not started again.
        self._child = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "dateline.cli", "worker", "--attached"),
            stdin=asyncio.subprocess.PIPE,
            start_new_session=True,
        )
        return await self._child.wait()

    async def stop(self) -> None:
        """Let the worker finish what it is doing, and wait for it."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._child and self._child.returncode is None:
            if self._child.stdin:
                self._child.stdin.close()
            await self._child.wait()
