"""Backup while serving, and the way back: whole or not at all, and nothing outside."""

import io
import json
import os
import random
import shutil
import signal
import sqlite3
import stat
import subprocess
import tarfile
import threading
from pathlib import Path

import pytest
from django.db import connection

from dateline.ledger import storage
from dateline.ledger.models import Update
from dateline.ledger.verbs.media import bring_media
from dateline.server import backup
from dateline.server.backup import BackupError, back_up, restore
from tests.pictures import picture
from tests.processes.program import DATELINE, dateline, until

pytestmark = pytest.mark.django_db(transaction=True)

REFUSALS = ("is no backup", "cannot be read", "holds “", "is damaged")


@pytest.fixture
def tar(alice, publish, tmp_path):
    """A backup of a site with an update and a picture."""
    bring_media(by=alice, data=picture(), alt="A red field", credit="SANA")
    publish("Acknowledged")
    back_up(tmp_path / "site.tar")
    return tmp_path / "site.tar"


@pytest.fixture
def empty(tmp_path, settings):
    """An empty data folder, in which restores happen; beside it nothing may appear."""
    folder = tmp_path / "around" / "empty"
    folder.mkdir(parents=True)
    settings.DATELINE_DATA = folder
    return folder


def everything_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def headlines_in(database):
    reader = sqlite3.connect(database)
    try:
        rows = reader.execute("SELECT headline FROM ledger_update WHERE number IS NOT NULL")
        return sorted(row[0] for row in rows)
    finally:
        reader.close()


# Backing up


def test_a_backup_is_for_its_owner_alone(tar):
    assert stat.S_IMODE(tar.stat().st_mode) == 0o600


def test_a_backup_holds_the_database_and_the_bytes_and_nothing_else(tar, data):
    with tarfile.open(tar, "r:") as opened:
        names = opened.getnames()
    kept = [path.relative_to(data).as_posix() for path in (data / "bytes").rglob("*/*")]
    assert sorted(names) == sorted(["dateline.sqlite3", *kept])
    assert len(kept) == 1


def test_nothing_lies_beside_a_finished_backup(tar):
    assert everything_in(tar.parent) == ["site.tar"]


def test_a_name_that_is_taken_is_refused(tar):
    before = tar.read_bytes()
    with pytest.raises(BackupError, match="exists already"):
        back_up(tar)
    assert tar.read_bytes() == before


def test_it_holds_all_that_was_acknowledged_before_it_began_while_others_write(
    publish, tmp_path, settings
):
    acknowledged, stop, taken = [], threading.Event(), []

    def work():
        n = 0
        while not stop.is_set():
            n += 1
            acknowledged.append(publish(f"Update {n}").headline)
        connection.close()

    writer = threading.Thread(target=work)
    writer.start()
    try:
        for n in range(5):
            until(lambda n=n: len(acknowledged) > 5 * n)
            taken.append(list(acknowledged))
            back_up(tmp_path / f"{n}.tar")
    finally:
        stop.set()
        writer.join()
    for n, before in enumerate(taken):
        settings.DATELINE_DATA = folder = tmp_path / str(n)
        folder.mkdir()
        restore(tmp_path / f"{n}.tar")
        assert set(before) <= set(headlines_in(folder / "dateline.sqlite3"))


def test_what_fails_half_way_leaves_nothing(publish, tmp_path, monkeypatch):
    publish("One")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        back_up(tmp_path / "site.tar")
    assert everything_in(tmp_path) == []


def test_a_database_that_cannot_be_copied_is_said_in_plain_words(
    publish, tmp_path, monkeypatch, settings
):
    publish("One")
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(tmp_path))
    with pytest.raises(BackupError, match="The database could not be copied"):
        back_up(tmp_path / "site.tar")
    assert everything_in(tmp_path) == []


@pytest.mark.processes
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_backup_that_is_interrupted_leaves_no_file(alice, publish, tmp_path, data, number):
    publish("One")
    for n in range(40):
        storage.keep(os.urandom(2_000_000) + bytes([n]))
    process = subprocess.Popen(
        [*DATELINE, "backup", tmp_path / "site.tar"], stderr=subprocess.PIPE, text=True
    )
    until(lambda: everything_in(tmp_path) or process.poll() is not None, pause=0.0005)
    process.send_signal(number)
    process.communicate(timeout=20)
    if process.returncode == 0:
        pytest.skip("The disk was faster than the signal.")
    assert everything_in(tmp_path) == []


