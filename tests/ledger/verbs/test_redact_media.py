"""Redacting a picture removes its bytes and words, and tells readers wherever it stood."""

import pytest

from dateline.ledger import storage
from dateline.ledger.models import Entry, LiveBlog, Media
from dateline.ledger.refusal import Refused
from dateline.ledger.showing import shown
from dateline.ledger.verbs.blogs import Masthead, edit_blog
from dateline.ledger.verbs.capturing import Picture, keep_capture
from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.redacting import drop_redacted_bytes, redact_media
from tests.ledger.kept import kept
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
    assert not storage.has(secret.sha256)
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


def test_the_same_bytes_brought_twice_go_together(secret, alice, owner, holds):
    twin = bring_media(by=alice, data=storage.read(secret.sha256), alt="Twin", credit="SANA")
    redact_media(by=owner, media=secret, reason=WHY)
    twin.refresh_from_db()
    assert (twin.redacted, twin.alt) == (True, "")
    assert not storage.has(twin.sha256)
    assert holds()


def test_the_words_beside_it_go_too_wherever_it_stood(
    secret, owner, alice, blog, publish, write, traces, holds
):
    body = (
        f'Before.\n\n::media{{id={secret.pk} alt="Zephyrine Quill" credit="Ondine Vex"}}\n\nAfter.'
    )
    shown, inside = publish("Shown", body=body), write("Not public", body=body)
    redact_media(by=owner, media=secret, reason=WHY)
    for update in (shown, inside):
        update.refresh_from_db()
        assert update.body == f"Before.\n\n::media{{id={secret.pk}}}\n\nAfter."
    assert traces("Zephyrine", "Quill", "Ondine", "Vex") == []
    assert holds()


def test_a_kill_between_commit_and_removal_is_made_good(secret, owner, monkeypatch):
    monkeypatch.setattr(storage, "drop", lambda sha256: None)
    redact_media(by=owner, media=secret, reason=WHY)
    monkeypatch.undo()
    assert storage.has(secret.sha256)
    drop_redacted_bytes()
    assert not storage.has(secret.sha256)


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


def test_a_report_that_leads_with_it_leads_with_it_no_more(
    secret, owner, report, cite, told, traces, holds
):
    lead = Picture(data=storage.read(secret.sha256), format="JPEG", width=4, height=3, hash="0f")
    keep_capture(report, kept(picture=lead))
    update = cite(report)
    redact_media(by=owner, media=secret, reason=WHY)
    assert shown([report.pk])[report.pk].picture is None
    assert not storage.has(secret.sha256)
    assert len(told(update)) == 2
    again = keep_capture(report, kept(picture=lead))
    assert (again.image, again.image_hash, again.number) == ("", "", 2)
    assert traces("Zephyrine") == []
    assert holds()


def test_the_same_picture_may_not_come_back(secret, owner, alice, holds):
    data = storage.read(secret.sha256)
    redact_media(by=owner, media=secret, reason=WHY)
    with pytest.raises(Refused, match="may not come back"):
        bring_media(by=alice, data=data, alt="Again", credit="SANA")
    assert holds()
