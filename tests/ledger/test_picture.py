"""A picture is judged by its own bytes; whatever lies about itself is refused."""

import io
import struct
import zlib

import pytest
from PIL import Image

from dateline.ledger import picture as picture_module
from dateline.ledger.picture import MAX_BYTES, MAX_PIXELS, judge
from dateline.ledger.refusal import Refused
from tests.pictures import bomb, picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_says_what_a_picture_is(kind):
    judged = judge(picture(kind, (40, 30)))
    assert (judged.format, judged.width, judged.height) == (kind, 40, 30)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_camera_held_sideways_gives_upright_dimensions(kind, orientation):
    judged = judge(picture(kind, (40, 30), orientation=orientation))
    upright = (30, 40) if orientation >= 5 else (40, 30)
    assert (judged.format, judged.width, judged.height) == (kind, *upright)


def test_a_phones_jpeg_with_a_second_picture_inside_is_a_jpeg():
    buffer, second = io.BytesIO(), Image.new("RGB", (8, 6), "blue")
    Image.new("RGB", (40, 30)).save(buffer, "MPO", save_all=True, append_images=[second])
    judged = judge(buffer.getvalue())
    assert (judged.format, judged.width, judged.height) == ("JPEG", 40, 30)


def animated_gif():
    buffer, frames = io.BytesIO(), [Image.new("P", (4, 3), n) for n in range(3)]
    frames[0].save(buffer, "GIF", save_all=True, append_images=frames[1:])
    return buffer.getvalue()


def bad_checksum():
    data = bytearray(picture("PNG"))
    data[-20] ^= 0xFF  # within the last IDAT
    return bytes(data)


LIES = {
    "nothing": b"",
    "one byte": b"\xff",
    "HTML as jpg": b"<!DOCTYPE html><script>alert(1)</script>",
    "HTML behind a JPEG's magic": b"\xff\xd8\xff\xe0<script>alert(1)</script>",
    "SVG": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "GIF": animated_gif(),
    "TIFF": picture("TIFF"),
    "BMP": picture("BMP"),
    "ICO": picture("ICO", (16, 16)),
    "PDF": b"%PDF-1.7\n",
    "PostScript, which Pillow hands to Ghostscript": b"%!PS-Adobe-3.0 EPSF-3.0\n",
    "zip": b"PK\x03\x04" + b"\0" * 100,
    "truncated JPEG": picture("JPEG", (400, 300))[:-200],
    "JPEG header alone": picture("JPEG")[:20],
    "truncated PNG": picture("PNG", (400, 300))[:60],
    "truncated WebP": picture("WEBP", (400, 300))[:-20],
    "PNG with a wrong checksum": bad_checksum(),
    "PNG of no size": bomb(0, 0),
    "PNG of negative size": bomb(0xFFFFFFFF, 1),
}


@pytest.mark.parametrize("data", LIES.values(), ids=LIES.keys())
def test_what_is_no_whole_picture_is_refused(data):
    with pytest.raises(Refused, match="no whole JPEG, PNG or WebP"):
        judge(data)


@pytest.mark.parametrize("size", [(60_000, 60_000), (7072, 7072), (MAX_PIXELS + 1, 1)])
def test_a_decompression_bomb_is_refused_before_a_pixel_is_decoded(size, monkeypatch):
    def decode(self):
        raise AssertionError("decoded")

    monkeypatch.setattr(Image.Image, "load", decode)
    with pytest.raises(Refused):
        judge(bomb(*size))


def test_a_bomb_in_a_text_chunk_of_a_png_is_refused():
    data, text = picture("PNG"), zlib.compress(b"x" * 200_000_000)
    body = b"zTXt" + b"k\0\0" + text
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    with pytest.raises(Refused):
        judge(data[:33] + chunk + data[33:])


def test_so_many_bytes_are_not_even_opened(monkeypatch):
    monkeypatch.setattr(picture_module, "Image", None)
    with pytest.raises(Refused, match="20 MB is the most"):
        judge(b"\0" * (MAX_BYTES + 1))


def test_a_broken_exif_block_does_no_harm():
    exif = b"Exif\0\0" + b"\xff" * 40
    segment = b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    data = picture("JPEG")
    assert judge(data[:2] + segment + data[2:]).format == "JPEG"
