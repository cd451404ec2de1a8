"""Making a capture out of what was brought: read, compared, and kept by the ledger."""

import hashlib
import logging
from dataclasses import replace

from django.utils import timezone

from dateline.archive import seal, telegram
from dateline.archive.brought import Brought, Known
from dateline.archive.extract import Extracted
from dateline.archive.extract.apart import Apart
from dateline.archive.extract.values import MOST_EXCERPT
from dateline.archive.fetch.exchange import Exchange, Fetched
from dateline.archive.fetch.failure import FetchError
from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.likeness import derive
from dateline.archive.likeness.pictures import picture_hash
from dateline.archive.origin import source_of
from dateline.archive.rendering import Renderer, RenderError
from dateline.archive.rendering.values import BY_BROWSER
from dateline.archive.warc import record
from dateline.archive.watch.pace import look_again_at
from dateline.ledger.models import Capture, Report
from dateline.ledger.picture import MAX_BYTES, judge
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import (
    Kept,
    Picture,
    Words,
    keep_capture,
    note_look,
    seal_capture,
)

log = logging.getLogger(__name__)

NOTHING = Known()
PAGES = ("text/html", "application/xhtml+xml")
UNFINISHED = ("script", "empty")
"""What a page looks like whose words are yet to be put there by its scripts."""
LONGEST = 2000
"""Characters of an address in a record; in the WARC it stands whole."""


class Keeper:
    """Keeps what was brought. Thread-safe."""

    def __init__(
        self,
        fetcher: Fetcher,
        apart: Apart,
        *,
        renderer: Renderer | None = None,
        authority: seal.Authority | None = None,
    ) -> None:
        self.fetcher = fetcher
        self.apart = apart
        self.renderer = renderer
        self.authority = authority

    def keep(self, report: Report, brought: Brought, known: Known = NOTHING) -> Capture | None:
        """Keep a new version; None where the report still says what it said.

        Raises FetchError where Dateline is being stopped, Refused for a report that was redacted or
        taken by another process meanwhile, OSError or DatabaseError where the disk or the database
        fails: nothing of it is kept then.
        """
        found = self._extracted(brought)
        unfinished = found.looks_like in UNFINISHED
        if unfinished:
            brought = self._shown(brought, found)
            found = self._as_shown(brought, found)
        found = _completed(found, known)
        newest = report.newest
        if newest and not report.wanted and _same(newest, brought, found):
            due = look_again_at(newest.captured_at, timezone.now())
            note_look(report, standing="unchanged", at=timezone.now(), due_at=due)
            return None
        if not unfinished:
            brought = self._shown(brought, found)
        capture = keep_capture(report, self._kept(report, brought, found, known))
        self.seal(capture)
        return capture

    def seal(self, capture: Capture) -> None:
        """Have a capture time-stamped; an authority that fails is asked again by the worker."""
        if self.authority is None:
            return
        try:
            token = seal.stamp(capture.warc, self.authority, self.fetcher)
            at = seal.check(token, capture.warc, self.authority.roots)
        except (FetchError, seal.SealError) as error:
            if not self.fetcher.closed:
                log.warning("%s is not sealed yet: %s", capture, error)
            return
        seal_capture(capture, authority=self.authority.url, token=token, at=at)

    def _extracted(self, brought: Brought) -> Extracted:
        self._require_open()
        found = self.apart.extract(
            brought.body,
            url=brought.url,
            declared_type=brought.media_type,
            charset=brought.charset,
        )
        self._require_open()  # the child may have been ended with us: what it said counts no more
        return found

    def _require_open(self) -> None:
        if self.fetcher.closed:
            raise FetchError("Dateline is being stopped. Try again later.", retry=True)

    def _shown(self, brought: Brought, found: Extracted) -> Brought:
        """Have a page shown in the browser, where one is set; what fails there loses nothing."""
        if not self.renderer or not brought.exchanges or found.media_type not in PAGES:
            return brought
        try:
            rendered = self.renderer.render(Fetched(brought.exchanges, brought.body))
        except RenderError:
            return brought
        return replace(brought, rendered=rendered)

    def _as_shown(self, brought: Brought, found: Extracted) -> Extracted:
        """Read what the page's scripts wrote; what it says by itself, where they wrote nothing."""
        if not brought.rendered:
            return found
        again = self.apart.extract(
            brought.rendered.html, url=brought.url, declared_type=PAGES[0], charset="utf-8"
        )
        return replace(again, extractor=again.extractor + BY_BROWSER) if again.text else found

    def _kept(self, report: Report, brought: Brought, found: Extracted, known: Known) -> Kept:
        picture, beside = self._lead_image(brought, found, known)
        new = _newcomer(report, brought, found, picture)
        _, source_name = _source(new.canonical, found)
        return Kept(
            captured_at=brought.at,
            warc=brought.warc or _recorded(brought, beside),
            sha256=new.sha256,
            size=len(brought.body),
            media_type=found.media_type,
            words=Words(text=found.text, extractor=found.extractor),
            url=telegram.shown_as(_address(report, brought)),
            canonical=new.canonical,
            status=brought.status,
            title=report.given_title or found.title,
            author=found.author,
            site_name=found.site_name,
            excerpt=found.excerpt,
            language=found.language,
            posted_at=found.posted_at,
            looks_like=found.looks_like,
            picture=picture,
            source_address=new.source_address,
            source_name=source_name,
            keys=derive.index_keys(new, found.title),
            rests_on=derive.rests_on(new),
            due_at=look_again_at(brought.at, timezone.now()) if report.address else None,
        )

    def _lead_image(
        self, brought: Brought, found: Extracted, known: Known
    ) -> tuple[Picture | None, tuple[Exchange, ...]]:
        """Return the picture that stands for the report; a report without one loses nothing."""
        if found.media_type.startswith("image/"):
            return _picture(brought.body), ()
        if brought.warc:  # nothing more is fetched for what others kept
            return _picture(known.picture), ()
        if not found.image_url:
            return None, ()
        try:
            fetched = self.fetcher.get(found.image_url, most_bytes=MAX_BYTES)
        except FetchError:
            self._require_open()
            return None, ()
        picture = _picture(fetched.body) if fetched.status == 200 else None
        return picture, fetched.exchanges if picture else ()


