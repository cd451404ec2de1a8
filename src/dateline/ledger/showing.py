"""What readers may know about a report: the one place where that is decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from urllib.parse import urlsplit
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from .models import Capture, Report, Source

State = Literal["capturing", "kept", "unreachable", "held"]


@dataclass(frozen=True, kw_only=True)
class ShownPicture:
    """A lead image: its place in the bytes folder, what it is, and its size in pixels."""

    sha256: str
    format: str
    width: int
    height: int


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A report as readers may know it. One that is held has its state and nothing else."""

    id: UUID
    state: State
    address: str = ""
    asked: str = ""
    """As somebody asked for it: a map's place, for one, stands only there."""
    site: str = ""
    source: str = ""
    title: str = ""
    author: str = ""
    excerpt: str = ""
    language: str = ""
    posted_at: datetime | None = None
    captured_at: datetime | None = None
    number: int = 0
    """Of the version that is shown, the newest by its time."""
    sha256: str = ""
    media_type: str = ""
    size: int = 0
    looks_like: str = ""
    unchanged: bool = False
    gone_since: datetime | None = None
    sealed_at: datetime | None = None
    sealed_by: str = ""
    picture: ShownPicture | None = None
    graphic: bool = False
    identifies: bool = False
    warc: str = ""
    """Place of the kept bytes; empty unless an editor opened them."""


def shown(ids: Iterable[UUID]) -> dict[UUID, Shown]:
    """Return what may be shown of these reports; ids that no report has are left out."""
    wanted = list(set(ids))
    if not wanted:  # most texts name none, and even an empty query takes its time
        return {}
    # Two merges deep without a query of its own for each; editors seldom go deeper.
    reports = Report.objects.select_related("source__merged_into__merged_into")
    found = reports.in_bulk(wanted)
    newest = _newest([pk for pk, report in found.items() if not report.is_held])
    return {pk: _shown(report, newest.get(pk)) for pk, report in found.items()}


def source_names(ids: Iterable[UUID]) -> dict[UUID, str]:
    """Return the names of these sources; a confidential one has an empty name."""
    wanted = list(set(ids))
    if not wanted:
        return {}
    sources = Source.objects.select_related("merged_into__merged_into").in_bulk(wanted)
    return {pk: _name(source) for pk, source in sources.items()}


def _name(source: Source) -> str:
    return "" if source.is_held else str(source.whole.name)


def _newest(ids: Iterable[UUID]) -> Mapping[UUID, Capture]:
    later = Q(captured_at__gt=OuterRef("captured_at"))
    later |= Q(captured_at=OuterRef("captured_at"), number__gt=OuterRef("number"))
    newer = Capture.objects.filter(later, report=OuterRef("report"))
    captures = Capture.objects.filter(~Exists(newer), report__in=list(ids))
    return {one.report_id: one for one in captures.select_related("seal")}


def _shown(report: Report, capture: Capture | None) -> Shown:
    if report.is_held:
        return Shown(id=report.pk, state="held")
    address = report.canonical or report.address
    source = _name(report.source) if report.source else ""
    if capture is None:
        state: State = "unreachable" if report.standing == "unreached" else "capturing"
        return Shown(
            id=report.pk, state=state, address=address, site=site_of(address), source=source
        )
    private = report.identifies
    personal = private and _is_somebody(report, capture)
    address = "" if personal else address
    seal = getattr(capture, "seal", None)
    return Shown(
        id=report.pk,
        state="kept",
        address=address,
        asked="" if personal else report.address,
        site=site_of(report.canonical or report.address),
        source="" if personal else source,
        title="" if personal else capture.title,
        author="" if private else capture.author,
        excerpt="" if private else capture.excerpt,
        language=capture.language,
        posted_at=capture.posted_at,
        captured_at=capture.captured_at,
        number=capture.number,
        sha256=capture.sha256,
        media_type=capture.media_type,
        size=capture.size,
        looks_like=capture.looks_like,
        unchanged=report.standing == Report.Standing.UNCHANGED,
        gone_since=report.gone_since,
        sealed_at=seal.at if seal else None,
        sealed_by=seal.authority if seal else "",
        picture=None if private else _picture(capture),
        graphic=report.graphic,
        identifies=private,
        warc=capture.warc if report.opened else "",
    )


def _is_somebody(report: Report, capture: Capture) -> bool:
    """Tell whether a report's source, and so its title and its address, name who posted it."""
    source = report.source
    if source is None:
        return bool(capture.author)
    account = "/" in source.address or " " in source.address
    named = capture.author.casefold() in (source.name.casefold(), str(source.whole.name).casefold())
    return account or named or source.kind == Source.Kind.PERSON


def _picture(capture: Capture) -> ShownPicture | None:
    if not capture.image:
        return None
    return ShownPicture(
        sha256=capture.image,
        format=capture.image_format,
        width=capture.image_width,
        height=capture.image_height,
    )


def site_of(address: str) -> str:
    """Return the host of an address as readers know it: `www.example.org` is example.org."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
