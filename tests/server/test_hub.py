"""The hub alone: who is woken, with what, and who is cut off."""

import asyncio
import gc
from collections.abc import Awaitable, Callable

import pytest

from dateline.server.hub import BEAT, Hub, StreamLimits, head_frame


def in_loop(test: Callable[[], Awaitable[None]]) -> Callable[[], None]:
    def run() -> None:
        asyncio.run(asyncio.wait_for(test(), 5))

    run.__name__ = test.__name__
    return run


def test_a_frame_is_what_the_page_expects() -> None:
    assert head_frame(12) == b'id: 12\nevent: head\ndata: {"rev":12}\n\n'


@pytest.mark.parametrize("rev", ["1\nevent: evil", "1\r\n", None, "x"])
def test_only_a_number_reaches_a_field(rev: object) -> None:
    if rev == "1\r\n":
        assert head_frame(rev) == head_frame(1)  # type: ignore[arg-type]
    else:
        with pytest.raises((ValueError, TypeError)):
            head_frame(rev)  # type: ignore[arg-type]


@in_loop
async def test_a_reader_hears_of_its_own_blog_only() -> None:
    hub = Hub()
    mine, other = hub.subscribe("a/b"), hub.subscribe("a/c")
    hub.publish("a/b/", 4)
    hub.publish("a/c", 9)
    assert [await mine.next(), await other.next()] == [head_frame(4), head_frame(9)]


@in_loop
async def test_a_burst_costs_a_waiting_reader_nothing_and_it_hears_the_newest() -> None:
    hub = Hub()
    reader = hub.subscribe("a/b")
    waiting = asyncio.create_task(reader.next())
    await asyncio.sleep(0)
    for rev in range(500):
        hub.publish("a/b", rev)
    assert await waiting == head_frame(499)
    assert not reader.closed


@in_loop
async def test_a_blocked_reader_is_cut_off_and_nobody_else() -> None:
    hub, cut = Hub(StreamLimits(queue=16)), []
    blocked = hub.subscribe("a/b", lambda: cut.append("blocked"))
    well = hub.subscribe("a/b", lambda: cut.append("well"))
    for rev in range(16):
        waiting = asyncio.create_task(well.next())
        await asyncio.sleep(0)
        assert not blocked.closed
        hub.publish("a/b", rev)
        assert await waiting == head_frame(rev)
    assert (blocked.closed, well.closed, cut) == (True, False, ["blocked"])
    assert await blocked.next() is None


@in_loop
async def test_two_heartbeats_in_one_blocked_send_cut_a_reader_off() -> None:
    hub, cut = Hub(StreamLimits(heartbeat=0.1)), []
    reader = hub.subscribe("a/b", lambda: cut.append(1))
    while not cut:
        await asyncio.sleep(0.01)
    assert reader.closed


@in_loop
async def test_a_quiet_reader_gets_heartbeats() -> None:
    reader = Hub(StreamLimits(heartbeat=0.1)).subscribe("a/b")
    assert [await reader.next(), await reader.next()] == [BEAT, BEAT]


@in_loop
async def test_a_connection_ends_at_its_greatest_age() -> None:
    reader = Hub(StreamLimits(heartbeat=0.1, max_age=0)).subscribe("a/b")
    assert await reader.next() is None


@in_loop
async def test_closing_ends_every_reader_now_and_later() -> None:
    hub = Hub()
    readers = [hub.subscribe(f"a/{n}") for n in range(3)]
    waiting = [asyncio.create_task(reader.next()) for reader in readers]
    await asyncio.sleep(0)
    hub.close()
    hub.close()
    assert await asyncio.gather(*waiting) == [None, None, None]
    assert await hub.subscribe("a/b").next() is None


@in_loop
async def test_nothing_is_kept_of_a_reader_that_left() -> None:
    hub = Hub()
    readers = [hub.subscribe("a/b") for _ in range(50)]
    assert hub.readers == 50
    for reader in readers * 2:
        hub.unsubscribe(reader)
    assert (hub.readers, hub._blogs, hub._timer) == (0, {}, None)
    assert not any(hub._wheel)
    readers.clear()
    gc.collect()
