"""Handing the archive on: only what may leave the desk is in the file, byte for byte."""

import gzip
import json
import zipfile

import pytest
from django.utils import timezone

from dateline.archive.bring import bring_given
from dateline.archive.export import exported, items
from dateline.archive.wacz import pack
from dateline.ledger import storage
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import Caution, Flags, attribute_report, flag_report
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source, merge
from tests.archive.news import article

pytestmark = pytest.mark.django_db(transaction=True)

SECRET = "Zephyrine Quill"


@pytest.fixture
def page(hostile, capture):
    """Keep a page: `page("/open", "words")`."""
    return lambda path, *words, **how: capture(hostile.put(path, article(*words)), **how)


@pytest.fixture
def packed(tmp_path):
    """Pack the archive, or some reports; return all bytes in the file, each member unpacked."""

    def _packed(*reports):
        target = tmp_path / "archive.wacz"
        pack(target, items(exported(reports or None)), now=timezone.now())
        with zipfile.ZipFile(target) as file:
            return {name: file.read(name) for name in file.namelist()}

    return _packed


def warcs(members):
    return {name for name in members if name.startswith("archive/")}


def test_what_is_kept_is_in_it_under_its_own_hash(page, packed):
    one, two = page("/1"), page("/2", "Other words entirely, of another town and day.")
    members = packed()
    assert warcs(members) == {f"archive/{one.newest.warc}.warc.gz" for one in (one, two)}
    for report in (one, two):
        name = f"archive/{report.newest.warc}.warc.gz"
        assert members[name] == storage.read(report.newest.warc)
    listed = [json.loads(line) for line in members["pages/pages.jsonl"].splitlines()[1:]]
    assert [one["url"] for one in listed] == [one.newest.url, two.newest.url]


def test_only_the_reports_that_are_asked_for_are_in_it(page, packed):
    one = page("/1")
    page("/2", "Other words entirely, of another town and day.")
    assert warcs(packed(one.pk)) == {f"archive/{one.newest.warc}.warc.gz"}


def test_every_version_is_in_it(page, packed, hostile, look):
    report = page("/1")
    hostile.put("/1", article("It says something else by now, and nobody knows why."))
    look(report)
    assert len(warcs(packed())) == 2


def test_what_was_handed_in_has_a_name_of_its_own(look, packed):
    report = look(bring_given(by=None, data=b"Twelve were killed.", name=f"{SECRET}.txt"))
    members = packed()
    urn = f"urn:dateline:given:{report.newest.sha256}"
    assert urn.encode() in members["pages/pages.jsonl"]
    assert SECRET.encode() not in b"".join(members.values())


def test_an_empty_archive_makes_an_empty_file(packed):
    assert warcs(packed()) == set()


HOLDING = ["protected", "flagged", "redacted", "confidential", "confidential since", "merged"]


@pytest.mark.parametrize("how", HOLDING)
def test_nothing_of_a_report_that_is_held_is_in_it(page, packed, hostile, owner, look, how):
    page("/open")
    path = f"/{SECRET.replace(' ', '-')}"
    caution = Caution(protected=how == "protected")
    report = page(path, f"{SECRET} told us where the shelter is.", caution=caution)
    report = hold(report, how, owner)
    assert report.newest
    members = packed()
    everything = repr(members).encode() + b"".join(map(whole, members.values()))
    for secret in (SECRET, path, str(report.pk), report.newest.warc, report.newest.sha256):
        assert secret.encode() not in everything
    assert len(warcs(members)) == 1
    assert list(items(exported([report.pk]))) == []


def whole(data):
    """Return bytes, unpacked where they are packed."""
    return gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data


def hold(report, how, owner):
    if how == "flagged":
        flag_report(by=owner, report=report, flags=Flags(protected=True))
    elif how == "redacted":
        redact_report(by=owner, report=report, reason="It names a shelter.")
    elif how != "protected":
        nurse = SourceText(name="A nurse", confidential=True)
        plain = SourceText(name="A nurse", confidential=how == "confidential")
        source = add_source(by=owner, text=plain)
        attribute_report(by=owner, report=report, source=source)
        if how == "confidential since":
            edit_source(by=owner, source=source, text=nurse)
        elif how == "merged":
            merge(by=owner, one=source, into=add_source(by=owner, text=nurse))
    report.refresh_from_db()
    return report
