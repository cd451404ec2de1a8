"""What the program does with reports: keep captures, note what it saw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from django.db.models import Max, Q

from .. import storage
from ..checks import check_texts, storable
from ..log import Log, verb
from ..models import Capture, Derivation, LikenessKey, Media, Report, ReportText, Seal, Source
from .in_hand import standing, still_in_hand


@dataclass(frozen=True, kw_only=True)
class Picture:
    """A report's lead image, judged: its bytes, what they are, and its PDQ in hex."""

    data: bytes
    format: str
    width: int
    height: int
    hash: str = ""


@dataclass(frozen=True, kw_only=True)
class Words:
    """A report's text as one extractor read it."""

    text: str
    extractor: str


@dataclass(frozen=True, kw_only=True)
class Likeness:
    """Another report that this one seems to rest on."""

    on: UUID
    why: str
    score: int = 100


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Everything that one capture brought home."""

    captured_at: datetime
    warc: bytes
    sha256: str
    size: int
    media_type: str
    words: Words
    url: str = ""
    canonical: str = ""
    status: int | None = None
    title: str = ""
    author: str = ""
    site_name: str = ""
    excerpt: str = ""
    language: str = ""
    posted_at: datetime | None = None
    looks_like: str = ""
    picture: Picture | None = None
    source_address: str = ""
    source_name: str = ""
    keys: Sequence[str] = ()
    rests_on: Sequence[Likeness] = field(default=())
    due_at: datetime | None = None
    """When it is to be looked at again."""


def give_back(report: Report, *, trouble: str, due_at: datetime | None) -> None:
    """Note why a capture failed and when it is tried again, if ever.

    Readers learn of it once, where nothing of the report has been kept so far.
    """
    with verb("note_trouble", by=None) as log:
        report = still_in_hand(report)
        before = report.content()
        report.trouble, report.due_at, report.busy_until = storable(trouble)[:500], due_at, None
        report.tries += 1
        first = not report.captures.exists() and report.standing != Report.Standing.UNREACHED
        if first:
            report.standing = Report.Standing.UNREACHED
        report.save()
        if first:
            log.write(report, before=before)
            log.tell_readers([report.pk])


def note_look(
    report: Report, *, standing: str, at: datetime, due_at: datetime | None, trouble: str = ""
) -> None:
    """Note how a kept address was found; readers learn where that is new.

    `report` is as the worker took it: who asked for a new version since then still gets it.
    """
    with verb("note_look", by=None) as log:
        taken, report = report, still_in_hand(report)
        before = report.content()
        report.wanted = report.wanted and not taken.wanted
        report.due_at = report.due_at if report.wanted else due_at
        report.looked_at, report.busy_until = at, None
        report.tries, report.trouble = 0, storable(trouble)[:500]
        new = report.standing != standing
        report.standing = standing
        report.gone_since = (report.gone_since or at) if standing == "gone" else None
        report.save()
        if new:
            log.write(report, before=before)
            log.tell_readers([report.pk])


def keep_capture(report: Report, kept: Kept) -> Capture:
    """Keep a capture as the report's next version; all of it or nothing."""
    with verb("keep_capture", by=None) as log:
        report, kept = still_in_hand(report), _without_redacted_picture(kept)
        highest = report.captures.aggregate(highest=Max("number"))["highest"]
        capture = _capture(report, (highest or 0) + 1, kept)
        words = _text(capture, kept.words, 1, log.now)
        check_texts(capture)
        check_texts(words)
        _settle(report, kept, log)
        # What is refused leaves no bytes, and a kill from here on leaves nothing else.
        capture.warc = storage.keep(kept.warc)
        if kept.picture:
            capture.image = storage.keep(kept.picture.data)
        words.sha256 = _keep_words(kept.words)
        capture.save()
        log.write(capture, before=None)
        words.save()
        log.write(words, before=None)
        _index(report, kept.keys)
        _propose(report, kept.rests_on, log)
        log.tell_readers([report.pk])
    return capture


def add_text(capture: Capture, words: Words) -> ReportText:
    """Keep another extractor's text beside the older ones, which stay as they are.

    Readers learn of it: words that they were told are not checked may stand in it.
    """
    with verb("add_text", by=None) as log:
        standing(capture.report)
        newest = capture.text
        text = _text(capture, words, newest.number + 1 if newest else 1, log.now)
        check_texts(text)
        text.sha256 = _keep_words(words)
        text.save()
        log.write(text, before=None)
        if newest is None or newest.sha256 != text.sha256:
            log.tell_readers([capture.report_id])
    return text


