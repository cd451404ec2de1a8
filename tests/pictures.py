"""Pictures made for tests, true ones and lying ones."""

import io
import struct
import zlib

from PIL import Image

ORIENTATION = 0x0112
"""The EXIF tag that says how a camera was held."""


def picture(kind="PNG", size=(4, 3), *, orientation=None, colour="red"):
    """Return the bytes of a picture of one colour."""
    image, buffer = Image.new("RGB", size, colour), io.BytesIO()
    exif = Image.Exif()
    if orientation:
        exif[ORIENTATION] = orientation
    image.save(buffer, kind, exif=exif)
    return buffer.getvalue()


def bomb(width=60_000, height=60_000):
    """Return a PNG of a few bytes whose header claims billions of pixels."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(b"\0" * 100)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(name, data):
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
