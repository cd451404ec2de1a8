"""Request bodies: whole, bounded, and never at the cost of another client's page."""

import threading
import time
from pathlib import Path

import httpx
import pytest

from dateline.server.bodies import BodyLimits
from tests.server.serving import Serving, read_all, read_until, request, serving


@pytest.fixture
def server(tmp_path: Path):
    limits = BodyLimits(seconds=0.6, media_prefixes=("/desk/media/",))
    with serving(tmp_path, bodies=limits) as running:
        yield running


def unfinished(server: Serving):
    return server.raw(request("POST", "/desk/", "Content-Length: 100") + b"a")


def test_a_body_arrives_whole(server: Serving) -> None:
    assert server.http.post("/desk/", content=b"a" * 500_000).text == "POST 500000 x"


def test_a_chunked_body_arrives_whole_and_says_its_length(server: Serving) -> None:
    response = server.http.post("/desk/", content=iter([b"ab", b"cde"]))
    assert response.text == "POST 5 x"
    assert server.desk_saw[0]["CONTENT_LENGTH"] == "5"
    assert "HTTP_TRANSFER_ENCODING" not in server.desk_saw[0]


def test_three_megabytes_are_too_many(server: Serving) -> None:
    refused = server.http.post("/desk/", content=b"a" * 3_000_000)
    assert refused.status_code == 413
    assert "larger than 2.6 MB" in refused.text
    assert server.desk_saw == []
    assert server.http.get("/desk/").status_code == 200


def test_a_declared_length_is_refused_before_anything_is_sent(server: Serving) -> None:
    with server.raw(request("POST", "/desk/", "Content-Length: 99999999999")) as sock:
        assert read_until(sock, b"MB.\n").startswith(b"HTTP/1.1 413")


def test_an_undeclared_length_is_refused_when_it_is_passed(server: Serving) -> None:
    refused = server.http.post("/desk/", content=(b"a" * 65_536 for _ in range(60)))
    assert refused.status_code == 413


def test_media_may_be_larger(server: Serving) -> None:
    assert server.http.post("/desk/media/", content=b"a" * 3_000_000).text == "POST 3000000 x"
    assert server.http.post("/desk/media/", content=b"a" * 20_000_001).status_code == 413


def test_a_body_that_drips_is_ended_in_time(server: Serving) -> None:
    start = time.monotonic()
    with unfinished(server) as sock:
        stop = threading.Event()

        def drip() -> None:
            while not stop.wait(0.05):
                try:
                    sock.send(b"a")
                except OSError:
                    return

        thread = threading.Thread(target=drip)
        thread.start()
        data = read_all(sock)
        stop.set()
        thread.join()
    assert data.startswith(b"HTTP/1.1 408")
    assert b"within 0.6 seconds" in data
    assert time.monotonic() - start < 3


@pytest.mark.parametrize("clients", [4, 7])
def test_posts_that_never_finish_stop_no_page(tmp_path: Path, clients: int) -> None:
    with serving(tmp_path) as server:
        socks = [unfinished(server) for _ in range(clients)]
        start = time.monotonic()
        assert server.http.get("/desk/").text == "GET 0 x"
        assert server.http.post("/desk/", content=b"ab").text == "POST 2 x"
        assert server.http.get("/syria/2015-10-21/").status_code == 200
        assert time.monotonic() - start < 2
        for sock in socks:
            sock.close()


def test_a_newsroom_behind_one_address_sends_all_at_once(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        socks = [unfinished(server) for _ in range(20)]
        for sock in socks:
            sock.sendall(b"a" * 99)
            assert read_until(sock, b"POST 100 x").startswith(b"HTTP/1.1 200")
            sock.close()


def test_one_unfinished_body_too_many_of_an_address_is_refused_and_pages_go_on(
    tmp_path: Path,
) -> None:
    with serving(tmp_path, bodies=BodyLimits(per_address=8)) as server:
        socks = [unfinished(server) for _ in range(8)]
        refused = server.http.post("/desk/", content=b"ab")
        assert (refused.status_code, refused.headers["retry-after"]) == (429, "10")
        assert server.http.get("/desk/").text == "GET 0 x"
        for sock in socks:
            sock.close()

        def answered() -> bool:
            return server.http.post("/desk/", content=b"ab").status_code == 200

        end = time.monotonic() + 5
        while not answered():
            assert time.monotonic() < end


def test_bodies_held_are_bounded_in_all_and_given_back(tmp_path: Path) -> None:
    with serving(tmp_path, bodies=BodyLimits(held=1_000_000)) as server:
        for _ in range(3):
            assert server.http.post("/desk/", content=b"a" * 700_000).status_code == 200
        refused = server.http.post("/desk/", content=b"a" * 1_100_000)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "10")
        assert server.http.post("/desk/", content=b"a" * 700_000).status_code == 200


def test_one_address_leaves_room_for_the_bodies_of_all_others(tmp_path: Path) -> None:
    with serving(tmp_path, bodies=BodyLimits(held=1_000_000)) as server:
        there = httpx.HTTPTransport(local_address="127.0.0.2")
        head = request("POST", "/desk/", "Content-Length: 900000")
        with server.raw(head + b"a" * 740_000) as here, httpx.Client(transport=there) as other:
            answer = other.post(f"http://127.0.0.1:{server.port}/desk/", content=b"a" * 200_000)
            assert answer.text == "POST 200000 x"
            here.sendall(b"a" * 20_000)
            assert read_until(here, b"uploads.").startswith(b"HTTP/1.1 503")


def test_clients_that_never_read_their_response_hold_no_thread(server: Serving) -> None:
    large = request("GET", "/desk/large")
    socks = [server.raw(large, receive_buffer=2304) for _ in range(8)]
    assert server.http.get("/desk/").text == "GET 0 x"
    for sock in socks:
        sock.close()
