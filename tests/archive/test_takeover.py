"""Taking over what others archived: kept as of their time, once, however often it is run."""

import csv
import hashlib
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_address
from dateline.archive.export import exported, items
from dateline.archive.imports.found import Bad, ForeignError
from dateline.archive.takeover import Takeover, read
from dateline.archive.verify import faults_of
from dateline.archive.wacz import pack
from dateline.archive.warc import record
from dateline.ledger import storage
from dateline.ledger.models import Capture, Report
from dateline.ledger.verbs.in_hand import take
from dateline.ledger.verbs.redacting import redact_report
from tests.archive.exchanges import AT, NOW, PAGE, exchange
from tests.archive.news import SENTENCES, article, photograph

pytestmark = pytest.mark.django_db(transaction=True)

LINK = "https://t.me/sarmin_now/12"
WHEN = "2015-10-21T18:05:00+00:00"


@pytest.fixture
def run(keeper):
    """Take over everything in a file; return the outcomes."""
    takeover = Takeover(keeper)
    return lambda path: [takeover.take(found) for found in read(path)]


@pytest.fixture
def sheet(tmp_path):
    """Write a sheet as auto-archiver does; each row a few of its columns."""

    def _sheet(*rows):
        columns = ["Link", "Archive status", "Archive location", "Archive date", "Hash"]
        columns += ["Upload timestamp", "Upload title", "Text content", "Screenshot", "WACZ"]
        path = tmp_path / "sheet.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows({"Archive status": "success"} | row for row in rows)
        return path

    return _sheet


def kinds(outcomes):
    return [one.kind for one in outcomes]


def row(**cells):
    return {"Link": LINK, "Archive date": WHEN} | {
        name.replace("_", " "): value for name, value in cells.items()
    }


# auto-archiver's table


def test_a_row_with_its_files_is_kept_as_of_its_time(run, sheet, tmp_path):
    (tmp_path / "post.html").write_bytes(article())
    (tmp_path / "photo.jpg").write_bytes(photograph(4))
    given = f"SHA-256:{hashlib.sha256(article()).hexdigest()}"
    path = sheet(row(Archive_location="post.html", Hash=given, Screenshot="photo.jpg"))
    (outcome,) = run(path)
    kept = outcome.report.newest
    assert outcome.kind == "kept"
    assert (kept.captured_at.isoformat(), kept.title) == (WHEN, "A strike on Sarmin")
    assert (kept.url, kept.status) == (LINK, None)
    assert (kept.sha256, kept.image_format) == (hashlib.sha256(article()).hexdigest(), "JPEG")
    assert SENTENCES[0] in storage.read(kept.text.sha256).decode()
    assert list(faults_of(kept)) == []
    outcome.report.refresh_from_db()
    assert outcome.report.source.address == "t.me/sarmin_now"
    assert outcome.report.due_at > timezone.now()


def test_a_row_without_files_is_kept_by_its_text(run, sheet):
    told = row(Text_content="Twelve were killed in Sarmin.", Upload_title="Sarmin")
    told["Upload timestamp"] = "2015-10-21T17:00:00"
    (outcome,) = run(sheet(told))
    kept = outcome.report.newest
    assert storage.read(kept.text.sha256) == b"Twelve were killed in Sarmin."
    assert kept.posted_at == datetime(2015, 10, 21, 17, tzinfo=UTC)
    assert list(faults_of(kept)) == []


@pytest.mark.parametrize("dated", [WHEN, ""], ids=["dated", "undated"])
def test_run_twice_everything_is_known(run, sheet, tmp_path, dated):
    (tmp_path / "post.html").write_bytes(article())
    path = sheet(
        {"Link": LINK, "Archive date": dated, "Archive location": "post.html"},
        {"Link": "https://example.org/2", "Archive date": dated, "Text content": "Some words."},
    )
    assert kinds(run(path)) == ["kept", "kept"]
    assert kinds(run(path)) == ["known", "known"]
    assert Capture.objects.count() == 2


def test_what_says_that_it_comes_from_the_future_is_skipped(run, sheet):
    ahead = (timezone.now() + timedelta(days=9000)).isoformat(timespec="seconds")
    (outcome,) = run(sheet({**row(Text_content=SENTENCES[0]), "Archive date": ahead}))
    assert (outcome.kind, "in the future" in outcome.words) == ("skipped", True)
    assert not Report.objects.exists()


def test_killed_in_the_middle_and_run_again_keeps_nothing_twice(keeper, run, sheet, monkeypatch):
    path = sheet(*(row(Link=f"https://example.org/{n}", Text_content=f"{n}") for n in range(4)))
    real, done = keeper.keep, []

    def killed(*given):
        if len(done) == 2:
            raise KeyboardInterrupt
        done.append(1)
        return real(*given)

    monkeypatch.setattr(keeper, "keep", killed)
    with pytest.raises(KeyboardInterrupt):
        run(path)
    monkeypatch.undo()
    assert kinds(run(path)) == ["known", "known", "kept", "kept"]
    assert Capture.objects.count() == 4


