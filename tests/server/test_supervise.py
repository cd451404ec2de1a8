"""The worker beside the serving process: started again when it dies, gone when we go."""

import asyncio
import os
import signal
import subprocess
import sys

import pytest

from dateline.server import supervise
from dateline.server.supervise import WorkerProcess
from tests.processes.program import children_of, is_running, names_in, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

PARENT = """
import asyncio
from dateline.server.supervise import WorkerProcess

async def main():
    await WorkerProcess().start()
    await asyncio.sleep(60)

asyncio.run(main())
"""


def workers(pid=None):
    return [child for child in children_of(pid or os.getpid()) if b"worker" in names_in(child)]


async def one_worker(*, other_than=None):
    """Wait for the one worker that runs."""
    async with asyncio.timeout(30):
        while not (found := [pid for pid in workers() if pid != other_than and is_running(pid)]):
            await asyncio.sleep(0.01)
    assert len(found) == 1
    return found[0]


def test_stopping_ends_the_worker_and_waits_for_it(blog):
    async def run():
        supervised = WorkerProcess()
        await supervised.start()
        pid = await one_worker()
        await supervised.stop()
        return pid

    assert not is_running(asyncio.run(run()))


def test_a_worker_that_dies_is_started_again(blog, monkeypatch, caplog):
    monkeypatch.setattr(supervise, "RESTART_AFTER", 0.05)

    async def run():
        supervised = WorkerProcess()
        await supervised.start()
        first = await one_worker()
        os.kill(first, signal.SIGKILL)
        second = await one_worker(other_than=first)
        await supervised.stop()
        return second

    assert not is_running(asyncio.run(run()))
    assert "The worker ended with -9 and is started again." in caplog.text


def test_a_worker_that_cannot_be_started_is_tried_again(blog, monkeypatch, caplog):
    monkeypatch.setattr(supervise, "RESTART_AFTER", 0.05)
    real, tries = asyncio.create_subprocess_exec, []

    async def refuse_once(*command, **options):
        tries.append(command)
        if len(tries) == 1:
            raise BlockingIOError(11, "Resource temporarily unavailable")
        return await real(*command, **options)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refuse_once)

    async def run():
        supervised = WorkerProcess()
        await supervised.start()
        await one_worker()
        await supervised.stop()

    asyncio.run(run())
    assert "Resource temporarily unavailable" in caplog.text


def test_stopping_before_it_started_is_no_error():
    asyncio.run(WorkerProcess().stop())


def test_stopping_at_once_leaves_nothing(blog):
    async def run():
        supervised = WorkerProcess()
        await supervised.start()
        await asyncio.sleep(0)
        await supervised.stop()

    asyncio.run(run())
    until(lambda: not [pid for pid in workers() if is_running(pid)])


def test_the_kernel_ends_the_worker_of_a_parent_that_is_killed(blog):
    parent = subprocess.Popen([sys.executable, "-c", PARENT])
    try:
        [worker] = until(lambda: workers(parent.pid))
    finally:
        parent.kill()
        parent.wait()
    until(lambda: not is_running(worker))
