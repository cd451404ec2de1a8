"""Redacting a picture removes its bytes and words, and tells readers wherever it stood."""

import pytest

from dateline.ledger import storage
from dateline.ledger.models import Entry, LiveBlog, Media
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.blogs import Masthead, edit_blog
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.redacting import redact_media
from tests.pictures import picture

pytestmark = pytest.mark.django_db(transaction=True)
WHY = "It shows a face."


@pytest.fixture
def secret(alice):
    data = picture("JPEG") + b"Zephyrine"
    return bring_media(by=alice, data=data, alt="Zephyrine Quill at work", credit="Ondine Vex")


def test_bytes_and_words_are_nowhere_on_the_disk(secret, owner, traces, holds):
    assert len(traces("Zephyrine")) >= 2
    redact_media(by=owner, media=secret, reason=WHY)
    assert traces("Zephyrine", "Quill", "Ondine", "Vex") == []
    assert not storage.path_of(secret.sha256).exists()
    assert holds()


def test_a_marked_record_stays(secret, owner):
    entry = redact_media(by=owner, media=secret, reason=WHY)
    media = Media.objects.get()
    assert (media.redacted, media.alt, media.credit) == (True, "", "")
    assert entry.content.body["reason"] == WHY


def test_every_blog_and_update_that_showed_it_has_its_own_delta(
    secret, owner, alice, blog, publish, write, holds
):
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="With a photo", photo=secret))
    shown = [publish(f"Number {n}", body=f'::media{{id={secret.pk} alt="x"}}') for n in range(2)]
    write("Not public", body=f"::media{{id={secret.pk}}}")
    before = LiveBlog.objects.get().revision
    redact_media(by=owner, media=secret, reason=WHY)
    told = Entry.objects.filter(verb="redact").exclude(blog=None)
    assert {entry.object for entry in told} == {r.name_in_log for r in (blog, *shown)}
    assert sorted(entry.revision for entry in told) == [before + 1, before + 2, before + 3]
    assert LiveBlog.objects.get().revision == before + 3
    assert holds()


def test_bytes_that_another_picture_shares_stay_until_that_goes_too(secret, alice, owner, holds):
    twin = bring_media(by=alice, data=storage.read(secret.sha256), alt="Twin", credit="SANA")
    redact_media(by=owner, media=secret, reason=WHY)
    assert storage.read(twin.sha256)
    redact_media(by=owner, media=twin, reason=WHY)
    assert not storage.path_of(twin.sha256).exists()
    assert holds()


def test_it_is_redacted_once(secret, owner, holds):
    redact_media(by=owner, media=secret, reason=WHY)
    with pytest.raises(Refused, match="redacted already"):
        redact_media(by=owner, media=secret, reason=WHY)
    assert holds()


@pytest.mark.parametrize("reason", ["", " ", "x" * 301, "\0"])
def test_without_a_good_reason_nothing_is_lost(secret, owner, reason, holds):
    with pytest.raises(Refused):
        redact_media(by=owner, media=secret, reason=reason)
    assert storage.read(secret.sha256)
    assert Media.objects.get().alt
    assert holds()


def test_the_same_picture_may_be_brought_again(secret, owner, alice, holds):
    data = storage.read(secret.sha256)
    redact_media(by=owner, media=secret, reason=WHY)
    again = bring_media(by=alice, data=data, alt="Blurred", credit="SANA")
    assert storage.read(again.sha256) == data
    assert holds()
