"""WARC: what went over the wire, kept so that any other tool can read and replay it."""

import base64
import gzip
import hashlib
import io
import uuid
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import BinaryIO
from urllib.parse import urlsplit

from fastwarc.warc import ArchiveIterator, HeaderMap, WarcRecord
from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline import __version__
from dateline.archive.exchange import Exchange, is_tell_tale

SOFTWARE = f"Dateline {__version__}"
FORMAT = "WARC/1.1"
WARCINFO = (
    f"software: {SOFTWARE}\r\n"
    "format: WARC File Format 1.1\r\n"
    "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
).encode()
"""Nothing about the newsroom: no host name, no operator, no address."""
CREDENTIALS = frozenset({"authorization", "proxy-authorization"})
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


# Writing


def record(
    exchanges: Sequence[Exchange],
    *,
    now: datetime,
    resources: Iterable[tuple[str, str, bytes]] = (),
) -> bytes:
    """Return a .warc.gz of exchanges, then of resources (URI, media type, bytes).

    The same exchanges and `now` make the same bytes. A request whose headers nobody knows (of a
    foreign archive that left it out) is left out here too: nothing is made up.
    """
    parts = [_written("warcinfo", WARCINFO, date=now, media_type="application/warc-fields")]
    for exchange in exchanges:
        parts += _pair(exchange)
    for uri, media_type, data in resources:
        parts.append(
            _written("resource", data, date=now, uri=uri, media_type=media_type, payload=data)
        )
    return b"".join(parts)


def record_given(data: bytes, *, media_type: str, now: datetime) -> bytes:
    """Return a .warc.gz of bytes that somebody handed in.

    Their URI is made of their hash: a file's name may name a person.
    """
    uri = f"urn:dateline:given:{hashlib.sha256(data).hexdigest()}"
    return record([], now=now, resources=[(uri, media_type, data)])


def without_private(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return headers without those that tell who asked; the fetcher drops them too."""
    return tuple(pair for pair in headers if not _is_private(*pair))


def _is_private(name: str, value: str) -> bool:
    return name.lower() in CREDENTIALS or is_tell_tale(name, value, "")


def _pair(exchange: Exchange) -> Iterator[bytes]:
    """Write the request, where it is known, and its answer; each names the other."""
    uri, date = exchange.url, exchange.began_at
    asked = _head(_request_line(exchange), exchange.request_headers)
    status_line = f"{exchange.http_version} {exchange.status} {exchange.reason}"
    answer = _head(status_line, _framed(exchange.headers)) + exchange.body
    request_id = _id("request", asked, uri, date) if exchange.request_headers else ""
    server = {"WARC-IP-Address": exchange.server.rpartition(":")[0].strip("[]")}
    if request_id:
        yield _written(
            "request",
            asked,
            uri=uri,
            date=date,
            payload=b"",
            media_type="application/http; msgtype=request",
            more=server | {"WARC-Concurrent-To": _id("response", answer, uri, date)},
        )
    yield _written(
        "response",
        answer,
        uri=uri,
        date=date,
        payload=exchange.body,
        media_type="application/http; msgtype=response",
        more=server | {"WARC-Concurrent-To": request_id},
    )


def _request_line(exchange: Exchange) -> str:
    parts = urlsplit(exchange.url)
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return f"{exchange.method} {target} {exchange.http_version}"


def _framed(headers: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Rename the header that says "chunked", as other archives do: the chunking is removed."""
    for name, value in headers:
        yield ("X-Orig-" + name if name.lower() == "transfer-encoding" else name), value


def _head(start_line: str, headers: Iterable[tuple[str, str]]) -> bytes:
    lines = [start_line, *(f"{name}: {value}" for name, value in without_private(headers))]
    # A line break in a value would begin a header, or the body, of somebody else's making.
    flat = (line.replace("\r", " ").replace("\n", " ") for line in lines)
    return "\r\n".join(flat).encode("latin-1", "replace") + HEAD_ENDS


def _written(
    kind: str,
    block: bytes,
    *,
    date: datetime,
    media_type: str,
    uri: str = "",
    payload: bytes | None = None,
    more: dict[str, str] | None = None,
) -> bytes:
    """Return one record, a gzip member of its own."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": _id(kind, block, uri, date),
        "WARC-Date": _date(date),
        "WARC-Target-URI": uri,
        **(more or {}),
        "WARC-Payload-Digest": "" if payload is None else _sha256(payload),
        "WARC-Block-Digest": _sha256(block),
        "Content-Type": media_type,
    }
    told = [(name, value) for name, value in fields.items() if value]
    out, headers = io.BytesIO(), StatusAndHeaders("", told, protocol=FORMAT)
    # The HTTP head goes as bytes of the block: parsed, warcio would re-spell what is not ASCII.
    WARCWriter(out).write_record(
        ArcWarcRecord("warc", kind, headers, io.BytesIO(block), None, None, len(block))
    )
    return out.getvalue()


def _id(kind: str, block: bytes, uri: str, date: datetime) -> str:
    """Return a record's name, made of what it holds, so that keeping twice makes the same file."""
    name = f"{kind} {uri} {_date(date)} {_sha256(block)}"
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, name).urn}>"


def _date(when: datetime) -> str:
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _sha256(data: bytes) -> str:
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


# Reading


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


# Checking


def faults(data: bytes) -> list[str]:
    """Say in plain words what is wrong with a .warc.gz of ours; an empty list is a sound one."""
    found = _gzip_faults(data)
    heads: dict[str, Record] = {}
    try:
        for kept in records(data):
            found += _record_faults(kept)
            if kept.kind in ("request", "response"):
                heads[kept.id] = replace(kept, payload=b"")
    except WarcError as error:
        return [*found, str(error)]
    return found + _pair_faults(heads)


def _gzip_faults(data: bytes) -> list[str]:
    """Walk through every gzip member: the last one's checksum is easily lost without a trace."""
    if not data:
        return ["The file is empty."]
    try:
        with gzip.open(io.BytesIO(data)) as file:
            while file.read(1 << 20):
                pass
    except EOFError:
        return ["The file is cut short."]
    except (gzip.BadGzipFile, zlib.error):
        return ["The file is no gzip file, or it is damaged."]
    return []


def _record_faults(kept: Record) -> list[str]:
    name = kept.uri or kept.kind
    if not kept.whole:
        return [f"The {kept.kind} of {name} is cut short or too large."]
    if kept.digest_ok:
        return []
    return [f"The {kept.kind} of {name} is not what it was: its digest does not match."]


def _pair_faults(heads: dict[str, Record]) -> list[str]:
    paired: set[str] = set()
    for kept in heads.values():
        for other in kept.concurrent_to:
            if other in heads and heads[other].kind != kept.kind:
                paired |= {kept.id, other}
    missing = {"request": "answer", "response": "request"}
    return [
        f"The {kept.kind} of {kept.uri} stands without its {missing[kept.kind]}."
        for kept in heads.values()
        if kept.id not in paired
    ]
