import pytest

from dateline.archive.extract.sniff import binary_type, text_type
from tests.archive.extract.pages import page, read

FRAME = bytes([0xFF, 0xFB, 0x90, 0x00])


@pytest.mark.parametrize(
    ("body", "media_type"),
    [
        (b"%PDF-1.7\n", "application/pdf"),
        (b"rubbish\n%PDF-1.4\n", "application/pdf"),
        (b"\xff\xd8\xff\xe0..JFIF", "image/jpeg"),
        (b"\x89PNG\r\n\x1a\n....", "image/png"),
        (b"GIF89a....", "image/gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "image/webp"),
        (b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
        (b"\0\0\0\x1cftypavif", "image/avif"),
        (b"\0\0\0\x18ftypmp42", "video/mp4"),
        (b"\0\0\0\x14ftypqt  ", "video/quicktime"),
        (b"\x1aE\xdf\xa3....", "video/webm"),
        (b"ID3\x04....", "audio/mpeg"),
        (FRAME, "audio/mpeg"),
        (b"PK\x03\x04....", "application/zip"),
        (b"\xff\xfe<\0h\0", ""),
        (b"<html>", ""),
        (b"", ""),
    ],
)
def test_bytes_tell_what_they_are(body, media_type):
    assert binary_type(body) == media_type


@pytest.mark.parametrize(
    ("text", "media_type"),
    [
        ("<!DOCTYPE html><p>x", "text/html"),
        ("\n\n<HTML><body>x", "text/html"),
        ("<p>one</p>", "text/html"),
        (
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">',
            "application/xhtml+xml",
        ),
        ('<?xml version="1.0"?><rss version="2.0"></rss>', "application/rss+xml"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "application/atom+xml"),
        ('<svg xmlns="http://www.w3.org/2000/svg"></svg>', "image/svg+xml"),
        ('<?xml version="1.0"?><data/>', "application/xml"),
        ('{"a": [1, 2]}', "application/json"),
        ("{not json", "text/plain"),
        ("a < b and c > d", "text/plain"),
        ("Plain words.", "text/plain"),
        ("Some words <p>then</p> <div>markup</div> <br>", "text/html"),
        ("\x00\x01\x02\x03\x04", "application/octet-stream"),
        ("[" * 100_000, "text/plain"),
    ],
)
def test_text_tells_what_it_is(text, media_type):
    assert text_type(text) == media_type


def test_a_picture_called_a_page_is_a_picture():
    found = read(b"\x89PNG\r\n\x1a\n....", declared_type="text/html")
    assert (found.media_type, found.text, found.looks_like) == ("image/png", "", "")


def test_a_page_called_a_picture_is_a_page():
    found = read(page(), declared_type="image/jpeg")
    assert found.media_type == "text/html"
    assert "Sarmin" in found.text


def test_bytes_that_are_nothing_known_are_unreadable():
    found = read(bytes(range(32)) * 9, declared_type="text/plain")
    assert (found.media_type, found.looks_like) == ("application/octet-stream", "unreadable")


def test_nothing_at_all_is_empty():
    assert read(b" \n ").looks_like == "empty"
