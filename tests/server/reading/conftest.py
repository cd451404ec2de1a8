"""A small world, and the commands that read, as they are called."""

import io
import sys

import pytest
from django.core.management import call_command, load_command_class

from dateline.places.store import Store
from tests.places.cast import CAST


@pytest.fixture(autouse=True)
def _small_world(tmp_path_factory, settings, monkeypatch):
    """Keep the gazetteer small, in a data folder of its own."""
    monkeypatch.setattr("dateline.places.store.world", lambda: [CAST])
    folder = tmp_path_factory.getbasetemp() / "small-world"
    if not (folder / "places" / "gazetteer.sqlite").exists():
        Store(folder).rebuild()
    settings.DATELINE_DATA = folder


@pytest.fixture
def say():
    """Call a command: `say("read", "file")` returns what it printed on both sides."""

    def _say(name, *words, **options):
        out, err = io.StringIO(), io.StringIO()
        command = load_command_class("dateline.server", name)
        call_command(command, *map(str, words), stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    return _say


@pytest.fixture
def typed(monkeypatch):
    """Type bytes into the input: `typed(b"…")`."""

    def _typed(content):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))

    return _typed
