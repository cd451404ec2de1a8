"""Reads web archives that others made: .wacz, .warc and .warc.gz, page by page.

They are hostile until shown otherwise: nothing is unpacked under a name of theirs, and how much is
read of a record, a list and the whole is bounded.
"""

import gzip
import json
import tempfile
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from io import SEEK_END, BytesIO
from pathlib import Path
from typing import IO, BinaryIO, cast
from urllib.parse import urldefrag, urljoin, urlsplit

from fastwarc.stream_io import ChunkedReader

from dateline.archive.fetch.exchange import Exchange, Pairs
from dateline.archive.imports.found import Bad, ForeignError, Found
from dateline.archive.warc import (
    Record,
    WarcError,
    moment,
    record,
    record_at,
    records,
    without_private,
)

MOST_UNPACKED = 20_000_000_000
"""Bytes of all WARC files of one archive, unpacked; they lie on the disk while it is read."""
MOST_MEMBERS = 100_000
MOST_RECORDS = 500_000
MOST_PAGES = 100_000
MOST_LINE = 10_000_000
"""A page's line may hold the page's text."""
MOST_LISTED = 1_000_000_000
MOST_REDIRECTS = 10
CHUNK = 1 << 20
GZIP = b"\x1f\x8b"
ZIP = b"PK"
HTML = frozenset({"text/html", "application/xhtml+xml"})
LISTS = ("pages/pages.jsonl", "pages/extraPages.jsonl")
PORTS = {"http": 80, "https": 443}
DAMAGED = (
    EOFError,
    NotImplementedError,  # a way of packing that nobody uses
    OSError,
    RuntimeError,  # a zip file with a password
    WarcError,
    zipfile.BadZipFile,
    zlib.error,
)
NEVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class _Page:
    url: str
    at: datetime | None = None
    title: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a record stands, and as much of it as finding it takes."""

    file: BinaryIO
    offset: int
    kind: str
    date: datetime
    status: int | None
    media_type: str
    location: str

    def read(self) -> Record:
        found = record_at(self.file, self.offset)
        if not found.whole:
            raise WarcError(f"The archive's record of {found.uri} is cut short or too large.")
        return found


class _Archive:
    """Where the records of an archive stand; their bodies stay on the disk."""

    def __init__(self, files: Iterable[BinaryIO]) -> None:
        self.answers: dict[str, list[_Place]] = defaultdict(list)
        self.requests: dict[str, _Place] = {}
        """By the id of the request, and by that of its answer."""
        left = MOST_RECORDS
        for file in files:
            for found in records(file):
                left -= 1
                if left < 0:
                    raise ForeignError(f"The archive holds more than {MOST_RECORDS} records.")
                self._add(file, found)

    def _add(self, file: BinaryIO, found: Record) -> None:
        place = _Place(
            file,
            found.offset,
            found.kind,
            found.date or NEVER,
            found.status,
            found.media_type,
            found.header("location"),
        )
        if found.kind == "request":
            self.requests |= dict.fromkeys((found.id, *found.concurrent_to), place)
        elif found.kind in ("response", "revisit"):
            self.answers[_looked_up(found.uri)].append(place)

    def html(self) -> Iterator[_Page]:
        """List every HTML answer as a page."""
        for url, places in self.answers.items():
            for place in places:
                if place.status == 200 and place.media_type in HTML and place.kind == "response":
                    yield _Page(url, place.date)

    def chain(self, page: _Page) -> list[_Place]:
        """Return the answer to a page and what its redirects led to. Raises WarcError for none."""
        url, at, chain = page.url, page.at, list[_Place]()
        while len(chain) <= MOST_REDIRECTS:
            chain.append(place := self._nearest(url, at))
            if place.status not in range(300, 400) or not place.location:
                return chain
            url, at = urljoin(url, place.location), place.date
        raise WarcError(f"{page.url} redirects again and again.")

    def _nearest(self, url: str, at: datetime | None) -> _Place:
        places = self.answers.get(_looked_up(url), [])
        answers = [place for place in places if place.kind == "response"]
        if answers:
            return min(answers, key=lambda place: abs(place.date - (at or place.date)))
        if places:
            raise WarcError(f"The archive only says that {url} was the same as before.")
        raise WarcError(f"The archive holds no answer of {url}.")


def read(path: Path, *, now: datetime) -> Iterator[Found | Bad]:
    """Read the pages of a web archive, one after the other.

    A .wacz lists its pages; of a .warc each HTML answer is one. Raises ForeignError where the
    file cannot be read, or is larger than we read.
    """
    with ExitStack() as stack:
        try:
            yield from _read(stack.enter_context(path.open("rb")), stack, now)
        except DAMAGED as error:
            raise ForeignError(f"{path.name} cannot be read: {error}") from None


def _read(file: BinaryIO, stack: ExitStack, now: datetime) -> Iterator[Found | Bad]:
    if _starts_with(file, ZIP):
        packed = stack.enter_context(zipfile.ZipFile(file))
        archive = _Archive(_unpacked(packed, stack))
        pages = _listed(packed)
    else:
        archive = _Archive([_plain(file, stack, MOST_UNPACKED)])
        pages = archive.html()
    for number, page in enumerate(pages, 1):
        yield _found(archive, page, number, now)


# Unpacking


def _unpacked(packed: zipfile.ZipFile, stack: ExitStack) -> Iterator[BinaryIO]:
    members = packed.infolist()
    if len(members) > MOST_MEMBERS:
        raise ForeignError(f"The archive holds more than {MOST_MEMBERS} files.")
    left = MOST_UNPACKED
    for info in members:
        if info.filename.startswith("archive/") and info.filename.endswith((".warc", ".warc.gz")):
            with packed.open(info) as member:
                plain = _plain(member, stack, left)
            left -= plain.seek(0, SEEK_END)
            yield plain


def _plain(source: IO[bytes], stack: ExitStack, most: int) -> BinaryIO:
    """Copy a WARC without its gzip to the disk, where each record can be read at its place."""
    opened = gzip.GzipFile(fileobj=source) if _starts_with(source, GZIP) else source
    size = 0
    plain = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  the stack closes it
    # The sizes that an archive tells of itself may lie: what comes is counted.
    while chunk := opened.read(CHUNK):
        size += len(chunk)
        if size > most:
            raise ForeignError(f"The archive unpacks to more than {MOST_UNPACKED} bytes.")
        plain.write(chunk)
    return cast(BinaryIO, plain)


def _starts_with(file: IO[bytes], start: bytes) -> bool:
    found = file.read(len(start))
    file.seek(0)
    return found == start


# The list of pages


def _listed(packed: zipfile.ZipFile) -> Iterator[_Page | Bad]:
    names, count = set(packed.namelist()), 0
    for name in LISTS:
        if name not in names:
            continue
        with packed.open(name) as file:
            for line in _lines(file):
                page = _page(line, count + 1)
                if page:
                    count += 1
                    yield page
                if count >= MOST_PAGES:
                    raise ForeignError(f"The archive lists more than {MOST_PAGES} pages.")


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    left = MOST_LISTED
    while line := file.readline(MOST_LINE):
        left -= len(line)
        if left < 0:
            raise ForeignError(f"The archive's list has more than {MOST_LISTED} bytes.")
        yield line


def _page(line: bytes, number: int) -> _Page | Bad | None:
    """Read a line of the list; None is its head or an empty one."""
    if not line.strip():
        return None
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return Bad(number, "The line of the list is no JSON.")
    if not isinstance(told, dict):
        return Bad(number, "The line of the list is no page.")
    if "format" in told:
        return None
    url, at, title = (told.get(name) for name in ("url", "ts", "title"))
    if not isinstance(url, str):
        return Bad(number, "The line of the list names no page.")
    return _Page(url, moment(str(at)), title if isinstance(title, str) else "")


# A page


def _found(archive: _Archive, page: _Page | Bad, number: int, now: datetime) -> Found | Bad:
    if isinstance(page, Bad):
        return page
    try:
        chain = [place.read() for place in archive.chain(page)]
        exchanges = tuple(_exchange(archive, one) for one in chain)
    except (WarcError, ValueError) as error:
        return Bad(number, str(error))
    verdicts = [one.digest_ok for one in chain if one.digest_ok is not None]
    return Found(
        line=number,
        url=page.url,
        title=page.title,
        archived_at=exchanges[-1].began_at,
        exchanges=exchanges,
        warc=record(exchanges, now=now),
        matches=all(verdicts) if verdicts else None,
    )


def _exchange(archive: _Archive, answer: Record) -> Exchange:
    if answer.status is None or answer.date is None:
        raise WarcError(f"The archive's record of {answer.uri} has no status or no time.")
    version, _, rest = answer.start_line.partition(" ")
    method, asked = _asked(archive, answer)
    return Exchange(
        url=answer.uri,
        method=method,
        request_headers=asked,
        status=answer.status,
        reason=rest.partition(" ")[2],
        http_version=version,
        headers=without_private(answer.headers),
        body=_unchunked(answer),
        began_at=answer.date,
        server=f"{answer.address}:{_port(answer.uri)}" if answer.address else "",
    )


def _asked(archive: _Archive, answer: Record) -> tuple[str, Pairs]:
    for name in (answer.id, *answer.concurrent_to):
        if name in archive.requests:
            request = archive.requests[name].read()
            return request.start_line.partition(" ")[0], without_private(request.headers)
    return "GET", ()


def _unchunked(answer: Record) -> bytes:
    if "chunked" not in answer.header("transfer-encoding").lower():
        return answer.payload
    try:
        return ChunkedReader(BytesIO(answer.payload)).read()
    except OSError:
        return answer.payload  # many archives remove the chunking and keep the header


def _port(url: str) -> int | None:
    parts = urlsplit(url)
    return parts.port or PORTS.get(parts.scheme)


def _looked_up(url: str) -> str:
    """Spell an address as archives do where lists of pages may not."""
    bare = urldefrag(url).url
    return f"{bare}/" if bare.startswith(("http://", "https://")) and bare.count("/") == 2 else bare
