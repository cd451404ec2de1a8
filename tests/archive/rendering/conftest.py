"""A site, a fetcher that may reach it, and a browser's folder that is looked at afterwards."""

import shutil
import tempfile
import time
from ipaddress import ip_network
from pathlib import Path

import pytest

from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.fetch.guard import Guard
from dateline.archive.rendering import Bounds, Renderer

from .site import HOST, Site, Trap

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture
def site():
    with Site() as served:
        yield served


@pytest.fixture
def trap():
    with Trap() as listening:
        yield listening


@pytest.fixture
def fetcher():
    """Fetch from the site's address alone: 127.0.0.1 stays closed."""
    return Fetcher(Guard([ip_network(HOST)]))


@pytest.fixture
def folder(monkeypatch):
    """Return where browsers live during a test; "nobody", who runs them, may pass through it."""
    made = Path(tempfile.mkdtemp(dir="/tmp"))
    made.chmod(0o711)
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    yield made
    shutil.rmtree(made)


@pytest.fixture
def render(fetcher, folder):
    """Fetch an address and render it: `render(url, requests=20)`; nothing of it stays behind."""

    def _render(url, **bounds):
        document = fetcher.get(url)
        return Renderer(fetcher, CHROMIUM, bounds=Bounds(**bounds)).render(document)

    yield _render
    assert all_gone(folder)


def all_gone(folder):
    """Tell whether browsers left nothing; what reports their crashes ends a moment after them."""
    end = time.monotonic() + 20
    while running(folder) and time.monotonic() < end:
        time.sleep(0.05)
    return not running(folder) and not list(folder.iterdir())


def running(folder):
    """Return the processes that have to do with a folder, with their owners and arguments."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            arguments = (process / "cmdline").read_bytes().split(b"\0")
            owner = (process / "status").stat().st_uid
        except OSError:
            continue
        if any(str(folder).encode() in one for one in arguments):
            found.append((owner, arguments))
    return found
