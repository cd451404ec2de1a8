"""What the ledger's tests ask again and again."""

import json

import pytest
from django.db import connection

from dateline.ledger.models import Entry
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verify import verify
from tests.conftest import member
from tests.disk import bytes_of
from tests.pictures import picture


@pytest.fixture
def holds():
    """Return a check that the whole ledger verifies: `holds()`."""

    def _holds():
        result = verify()
        assert result.broken is None
        assert result.entries == Entry.objects.count()
        return True

    return _holds


@pytest.fixture
def raw(db):
    """Return what someone with the database file in hand can do: `raw(sql, *values)`."""

    def _raw(sql, *values):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA foreign_keys=OFF")
            cursor.execute("PRAGMA ignore_check_constraints=ON")
            cursor.execute(sql, values)
            assert cursor.rowcount == 1
            cursor.execute("PRAGMA ignore_check_constraints=OFF")
            cursor.execute("PRAGMA foreign_keys=ON")

    return _raw


@pytest.fixture
def eve(owner, other_column):
    """Eve owns the other column and is nobody in Alice's."""
    return member(owner, "eve", "owner", other_column)


@pytest.fixture
def photo(alice):
    """A picture that Alice brought in."""
    return bring_media(by=alice, data=picture(), alt="A red field", credit="SANA")


@pytest.fixture
def traces(data):
    """Return where words still lie on the disk, in any case: `traces("a word")`."""

    def _traces(*words):
        folders = [*data.glob("dateline.sqlite3*"), *(data / "bytes").rglob("*")]
        return [
            f"{form!r} in {path.name}"
            for path in folders
            if path.is_file()
            for content in [bytes_of(path).lower()]
            for word in words
            for form in {word.lower().encode(), json.dumps(word.lower())[1:-1].encode()}
            if form in content
        ]

    return _traces


def now_of(model):
    """Return every row of a model as it stands in the database, for a look before and after."""
    return list(model._base_manager.order_by("pk").values())
