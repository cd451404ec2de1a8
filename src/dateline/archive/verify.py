"""Proving every stored byte: against its name, against its record, and against the ledger."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.db.models import QuerySet

from dateline.archive import seal, warc
from dateline.ledger import storage
from dateline.ledger.canonical import digest
from dateline.ledger.models import Capture, Entry, Media, Record, Report, ReportText, Seal


@dataclass(frozen=True)
class Fault:
    """What does not hold, in plain words; a record is named by kind and id, never by its words."""

    record: str
    words: str


def captures(after: UUID | None = None) -> QuerySet[Capture]:
    """Return what is verified, in the order of ids; `after` goes on where one stopped."""
    found = Capture.objects.select_related("report", "seal").order_by("pk")
    return found.filter(pk__gt=after) if after else found


def faults_of(capture: Capture, roots: bytes = b"") -> Iterator[Fault]:
    """Yield what is wrong with a capture: its bytes, texts, picture, seal, entry."""
    if capture.report.redacted:
        return
    texts = list(capture.texts.all())
    records: list[Record] = [capture, *texts]
    yield from _warc_faults(capture)
    for text in texts:
        yield from _text_faults(text)
    if capture.image:
        yield from _named(capture, capture.image, "lead image")
    stamped: Seal | None = getattr(capture, "seal", None)
    if stamped:
        records.append(stamped)
        yield from _seal_faults(stamped, capture, roots)
    for record in records:
        if not _as_logged(record):
            yield Fault(record.name_in_log, "it is not what the ledger says it is")


def other_faults() -> Iterator[Fault]:
    """Yield what is wrong with pictures, and with what was handed in and waits to be read."""
    for media in Media.objects.filter(redacted=False):
        yield from _named(media, media.sha256, "picture")
    waiting = Report.objects.exclude(given_warc="").filter(redacted=False)
    for report in waiting.filter(captures=None):
        yield from _named(report, report.given_warc, "WARC file")


def sealed() -> int:
    """Return how many captures a time-stamp authority has sealed."""
    return Seal.objects.count()


def strays() -> list[Path]:
    """Return files that no record names: a kill in mid-capture leaves such; they harm nobody."""
    named = {
        sha256
        for rows in (
            Media.objects.values_list("sha256"),
            Report.objects.values_list("given_warc"),
            Capture.objects.values_list("warc", "image"),
            ReportText.objects.values_list("sha256"),
            Seal.objects.values_list("token"),
        )
        for row in rows
        for sha256 in row
    }
    files = storage.folder().root.glob("*/*")
    return sorted(path for path in files if path.name not in named)


def _named(record: Record, sha256: str, what: str) -> Iterator[Fault]:
    """Yield why bytes are not those that their name promises."""
    if why := _spoilt(sha256):
        yield Fault(record.name_in_log, f"its {what} {why}")


def _spoilt(sha256: str) -> str:
    try:
        data = storage.read(sha256)
    except OSError:
        return "is missing"
    return "" if storage.sha256_of(data) == sha256 else "was changed after it was kept"


def _warc_faults(capture: Capture) -> Iterator[Fault]:
    name = capture.name_in_log
    if why := _spoilt(capture.warc):
        yield Fault(name, f"its WARC file {why}")
        return
    data = storage.read(capture.warc)
    found = warc.faults(data)
    for words in found:
        yield Fault(name, words)
    held = (hashlib.sha256(content).hexdigest() for _, content in warc.contents(data))
    if not found and capture.sha256 not in held:
        yield Fault(name, "its WARC file does not hold the content that its record names")


def _text_faults(text: ReportText) -> Iterator[Fault]:
    if why := _spoilt(text.sha256):
        yield Fault(text.name_in_log, f"its text {why}")
    elif len(storage.read(text.sha256).decode()) != text.length:
        yield Fault(text.name_in_log, "its text is longer or shorter than its record says")


def _seal_faults(stamped: Seal, capture: Capture, roots: bytes) -> Iterator[Fault]:
    if why := _spoilt(stamped.token):
        yield Fault(stamped.name_in_log, f"its token {why}")
    elif roots:
        try:
            seal.check(storage.read(stamped.token), capture.warc, roots)
        except seal.SealError as error:
            yield Fault(stamped.name_in_log, str(error))


def _as_logged(record: Record) -> bool:
    last = Entry.objects.filter(object=record.name_in_log).order_by("-sequence")
    entry = last.select_related("content").first()
    return entry is not None and digest(entry.content.body["after"]) == digest(record.content())
