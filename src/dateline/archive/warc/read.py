"""Reading WARC records, our own and others'."""

import base64
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord

MOST_BYTES = 51_000_000
"""In one record: the largest body that is kept, 50 MB, and its headers. More is not read."""
DIGESTS = frozenset({"md5", "sha1", "sha256", "sha384", "sha512"})
HEAD_ENDS = b"\r\n\r\n"


class WarcError(Exception):
    """The bytes are no WARC; `str()` says so in plain words."""


@dataclass(frozen=True)
class Record:
    """One record as it was read; a body keeps its content-encoding."""

    kind: str
    """"request", "response", "resource", "revisit", "warcinfo"…"""
    id: str
    concurrent_to: tuple[str, ...]
    uri: str
    date: datetime | None
    address: str
    """The server's IP address, where it is told."""
    start_line: str
    """"HTTP/1.1 200 OK" or "GET / HTTP/1.1"; empty where the record holds no HTTP."""
    headers: tuple[tuple[str, str], ...]
    media_type: str
    """Of the payload, as declared: lower case, without parameters."""
    payload: bytes
    digest: str
    """Of the payload, as the record gives it."""
    digest_ok: bool | None
    """None where it gives none that we know how to check."""
    whole: bool
    offset: int
    length: int

    @property
    def status(self) -> int | None:
        """The HTTP status of an answer."""
        word = self.start_line.split(" ")[1:2]
        return int(word[0]) if self.kind != "request" and word and word[0].isdecimal() else None

    def header(self, name: str) -> str:
        """Return the first HTTP header of a name, or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name), "")


def records(source: bytes | BinaryIO, *, most_bytes: int = MOST_BYTES) -> Iterator[Record]:
    """Read the records of a WARC, gzipped or not, one after the other.

    Raises WarcError where the bytes stop to be one.
    """
    stream = io.BytesIO(source) if isinstance(source, bytes) else source
    end = stream.seek(0, io.SEEK_END)
    stream.seek(0)
    last = None
    try:
        for found in ArchiveIterator(stream, parse_http=False):
            read = _read(found, most_bytes)
            if last:
                yield replace(last, length=read.offset - last.offset)
            last = read
    except (OSError, ValueError):
        raise WarcError("This is no WARC file, or it is damaged.") from None
    if last:
        yield replace(last, length=end - last.offset)


def record_at(stream: BinaryIO, offset: int) -> Record:
    """Read the one record that begins at an offset."""
    stream.seek(offset)
    try:
        return _read(next(iter(ArchiveIterator(stream, parse_http=False))), MOST_BYTES)
    except (OSError, ValueError, StopIteration):
        raise WarcError("There is no record, or it is damaged.") from None


def _read(found: WarcRecord, most_bytes: int) -> Record:
    fields = found.headers
    block = found.reader.read() if found.content_length <= most_bytes else b""
    media_type = fields.get("Content-Type", "") or ""
    payload, head = block, HeaderMap()
    if media_type.startswith("application/http"):
        start, _, payload = block.partition(HEAD_ENDS)
        head.parse(io.BytesIO(start + HEAD_ENDS))
    headers = tuple((_text(name), _text(value)) for name, value in head.items_bytes())
    declared = next((value for name, value in headers if name.lower() == "content-type"), "")
    chunked = any(name.lower() == "transfer-encoding" for name, _ in headers)
    digest = fields.get("WARC-Payload-Digest", "") or ""
    verdicts = [
        _agrees(fields.get("WARC-Block-Digest", "") or "", block),
        # Some archives take it before the chunking is removed, some after: it proves nothing.
        None if chunked else _agrees(digest, payload),
    ]
    whole = len(block) == found.content_length
    return Record(
        kind=str(found.record_type),
        id=fields.get("WARC-Record-ID", "") or "",
        concurrent_to=fields.get_multiple("WARC-Concurrent-To"),
        uri=(fields.get("WARC-Target-URI", "") or "").strip("<>"),
        date=moment(fields.get("WARC-Date", "") or ""),
        address=fields.get("WARC-IP-Address", "") or "",
        start_line=_text(head.status_line_bytes or b""),
        headers=headers,
        media_type=(declared if headers else media_type).partition(";")[0].strip().lower(),
        payload=payload,
        digest=digest,
        digest_ok=None if not whole or verdicts == [None, None] else False not in verdicts,
        whole=whole,
        offset=found.stream_pos,
        length=0,
    )


def _text(raw: bytes) -> str:
    return raw.decode("latin-1")


def moment(words: str) -> datetime | None:
    """Return a time that archives wrote, in UTC, which it is too where they name no zone."""
    try:
        read = datetime.fromisoformat(words)
        return read.astimezone(UTC) if read.tzinfo else read.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _agrees(digest: str, data: bytes) -> bool | None:
    """Tell whether data has a labelled digest, spelt in any of the ways that archives use."""
    algorithm, _, value = digest.partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in DIGESTS:
        return None
    raw = hashlib.new(algorithm, data, usedforsecurity=False).digest()
    any_case = {raw.hex(), base64.b32encode(raw).decode().rstrip("=").lower()}
    return value.rstrip("=").lower() in any_case or value == base64.b64encode(raw).decode()