def seal_capture(capture: Capture, *, authority: str, token: bytes, at: datetime) -> Seal:
    """Keep a time-stamp authority's token on a capture; one that has one keeps it."""
    with verb("seal_capture", by=None) as log:
        standing(capture.report)
        known: Seal | None = Seal.objects.filter(capture=capture).first()
        if known:
            return known
        seal = Seal(capture=capture, authority=authority, at=at)
        check_texts(seal)
        seal.token = storage.keep(token)
        seal.save()
        log.write(seal, before=None)
        log.tell_readers([capture.report_id])
    return seal


def _without_redacted_picture(kept: Kept) -> Kept:
    """Leave out a lead image whose very bytes were redacted: it may not come back this way."""
    image = storage.sha256_of(kept.picture.data) if kept.picture else ""
    redacted = Media.objects.filter(sha256=image, redacted=True).exists()
    return replace(kept, picture=None) if redacted else kept


def _capture(report: Report, number: int, kept: Kept) -> Capture:
    picture = kept.picture
    return Capture(
        report=report,
        number=number,
        captured_at=kept.captured_at,
        url=kept.url,
        status=kept.status,
        media_type=kept.media_type,
        sha256=kept.sha256,
        size=kept.size,
        title=kept.title,
        author=kept.author,
        site_name=kept.site_name,
        excerpt=kept.excerpt,
        language=kept.language,
        posted_at=kept.posted_at,
        looks_like=kept.looks_like,
        image_format=picture.format if picture else "",
        image_width=picture.width if picture else 0,
        image_height=picture.height if picture else 0,
        image_hash=picture.hash if picture else "",
    )


def _text(capture: Capture, words: Words, number: int, now: datetime) -> ReportText:
    return ReportText(
        capture=capture,
        number=number,
        extractor=words.extractor,
        length=len(words.text),
        made_at=now,
    )


def _keep_words(words: Words) -> str:
    # Half of a surrogate pair counts as one code point, and so does the sign in its place.
    return storage.keep(words.text.encode(errors="replace"))


def _settle(report: Report, kept: Kept, log: Log) -> None:
    before, newest = report.content(), report.newest
    report.source = report.source or _source(kept, log)
    if report.source and report.source.is_held:
        report.protected, report.opened = True, False
    report.busy_until = None
    if newest is None or newest.captured_at <= kept.captured_at:
        _stand_as(report, kept)
    check_texts(report)
    report.save()
    log.write(report, before=before)


def _stand_as(report: Report, kept: Kept) -> None:
    """Let a report stand as it was just kept; an older copy, taken over, says nothing of today."""
    report.canonical = kept.canonical or report.canonical
    report.standing, report.gone_since = Report.Standing.KEPT, None
    report.due_at, report.wanted = kept.due_at, False
    report.tries, report.trouble, report.looked_at = 0, "", kept.captured_at


def _source(kept: Kept, log: Log) -> Source | None:
    """Return the source at an address, known or new; None where there is no address."""
    if not kept.source_address:
        return None
    source = Source(name=kept.source_name or kept.source_address, address=kept.source_address)
    check_texts(source)
    known: Source | None = Source.objects.filter(address=kept.source_address).first()
    if known:
        return known
    source.save()
    log.write(source, before=None)
    return source


def _index(report: Report, keys: Iterable[str]) -> None:
    known = set(LikenessKey.objects.filter(report=report).values_list("key", flat=True))
    new = sorted(set(keys) - known)
    LikenessKey.objects.bulk_create([LikenessKey(report=report, key=key) for key in new])


def _propose(report: Report, rests_on: Iterable[Likeness], log: Log) -> None:
    for like in rests_on:
        if like.on == report.pk or _decided(report, like):
            continue
        proposed = Derivation(report=report, on_id=like.on, why=like.why, score=like.score)
        proposed.save()
        log.write(proposed, before=None)


def _decided(report: Report, like: Likeness) -> bool:
    """Tell whether this is proposed or decided already, in either direction."""
    here = Q(report=report, on_id=like.on) | Q(report_id=like.on, on=report)
    found: bool = Derivation.objects.filter(here, why=like.why).exists()
    return found
