"""Asking for something to be kept: an address, or bytes that somebody hands in."""

import hashlib
import mimetypes
import re

from django.utils import timezone

from dateline.archive.fetch.failure import FetchError
from dateline.archive.fetch.link import read_link
from dateline.archive.likeness.citation import key_of
from dateline.archive.origin import source_of
from dateline.archive.warc import record_given
from dateline.ledger.models import Person, Report, Source, Watch
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.reports import NO_CAUTION, Asked, Caution, bring_report

CHANNEL = re.compile(r"@([A-Za-z]\w{3,31})", re.ASCII)
MOST_BYTES = 50_000_000
"""Of a file handed in, as of a page fetched."""


def bring_address(
    *,
    by: Person | None,
    address: str,
    caution: Caution = NO_CAUTION,
    watch: Watch | None = None,
) -> Report:
    """Ask for an address to be kept; the same address again gives the same report."""
    address = require_address(address)
    whose, _ = source_of(address)
    asked = Asked(key=key_of(address), address=address, source_address=whose)
    return bring_report(by=by, asked=asked, caution=caution, watch=watch)


def bring_given(
    *,
    by: Person | None,
    data: bytes,
    name: str = "",
    title: str = "",
    caution: Caution = NO_CAUTION,
    source: Source | None = None,
    watch: Watch | None = None,
) -> Report:
    """Keep a file or pasted text; the same bytes again give the same report.

    A file's `name` stays on the desk; its `title` is what readers see.
    """
    if not data.strip():
        raise Refused("There is nothing in it. Choose the file again, or paste the text.")
    if len(data) > MOST_BYTES:
        raise Refused(f"It has {len(data) / 1e6:.0f} MB; 50 MB is the most.")
    media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
    warc = record_given(data, media_type=media_type, now=timezone.now())
    asked = Asked(
        key=hashlib.sha256(data).hexdigest(),
        given_warc=warc,
        given_name=name[:200],
        given_title=title[:200],
    )
    return bring_report(by=by, asked=asked, caution=caution, source=source, watch=watch)


def require_watched(named: str) -> str:
    """Return the address of what is to be watched; `@channel` is a channel of Telegram.

    Raises Refused as `require_address` does.
    """
    channel = CHANNEL.fullmatch(named.strip())
    return f"https://t.me/s/{channel[1]}" if channel else require_address(named)


def require_address(address: str) -> str:
    """Return an address without outer blanks. Raises Refused for what cannot be fetched."""
    address = address.strip()
    if not address.lower().startswith(("https://", "http://")):
        raise Refused("An address begins with https:// or http:// and names a site. Look at it.")
    if len(address) > 2000:
        raise Refused("This address is longer than 2,000 characters.")
    try:
        read_link(address)  # as strictly as it will be fetched: a report must not wait for nothing
    except FetchError as error:
        raise Refused(str(error)) from None
    return address
