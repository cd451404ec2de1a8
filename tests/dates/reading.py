"""How the tests read: against one Wednesday evening in Damascus."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from dateline.dates import find

EVENING = datetime(2015, 10, 21, 18, tzinfo=UTC)
DAMASCUS = ZoneInfo("Asia/Damascus")


def only(text, **settings):
    """Return the one expression of a text."""
    found = everything(text, **settings)
    assert len(found) == 1, found
    return found[0]


def edtf(text, **settings):
    return only(text, **settings).when.edtf


def edtfs(text, **settings):
    return [one.when.edtf for one in everything(text, **settings)]


def words(text, **settings):
    return [one.words for one in everything(text, **settings)]


def everything(text, **settings):
    return find(text, **{"reference": EVENING, "zone": DAMASCUS, **settings})
