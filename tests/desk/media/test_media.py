"""Pictures come in judged by their bytes, and go out so that they can run nothing."""

import pytest
from django.test import Client

from dateline.ledger import storage
from dateline.ledger.models import Media
from dateline.ledger.verbs.redacting import redact_media
from dateline.text import problems
from tests.desk.conftest import words_of
from tests.pictures import bomb, picture

JSON = {"Accept": "application/json"}


@pytest.fixture
def bring(enter, upload):
    """Bring a picture in as the composer does."""

    def _bring(person, data=None, *, headers=JSON, **more):
        fields = {"picture": upload(data), "alt": "A red field", "credit": "Alice", **more}
        return enter(person).post("/desk/media/", fields, headers=headers)

    return _bring


def test_its_line_goes_into_the_text(bring, carl):
    line = bring(carl).json()["directive"]
    media = Media.objects.get()
    assert line == f'::media{{id={media.pk} alt="A red field" credit="Alice"}}'
    assert problems(line) == []


def test_quotes_and_backslashes_in_its_words_break_nothing(bring, carl):
    line = bring(carl, alt='A "red"\\ field\n}', credit='"}').json()["directive"]
    assert problems(line) == []


def test_it_works_without_a_script(bring, carl):
    page = words_of(bring(carl, headers={}))
    assert "::media{id=" in page


def test_a_stranger_brings_none(bring, sam):
    assert bring(sam).status_code == 403
    assert not Media.objects.exists()


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'


@pytest.mark.parametrize(
    "data",
    [SVG, b"", b"GIF89a", b"<html>", bomb(), picture()[:40], b"\xff\xd8\xff" + SVG, b"%PDF-1.4"],
)
def test_what_is_no_picture_is_refused_in_words(bring, carl, data):
    response = bring(carl, data)
    assert response.status_code == 400
    assert response.json()["refused"]
    assert not Media.objects.exists()


@pytest.mark.parametrize("field", ["alt", "credit"])
@pytest.mark.parametrize("words", ["", " ", "x" * 501, "a\x00"])
def test_its_words_are_needed(bring, carl, field, words):
    response = bring(carl, **{field: words})
    assert response.status_code == 400
    assert response.json()["refused"]
    assert not Media.objects.exists()


def test_a_missing_file_is_said(enter, carl):
    response = enter(carl).post("/desk/media/", {"alt": "x", "credit": "x"}, headers=JSON)
    assert response.status_code == 400
    assert "20 MB" in response.json()["refused"]


@pytest.mark.parametrize(("kind", "mime"), [("PNG", "png"), ("JPEG", "jpeg"), ("WEBP", "webp")])
def test_it_is_shown_as_what_it_is(bring, enter, carl, kind, mime):
    bring(carl, picture(kind))
    response = enter(carl).get(f"/desk/media/{Media.objects.get().pk}")
    assert response["Content-Type"] == f"image/{mime}"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response.content == picture(kind)


def test_a_picture_that_is_also_a_page_stays_a_picture(bring, enter, carl):
    polyglot = picture() + b"<script>alert(1)</script>"
    bring(carl, polyglot)
    response = enter(carl).get(f"/desk/media/{Media.objects.get().pk}")
    assert response["Content-Type"] == "image/png"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_a_visitor_sees_none(media):
    assert Client().get(f"/desk/media/{media.pk}").status_code == 302


@pytest.mark.django_db(transaction=True)
def test_a_redacted_one_is_gone(enter, alice, owner, media):
    redact_media(by=owner, media=media, reason="A face")
    assert enter(alice).get(f"/desk/media/{media.pk}").status_code == 404


def test_lost_bytes_are_not_found(enter, alice, media):
    storage.drop(media.sha256)
    assert enter(alice).get(f"/desk/media/{media.pk}").status_code == 404
