"""One writer at a time; whoever comes second waits instead of failing."""

import threading

import pytest

from dateline.ledger.lock import write_lock


def test_the_second_writer_waits_for_the_first():
    entered, order = threading.Event(), []

    def second():
        entered.set()
        with write_lock():
            order.append("second")

    thread = threading.Thread(target=second)
    with write_lock():
        thread.start()
        entered.wait()
        thread.join(timeout=0.2)
        assert thread.is_alive()
        order.append("first")
    thread.join()
    assert order == ["first", "second"]


def test_a_writer_who_fails_lets_the_next_one_in():
    with pytest.raises(OSError, match="broken"), write_lock():
        raise OSError("broken")
    with write_lock():
        pass
