"""auto-archiver's tables: a sheet saved as CSV, and db.csv, both written here as it writes them."""

import csv
import hashlib
from datetime import UTC, datetime

import pytest

from dateline.archive.imports.autoarchiver import read
from dateline.archive.imports.found import Bad, ForeignError, Found

SHEET = [
    "Link",
    "Archive status",
    "Destination folder",
    "Archive location",
    "Archive date",
    "Thumbnail",
    "Upload timestamp",
    "Upload title",
    "Text content",
    "Screenshot",
    "Hash",
    "Perceptual hashes",
    "WACZ",
    "ReplayWebpage",
]
VIDEO = b"a video"
SHA256 = hashlib.sha256(VIDEO).hexdigest()
SHA3 = hashlib.sha3_512(VIDEO).hexdigest()
LINK = "https://t.me/channel/1"


@pytest.fixture
def folder(tmp_path):
    """A folder with a table's files in it, and something beside it that is nobody's business."""
    kept = tmp_path / "export" / "local_archive"
    kept.mkdir(parents=True)
    (kept / "video.mp4").write_bytes(VIDEO)
    (kept / "screen.png").write_bytes(b"PNG")
    (tmp_path / "secret").write_bytes(b"secret")
    return tmp_path / "export"


@pytest.fixture
def sheet(folder):
    """Write a sheet of rows, each a few of its columns, and read it."""

    def _sheet(*rows, columns=SHEET):
        with (folder / "sheet.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
        return list(read(folder / "sheet.csv"))

    return _sheet


def row(**cells):
    return {"Link": LINK, "Archive status": "telethon_extractor: success"} | {
        name.replace("_", " ").capitalize(): value for name, value in cells.items()
    }


@pytest.fixture
def database(folder):
    """Write a db.csv as Python's own library writes dataclasses there, and read it."""

    def _database(*rows):
        with (folder / "db.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["status", "metadata", "media"])
            writer.writerows(rows)
        return list(read(folder / "db.csv"))

    return _database


# A sheet


def test_a_row_is_what_they_say_of_a_link(sheet):
    (found,) = sheet(
        row(
            Archive_date="2022-03-04T10:00:00.123456+00:00",
            Upload_timestamp="2022-03-03T09:30:00+00:00",
            Upload_title="Strike on Sarmin",
            Text_content="قُتل اثنا عشر\nin two lines",
            Archive_location="https://cdn.example.org/1.html\nlocal_archive/video.mp4",
        )
    )
    assert (found.line, found.url, found.title) == (2, LINK, "Strike on Sarmin")
    assert found.text == "قُتل اثنا عشر\nin two lines"
    assert found.status == "telethon_extractor: success"
    assert found.posted_at == datetime(2022, 3, 3, 9, 30, tzinfo=UTC)
    assert found.archived_at == datetime(2022, 3, 4, 10, 0, 0, 123456, tzinfo=UTC)
    assert found.elsewhere == ("https://cdn.example.org/1.html",)
    assert [piece.path.name for piece in found.files] == ["video.mp4"]
    assert found.notes == ()


def test_columns_are_found_by_name_in_any_order_and_case(sheet):
    columns = ["ARCHIVE STATUS", " upload title", "link", "our own notes"]
    (found,) = sheet({"link": LINK, "ARCHIVE STATUS": "", " upload title": "T"}, columns=columns)
    assert (found.url, found.title, found.status) == (LINK, "T", "")


@pytest.mark.parametrize(
    ("given", "matches"),
    [
        (f"SHA-256:{SHA256}", True),
        (f"SHA-256:{SHA256.upper()}", True),
        (f"SHA3-512:{SHA3}", True),
        (f"SHA-256:{'0' * 64}", False),
        (f"SHA3-512:{SHA256}", False),
        ("not-calculated", None),
        ("", None),
        (SHA256, None),
    ],
)
def test_the_hash_is_that_of_what_stands_first(sheet, given, matches):
    (found,) = sheet(
        row(Archive_location="./local_archive/video.mp4", Screenshot="local_archive/screen.png")
        | {"Hash": given}
    )
    video, screen = found.files
    assert (video.path.name, video.hash_given, video.matches) == ("video.mp4", given, matches)
    assert (screen.path.name, screen.hash_given, screen.matches) == ("screen.png", "", None)


@pytest.mark.parametrize(
    "name",
    [
        "../secret",
        "local_archive/../../secret",
        "/etc/passwd",
        "local_archive",
        "local_archive/absent.mp4",
        "link",
        "nul\0byte",
        "x" * 5000,
    ],
)
def test_nothing_outside_the_table_s_folder_is_taken(sheet, folder, name):
    (folder / "link").symlink_to(folder.parent / "secret")
    (found,) = sheet(row(Archive_location=name))
    assert found.files == ()
    assert found.notes == (f"“{name}” does not lie beside the table.",)


def test_an_absolute_path_into_the_folder_is_taken(sheet, folder):
    (found,) = sheet(row(Archive_location=str(folder / "local_archive" / "video.mp4")))
    assert [piece.path.name for piece in found.files] == ["video.mp4"]


@pytest.mark.parametrize("date", ["", "yesterday", "03/04/2022 10:00", "2022-99-01"])
def test_a_date_that_is_none_is_not_known(sheet, date):
    (found,) = sheet(row(Archive_date=date, Upload_timestamp=date))
    assert (found.posted_at, found.archived_at) == (None, None)


def test_a_date_without_a_zone_is_in_utc(sheet):
    (found,) = sheet(row(Archive_date="2022-03-04 10:00:00"))
    assert found.archived_at == datetime(2022, 3, 4, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "link", ["", "not a link", "javascript:alert(1)", "https://a b", "ftp://x"]
)
def test_a_row_without_a_link_is_reported_and_the_next_is_read(sheet, link):
    rows = sheet(row() | {"Link": link}, row())
    assert [type(one) for one in rows] == [Bad, Found]
    assert rows[0] == Bad(2, "The row has no link.")


def test_empty_rows_are_no_rows(folder):
    (folder / "sheet.csv").write_text(f"Link,Archive status\n\n,\n{LINK},done\n")
    assert [one.line for one in read(folder / "sheet.csv")] == [4]


def test_a_row_of_too_few_or_too_many_cells_is_read_as_far_as_it_goes(folder):
    (folder / "sheet.csv").write_text(f"Link,Archive status\n{LINK}\n{LINK},done,more\n")
    assert [one.status for one in read(folder / "sheet.csv")] == ["", "done"]


def test_a_row_that_is_no_text_is_reported_and_the_next_is_read(folder):
    rows = f"Link,Archive status\n{LINK},\xff\n{LINK},done\n".encode("latin-1")
    (folder / "sheet.csv").write_bytes(rows)
    broken, sound = read(folder / "sheet.csv")
    assert broken == Bad(2, "The row is not UTF-8 text.")
    assert sound.status == "done"


@pytest.mark.parametrize("size", [1_500_000, 3_000_000])
def test_a_cell_without_end_is_reported_and_the_next_row_is_read(sheet, size):
    broken, sound = sheet(row(Text_content="x" * size), row(Text_content="y" * 200_000))
    assert isinstance(broken, Bad)
    assert len(sound.text) == 200_000


@pytest.mark.parametrize(
    "content", ["", "a,b\n1,2\n", "Link,Title\n", "\0\0\0", "PK\x03\x04", '"never closed']
)
def test_another_table_is_refused(folder, content):
    (folder / "sheet.csv").write_text(content)
    with pytest.raises(ForeignError, match=r"sheet\.csv is no table of auto-archiver"):
        list(read(folder / "sheet.csv"))


# db.csv


TOLD = {
    "_processed_at": datetime(2025, 2, 3, 10, 0, tzinfo=UTC),
    "url": LINK,
    "title": "Strike on Sarmin",
    "content": "Twelve 'people'\nwere killed",
    "timestamp": datetime(2025, 2, 2, 8, 15, 30),  # noqa: DTZ001  as older versions write it
    "duration": 12.5,
}
MEDIA = [
    {
        "filename": "/tmp/video.mp4",  # noqa: S108  where it worked
        "_key": "video.mp4",
        "urls": ["./local_archive/video.mp4", "https://cdn.example.org/video.mp4"],
        "properties": {"hash": f"SHA-256:{SHA256}", "src": None},
        "_mimetype": "video/mp4",
        "_stored": True,
    },
    {"filename": "x.html", "urls": ["local_archive/screen.png"], "properties": {"id": "_final"}},
]


def test_a_database_s_row_is_what_they_say_of_a_link(database):
    (found,) = database(["generic_extractor: success", TOLD, MEDIA])
    assert (found.line, found.url, found.title) == (2, LINK, "Strike on Sarmin")
    assert found.text == "Twelve 'people'\nwere killed"
    assert found.posted_at == datetime(2025, 2, 2, 8, 15, 30, tzinfo=UTC)
    assert found.archived_at == datetime(2025, 2, 3, 10, 0, tzinfo=UTC)
    video, page = found.files
    assert (video.path.name, video.matches) == ("video.mp4", True)
    assert (page.path.name, page.matches) == ("screen.png", None)
    assert found.elsewhere == ("https://cdn.example.org/video.mp4",)


def test_what_python_wrote_of_other_things_is_passed_over(database):
    told = "{'url': '%s', 'x': Media(a=1), 'y': {1, 2}, 'z': -1, 'title': 'T'}" % LINK  # noqa: UP031  braces
    (found,) = database(["done", told, "[Media(a=1), {'urls': [None, 3]}]"])
    assert (found.url, found.title, found.files) == (LINK, "T", ())


@pytest.mark.parametrize(
    "when",
    [
        "datetime.datetime(2025, 2, 3, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))",
        "datetime.datetime(2025)",
        "datetime.datetime('x', 1, 1)",
        "datetime.datetime(True, 1, 1)",
        "evil.datetime(2025, 2, 3)",
    ],
)
def test_a_time_that_is_not_plainly_utc_is_not_known(database, when):
    (found,) = database(["done", f"{{'url': '{LINK}', 'timestamp': {when}}}", "[]"])
    assert found.posted_at is None


HOSTILE = {
    "a call": "__import__('os').system('touch ran')",
    "a comprehension": "[open('ran', 'w') for x in (1,)]",
    "no dictionary": "[1, 2]",
    "nothing": "",
    "cut short": "{'url': 'https://example.org",
    "brackets without end": "[" * 5000,
    "signs without end": "-" * 50_000 + "1",
    "a number without end": "9" * 50_000,
    "a date that is none": "{'url': 'https://a.org/', 'timestamp': datetime.datetime(1, 99, 1)}",
    "a year without end": "{'timestamp': datetime.datetime(99999999999999999999, 1, 1)}",
    "a null": "\0",
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_row_is_reported_and_the_next_is_read(database, monkeypatch, tmp_path, what):
    monkeypatch.chdir(tmp_path)
    broken, sound = database(["done", HOSTILE[what], "[]"], ["done", TOLD, "[]"])
    assert broken == Bad(2, "The row is not as auto-archiver writes it.")
    assert sound.url == LINK
    assert not (tmp_path / "ran").exists()


def test_a_value_that_runs_something_runs_nothing(database, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    told = f"{{'url': '{LINK}', 'title': open('ran', 'w'), 'timestamp': datetime.datetime(*[1])}}"
    (found,) = database(["done", told, "open('ran', 'w') or []"])[:1]
    assert isinstance(found, Bad)
    assert not (tmp_path / "ran").exists()