def _recorded(brought: Brought, beside: tuple[Exchange, ...]) -> bytes:
    shown = brought.rendered
    exchanges = (*brought.exchanges, *(shown.exchanges if shown else ()), *beside)
    return record(exchanges, now=brought.at, resources=shown.resources() if shown else ())


def _completed(found: Extracted, known: Known) -> Extracted:
    return replace(
        found,
        title=found.title or known.title[:500],
        text=found.text or known.text,
        excerpt=found.excerpt or known.excerpt[:MOST_EXCERPT],
        posted_at=found.posted_at or known.posted_at,
        looks_like="" if known.text and not found.text else found.looks_like,
    )


def _same(newest: Capture, brought: Brought, found: Extracted) -> bool:
    """Tell whether a page says what it said: markup changes with every visit, words rarely."""
    # The same shell of a page holds other words tomorrow, if its scripts bring them.
    bytes_say_it = not found.extractor.endswith(BY_BROWSER)
    if bytes_say_it and newest.sha256 == hashlib.sha256(brought.body).hexdigest():
        return True
    text = newest.text
    words = hashlib.sha256(found.text.encode()).hexdigest()
    return bool(text and found.text and text.sha256 == words and newest.title == found.title)


def _newcomer(
    report: Report, brought: Brought, found: Extracted, picture: Picture | None
) -> derive.Newcomer:
    canonical = telegram.shown_as(found.canonical or _address(report, brought))
    return derive.Newcomer(
        report=report.pk,
        text=found.text,
        links=found.links,
        canonical=canonical,
        sha256=hashlib.sha256(brought.body).hexdigest(),
        image=hashlib.sha256(picture.data).hexdigest() if picture else "",
        image_hash=picture.hash if picture else "",
        source_address=_source(canonical, found)[0],
    )


def _address(report: Report, brought: Brought) -> str:
    """Return the address that answered, or the one that was asked for where it is too long."""
    return brought.url if len(brought.url) <= LONGEST else report.address


def _source(canonical: str, found: Extracted) -> tuple[str, str]:
    return source_of(canonical, author=found.author, site_name=found.site_name)


def _picture(data: bytes) -> Picture | None:
    try:
        judged = judge(data)
    except Refused:
        return None
    return Picture(
        data=data,
        format=judged.format,
        width=judged.width,
        height=judged.height,
        hash=picture_hash(data) or "",
    )
