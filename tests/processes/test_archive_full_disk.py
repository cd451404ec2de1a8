"""A full disk in mid-capture: it is said, nothing half is kept, and it works when there is room."""

import json
import os

import pytest

from .program import dateline
from .test_full_disk import FOUND, fill, script, small_disk

pytestmark = pytest.mark.processes


def test_a_capture_on_a_full_disk_is_refused_in_plain_words_and_works_again(tmp_path):
    papers = [tmp_path / f"{n}.txt" for n in range(2)]
    for paper in papers:
        paper.write_text(os.urandom(150_000).hex())
    with small_disk(tmp_path / "disk", "6m") as disk:
        script(FOUND, disk)
        assert dateline("capture", papers[0], data=disk).returncode == 0
        filler = fill(disk)
        os.truncate(filler, filler.stat().st_size - 150_000)
        full = dateline("capture", papers[1], data=disk)
        assert (full.returncode, full.stderr) == (
            1,
            "CommandError: 1 of 1 could not be kept.\n",
        )
        assert "No space left on device" in full.stdout
        filler.unlink()
        held = json.loads(dateline("archive", "verify", "--json", data=disk).stdout)
        assert (held["captures"], held["faults"]) == (1, [])
        again = dateline("capture", papers[1], data=disk)
        assert (again.returncode, again.stderr) == (0, "")
        held = json.loads(dateline("archive", "verify", "--json", data=disk).stdout)
        assert (held["captures"], held["faults"]) == (2, [])
        assert json.loads(dateline("ledger", "verify", "--json", data=disk).stdout)["holds"]
