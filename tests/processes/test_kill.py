"""Killed at any moment, it loses nothing that it acknowledged and shows nothing half."""

import os
import random
import signal
import sys

import pytest

from dateline.desk.people.links import sign_in_link
from dateline.ledger.models import Entry
from dateline.ledger.verbs.publishing import publish_update
from dateline.ledger.verbs.writing import Text, write_update
from dateline.live.follow import Follower

from .newsroom import Colleague, Judge, Writer, wait
from .program import free_port, is_running, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

SERVER_KILLS = 40
WORKER_KILLS = 12
WRITER_KILLS = 4
KILLS = SERVER_KILLS + WORKER_KILLS + WRITER_KILLS
WORKER_ENDS_WITHIN = 10.0
"""Seconds, on a machine that is starting the next server at the same time."""


@pytest.fixture
def seed():
    """A new one each time, printed; set DATELINE_TEST_SEED to have it again."""
    return int(os.environ.get("DATELINE_TEST_SEED") or random.randrange(10**6))  # noqa: S311


@pytest.fixture
def chance(seed):
    return random.Random(seed)  # noqa: S311  no secret


def kill_worker(server):
    """Kill the worker alone, and see that its server starts another."""
    killed = server.with_worker()
    os.kill(killed, signal.SIGKILL)
    until(lambda: server.worker not in (None, killed))


def test_nothing_acknowledged_is_lost_and_nothing_half_is_shown(
    serve, chance, seed, owner, alice, blog, data, tmp_path
):
    sys.stdout.write(f"seed {seed}\n")
    judge, port = Judge(data / "site"), free_port()
    server = serve(port=port)
    colleague = Colleague(server.address, sign_in_link(owner), blog.pk)
    writers = [Writer(tmp_path, seed, 0.1)]
    colleague.start()
    left_behind = []
    plan = ["server"] * SERVER_KILLS + ["worker"] * (WORKER_KILLS // 2) + ["writer"] * WRITER_KILLS
    chance.shuffle(plan)
    try:
        for victim in plan:
            if victim == "writer":
                writers[-1].kill()
                writers.append(Writer(tmp_path, seed + len(writers), 0.1))
                continue
            if victim == "worker":
                os.kill(server.started().with_worker(), signal.SIGKILL)
                wait(chance.uniform(0.8, 3.0))  # it is started again, and at work
                os.kill(server.with_worker(), signal.SIGKILL)
                continue
            wait(chance.uniform(0.2, 1.0))
            left_behind.append(server.kill())
            server = serve(port=port, wait=chance.random() < 0.3)
            said = [one for writer in writers for one in writer.acknowledged]
            judge.require_acknowledged(said)
            judge.require_headlines(list(colleague.acknowledged))
            judge.require_sound()
            judge.require_whole_files()
        server.started()
        colleague.finish()
        assert writers[-1].finish() == (0, "")
        said = [one for writer in writers for one in writer.acknowledged]
        judge.wait_for_schedule()
        update = write_update(by=alice, blog=blog, text=Text(headline="The last"))
        publish_update(by=alice, update=update)
        judge.wait_until_caught_up()
        judge.require_acknowledged(said)
        judge.require_headlines(colleague.acknowledged)
        judge.require_sound()
        judge.require_whole_files()
        judge.require_no_leftovers(server.pid)
        judge.require_like_fresh(tmp_path / "fresh")
    finally:
        colleague.finish()
        writers[-1].finish()
    scheduled = Entry.objects.filter(verb="publish_scheduled").count()
    assert scheduled == len(set(objects_of("schedule_update")))
    assert colleague.refused == []
    assert [pid for pid in left_behind if pid and is_running(pid)] == []
    assert "Traceback" not in "".join(log.read_text() for log in tmp_path.glob("server-*.log"))
    sys.stdout.write(
        f"{KILLS} kills; {len(said)} verbs and {len(colleague.acknowledged)} forms "
        f"acknowledged, {colleague.lost} forms lost; {scheduled} scheduled updates; "
        f"{Entry.objects.count()} entries; {judge.looked_at} files read\n"
    )


def objects_of(verb):
    return Entry.objects.filter(verb=verb).values_list("object", flat=True)


def test_the_worker_does_not_outlive_a_server_that_is_killed(serve):
    server = serve()
    worker = server.with_worker()
    wait(1.0)
    assert server.kill() == worker
    until(lambda: not is_running(worker), WORKER_ENDS_WITHIN)


def test_a_worker_that_was_just_born_does_not_outlive_its_server_either(serve):
    for moment in (0.0, 0.1, 0.3):
        server = serve(wait=False)
        worker = server.with_worker()
        wait(moment)
        server.kill()
        until(lambda pid=worker: not is_running(pid), WORKER_ENDS_WITHIN)


def test_a_worker_that_is_killed_is_started_again_and_does_its_work(serve, alice, blog, data):
    server = serve()
    kill_worker(server)
    publish_update(
        by=alice, update=write_update(by=alice, blog=blog, text=Text(headline="After the kill"))
    )
    until(lambda: server.shows("putin-in-syria/2015-10-21/", "After the kill"))


def test_a_follower_killed_between_files_leaves_no_unfinished_one(serve, publish, data):
    for n in range(60):
        publish(f"Update {n}")
    judge = Judge(data / "site")
    pages = 0
    for _ in range(6):
        server = serve(wait=False)
        until(lambda: len(list((data / "site").glob("*/*/u/*"))) >= pages, pause=0.005)  # noqa: B023
        server.kill()
        judge.require_whole_files()
        pages += 10  # it gets further each time before it is killed
    (data / "site" / ".tmp").mkdir(parents=True, exist_ok=True)
    (data / "site" / ".tmp" / "1-1").write_text("half a fi")
    server = serve()
    judge.wait_until_caught_up()
    judge.require_no_leftovers(server.pid)
    judge.require_like_fresh(data.parent / f"{data.name}-fresh")


def test_a_site_far_behind_catches_up_by_itself(serve, publish, data, tmp_path):
    Follower().catch_up()
    for n in range(30):
        publish(f"While it was down {n}")
    serve()
    judge = Judge(data / "site")
    judge.wait_until_caught_up()
    judge.require_like_fresh(tmp_path / "fresh")
