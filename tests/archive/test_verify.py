"""Proving every stored byte: whatever was changed or lost is named, and nothing else."""

import json
import sqlite3

import pytest
from django.core.management import CommandError, call_command

from dateline.archive import verify
from dateline.archive.bring import bring_address, bring_given
from dateline.archive.brought import handed_in
from dateline.archive.keep import Keeper
from dateline.archive.seal import Authority
from dateline.ledger import storage
from dateline.ledger.models import Capture, Seal
from dateline.ledger.verbs.capturing import Words, add_text
from dateline.ledger.verbs.in_hand import take
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Caution
from dateline.server.management.commands.archive import Command
from tests.archive.news import article, photograph
from tests.archive.test_seal import authority_in, openssl_says, serve

assert serve  # a fixture, found by its name

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def tsa(tmp_path, serve):
    return serve(authority_in(tmp_path))


@pytest.fixture
def sealed(tsa, hostile, keeper, capture):
    """A capture with a lead image, two texts and a token."""
    keeper.authority = Authority(tsa.url, tsa.roots)
    hostile.put("/lead.jpg", photograph(1), {"Content-Type": "image/jpeg"})
    head = '<meta property="og:image" content="/lead.jpg">'
    kept = capture(hostile.put("/news", article(head=head))).newest
    add_text(kept, Words(text="Read again.", extractor="dateline-2"))
    return kept


def faults(capture, roots=b""):
    return [(one.record, one.words) for one in verify.faults_of(capture, roots)]


def spoil(sha256):
    """Turn one bit in the middle of what is kept."""
    path = storage.folder().path_of(sha256)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)


PLACES = {
    "WARC file": lambda one: (one, one.warc),
    "lead image": lambda one: (one, one.image),
    "text": lambda one: (one.text, one.text.sha256),
    "token": lambda one: (one.seal, one.seal.token),
}


def test_what_is_whole_has_no_fault(sealed, tsa):
    assert faults(sealed, tsa.roots) == []
    assert list(verify.other_faults()) == []
    assert (verify.strays(), verify.sealed()) == ([], 1)


@pytest.mark.parametrize("what", PLACES)
def test_one_bit_that_was_turned_is_named(sealed, tsa, what):
    record, sha256 = PLACES[what](sealed)
    spoil(sha256)
    assert faults(sealed, tsa.roots) == [
        (record.name_in_log, f"its {what} was changed after it was kept")
    ]


@pytest.mark.parametrize("what", PLACES)
def test_what_is_missing_is_named(sealed, tsa, what):
    record, sha256 = PLACES[what](sealed)
    storage.drop(sha256)
    assert faults(sealed, tsa.roots) == [(record.name_in_log, f"its {what} is missing")]


CHANGES = {
    "ledger_capture": ["title='Never said'", "captured_at='2001-01-01 00:00:00'", "number=7"],
    "ledger_reporttext": ["extractor='x'"],
    "ledger_seal": ["authority='https://other.example.org/'"],
}


@pytest.mark.parametrize(
    ("table", "change"), [(table, one) for table in CHANGES for one in CHANGES[table]]
)
def test_a_record_that_was_changed_behind_the_ledger_is_named(sealed, data, table, change):
    database = sqlite3.connect(data / "dateline.sqlite3")
    database.execute(f"UPDATE {table} SET {change}")  # noqa: S608  our own words
    database.commit()
    database.close()
    found = faults(Capture.objects.get())
    assert found
    assert {words for _, words in found} == {"it is not what the ledger says it is"}
    assert {name.partition(":")[0] for name, _ in found} == {table.removeprefix("ledger_")}


def test_a_warc_that_was_exchanged_for_a_sound_one_is_named(sealed, hostile, capture, data):
    other = capture(hostile.put("/other", article("Another page, with other words in it.")))
    database = sqlite3.connect(data / "dateline.sqlite3")
    change = "UPDATE ledger_capture SET warc=? WHERE id=?"
    database.execute(change, [other.newest.warc, sealed.pk.hex])
    database.commit()
    database.close()
    said = [words for _, words in faults(Capture.objects.get(pk=sealed.pk))]
    assert "its WARC file does not hold the content that its record names" in said
    assert "it is not what the ledger says it is" in said


def test_a_token_of_a_stranger_is_named(sealed, tmp_path):
    (tmp_path / "stranger").mkdir()
    stranger = authority_in(tmp_path / "stranger")
    ((name, words),) = faults(sealed, stranger.roots)
    assert name == sealed.seal.name_in_log
    assert "cannot be trusted" in words


