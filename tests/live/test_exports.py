"""The public files for researchers: written apart and seldom, and taken away at once."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.redacting import redact_report
from dateline.live import exports
from dateline.live.exports import Exports
from dateline.live.files import SiteFolder
from tests.ledger.happened import Desk, strike

pytestmark = pytest.mark.django_db(transaction=True)
CLAIMS = "putin-in-syria/claims.jsonl"


@pytest.fixture
def folder(data):
    """A site folder that shows something of the ledger already."""
    found = SiteFolder(data / "site")
    found.sequence = 1
    return found


@pytest.fixture
def files(folder):
    """What writes the files into it."""
    return Exports(folder)


@pytest.fixture
def desk(alice, column):
    """Alice's desk."""
    return Desk(alice, column)


@pytest.fixture
def clock(monkeypatch):
    """A clock that tests move on by seconds: `clock(60)`."""
    now = [1_000_000.0]
    monkeypatch.setattr(exports.time, "time", lambda: now[0])

    def _pass(seconds):
        now[0] += seconds

    return _pass


def claims(folder, path=CLAIMS):
    lines = (folder.root / path).read_text().splitlines()
    return [json.loads(line)["id"] for line in lines]


def test_it_writes_what_readers_may_see(folder, files, desk, alice):
    shown, held = strike(desk), strike(desk, "Two jets bombed Sarmin on Tuesday.")
    hold_claim(by=alice, claim=held, until=timezone.now() + timedelta(days=1))
    desk.incident(shown)
    assert files.write_due()
    assert claims(folder) == [str(shown.pk)]
    assert len((folder.root / "putin-in-syria/incidents.csv").read_text().splitlines()) == 2
    assert list((folder.root / ".tmp").iterdir()) == []


def test_it_writes_at_most_once_a_minute(folder, files, desk, clock):
    assert files.write_due()
    claim = strike(desk)
    clock(59)
    assert not files.write_due()
    clock(2)
    assert files.write_due()
    assert claims(folder) == [str(claim.pk)]


def test_what_took_long_is_written_less_often(folder, files, desk, clock):
    (folder.root / ".exported").write_text("1 1000000.0 30")
    strike(desk)
    clock(299)
    assert not files.write_due()
    clock(2)
    assert files.write_due()


def test_what_is_the_same_is_not_written_again(files, desk, clock):
    strike(desk)
    files.write_due()
    clock(3600)
    assert not files.write_due()


def test_an_update_of_the_blog_changes_nothing_here(files, desk, clock, publish):
    files.write_due()
    publish("Something else")
    clock(3600)
    assert not files.write_due()


def test_a_claim_whose_time_came_is_let_go_without_an_entry(
    folder, files, desk, alice, monkeypatch
):
    claim = strike(desk)
    soon = timezone.now() + timedelta(hours=1)
    hold_claim(by=alice, claim=claim, until=soon)
    files.write_due()
    assert claims(folder) == []
    later = soon + timedelta(seconds=1)
    monkeypatch.setattr(exports.timezone, "now", lambda: later)
    monkeypatch.setattr(exports.time, "time", later.timestamp)
    assert files.write_due()
    assert claims(folder) == [str(claim.pk)]


def test_what_is_withdrawn_is_gone_at_once_noted_and_comes_again(
    folder, files, desk, owner, tmp_path
):
    gone, stays = strike(desk), strike(desk, "Two jets bombed Sarmin on Tuesday.")
    files.write_due()
    redact_report(by=owner, report=gone.report, reason="A shelter.")
    folder.journal = tmp_path / "journal"
    files.withdraw()
    assert not (folder.root / CLAIMS).exists()
    assert CLAIMS in folder.journal.read_text().splitlines()
    assert files.write_due()
    assert claims(folder) == [str(stays.pk)]


def test_what_was_begun_before_a_withdrawal_never_comes_after_it(folder, files, desk, monkeypatch):
    strike(desk)
    text_of = exports.text_of

    def meanwhile(*given):
        yield from text_of(*given)
        files.withdraw()

    monkeypatch.setattr(exports, "text_of", meanwhile)
    files.write_due()
    assert not (folder.root / CLAIMS).exists()
    assert list((folder.root / ".tmp").iterdir()) == []
    monkeypatch.setattr(exports, "text_of", text_of)
    assert files.write_due()
    assert len(claims(folder)) == 1


def test_one_columns_fault_does_not_keep_back_the_others(
    folder, files, desk, owner, monkeypatch, caplog
):
    open_column(by=owner, slug="a-first", text=ColumnText(name="A", publisher="P"))
    text_of = exports.text_of

    def broken(kind, form, column, audience):
        if column.slug == "a-first":
            raise ZeroDivisionError
        return text_of(kind, form, column, audience)

    monkeypatch.setattr(exports, "text_of", broken)
    assert files.write_due()
    assert claims(folder) == []
    assert "could not be made" in caplog.text


def test_a_ledger_without_entries_has_nothing_to_write(db, files):
    assert not files.write_due()


@pytest.mark.parametrize("words", ["", "x", "1 2", "1 x y"])
def test_a_note_that_nobody_can_read_counts_for_nothing(folder, files, desk, words):
    (folder.root / ".exported").write_text(words)
    assert files.write_due()


def test_a_folder_begun_anew_is_written_anew(folder, files, desk):
    files.write_due()
    folder.sequence = 0
    assert files.write_due()
