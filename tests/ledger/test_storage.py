"""The bytes folder holds whole files under their own hash, or nothing."""

import errno
import hashlib
import os
import shutil
import subprocess
import threading

import pytest

from dateline.ledger import storage
from dateline.ledger.verbs.capturing import keep_capture
from dateline.ledger.verbs.reports import bring_report
from tests.ledger.kept import TEXT, asked, kept


def files(data):
    """Return every file under the bytes folder, the unfinished ones too."""
    return [path for path in (data / "bytes").rglob("*") if path.is_file()]


def test_bytes_lie_under_their_own_hash(data):
    sha256 = storage.keep(b"evidence")
    assert sha256 == hashlib.sha256(b"evidence").hexdigest()
    assert storage.folder().path_of(sha256) == data / "bytes" / sha256[:2] / sha256
    assert storage.read(sha256) == b"evidence"


def test_nobody_else_on_the_machine_reads_them():
    assert storage.folder().path_of(storage.keep(b"evidence")).stat().st_mode & 0o077 == 0


def test_the_same_bytes_are_written_once(data):
    path = storage.folder().path_of(storage.keep(b"evidence"))
    first = path.stat()
    storage.keep(b"evidence")
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (first.st_ino, first.st_mtime_ns)
    assert len(files(data)) == 1


def test_no_bytes_are_bytes_too():
    assert storage.read(storage.keep(b"")) == b""


def test_dropped_bytes_are_gone_and_dropping_again_is_no_error():
    sha256 = storage.keep(b"evidence")
    for _ in range(2):
        storage.drop(sha256)
    with pytest.raises(FileNotFoundError):
        storage.read(sha256)


def test_many_who_bring_the_same_bytes_leave_one_file(data):
    threads = [threading.Thread(target=storage.keep, args=(b"x" * 100_000,)) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [path.stat().st_size for path in files(data)] == [100_000]


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failing_disk_leaves_no_half_file(data, monkeypatch, call):
    def fail(*args, **options):
        raise OSError(errno.EIO, "Input/output error")

    owner = os if call == "fsync" else type(data)
    monkeypatch.setattr(owner, call, fail)
    with pytest.raises(OSError, match="Input/output"):
        storage.keep(b"evidence")
    assert files(data) == []


@pytest.fixture
def small_disk(tmp_path, settings):
    """Put the data folder on a disk of one megabyte."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("only root can mount the small disk that this needs")
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine lets nobody mount a small disk")
    settings.DATELINE_DATA = tmp_path
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def test_a_full_disk_leaves_no_half_file_and_what_was_there(small_disk):
    sha256 = storage.keep(b"small")
    with pytest.raises(OSError, match="No space left") as full:
        storage.keep(os.urandom(2_000_000))
    assert full.value.errno == errno.ENOSPC
    assert [path.name for path in files(small_disk)] == [sha256]
    assert storage.read(storage.keep(b"small again")) == b"small again"


class Memory:
    """The four promises kept in memory: what an object store would have to do as well."""

    def __init__(self):
        self.kept = {}

    def keep(self, data):
        self.kept[storage.sha256_of(data)] = data
        return storage.sha256_of(data)

    def read(self, sha256):
        if sha256 not in self.kept:
            raise FileNotFoundError(sha256)
        return self.kept[sha256]

    def has(self, sha256):
        return sha256 in self.kept

    def drop(self, sha256):
        self.kept.pop(sha256, None)


@pytest.fixture(params=["folder", "memory"])
def any_storage(request, tmp_path, monkeypatch):
    """Every storage there is, one after the other, as the site's own."""
    one = storage.Folder(tmp_path) if request.param == "folder" else Memory()
    monkeypatch.setattr(storage, "_storage", lambda: one)
    return one


def test_every_storage_keeps_the_four_promises(any_storage):
    sha256 = storage.keep(b"evidence")
    assert (storage.keep(b"evidence"), storage.read(sha256)) == (sha256, b"evidence")
    assert storage.has(sha256)
    assert not storage.has("0" * 64)
    for _ in range(2):
        storage.drop(sha256)
    assert not storage.has(sha256)
    with pytest.raises(FileNotFoundError):
        storage.read(sha256)


def test_a_capture_lives_in_any_storage(any_storage, carl):
    report = bring_report(by=carl, asked=asked(given_warc=b"WARC"))
    capture = keep_capture(report, kept())
    assert any_storage.has(report.given_warc)
    assert storage.read(capture.text.sha256).decode() == TEXT
