"""Rendering a page: a browser in a process of its own, which has no way out but through us.

Its Chromium is given a proxy that leads nowhere. Whatever the page asks for is handed to our own
fetcher, so that the guard judges every connection, and nothing is sent but what we send.
"""

import logging
import os
import pwd
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from tempfile import TemporaryDirectory

from dateline.archive.fetch.exchange import Fetched, Headers
from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.rendering.answers import Answers
from dateline.archive.rendering.message import Said, receive, send
from dateline.archive.rendering.values import TOO_BUSY, Bounds, Rendered, RenderError

log = logging.getLogger(__name__)

USUAL = Bounds()
AT_ONCE = 2
"""Browsers side by side: each takes some hundred megabytes."""
HANDS = 8
"""Threads that fetch for one page."""
GLANCE = 0.2
"""Seconds between looks at whether Dateline is being stopped."""
STOPPED = "Dateline is being stopped."
NOT_STARTED = "The browser broke on this page, or could not be started."


def why_not(chromium: str) -> str:
    """Say in plain words why nothing can be rendered here; "" where it can."""
    if find_spec("playwright") is None:
        return "playwright is not installed: pip install 'dateline[browser]'."
    if shutil.which(chromium) is None:
        return f"{chromium} is no program on this machine."
    return ""


class Renderer:
    """Renders pages. Thread-safe; nothing of a page is left behind by its browser."""

    def __init__(self, fetcher: Fetcher, chromium: str, *, bounds: Bounds = USUAL) -> None:
        self._fetcher = fetcher
        self._chromium = chromium
        self._bounds = bounds
        self._told = False
        self._turns = threading.BoundedSemaphore(AT_ONCE)

    def render(self, document: Fetched) -> Rendered:
        """Return a page as its scripts build it, from its own bytes as they were fetched.

        Raises RenderError where no page came of it.
        """
        answers = Answers(self._fetcher, document, self._bounds)
        try:
            with self._turns, Session(self._chromium, self._bounds) as session:
                said, data = session.talk(self._order(document), document, answers, self._fetcher)
        except OSError:  # no disk, no memory, too many files
            raise RenderError(NOT_STARTED) from None
        if "does not start" in said:
            self._tell(said["does not start"])
            raise RenderError(NOT_STARTED)
        if "trouble" in said:
            raise RenderError(said["trouble"])
        missing = sorted({*said["missing"], *answers.missing()})
        words = f"It was cut short: {', '.join(missing)} is missing." if missing else ""
        html, screenshot = data[: said["html"]], data[said["html"] :]
        note = f"<!-- The page as Chromium {said['version']} built it for Dateline. {words} -->"
        return Rendered(
            html=b"<!doctype html>\n" + note.encode() + b"\n" + html,
            screenshot=screenshot,
            exchanges=answers.exchanges(),
            words=words,
            astray=said["astray"],
        )

    def _tell(self, why: str) -> None:
        """Say once that no page can be shown here; what fails with one page says so itself."""
        if not self._told:
            self._told = True
            log.warning("The browser that DATELINE_BROWSER names does not start: %s", why)

    def _order(self, document: Fetched) -> Said:
        bounds = self._bounds
        agent = Headers(document.exchanges[-1].request_headers).get("user-agent", "")
        return {
            "url": document.url,
            "agent": agent,
            "seconds": bounds.seconds,
            "height": bounds.height,
            "html": bounds.html,
        }


class Session:
    """One browser's process, from its start to its end."""

    def __init__(self, chromium: str, bounds: Bounds) -> None:
        self._chromium = chromium
        self._bounds = bounds
        self._end = time.monotonic() + bounds.seconds
        self._writing = threading.Lock()
        self._browser = 0

    def __enter__(self) -> "Session":
        self._folder = TemporaryDirectory(prefix="dateline-page-", ignore_cleanup_errors=True)
        if os.geteuid() == 0:  # the child becomes nobody: see `browser.become_nobody`
            nobody = pwd.getpwnam("nobody")
            os.chown(self._folder.name, nobody.pw_uid, nobody.pw_gid)
        self._connection, theirs = Pipe()
        with theirs:
            self._process = self._started(theirs)
        return self

    def __exit__(self, *_: object) -> None:
        for group in (self._process.pid, self._browser):
            if group:
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(group, signal.SIGKILL)
        self._process.wait()
        self._connection.close()
        self._folder.cleanup()

    def talk(
        self, order: Said, document: Fetched, answers: Answers, fetcher: Fetcher
    ) -> tuple[Said, bytes]:
        """Answer what the page asks for until it is done; return its last words."""
        send(self._connection, order | {"chromium": self._chromium})
        with hands() as pool:
            while True:
                said, data = self._heard(fetcher)
                if said["what"] == "done":
                    return said, data
                if said["what"] == "started":
                    self._browser = said["process"]
                elif said["what"] == "document":
                    self._answer(said["number"], document)
                else:
                    pool.submit(self._fetch, said, answers)

    def _heard(self, fetcher: Fetcher) -> tuple[Said, bytes]:
        try:
            while not self._connection.poll(GLANCE):
                if time.monotonic() > self._end:
                    raise RenderError(TOO_BUSY)
                if fetcher.closed:
                    raise RenderError(STOPPED)
            return receive(self._connection)
        except (EOFError, OSError):
            raise RenderError(NOT_STARTED) from None

    def _fetch(self, said: Said, answers: Answers) -> None:
        self._answer(said["number"], answers.answer(said["url"]))

    def _answer(self, number: int, fetched: Fetched | None) -> None:
        said: Said = {"number": number, "found": fetched is not None}
        if fetched:
            headers = dict(fetched.headers)
            said |= {"status": fetched.status, "url": fetched.url, "headers": headers}
        with self._writing, suppress(OSError):  # the browser may be gone by now
            send(self._connection, said, fetched.body if fetched else b"")

    def _started(self, theirs: Connection) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(  # noqa: S603  our own program
            # -P: nothing is imported from the folder that the browser writes to.
            [
                sys.executable,
                "-P",
                "-m",
                "dateline.archive.rendering.browser",
                str(theirs.fileno()),
            ],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd=self._folder.name,
            env=surroundings(self._folder.name),
            start_new_session=True,
        )


def surroundings(folder: str) -> dict[str, str]:
    """Return an environment that tells nothing of the newsroom: no secret, no zone, no language."""
    return {
        "PATH": os.defpath,
        "HOME": folder,
        "TMPDIR": folder,
        "LANG": "C.UTF-8",
        "TZ": "UTC",
    }


@contextmanager
def hands() -> Iterator[ThreadPoolExecutor]:
    """Fetch side by side; whoever is still at it when the page is done is not waited for."""
    pool = ThreadPoolExecutor(HANDS, "page")
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
