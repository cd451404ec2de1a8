"""What one look brought home, before anything is known of it."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from dateline.archive.fetch.exchange import Exchange, Fetched
from dateline.archive.rendering import Rendered
from dateline.archive.warc import records
from dateline.ledger import storage
from dateline.ledger.models import Report


@dataclass(frozen=True, kw_only=True)
class Brought:
    """Bytes, and how they came: fetched just now, handed in, or taken over from another archive."""

    at: datetime
    body: bytes
    url: str = ""
    """The address that answered; empty for what was handed in."""
    status: int | None = None
    media_type: str = ""
    charset: str = ""
    exchanges: tuple[Exchange, ...] = ()
    warc: bytes = b""
    """A WARC that holds it already; empty where `exchanges` are yet to be recorded."""
    rendered: Rendered | None = None
    """The page as its scripts built it, where a browser showed it."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is known besides the bytes: it stands where they say nothing themselves."""

    title: str = ""
    text: str = ""
    excerpt: str = ""
    posted_at: datetime | None = None
    picture: bytes = b""


def fetched_now(fetched: Fetched) -> Brought:
    """Return what a fetch brought."""
    return Brought(
        at=timezone.now(),
        body=fetched.body,
        url=fetched.url,
        status=fetched.status,
        media_type=fetched.media_type,
        charset=fetched.charset,
        exchanges=fetched.exchanges,
    )


def handed_in(report: Report) -> Brought:
    """Return what somebody handed in. Raises OSError where its bytes are lost."""
    warc = storage.read(report.given_warc)
    kept = next(one for one in records(warc) if one.kind == "resource")
    return Brought(at=report.brought_at, body=kept.payload, media_type=kept.media_type, warc=warc)
