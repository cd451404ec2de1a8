"""Finding pictures that are the same picture: resized, recompressed, a little brighter.

PDQ draws 256 bits from a picture; two pictures are the same where at most 31 bits differ. The index
misses none of them: 31 bits spread over sixteen bands leave some band with at most one bit wrong,
and `picture_probes` asks for every band as it is and with each of its bits turned.

Crops are not caught: 1 % off each side is mostly found, 2 % mostly not, 3 % never. Nor are mirrored
or turned pictures, borders, a caption over a fifth of the picture, another frame of the same film.
Flat pictures (a logo, a night sky) have too little in them to be told apart and get no hash.
"""

import io
import warnings
from collections.abc import Iterator

import numpy as np
import pdqhash
from PIL import Image, ImageOps

from dateline.ledger.picture import FORMATS, MAX_BYTES, MAX_PIXELS

MOST_DIFFERENT = 31
LEAST_QUALITY = 50
SIDE = 512
"""PDQ looks at 64 × 64 blurred points; a larger picture only takes longer."""
BANDS = 16
_BITS = 16


def picture_hash(data: bytes) -> str | None:
    """Return a picture's PDQ as 64 hexadecimal digits; None where it is unreadable or too flat."""
    pixels = _pixels(data)
    if pixels is None:
        return None
    bits, quality = pdqhash.compute(pixels)
    return np.packbits(bits).tobytes().hex() if quality >= LEAST_QUALITY else None


def _pixels(data: bytes) -> np.ndarray | None:
    """Decode within bounds, upright and on white, as a reader would see it."""
    if len(data) > MAX_BYTES:
        return None
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data), formats=FORMATS) as image:
            warnings.simplefilter("ignore")
            if image.width * image.height > MAX_PIXELS:
                return None
            image.draft("RGB", (SIDE, SIDE))
            return np.asarray(_small(image))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None


def _small(image: Image.Image) -> Image.Image:
    # Made small first: at 50 megapixels every step before that takes 200 MB.
    seen = image if image.mode in ("L", "RGB") else image.convert("RGBA")
    seen.thumbnail((SIDE, SIDE))
    seen = ImageOps.exif_transpose(seen).convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    return Image.alpha_composite(paper, seen).convert("RGB")


def picture_keys(pdq: str) -> list[str]:
    """Return the sixteen keys under which a picture is kept in the index."""
    return [f"{band:x}:{bits:04x}" for band, bits in enumerate(_bands(pdq))]


def picture_probes(pdq: str) -> list[str]:
    """Return the 272 keys to look up: one of them is kept for every picture that is the same."""
    return [
        f"{band:x}:{bits ^ turned:04x}"
        for band, bits in enumerate(_bands(pdq))
        for turned in (0, *(1 << place for place in range(_BITS)))
    ]


def _bands(pdq: str) -> Iterator[int]:
    return (int(pdq[at : at + 4], 16) for at in range(0, len(pdq), 4))


def same_picture(a: str, b: str) -> bool:
    """Say whether two hashes are of the same picture."""
    return (int(a, 16) ^ int(b, 16)).bit_count() <= MOST_DIFFERENT