@pytest.mark.processes
def test_a_backup_that_is_killed_never_stands_under_its_name(publish, tmp_path):
    publish("One")
    for n in range(40):
        storage.keep(os.urandom(2_000_000) + bytes([n]))
    process = subprocess.Popen([*DATELINE, "backup", tmp_path / "site.tar"])
    until(lambda: everything_in(tmp_path) or process.poll() is not None, pause=0.0005)
    process.kill()
    process.wait()
    assert process.returncode == 0 or not (tmp_path / "site.tar").exists()
    # What a kill leaves is hidden and has the backup's name: nobody takes it for one.
    left = {path.name for path in tmp_path.iterdir()} - {"site.tar"}
    assert all(name.startswith(".site.tar.") for name in left)


# The way back


def test_what_was_backed_up_comes_back(tar, empty):
    restore(tar)
    assert headlines_in(empty / "dateline.sqlite3") == ["Acknowledged"]
    assert storage.read(storage.sha256_of(picture())) == picture()


def test_only_the_database_and_the_bytes_come_back(tar, empty):
    restore(tar)
    assert {name.partition("/")[0] for name in everything_in(empty)} == {
        "bytes",
        "dateline.sqlite3",
    }


@pytest.mark.parametrize("name", ["dateline.sqlite3", "dateline.sqlite3-wal"])
def test_it_never_lands_on_a_site(tar, empty, name):
    (empty / name).write_bytes(b"what stands here")
    with pytest.raises(BackupError, match="holds a site already"):
        restore(tar)
    assert everything_in(empty) == [name]
    assert (empty / name).read_bytes() == b"what stands here"


def member(name, kind=tarfile.REGTYPE, *, linkname="", data=b"", **fields):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.size = kind, linkname, len(data)
    for field, value in fields.items():
        setattr(info, field, value)
    return info, data


OUTSIDE = "../evil"
HOSTILE = {
    "a way up": [member(OUTSIDE, data=b"x")],
    "a way up inside": [member("bytes/../../evil", data=b"x")],
    "an absolute name": [member("/tmp/dateline-evil", data=b"x")],  # noqa: S108  never written
    "a link out": [member("bytes", tarfile.SYMTYPE, linkname="..")],
    "a link and what goes through it": [
        member("bytes", tarfile.SYMTYPE, linkname=".."),
        member("bytes/evil", data=b"x"),
    ],
    "a link inside": [member(f"bytes/aa/{'a' * 64}", tarfile.SYMTYPE, linkname="/etc/passwd")],
    "a hard link": [member(f"bytes/aa/{'a' * 64}", tarfile.LNKTYPE, linkname="dateline.sqlite3")],
    "a device": [member(f"bytes/aa/{'a' * 64}", tarfile.CHRTYPE, devmajor=1, devminor=3)],
    "a pipe": [member(f"bytes/aa/{'a' * 64}", tarfile.FIFOTYPE)],
    "a database that is a link": [member("dateline.sqlite3", tarfile.SYMTYPE, linkname="/etc/x")],
    "a secret key": [member("secret_key", data=b"known to the attacker")],
    "a page": [member("site/index.html", data=b"<script>")],
    "a write-ahead log": [member("dateline.sqlite3-wal", data=b"x")],
    "a folder": [member("bytes/aa", tarfile.DIRTYPE)],
    "bytes that are not what their name says": [member(f"bytes/aa/{'a' * 64}", data=b"x")],
    "a name that only looks like bytes": [member(f"bytes/aa/{'a' * 64}\n", data=b"x")],
}


@pytest.mark.parametrize("which", HOSTILE)
def test_a_hostile_file_is_refused_and_nothing_is_written(which, empty, tmp_path):
    hostile = tmp_path / "hostile.tar"
    with tarfile.open(hostile, "w", format=tarfile.PAX_FORMAT) as opened:
        for info, data in [member("dateline.sqlite3", data=b"x" * 4096), *HOSTILE[which]]:
            opened.addfile(info, io.BytesIO(data))
    with pytest.raises(BackupError) as refused:
        restore(hostile)
    assert any(words in str(refused.value) for words in REFUSALS)
    assert everything_in(tmp_path) == ["around", "around/empty", "hostile.tar"]
    assert not Path("/tmp/dateline-evil").exists()  # noqa: S108  same


