"""The pieces of HTML that figures are made of. Every value is escaped here."""

import re
from collections.abc import Iterable
from html import escape
from typing import Final

from dateline.text.direction import direction, is_tag
from dateline.text.words import Image

SPLITS_SRCSET: Final = re.compile(r"[\s,]")


def attributes(values: dict[str, str]) -> str:
    """Return attributes as they stand in a tag, each after a blank."""
    return "".join(f' {name}="{escape(value)}"' for name, value in values.items())


def paragraph(words: str) -> str:
    """Return words that find their own direction."""
    return f'<p dir="auto">{escape(words)}</p>\n'


def spoken(language: str) -> str:
    """Return the attributes of words in this language."""
    if not is_tag(language):
        return ' dir="auto"'
    return attributes({"lang": language, "dir": direction(language)})


def link(words: str, href: str, **more: str) -> str:
    """Return the words, linked where there is somewhere to go."""
    return f"<a{attributes({'href': href} | more)}>{escape(words)}</a>" if href else escape(words)


def facing(language: str) -> str:
    """Return the direction of what stands around words of other languages."""
    return attributes({"dir": direction(language)})


def caption(said: Iterable[tuple[str, str]], *, language: str) -> str:
    """Return a figure's caption from pairs of (class, HTML); the empty ones are left out.

    Each finds its own direction; a name in another script turns nothing but itself round.
    """
    spans = [f'<span class="{kind}" dir="auto">{html}</span>' for kind, html in said if html]
    return f"<figcaption{facing(language)}>{' · '.join(spans)}</figcaption>" if spans else ""


def picture(image: Image, *, alt: str, sizes: str) -> str:
    """Return a picture that loads when it comes near."""
    sources = [(SPLITS_SRCSET.sub(_percent, address), width) for address, width in image.sources]
    values = {
        "src": sources[-1][0],
        "srcset": ", ".join(f"{address} {width}w" for address, width in sources),
        "sizes": sizes,
        "width": str(image.width),
        "height": str(image.height),
        "alt": alt,
        "loading": "lazy",
        "decoding": "async",
    }
    return f"<img{attributes(values)}>"


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found.group()):02X}"
