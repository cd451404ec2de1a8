"""pywb, a peer that replays what we export, from a virtual environment of its own."""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / ".venv-replay" / "bin"
COLLECTION = "exported"
PATIENCE = 60.0
"""Seconds that a start may take on a machine that does much else."""


@pytest.fixture(scope="session")
def pywb():
    """Return the folder of pywb's programs."""
    if not (FOLDER / "wayback").exists():
        pytest.fail("pywb is not installed: make install-test")
    return FOLDER


def index(pywb, warc):
    """Return the lines of an index that pywb itself makes of a WARC file, in the file's order."""
    out = warc.with_suffix(".cdxj")
    subprocess.run(
        [pywb / "cdx-indexer", "--cdxj", "--output", out, warc], check=True, timeout=PATIENCE
    )
    return out.read_text().splitlines()


@contextmanager
def replaying(pywb, wacz, folder):
    """Serve a .wacz on a loopback address; give the address that a page's own is put behind."""
    for step in (["init", COLLECTION], ["add", "--unpack-wacz", COLLECTION, wacz]):
        subprocess.run(
            [pywb / "wb-manager", *step],
            cwd=folder,
            check=True,
            capture_output=True,
            timeout=PATIENCE,
        )
    port = _free_port()
    command = [pywb / "wayback", "--bind", "127.0.0.1", "--port", str(port), "--directory", folder]
    with (folder / "pywb.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
    try:
        _wait_for(f"http://127.0.0.1:{port}/{COLLECTION}/", process)
        yield f"http://127.0.0.1:{port}/{COLLECTION}"
    finally:
        process.terminate()
        process.wait(20)


def _free_port():
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        return listener.getsockname()[1]


def _wait_for(address, process):
    end = time.monotonic() + PATIENCE
    while not _answers(address):
        assert process.poll() is None, "pywb ended"
        assert time.monotonic() < end, "pywb did not answer in time"
        time.sleep(0.1)


def _answers(address):
    try:
        urllib.request.urlopen(address, timeout=5).close()
    except urllib.error.HTTPError as error:
        error.close()  # it answers, if not that
    except OSError:
        return False
    return True
