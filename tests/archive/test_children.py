"""Work in processes of their own: they end with us, rest, come back, and stay modest."""

import os
import signal
import subprocess
import sys
import time

import pytest

from dateline.archive.children import MODEST, Children
from tests.processes.program import is_running, until

MEMORY = 1024**3


def test_a_child_is_modest_and_the_first_to_go():
    with Children(memory=MEMORY, tasks=9) as children:
        assert children.ask(30, os.nice, 0).result() == min(os.nice(0) + MODEST, 19)


def test_what_outlasts_its_time_is_ended_and_the_next_is_answered():
    with Children(memory=MEMORY, tasks=9) as children:
        with pytest.raises(TimeoutError):
            children.ask(0.5, time.sleep, 60).result()
        assert children.ask(30, abs, -1).result() == 1


def test_after_a_rest_others_answer_and_after_the_end_none():
    children = Children(memory=MEMORY, tasks=9)
    one = children.ask(30, os.getpid).result()
    children.rest()
    assert not is_running(one)
    assert children.ask(30, os.getpid).result() != one
    children.close()
    with pytest.raises(RuntimeError):
        children.ask(30, os.getpid)


def test_a_child_that_is_killed_while_idle_is_replaced():
    with Children(memory=MEMORY, tasks=9) as children:
        os.kill(children.ask(30, os.getpid).result(), signal.SIGKILL)
        until(lambda: not children.opened().active)
        assert children.ask(30, abs, -1).result() == 1


def test_a_pool_that_another_thread_has_renewed_is_left_alone():
    with Children(memory=MEMORY, tasks=9) as children:
        old = children.opened()
        children.renew(old)
        fresh = children.opened()
        children.renew(old)
        assert children.opened() is fresh


ORPHAN = """
import time, os
from dateline.archive.children import Children
if __name__ == "__main__":
    children = Children(memory=2**30, tasks=9)
    print(children.ask(30, os.getpid).result(), flush=True)
    children.ask(600, time.sleep, 600)
    time.sleep(600)
"""


def test_a_child_in_the_middle_of_its_work_ends_with_a_parent_that_is_killed():
    parent = subprocess.Popen([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE)
    child = int(parent.stdout.readline())
    assert is_running(child)
    parent.kill()
    parent.wait()
    parent.stdout.close()
    until(lambda: not is_running(child), 20)