def test_a_backup_cut_short_anywhere_is_refused_and_can_be_tried_again(tar, empty, tmp_path):
    whole = tar.read_bytes()
    with tarfile.open(tar, "r:") as opened:
        edges = [one.offset for one in opened.getmembers()] + [opened.offset]
    chance = random.Random(7)  # noqa: S311  no secret
    for cut in [0, 1, 511, *edges, *(edge + 512 for edge in edges), len(whole) // 2] + [
        chance.randrange(edges[-1]) for _ in range(10)
    ]:
        (tmp_path / "cut.tar").write_bytes(whole[:cut])
        with pytest.raises(BackupError):
            restore(tmp_path / "cut.tar")
        assert everything_in(empty) == [], cut
    restore(tar)
    assert headlines_in(empty / "dateline.sqlite3") == ["Acknowledged"]


def test_a_damaged_file_is_refused_in_plain_words_or_comes_back_whole(tar, empty, tmp_path):
    whole, chance = tar.read_bytes(), random.Random(11)  # noqa: S311  no secret
    with tarfile.open(tar, "r:") as opened:
        heads = [one.offset for one in opened.getmembers()]
    for _ in range(150):
        damaged = bytearray(whole)
        damaged[chance.choice(heads) + chance.randrange(512)] ^= 1 << chance.randrange(8)
        (tmp_path / "damaged.tar").write_bytes(damaged)
        try:
            restore(tmp_path / "damaged.tar")
        except BackupError:
            assert everything_in(empty) == []
        else:
            assert headlines_in(empty / "dateline.sqlite3") == ["Acknowledged"]
            shutil.rmtree(empty)
            empty.mkdir()


@pytest.mark.parametrize("kind", ["gz", "bz2", "xz"])
def test_a_compressed_file_is_no_backup(kind, empty, tmp_path):
    """It could unpack to any size."""
    with tarfile.open(tmp_path / "site.tar", f"w:{kind}") as opened:
        info, data = member("dateline.sqlite3", data=b"\0" * 10_000_000)
        opened.addfile(info, io.BytesIO(data))
    with pytest.raises(BackupError, match="cannot be read"):
        restore(tmp_path / "site.tar")
    assert everything_in(empty) == []


@pytest.mark.parametrize("data", [b"", b"not a tar file at all", bytes(10240)])
def test_what_is_no_tar_file_is_refused(data, empty, tmp_path):
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(BackupError):
        restore(tmp_path / "file")
    assert everything_in(empty) == []


# By the commands


@pytest.mark.processes
def test_the_commands_bring_a_site_elsewhere_where_it_verifies(tar, publish, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    restored = dateline("restore", tar, data=elsewhere)
    assert restored.returncode == 0, restored.stderr
    assert restored.stdout.startswith("Restored: ")
    verified = dateline("ledger", "verify", "--json", data=elsewhere)
    assert json.loads(verified.stdout)["holds"]
    again = dateline("restore", tar, data=elsewhere)
    assert again.returncode == 1
    assert again.stderr.startswith(f"CommandError: {elsewhere} holds a site already.")


@pytest.mark.processes
def test_a_backup_that_was_tampered_with_names_the_entry(tar, tmp_path):
    with tarfile.open(tar, "r:") as opened:
        opened.extract("dateline.sqlite3", tmp_path, filter="data")
    database = sqlite3.connect(tmp_path / "dateline.sqlite3")
    database.execute("UPDATE ledger_update SET headline = 'Never said'")
    database.commit()
    database.close()
    with tarfile.open(tmp_path / "tampered.tar", "w") as opened:
        opened.add(tmp_path / "dateline.sqlite3", "dateline.sqlite3")
    restored = dateline("restore", tmp_path / "tampered.tar", data=tmp_path / "elsewhere")
    assert restored.returncode == 1
    assert "Broken at entry" in restored.stderr


@pytest.mark.processes
@pytest.mark.parametrize("command", ["backup", "restore"])
def test_the_commands_say_in_plain_words_what_they_cannot_do(command, blog, tmp_path):
    missing = tmp_path / "no" / "such" / "file"
    (tmp_path / "no").write_text("a file where a folder must be")
    folder = {"data": tmp_path / "new"} if command == "restore" else {}
    ended = dateline(command, missing, **folder)
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert "Traceback" not in ended.stderr
    assert Update.objects.count() == 0
