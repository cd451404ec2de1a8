"""Taking over what other groups archived: each thing becomes a report, kept as of their time."""

import hashlib
import mimetypes
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from itertools import chain
from pathlib import Path
from typing import Literal

from django.db import DatabaseError
from django.utils import timezone

from dateline.archive.bring import MOST_BYTES, bring_address
from dateline.archive.brought import Brought, Known
from dateline.archive.fetch.decode import codings_of, decode
from dateline.archive.fetch.exchange import Fetched
from dateline.archive.fetch.failure import FetchError
from dateline.archive.imports import autoarchiver, webarchive
from dateline.archive.imports.found import Bad, ForeignError, Found, Piece
from dateline.archive.keep import Keeper
from dateline.archive.likeness.citation import same_address
from dateline.archive.warc import record
from dateline.ledger.models import Capture, Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.in_hand import let_go, take

WEB_ARCHIVES = (".wacz", ".warc", ".warc.gz")
PAGES = (".html", ".htm", ".mhtml", ".pdf", ".txt")
SECOND = timedelta(seconds=1)
PICTURES = (".jpg", ".jpeg", ".png", ".webp")

CLOCKS = timedelta(minutes=10)
"""By how much another group's clock may be ahead of ours."""

Kind = Literal["kept", "known", "skipped"]


@dataclass(frozen=True)
class Outcome:
    """What became of one thing: kept, known before, or skipped and why."""

    kind: Kind
    line: int
    words: str = ""
    report: Report | None = None


def read(path: Path) -> Iterator[Found | Bad]:
    """Read a table of auto-archiver or a web archive, by the name of the file.

    Raises ForeignError where it is neither, OSError where it cannot be read.
    """
    if path.name.lower().endswith(".csv"):
        return autoarchiver.read(path)
    if path.name.lower().endswith(WEB_ARCHIVES):
        return webarchive.read(path, now=timezone.now())
    raise ForeignError(f"{path.name}: name a .csv of auto-archiver, a .wacz, .warc or .warc.gz.")


class Takeover:
    """Takes things over one by one; what was taken over before is known again."""

    def __init__(self, keeper: Keeper) -> None:
        self.keeper = keeper

    def take(self, found: Found | Bad) -> Outcome:
        """Keep one thing; one that cannot be kept is skipped, with the reason."""
        if isinstance(found, Bad):
            return Outcome("skipped", found.line, found.why)
        try:
            brought, known = _brought(found)
            _require_past(brought)
            report = bring_address(by=None, address=found.url)
        except (Refused, ForeignError, FetchError, OSError) as error:
            return Outcome("skipped", found.line, _words(error))
        return self._kept(found, report, brought, known)

    def _kept(self, found: Found, report: Report, brought: Brought, known: Known) -> Outcome:
        if _is_known(found, report, brought):
            return Outcome("known", found.line, report=report)
        mine = take(report)
        if mine is None:
            return Outcome("skipped", found.line, "It is being captured now. Run this again.")
        mine.wanted = True  # a version of its own, whatever was kept before
        try:
            self.keeper.keep(mine, brought, known)
        except Refused as refused:
            let_go(mine, due_at=mine.due_at)
            return Outcome("skipped", found.line, str(refused))
        except BaseException:  # Ctrl-C too: the next run finds it free
            with suppress(OSError, DatabaseError):
                let_go(mine, due_at=mine.due_at)
            raise
        return Outcome("kept", found.line, " ".join(found.notes), report)


def _is_known(found: Found, report: Report, brought: Brought) -> bool:
    """Tell whether the same bytes of the same time were taken over, or captured here, before."""
    same = Capture.objects.filter(report=report, sha256=hashlib.sha256(brought.body).hexdigest())
    if found.archived_at is None and not found.exchanges:
        return same.exists()
    # A .wacz tells whole seconds.
    return same.filter(captured_at__range=(brought.at - SECOND, brought.at + SECOND)).exists()


def _words(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)


def _require_past(brought: Brought) -> None:
    """Raise ForeignError for a time to come: as the newest version it would never be replaced."""
    if brought.at > timezone.now() + CLOCKS:
        raise ForeignError("It says that it was archived in the future, so its time is wrong.")


def _brought(found: Found) -> tuple[Brought, Known]:
    """Return the bytes of a thing and what else is known of it."""
    known = Known(title=found.title, text=found.text, posted_at=found.posted_at)
    if found.exchanges:
        return _from_web_archive(found), known
    inside = _page_in_files(found)
    if inside:
        return _from_web_archive(inside), known
    return _from_files(found, known)


def _from_web_archive(found: Found) -> Brought:
    answer = found.exchanges[-1]
    fetched = Fetched(found.exchanges, answer.body)
    codings = codings_of(fetched.headers.get("content-encoding", ""))
    body = decode(answer.body, codings, MOST_BYTES)
    return Brought(
        at=found.archived_at or answer.began_at,
        body=body,
        url=found.url,
        status=answer.status,
        media_type=fetched.media_type,
        charset=fetched.charset,
        warc=found.warc,
    )


def _page_in_files(found: Found) -> Found | None:
    """Return the page out of a web archive that lies beside the table, where one does."""
    for piece in found.files:
        if piece.path.name.lower().endswith(WEB_ARCHIVES):
            for page in webarchive.read(piece.path, now=timezone.now()):
                if isinstance(page, Found) and same_address(page.url, found.url):
                    return page
    return None


def _from_files(found: Found, known: Known) -> tuple[Brought, Known]:
    """Keep a thing's files in one WARC; the page among them, else the first, is its content."""
    pieces = [one for one in found.files if one.path.stat().st_size <= MOST_BYTES]
    spoilt = next((one for one in pieces if one.matches is False), None)
    if spoilt:
        raise ForeignError(f"{spoilt.path.name} is not what the table's hash says it is.")
    if not pieces and not found.text:
        raise ForeignError("None of its files lies beside the table, and it has no text.")
    at = found.archived_at or timezone.now()
    data = [(one, one.path.read_bytes()) for one in sorted(pieces, key=_rank)]
    text = [("urn:dateline:text", "text/plain", found.text.encode())] if found.text else []
    resources = [*chain(_resources(data), text)]
    picture = next((body for one, body in data if _is(one, PICTURES)), b"")
    _, media_type, body = resources[0]
    brought = Brought(
        at=at,
        body=body,
        url=found.url,
        media_type=media_type,
        warc=record([], now=at, resources=resources),
    )
    return brought, Known(
        title=known.title, text=known.text, posted_at=known.posted_at, picture=picture
    )


def _resources(data: list[tuple[Piece, bytes]]) -> Iterator[tuple[str, str, bytes]]:
    """Yield the files without their names, which may name a person."""
    for number, (piece, body) in enumerate(data, 1):
        guessed = mimetypes.guess_type(piece.path.name)[0] or "application/octet-stream"
        yield f"urn:dateline:file:{number}", guessed, body


def _rank(piece: Piece) -> tuple[bool, str]:
    return not _is(piece, PAGES), piece.path.name


def _is(piece: Piece, endings: tuple[str, ...]) -> bool:
    return piece.path.name.lower().endswith(endings)
