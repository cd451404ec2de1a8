"""Reports for tests: what is asked for, and what a capture brings home."""

import hashlib
from datetime import UTC, datetime

from dateline.ledger.verbs.capturing import Kept, Picture, Words
from dateline.ledger.verbs.reports import Asked
from tests.pictures import picture

AT = datetime(2015, 10, 21, 17, 58, tzinfo=UTC)
"""When all that is kept in tests was captured."""

TEXT = "Rescuers say that twelve people died in Sarmin."


def asked(address="", **given):
    """Return a request to keep an address, or the bytes in `given_warc`."""
    known_by = address.encode() or given["given_warc"]
    return Asked(key=hashlib.sha256(known_by).hexdigest(), address=address, **given)


def kept(text=TEXT, **fields):
    """Return a capture of an agency's page with every field filled."""
    warc = fields.pop("warc", f"WARC of {text!r}".encode())
    usual = {
        "captured_at": AT,
        "sha256": hashlib.sha256(warc).hexdigest(),
        "size": len(warc),
        "media_type": "text/html",
        "words": Words(text=text, extractor="dateline-1"),
        "url": "https://example.org/strike?page=1",
        "canonical": "https://example.org/strike",
        "status": 200,
        "title": "A strike on Sarmin",
        "author": "A. Reporter",
        "site_name": "The Agency",
        "excerpt": "Rescuers say twelve died.",
        "language": "en",
        "posted_at": AT,
        "picture": Picture(data=picture(), format="PNG", width=4, height=3, hash="0f" * 32),
        "source_address": "example.org",
        "source_name": "The Agency",
        "keys": ("a", "b"),
    }
    return Kept(warc=warc, **(usual | fields))
