"""The site folder: every file whole or not at all."""

from pathlib import Path

import pytest

from dateline.live.files import SiteFolder


def test_it_writes_a_file_and_its_folders(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.write("a/b/index.html", "é")
    assert (tmp_path / "a/b/index.html").read_text(encoding="utf-8") == "é"


def test_it_leaves_equal_bytes_alone(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.write("a.txt", "same")
    before = (tmp_path / "a.txt").stat()
    site.write("a.txt", "same")
    after = (tmp_path / "a.txt").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_a_reader_of_the_old_file_keeps_the_old_bytes(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.write("a.txt", "old" * 1000)
    with (tmp_path / "a.txt").open() as reading:
        site.write("a.txt", "new")
        assert reading.read() == "old" * 1000


def test_what_a_kill_left_behind_is_removed_at_the_start(tmp_path: Path) -> None:
    SiteFolder(tmp_path)
    (tmp_path / ".tmp" / "123-1").write_text("half")
    SiteFolder(tmp_path)
    assert list((tmp_path / ".tmp").iterdir()) == []


def test_a_failed_write_leaves_the_old_file_and_nothing_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = SiteFolder(tmp_path)
    site.write("a.txt", "old")

    def full(self: Path, data: bytes) -> int:
        with self.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        site.write("a.txt", "new")
    assert (tmp_path / "a.txt").read_text() == "old"
    assert list((tmp_path / ".tmp").iterdir()) == []


def test_the_sequence_of_a_fresh_or_spoilt_folder_is_nothing(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    assert site.sequence == 0
    (tmp_path / ".sequence").write_text("not a number")
    assert site.sequence == 0
    site.sequence = 12
    assert SiteFolder(tmp_path).sequence == 12


def test_the_journal_names_what_is_replaced_and_removed(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    site.write("kept/a.txt", "a")
    site.write("gone/deep/b.txt", "b")
    site.journal = tmp_path / "journal"
    site.write("kept/a.txt", "a")
    site.write("new.txt", "n")
    site.remove("gone")
    assert site.journal.read_text().splitlines() == ["new.txt", "gone/deep/b.txt"]
    assert not site.has("gone/deep/b.txt")


def test_hidden_folders_are_not_listed(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path)
    site.write("b/x", "x")
    site.write("a/x", "x")
    assert site.folders("") == ["a", "b"]
    assert site.folders("nowhere") == []
