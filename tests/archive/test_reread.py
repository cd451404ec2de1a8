"""Reading kept captures again: new texts stand beside the old ones, which never move."""

import pytest

from dateline.archive import reread
from dateline.archive.extract import EXTRACTOR
from dateline.ledger import storage
from dateline.ledger.models import ReportText
from dateline.ledger.models.record import writing
from dateline.ledger.verify import verify
from tests.archive.news import article, words

pytestmark = pytest.mark.django_db(transaction=True)


def read_by_an_older_one(capture, extractor="dateline-0"):
    """Make a capture's text one that an older extractor read, and read badly."""
    with writing():
        ReportText.objects.filter(capture=capture).update(
            extractor=extractor, sha256=storage.keep(b"Old words."), length=10
        )


@pytest.fixture
def kept(capture, hostile):
    """A page that was captured from a real server, gzipped on its way."""
    return capture(hostile.put("/sarmin", article(words(60, seed=1)))).newest


def test_a_newer_extractor_makes_another_text(kept, apart):
    right = storage.read(kept.text.sha256)
    read_by_an_older_one(kept)
    new = reread.reread(kept, apart)
    assert (new.number, new.extractor) == (2, EXTRACTOR)
    assert storage.read(new.sha256) == right
    old = kept.texts.get(number=1)
    assert (storage.read(old.sha256), old.length) == (b"Old words.", 10)
    assert kept.text == new


def test_what_it_read_before_is_not_read_again(kept, apart):
    assert reread.reread(kept, apart) is None
    assert kept.texts.count() == 1
    assert verify().broken is None


def test_lost_bytes_are_said_and_make_no_empty_text(kept, apart):
    read_by_an_older_one(kept)
    storage.drop(kept.warc)
    with pytest.raises(FileNotFoundError):
        reread.reread(kept, apart)
    assert kept.texts.count() == 1


def test_a_page_that_now_reads_as_nothing_keeps_its_text(kept, apart):
    read_by_an_older_one(kept, "dateline-0 rendered")  # of a browser's page, which is not there
    assert reread.reread(kept, apart) is None
    assert kept.texts.count() == 1
