"""The one way that bytes are made from values, so that hashes can be made again by anyone."""

import hashlib
from datetime import UTC, datetime
from typing import Any

import rfc8785


def rfc3339(moment: datetime) -> str:
    """Return an aware moment as UTC with microseconds, such as `2015-10-21T18:17:00.000000Z`."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical(value: Any) -> bytes:
    """Return the RFC 8785 canonical JSON of a value made of JSON types."""
    return rfc8785.dumps(value)


def digest(value: Any) -> str:
    """Return the SHA-256, in hex, of a value's canonical JSON."""
    return hashlib.sha256(canonical(value)).hexdigest()


def commitment(salt: str, content: Any) -> str:
    """Return what binds a content without showing it: SHA-256 over salt and canonical JSON.

    The salt (32 random bytes, in hex) keeps anyone from guessing a short content from its
    commitment after the content has been redacted.
    """
    return hashlib.sha256(bytes.fromhex(salt) + canonical(content)).hexdigest()