def test_openssl_verifies_the_token_against_the_very_warc(sealed, tsa):
    token = storage.read(sealed.seal.token)
    said = openssl_says(token, tsa, "-data", storage.folder().path_of(sealed.warc))
    assert "Verification: OK" in said.stdout
    assert sealed.seal.at >= sealed.captured_at.replace(microsecond=0)


def test_what_was_redacted_has_no_fault(sealed, owner):
    redact_report(by=owner, report=sealed.report, reason="It names a shelter.")
    assert faults(Capture.objects.select_related("report").get()) == []
    assert list(verify.other_faults()) == []


def test_a_picture_of_the_desk_is_proved_too(owner):
    media = bring_media(by=owner, data=photograph(2), alt="A street", credit="Lina")
    spoil(media.sha256)
    ((name, words),) = [(one.record, one.words) for one in verify.other_faults()]
    assert (name, words) == (media.name_in_log, "its picture was changed after it was kept")


def test_what_was_handed_in_and_waits_is_proved_too():
    report = bring_given(by=None, data=b"Twelve were killed.")
    storage.drop(report.given_warc)
    ((name, words),) = [(one.record, one.words) for one in verify.other_faults()]
    assert (name, words) == (report.name_in_log, "its WARC file is missing")


def test_a_file_that_no_record_names_is_counted_and_is_no_fault(sealed, data):
    stray = storage.folder().path_of(storage.keep(b"A kill in mid-capture left this."))
    half = stray.with_name(".tmp123")
    half.write_bytes(b"half")
    assert verify.strays() == sorted([stray, half])
    assert list(verify.other_faults()) == []


def test_no_fault_holds_a_word_of_what_is_kept(sealed):
    for what in PLACES:
        spoil(PLACES[what](sealed)[1])
    told = repr(faults(sealed))
    assert "Sarmin" not in told
    assert "127.0.0.1" not in told


# The command


def test_who_stops_it_is_told_how_to_go_on(hostile, capture, monkeypatch, capsys):
    for n in range(3):
        capture(hostile.put(f"/{n}", article(f"Sentence {n} is as long as a sentence is.")))
    first, second, _ = verify.captures()
    real = verify.faults_of

    def stopped(one, roots):
        if one == second:
            raise KeyboardInterrupt
        return real(one, roots)

    monkeypatch.setattr(verify, "faults_of", stopped)
    with pytest.raises(SystemExit) as ended:
        call_command(Command(), "verify")
    assert ended.value.code == 130
    assert f"Stopped after 1 captures. Go on with: --after {first.pk}" in capsys.readouterr().err
    monkeypatch.undo()
    spoil(first.warc)
    call_command(Command(), "verify", after=first.pk)
    assert "2 captures verified" in capsys.readouterr().out
    with pytest.raises(CommandError, match="Restore a backup"):
        call_command(Command(), "verify", "--json")
    (fault,) = json.loads(capsys.readouterr().out)["faults"]
    assert fault == {
        "record": first.name_in_log,
        "words": "its WARC file was changed after it was kept",
    }


# An authority that is down


def test_an_authority_that_is_down_takes_nothing_from_the_capture(
    hostile, archive, tsa, later, caplog
):
    archive.keeper.authority = Authority(tsa.url, tsa.roots)
    tsa.answer = b"<html>Sign in</html>"
    bring_address(by=None, address=hostile.put("/news", article()), caution=Caution(protected=True))
    archive.one()
    assert (Capture.objects.count(), Seal.objects.count()) == (1, 0)
    assert "is not sealed yet: This is no answer of a time-stamp authority." in caplog.text
    assert "127.0.0.1" not in caplog.text.replace(tsa.url, "")
    tsa.answer = None
    archive.one()
    assert Seal.objects.count() == 0  # once a minute is often enough
    later(seconds=61)
    archive.one()
    assert Seal.objects.count() == 1
    assert faults(Capture.objects.get(), tsa.roots) == []
    later(seconds=61)
    archive.one()
    assert Seal.objects.count() == 1


def test_without_an_authority_nobody_is_asked(hostile, capture):
    capture(hostile.put("/news", article()))
    assert hostile.paths() == ["/news"]
    assert Seal.objects.count() == 0


def test_a_keeper_seals_what_it_keeps_in_its_own_time(hostile, fetcher, apart, tsa, look):
    keeper = Keeper(fetcher, apart, authority=Authority(tsa.url, tsa.roots))
    report = bring_given(by=None, data=b"Twelve were killed.")
    kept = keeper.keep(take(report), handed_in(report))
    assert kept.seal.authority == tsa.url
    assert faults(kept, tsa.roots) == []
