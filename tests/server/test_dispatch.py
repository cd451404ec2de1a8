"""The front door and the pool behind it."""

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from dateline.server.dispatch import application, desk_pool
from dateline.server.hub import Hub
from tests.server.serving import Serving, echo, read_until, request, serving


@pytest.fixture
def server(tmp_path: Path):
    with serving(tmp_path) as running:
        yield running


def test_each_path_has_its_app(server: Serving) -> None:
    (server.static / "desk.css").write_text("a{}")
    static = server.http.get("/desk/static/desk.css")
    assert (static.text, static.headers["cache-control"]) == ("a{}", "max-age=31536000, immutable")
    assert server.http.get("/desk").text == "GET 0 x"
    assert server.http.get("/desk/x").text == "GET 0 x"
    assert server.http.get("/deskx").status_code == 404
    assert server.http.get("/desk/static/../x").status_code in (200, 404)
    assert server.http.get("/desk/static/none").status_code == 404


def test_a_failure_shows_no_trace(server: Serving, caplog: pytest.LogCaptureFixture) -> None:
    response = server.http.get("/desk/fail")
    assert (response.status_code, response.text) == (500, "Internal Server Error")
    assert server.http.get("/desk/").status_code == 200


def test_a_response_without_length_gets_one(server: Serving) -> None:
    assert server.http.get("/desk/").headers["content-length"] == "7"


def test_an_underscore_forges_no_proxy_header(server: Serving) -> None:
    server.http.get("/desk/", headers={"X_Forwarded_Proto": "https", "X-Real": "1"})
    assert "HTTP_X_FORWARDED_PROTO" not in server.desk_saw[0]
    assert server.desk_saw[0]["HTTP_X_REAL"] == "1"


def test_raw_bytes_in_a_query_are_no_failure(server: Serving) -> None:
    with server.raw(request("GET", "/desk/?q=a%20b&r=\xff#x".replace("\xff", "é"))) as sock:
        assert read_until(sock, b"\r\n\r\n").startswith((b"HTTP/1.1 200", b"HTTP/1.1 400"))


def test_the_pool_has_as_many_threads_as_it_is_given(tmp_path: Path) -> None:
    names: set[str] = set()

    def wsgi(environ: dict[str, Any], start_response: Any) -> list[bytes]:
        names.add(__import__("threading").current_thread().name)
        start_response("204 No Content", [])
        return []

    with serving(tmp_path, desk=desk_pool(wsgi, threads=2)) as server:
        for _ in range(20):
            response = server.http.get("/desk/")
            assert (response.status_code, "content-length" in response.headers) == (204, False)
    assert 1 <= len(names) <= 2


def lifespan(app: Any, scope: dict[str, Any]) -> list[str]:
    """Run an app from start to end as a server does."""
    sent: list[str] = []

    async def run() -> None:
        events = iter(["lifespan.startup", "lifespan.shutdown"])

        async def receive() -> dict[str, str]:
            return {"type": next(events)}

        async def send(message: dict[str, Any]) -> None:
            sent.append(message["type"])

        await app(scope, receive, send)

    asyncio.run(run())
    return sent


def test_it_starts_and_ends(tmp_path: Path) -> None:
    done: list[str] = []

    async def up() -> None:
        done.append("up")

    async def down() -> None:
        done.append("down")

    hub = Hub()
    parts = {"site_root": tmp_path, "static_root": tmp_path, "desk": desk_pool(echo([]))}
    app = application(**parts, hub=hub, on_startup=up, on_shutdown=down)  # type: ignore[arg-type]
    sent = lifespan(app, {"type": "lifespan", "state": {}})
    assert sent == ["lifespan.startup.complete", "lifespan.shutdown.complete"]
    assert (done, hub.closed) == (["up", "down"], True)


def test_a_start_that_fails_is_said_and_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def up() -> None:
        raise RuntimeError("no database")

    parts = {"site_root": tmp_path, "static_root": tmp_path, "desk": desk_pool(echo([]))}
    app = application(**parts, hub=Hub(), on_startup=up)  # type: ignore[arg-type]
    with caplog.at_level(logging.ERROR):
        assert lifespan(app, {"type": "lifespan"}) == ["lifespan.startup.failed"]
    assert "no database" in caplog.text
