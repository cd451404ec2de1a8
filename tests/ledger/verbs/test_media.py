"""Bringing pictures in."""

import pytest

from dateline.ledger import storage
from dateline.ledger.models import Entry, Media
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.media import bring_media
from tests.pictures import bomb, picture

pytestmark = pytest.mark.django_db


def bring(by, data=None, alt="A red field", credit="SANA"):
    return bring_media(by=by, data=picture() if data is None else data, alt=alt, credit=credit)


def nothing_was_kept(data):
    return not Media.objects.exists() and not list((data / "bytes").rglob("*"))


def test_the_bytes_are_kept_exactly_as_they_came(alice, holds):
    data = picture("JPEG", (40, 30), orientation=6) + b"trailing bytes of a camera"
    media = bring(alice, data)
    assert storage.read(media.sha256) == data
    assert (media.format, media.width, media.height) == ("JPEG", 30, 40)
    assert Entry.objects.last().content.body["after"]["alt"] == "A red field"
    assert holds()


def test_a_png_named_jpg_is_what_it_is(alice):
    assert bring(alice, picture("PNG")).format == "PNG"


def test_the_same_picture_may_come_twice_with_other_words(alice, data, holds):
    one, two = bring(alice), bring(alice, alt="The same field")
    assert one.pk != two.pk
    assert one.sha256 == two.sha256
    assert len([path for path in (data / "bytes").rglob("*") if path.is_file()]) == 1
    assert holds()


@pytest.mark.parametrize(
    "words",
    [{"alt": " "}, {"credit": ""}, {"alt": "x" * 501}, {"credit": "a\0"}, {"alt": "\ud800"}],
    ids=["no alt", "no credit", "too long", "NUL", "half a pair"],
)
def test_refused_words_leave_no_bytes(alice, data, words):
    with pytest.raises(Refused):
        bring(alice, **words)
    assert nothing_was_kept(data)


@pytest.mark.parametrize("lie", [b"", b"<html>", bomb()], ids=["nothing", "HTML", "bomb"])
def test_a_lying_picture_leaves_no_bytes(alice, data, lie):
    with pytest.raises(Refused):
        bring(alice, lie)
    assert nothing_was_kept(data)


def test_a_strangers_picture_is_not_even_opened(sam, data, monkeypatch):
    monkeypatch.setattr("dateline.ledger.verbs.media.judge", lambda _: pytest.fail("opened"))
    with pytest.raises(NotAllowed):
        bring(sam)
    assert nothing_was_kept(data)


def test_a_full_disk_leaves_no_record(alice, monkeypatch, holds):
    def fail(_):
        raise OSError("No space left on device")

    monkeypatch.setattr(storage, "keep", fail)
    with pytest.raises(OSError, match="No space"):
        bring(alice)
    assert not Media.objects.exists()
    assert holds()
