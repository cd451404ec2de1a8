"""What is read out of a page, a paper or a message, and how much of it is kept at most."""

from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from typing import Final, Literal

LooksLike = Literal["", "paywall", "consent", "script", "empty", "unreadable"]

EXTRACTOR: Final = f"dateline-1 trafilatura-{version('trafilatura')}"

# What one page may cost us, whatever it holds.
MOST_TEXT: Final = 1_000_000
MOST_TITLE: Final = 500
MOST_AUTHOR: Final = 200
MOST_EXCERPT: Final = 500
MOST_SITE_NAME: Final = 120
MOST_LINKS: Final = 500
MOST_ADDRESS: Final = 2_000
MOST_PAGES: Final = 200


@dataclass(frozen=True)
class Extracted:
    """What the bytes say about themselves; all of it a stranger's claim, scrubbed and bounded."""

    text: str = ""
    title: str = ""
    author: str = ""
    site_name: str = ""
    excerpt: str = ""
    language: str = ""
    """BCP 47, empty where unknown."""
    canonical: str = ""
    """Absolute, and never on another site than the page's own."""
    posted_at: datetime | None = None
    """Aware; midnight UTC where the page gives a date alone."""
    image_url: str = ""
    links: tuple[str, ...] = ()
    """Absolute http(s) addresses out of the main text, in its order."""
    looks_like: LooksLike = ""
    media_type: str = "application/octet-stream"
    """By the bytes' own evidence."""
    extractor: str = EXTRACTOR
