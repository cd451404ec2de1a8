"""A time-stamp authority's seal on a capture: the first one stays."""

import pytest

from dateline.ledger import storage
from dateline.ledger.models import Entry, Seal
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import seal_capture
from tests.ledger.conftest import files
from tests.ledger.kept import AT

pytestmark = pytest.mark.django_db(transaction=True)
FIRST, SECOND = "https://tsa.example.org", "https://other.example.org"


def test_it_is_kept_and_told(report, capture, cite, told, holds):
    update = cite(report)
    before = len(told(update))
    seal = seal_capture(capture, authority=FIRST, token=b"token", at=AT)
    assert (seal.authority, seal.at, storage.read(seal.token)) == (FIRST, AT, b"token")
    assert len(told(update)) == before + 1
    assert holds()


def test_a_second_one_keeps_the_first(capture, cite, data, holds):
    cite(capture.report)
    first = seal_capture(capture, authority=FIRST, token=b"token", at=AT)
    before, lying = Entry.objects.count(), files(data)
    again = seal_capture(capture, authority=SECOND, token=b"forged", at=AT.replace(year=2014))
    assert again == first
    assert Seal.objects.get().authority == FIRST
    assert (Entry.objects.count(), files(data)) == (before, lying)
    assert holds()


def test_what_cannot_be_stored_leaves_no_bytes(capture, data):
    before = files(data)
    for hostile in ("x" * 301, "a\0b"):
        with pytest.raises(Refused):
            seal_capture(capture, authority=hostile, token=b"token", at=AT)
    assert files(data) == before
