"""A backup taken while the site serves and people write comes back whole elsewhere."""

import json
import time

import pytest

from dateline.ledger.models import Entry

from .newsroom import Writer
from .program import dateline, until

pytestmark = [pytest.mark.processes, pytest.mark.django_db(transaction=True)]

BLOG = "putin-in-syria/2015-10-21"


def test_a_backup_of_a_busy_site_verifies_and_serves_elsewhere(serve, alice, blog, tmp_path):
    serve()
    writer = Writer(tmp_path, 1, 0.02)
    until(lambda: len(writer.acknowledged) > 30)
    before = writer.acknowledged
    made = dateline("backup", tmp_path / "site.tar")
    assert made.returncode == 0, made.stderr
    assert "Keep it as safe as the desk itself." in made.stdout
    assert writer.finish() == (0, "")
    assert len(writer.acknowledged) > len(before)  # nobody waited for it
    elsewhere = tmp_path / "elsewhere"
    restored = dateline("restore", tmp_path / "site.tar", data=elsewhere)
    assert restored.returncode == 0, restored.stderr
    there = serve(elsewhere)
    highest = max(one["number"] or 0 for one in before)
    until(lambda: there.shows(f"{BLOG}/u/{highest}/", "</html>"))
    verified = json.loads(dateline("ledger", "verify", "--json", data=elsewhere).stdout)
    assert verified["holds"], verified
    assert verified["entries"] >= len(before)


def test_verifying_a_busy_site_finds_no_break_that_is_none(serve, alice, blog, tmp_path):
    serve()
    writer = Writer(tmp_path, 2, 0.0)
    until(lambda: len(writer.acknowledged) > 5)
    end = time.monotonic() + 6
    rounds = 0
    while time.monotonic() < end:
        ended = dateline("ledger", "verify", "--json")
        assert json.loads(ended.stdout)["holds"], ended.stdout
        rounds += 1
    assert writer.finish() == (0, "")
    assert rounds
    assert Entry.objects.count() > 20
