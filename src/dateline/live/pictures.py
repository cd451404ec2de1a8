"""Pictures as readers get them: upright, without metadata, in the widths that screens need."""

import io
import logging
from functools import lru_cache
from typing import Protocol

from PIL import Image, ImageOps

from dateline.ledger import storage
from dateline.ledger.models import Media

from .files import SiteFolder
from .view import Picture

log = logging.getLogger(__name__)

UNREADABLE = (OSError, ValueError, KeyError, SyntaxError, Image.DecompressionBombError)
"""What Pillow raises for bytes that it cannot make a picture of."""

WIDTHS = (480, 960, 1600)
"""Pixels; a picture is never enlarged."""


class Bytes(Protocol):
    """A picture in the bytes folder: one that the desk brought in, or a report's lead image."""

    @property
    def sha256(self) -> str:
        """Its place in the bytes folder."""

    @property
    def format(self) -> str:
        """JPEG, PNG or WEBP."""

    @property
    def width(self) -> int:
        """Pixels, upright."""

    @property
    def height(self) -> int:
        """Pixels, upright."""


def view_of(media: Media | None) -> Picture | None:
    """Return a picture as pages show it; None where there is none or it was redacted."""
    if media is None or media.redacted:
        return None
    return shown(media, alt=media.alt, credit=media.credit)


def shown(one: Bytes, *, alt: str = "", credit: str = "") -> Picture:
    """Return a picture as pages show it."""
    widths = widths_of(one)
    return Picture(
        sources=tuple((path_of(one, width), width) for width in widths),
        width=widths[-1],
        height=round(one.height * widths[-1] / one.width),
        alt=alt,
        credit=credit,
    )


def widths_of(media: Bytes) -> list[int]:
    """Return the widths in which a picture is shown, ascending."""
    smaller = [width for width in WIDTHS if width < media.width]
    return [*smaller, media.width] if len(smaller) < len(WIDTHS) else smaller


def path_of(media: Bytes, width: int) -> str:
    """Return where one width of a picture stands in the site; the name holds the hash."""
    ending = "png" if media.format == "PNG" else "jpg"
    return f"media/{media.sha256[:20]}-{width}.{ending}"


def publish(media: Bytes, site: SiteFolder) -> None:
    """Write the widths of a picture that the site does not have yet."""
    for width in widths_of(media):
        path = path_of(media, width)
        if not site.has(path) and (data := _made(media, width)):
            site.write(path, data)


def _made(media: Bytes, width: int) -> bytes | None:
    """Return one width, or None for a picture that is lost or spoilt: the text matters more."""
    try:
        return resized(storage.read(media.sha256), media.format, width)
    except UNREADABLE as error:
        log.error("Picture %s cannot be shown: %s", media.sha256[:12], error)
        return None


def resized(data: bytes, format: str, width: int, quality: int = 80) -> bytes:  # noqa: A002
    """Return a picture of `width` pixels, upright, without metadata (place, camera, author)."""
    with Image.open(io.BytesIO(data), formats=[format]) as image:
        kind = "PNG" if format == "PNG" else "JPEG"
        small = _small(image, width, "RGBA" if kind == "PNG" else "RGB")
        out = io.BytesIO()
        small.save(out, kind, quality=quality, optimize=True)
        return out.getvalue()


def _small(image: Image.Image, width: int, mode: str) -> Image.Image:
    # Colours first: a picture of few colours can only be made smaller coarsely.
    upright = ImageOps.exif_transpose(image).convert(mode)
    height = max(1, round(upright.height * width / upright.width))
    small = upright.resize((width, height))
    small.info.clear()
    return small


@lru_cache(maxsize=16)
def thumbnail(sha256: str, format: str, most_bytes: int = 14_000) -> bytes:  # noqa: A002
    """Return a JPEG small enough to travel inside `day.html`."""
    with Image.open(io.BytesIO(storage.read(sha256)), formats=[format]) as image:
        for width, quality in ((480, 55), (360, 50), (240, 40), (120, 30)):
            out = io.BytesIO()
            small = _on_white(_small(image, min(width, image.width), "RGBA"))
            small.save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= most_bytes:
                break
    return out.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")
