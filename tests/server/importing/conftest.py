"""The command as it is called, a small world, and a reader that finds nothing unless asked for."""

import io
import json

import pytest
from django.core.management import call_command, load_command_class

from dateline.archive.extract.reading import extract
from dateline.places.store import Store
from dateline.reading import Reading
from dateline.server.reading.opened import reader
from tests.places.cast import CAST


@pytest.fixture(autouse=True)
def _small_world(data, monkeypatch, request):
    monkeypatch.setattr("dateline.places.store.world", lambda: [CAST])
    monkeypatch.setattr("dateline.server.management.commands.capture.Apart", Beside)
    if "reads" not in request.fixturenames:
        nothing = Reading((), "en", ())
        monkeypatch.setattr("dateline.server.importing.reading.built", lambda: data)
        monkeypatch.setattr("dateline.server.importing.reading.read_text", lambda *_: nothing)


class Beside:
    """Takes the text out of bytes in this process: a child for each test would cost a second."""

    extract = staticmethod(extract)

    def close(self):
        """Close nothing."""


@pytest.fixture
def bring(tmp_path, column):
    """Import a text: `bring(text)` returns the JSON; `words=True` what people are told."""

    def _bring(text, *, day="2015-10-21", column=column, words=False, name="page.txt", **options):
        path = tmp_path / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        out = io.StringIO()
        command = load_command_class("dateline.server", "import")
        asked = [str(path), "--column", column.slug, "--day", day]
        asked += [] if words else ["--json"]
        call_command(command, *asked, stdout=out, stderr=io.StringIO(), **options)
        return out.getvalue() if words else json.loads(out.getvalue())

    return _bring


@pytest.fixture
def reads(data, _small_world):
    """Have the page read in earnest, with a small gazetteer."""
    Store(data).rebuild()
    yield
    reader.cache_clear()  # another test's gazetteer has the same name
