"""Which kept reports a new one seems to rest on. Proposals only: an editor decides."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from dateline.archive.likeness import citation, near, pictures
from dateline.archive.likeness.titles import title_key, title_probes
from dateline.ledger import storage
from dateline.ledger.models import Capture, LikenessKey, Report
from dateline.ledger.verbs.capturing import Likeness

MOST_CANDIDATES = 50
"""Reports whose texts are compared, those that share most keys first."""
MOST_PRINTED = 1000
"""Printed addresses of one text that are looked up."""
AT_ONCE = 500
"""Keys asked for in one query: a database takes only so many."""


@dataclass(frozen=True, kw_only=True)
class Newcomer:
    """What a capture is compared by."""

    report: UUID
    text: str
    links: tuple[str, ...]
    canonical: str
    sha256: str
    image: str
    image_hash: str
    source_address: str

    @cached_property
    def text_keys(self) -> list[str]:
        """The keys of its text; none for one too short to tell."""
        signature = near.signature(self.text)
        return near.keys(signature) if signature else []


def index_keys(new: Newcomer, title: str) -> list[str]:
    """Return the keys under which a report is found again by what is like it."""
    picture_keys = pictures.picture_keys(new.image_hash) if new.image_hash else []
    return [*new.text_keys, *picture_keys, *filter(None, [title_key(title)])]


def rests_on(new: Newcomer) -> list[Likeness]:
    """Return what the newcomer seems to rest on, each report and reason once."""
    found: dict[tuple[UUID, str], Likeness] = {}
    for step in (_same_address, _same_media, _near_texts, _cited):
        for like in step(new):
            if like.on != new.report:
                found.setdefault((like.on, like.why), like)
    return list(found.values())


def _others(new: Newcomer) -> QuerySet[Capture]:
    standing = Capture.objects.filter(report__redacted=False)
    return standing.exclude(report=new.report).order_by("-captured_at")


def _same_address(new: Newcomer) -> Iterator[Likeness]:
    if not new.canonical:
        return
    keys = _keys_of([citation.address_key(new.canonical)])
    same = Report.objects.filter(Q(canonical=new.canonical) | Q(key__in=keys), redacted=False)
    for pk in same.values_list("pk", flat=True)[:MOST_CANDIDATES]:
        yield Likeness(on=pk, why="address")


def _same_media(new: Newcomer) -> Iterator[Likeness]:
    """Yield reports with the same bytes or picture; an outlet's own logo joins none of its own."""
    same = Q(sha256=new.sha256, size__gt=0)
    if new.image:
        same |= Q(image=new.image) | Q(sha256=new.image)
    for capture in _others(new).filter(same).select_related("report__source")[:MOST_CANDIDATES]:
        if _of_another(capture, new):
            yield Likeness(on=capture.report_id, why="media")
    if new.image_hash:
        shared = _sharing(pictures.picture_probes(new.image_hash), new)
        alike = _others(new).filter(report__in=shared)
        for capture in alike.exclude(image_hash="").select_related("report__source"):
            same_picture = pictures.same_picture(new.image_hash, capture.image_hash)
            if same_picture and _of_another(capture, new):
                yield Likeness(on=capture.report_id, why="media")


def _of_another(capture: Capture, new: Newcomer) -> bool:
    """Tell whether a capture comes from another source, as far as either is known."""
    source = capture.report.source
    return source is None or not source.address or source.address != new.source_address


def _near_texts(new: Newcomer) -> Iterator[Likeness]:
    """Yield reports of other sources whose text says nearly the same.

    A source's own are left out: they count as one origin anyway, and a ministry's daily bulletin is
    as like yesterday's as a copy.
    """
    for pk in _sharing(new.text_keys, new):
        capture = _others(new).filter(report=pk).select_related("report__source").first()
        if capture is None or not _of_another(capture, new):
            continue
        score = near.alike(new.text, _text_of(capture))
        if score >= near.LIKE:
            yield Likeness(on=pk, why="text", score=round(score * 100))


def _text_of(capture: Capture) -> str:
    text = capture.text
    try:
        return storage.read(text.sha256).decode() if text else ""
    except FileNotFoundError:
        return ""  # `archive verify` tells of it


def _cited(new: Newcomer) -> Iterator[Likeness]:
    links = map(citation.address_key, new.links)
    printed = islice(citation.printed(new.text), MOST_PRINTED)
    for why, known in (("link", links), ("citation", printed)):
        reports = Report.objects.filter(key__in=_keys_of(known), redacted=False)
        for pk in reports.values_list("pk", flat=True):
            yield Likeness(on=pk, why=why)
    for pk in _sharing(title_probes(new.text), new):
        capture = _others(new).filter(report=pk).first()
        if capture and citation.names(new.text, capture.title):
            yield Likeness(on=pk, why="citation")


def _keys_of(known: Iterable[str]) -> list[str]:
    """Return the keys of the reports that addresses lead to."""
    return list(map(citation.hashed, citation.page_keys(known)))


def _sharing(keys: list[str], new: Newcomer) -> list[UUID]:
    """Return the other reports that are kept under these keys, those under most of them first."""
    shared: Counter[UUID] = Counter()
    for start in range(0, len(keys), AT_ONCE):
        rows = LikenessKey.objects.filter(key__in=keys[start : start + AT_ONCE])
        counted = rows.exclude(report=new.report).values_list("report").annotate(n=Count("key"))
        shared.update(dict(counted.order_by("-n")[:MOST_CANDIDATES]))
    return [pk for pk, _ in shared.most_common(MOST_CANDIDATES)]
