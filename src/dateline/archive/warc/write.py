"""Writing WARC records: the same exchanges make the same bytes."""

import hashlib
import io
import uuid
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from urllib.parse import urlsplit

from warcio.recordloader import ArcWarcRecord
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dateline import __version__
from dateline.archive.fetch.exchange import Exchange, is_tell_tale

SOFTWARE = f"Dateline {__version__}"
FORMAT = "WARC/1.1"
WARCINFO = (
    f"software: {SOFTWARE}\r\n"
    "format: WARC File Format 1.1\r\n"
    "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"
).encode()
"""Nothing about the newsroom: no host name, no operator, no address."""
CREDENTIALS = frozenset({"authorization", "proxy-authorization"})


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
    return "\r\n".join(flat).encode("latin-1", "replace") + b"\r\n\r\n"


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
