"""One real server, one real browser, and a fresh blog for each journey."""

import itertools
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

sync_api = pytest.importorskip("playwright.sync_api")

from .newsroom import Newsroom  # noqa: E402  only where there is a browser
from .serving import Blog, Server  # noqa: E402
from .watch import Watch  # noqa: E402

BROWSER = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--no-first-run"]
PATIENCE = 60_000
"""Milliseconds that a page may take on a machine that does much else."""
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}

_slugs = (f"day-{n}" for n in itertools.count(1))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("newsroom")


@pytest.fixture(scope="package")
def newsroom(folder: Path) -> Iterator[Newsroom]:
    """The cast at work: Olga owns the site, Alice and Alan edit, Carl contributes."""
    room = Newsroom(folder)
    room.open()
    yield room
    room.leave()


@pytest.fixture(scope="package")
def server(folder: Path, newsroom: Newsroom) -> Iterator[Server]:
    serving = Server(folder)
    serving.start()
    yield serving
    serving.stop()


@pytest.fixture(scope="package")
def browser() -> Iterator[Any]:
    # For this package only: its loop would be in the way of the other tests' databases.
    sync_api.expect.set_options(timeout=PATIENCE)
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER)
        yield started
        started.close()


@pytest.fixture
def start(newsroom: Newsroom) -> Callable[..., Blog]:
    """Start a live blog: `start(headline=…, language=…)`."""

    def _start(headline: str = "Assad in Moscow", **masthead: Any) -> Blog:
        slug = next(_slugs)
        pk = newsroom.start(slug=slug, headline=headline, **masthead)
        return Blog(newsroom, pk, slug)

    return _start


@pytest.fixture
def blog(start: Callable[..., Blog]) -> Blog:
    return start(lead="The day after.")


def stop_the_clock(page: Any) -> None:
    """Let what a page shows for seconds stay until its `clock.fast_forward`; it polls nothing."""
    page.clock.install()
    page.clock.pause_at(datetime.now(UTC) + timedelta(minutes=1))


@pytest.fixture
def visit(server: Server, newsroom: Newsroom, browser: Any) -> Iterator[Callable[..., Any]]:
    """Open a browser of someone's own: `visit(path, **options)` returns a page, with its `watch`.

    Whatever any of them asked of a stranger, or complained of, fails the test.
    """
    opened = []

    def _visit(path: str = "", *, at: str = server.at, before: str = "", **options: Any) -> Any:
        context = browser.new_context(base_url=at, **{"viewport": LAPTOP} | options)
        context.set_default_timeout(PATIENCE)
        if before:
            context.add_init_script(before)
        watch = Watch(context, at)
        opened.append((context, watch))
        page = context.new_page()
        page.watch = watch
        if path:
            newsroom.settle()
            page.goto(path)
        return page

    yield _visit
    for context, _ in opened:
        context.close()
    assert [watch.strangers for _, watch in opened if watch.strangers] == []
    assert [watch.complaints for _, watch in opened if watch.complaints] == []


@pytest.fixture
def return_to(newsroom: Newsroom) -> Callable[..., Any]:
    """Open a page of the same browser again, later: `return_to(page, path)` returns the new tab."""

    def _return_to(page: Any, path: str) -> Any:
        again = page.context.new_page()
        # "Later" is at once here, and a page keeps for ten seconds; routing switches the cache off.
        again.route("**/never", lambda route: route.abort())
        newsroom.settle()
        again.goto(path)
        return again

    return _return_to


@pytest.fixture(scope="package")
def _keys() -> dict[str, Any]:
    """The sessions of those who signed in already: each link works once, and links are rationed."""
    return {}


@pytest.fixture
def enter(visit: Any, newsroom: Newsroom, _keys: dict[str, Any]) -> Callable[..., Any]:
    """Let one of the cast into the desk: `enter("alice", blog.desk)`."""

    def _enter(name: str, path: str = "/desk/", **options: Any) -> Any:
        if name not in _keys:
            page = visit(newsroom.link(name=name))
            page.get_by_role("button", name="Sign in as").click()
            page.wait_for_url("**/desk/profile/")
            _keys[name] = page.context.storage_state()
        return visit(path, storage_state=_keys[name], **options)

    return _enter
