"""Judging an uploaded picture by its own bytes, never by its name or declared type."""

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

from .refusal import Refused

MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP")


@dataclass(frozen=True)
class Judged:
    """What a picture really is: its format, and its width and height in pixels, upright."""

    format: str
    width: int
    height: int


def judge(data: bytes) -> Judged:
    """Decode a picture whole and say what it is. Raises Refused for whatever is none.

    The size in the header is judged before a pixel is decoded: a small file may claim to be huge
    (a decompression bomb).
    """
    if len(data) > MAX_BYTES:
        raise Refused(f"The picture has {len(data) / 1e6:.0f} MB; 20 MB is the most.")
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=FORMATS) as image:
            warnings.simplefilter("ignore")
            if image.width * image.height > MAX_PIXELS:
                raise Refused("The picture is larger than 50 megapixels. Bring in a smaller one.")
            # Many phones write JPEGs that hold a second picture; the first is what people see.
            name = "JPEG" if image.format == "MPO" else image.format or ""
            image.load()
            upright = ImageOps.exif_transpose(image)
            upright.convert("RGBA").resize((1, 1))  # what cannot be made smaller cannot be shown
            return Judged(name, upright.width, upright.height)
    except Refused:
        raise
    except (UnidentifiedImageError, OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        raise Refused(
            "This is no whole JPEG, PNG or WebP picture, whatever its name says. "
            "Open it in a picture program and save it again."
        ) from None