SKIPPED = {
    "no link": ({"Link": ""}, "no link"),
    "no files": ({"Archive location": "lost.html"}, "None of its files lies beside"),
    "outside": ({"Archive location": "../secret.txt"}, "None of its files lies beside"),
    "another hash": (
        {"Archive location": "post.html", "Hash": "SHA-256:" + "0" * 64},
        "is not what the table's hash says it is",
    ),
    "a password": ({"Link": "https://a:hunter2@example.org/", "Text content": "x"}, "password"),
    "too long": ({"Link": f"https://example.org/{'x' * 2000}", "Text content": "x"}, "longer"),
    "no wacz": ({"WACZ": "broken.wacz"}, "cannot be read"),
}


@pytest.mark.parametrize("which", SKIPPED)
def test_a_bad_row_is_skipped_with_words_and_the_others_are_kept(run, sheet, tmp_path, which):
    (tmp_path / "post.html").write_bytes(article())
    (tmp_path / "broken.wacz").write_bytes(b"PK\x03\x04 and nothing")
    (tmp_path.parent / "secret.txt").write_bytes(b"secret")
    cells, words = SKIPPED[which]
    outcomes = run(sheet(row() | cells, row(Link="https://example.org/2", Text_content="x")))
    assert kinds(outcomes) == ["skipped", "kept"]
    assert words in outcomes[0].words
    assert "hunter2" not in outcomes[0].words
    assert outcomes[0].line == 2
    assert Capture.objects.count() == 1


@pytest.mark.parametrize("name", ["list.txt", "sheet.csv", "broken.wacz", "broken.warc.gz"])
def test_a_file_of_another_kind_is_said(run, tmp_path, name):
    (tmp_path / name).write_bytes(b"a,b\n1,2\n")
    with pytest.raises(ForeignError, match=name):
        run(tmp_path / name)


def test_what_is_being_captured_is_left_alone(run, sheet):
    take(bring_address(by=None, address=LINK))
    (outcome,) = run(sheet(row(Text_content="Words.")))
    assert (outcome.kind, outcome.words) == ("skipped", "It is being captured now. Run this again.")


def test_what_was_redacted_does_not_come_back_this_way(run, sheet, owner):
    path = sheet(row(Text_content="Where the shelter is."))
    (outcome,) = run(path)
    redact_report(by=owner, report=outcome.report, reason="It names a shelter.")
    (outcome,) = run(path)
    assert (outcome.kind, outcome.words[:29]) == ("skipped", "This very report was redacted")


def test_what_came_before_a_redaction_is_told_as_refused(run, keeper, sheet, monkeypatch, owner):
    real = keeper.keep

    def meanwhile(report, *given):
        redact_report(by=owner, report=report, reason="It names a shelter.")
        return real(report, *given)

    monkeypatch.setattr(keeper, "keep", meanwhile)
    (outcome,) = run(sheet(row(Text_content="Words.")))
    assert (outcome.kind, Capture.objects.count()) == ("skipped", 0)


def test_a_bad_row_of_the_reader_keeps_its_reason(keeper):
    outcome = Takeover(keeper).take(Bad(7, "The row has no link."))
    assert (outcome.kind, outcome.line, outcome.words) == ("skipped", 7, "The row has no link.")


# Web archives


@pytest.fixture
def warc(tmp_path):
    """A WARC of two pages, one of them behind a redirect."""
    moved = exchange("https://example.org/old", b"", (("Location", "/sarmin"),), status=302)
    path = tmp_path / "crawl.warc.gz"
    other = exchange("https://example.org/two", article(), began_at=AT + timedelta(hours=1))
    path.write_bytes(record([moved, exchange(), other], now=NOW))
    return path


def test_each_page_of_a_warc_is_a_report_as_of_its_time(run, warc):
    outcomes = run(warc)
    assert kinds(outcomes) == ["kept", "kept"]
    first = Report.objects.get(address="https://example.org/sarmin").newest
    assert (first.captured_at, first.status, first.title) == (AT, 200, "Sarmin")
    assert first.sha256 == hashlib.sha256(PAGE).hexdigest()
    for capture in Capture.objects.all():
        assert list(faults_of(capture)) == []
    assert kinds(run(warc)) == ["known", "known"]


def test_what_we_exported_comes_back_as_it_was(run, hostile, capture, tmp_path, owner):
    report = capture(hostile.put("/news", article()))
    first = report.newest
    pack(tmp_path / "ours.wacz", items(exported()), now=timezone.now())
    assert kinds(run(tmp_path / "ours.wacz")) == ["known"]
    assert {one.sha256 for one in Capture.objects.all()} == {first.sha256}
    for one in Capture.objects.all():
        assert list(faults_of(one)) == []
    assert kinds(run(tmp_path / "ours.wacz")) == ["known"]


def test_a_file_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises((OSError, ForeignError), match="No such file"):
        list(read(tmp_path / "nothing.warc"))
