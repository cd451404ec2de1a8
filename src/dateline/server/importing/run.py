"""`dateline import`: a page's text into a column's blog, step by step."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from dateline.archive.brought import Known
from dateline.archive.capture import Capturer
from dateline.ledger.grounds import kept_words
from dateline.ledger.models import Column, Person, Report
from dateline.ledger.refusal import Refused
from dateline.reading.liveblog import LivePage, Time, in_order, live_page
from dateline.reading.liveblog.order import Placed
from dateline.server.importing import blog as blogs
from dateline.server.importing import follow_ups, leftovers, reading
from dateline.server.importing.entries import Publisher
from dateline.server.importing.keep import keep_page
from dateline.server.importing.outcome import Outcome

Step = Callable[[str, int, int], object]
"""Told what is being done, how much of it is done, and of how much."""
HELD = "The desk holds this very page as a report, so nothing of it is published. Ask an editor."
FAR = timedelta(days=1)
"""A page of one day may tell its times in a zone in which it is the next."""


@dataclass(frozen=True)
class Asked:
    """What is to be imported, and into what."""

    by: Person
    column: Column
    day: date
    data: bytes
    text: str
    """The words of `data`."""
    name: str
    """Of the file; it stays on the desk."""


def run(asked: Asked, capturer: Capturer, step: Step) -> Outcome:
    """Import a page, or go on where an import of the same bytes stopped.

    Raises Refused where the day has another blog, or the page tells a time to come; Missing or
    BadSource where nothing can be read: the updates stand then, and a worker reads what is left.
    """
    zone = asked.column.zone_info
    page = live_page(asked.text, day=asked.day, zone=zone)
    placed = in_order(page.entries, asked.day, zone)
    if page.is_live:
        _require_free(asked, placed)
    step("Keeping the page", 0, 1)
    headline = page.masthead.headline or (page.entries[0].headline if page.entries else None)
    title = headline.words if headline else ""
    shown = Known(title=title, posted_at=reading.counted_from(asked.day, zone))
    text = keep_page(asked.by, asked.data, asked.text, asked.name, shown, capturer)
    if (kept := kept_words(text)) != asked.text:
        page = live_page(kept, day=asked.day, zone=zone)
        placed = in_order(page.entries, asked.day, zone)
    report = text.capture.report
    outcome = Outcome(asked.column.slug, asked.day, report, is_live=page.is_live)
    if page.is_live:
        if report.is_held:
            raise Refused(HELD)
        _publish(asked, page, placed, report, capturer, outcome, step)
    step("Reading its claims", 0, 1)
    reading.read(text, asked.column, asked.day, outcome)
    return outcome


def _require_free(asked: Asked, placed: Sequence[Placed]) -> None:
    key = hashlib.sha256(asked.data).hexdigest()
    blogs.standing(asked.column, asked.day, Report.objects.filter(key=key).first())
    _require_day(asked.day, [entry.time for _, entry in placed if entry.time])
    last, entry = placed[-1]
    if last > timezone.now():
        words = entry.headline.words if entry.headline else "An entry"
        raise Refused(f"“{words}” is of {last:%d %B %Y %H:%M %Z}, which is to come. Look at --day.")


def _require_day(day: date, times: Sequence[Time]) -> None:
    """Refuse a day that every stamp is far from: what is published under it stays published."""
    if times and all(abs(time.day - day) > FAR for time in times):
        words, its_day = times[0].piece.words, times[0].day
        raise Refused(f"None of its times is of {day}: “{words}” is of {its_day}. Look at --day.")


def _publish(
    asked: Asked,
    page: LivePage,
    placed: Sequence[Placed],
    report: Report,
    capturer: Capturer,
    outcome: Outcome,
    step: Step,
) -> None:
    blog, left = blogs.start(asked.by, asked.column, asked.day, page)
    outcome.blog, outcome.left = blog, [*left, *page.left]
    publisher = Publisher(asked.by, blog, report, capturer, outcome)
    for place, (at, entry) in enumerate(placed):
        step("Publishing its updates", place, len(placed))
        publisher.publish(entry, at, place)
    follow_ups.link(asked.by, outcome)
    outcome.left.sort(key=lambda one: one.piece.start)
    outcome.draft = leftovers.keep(asked.by, blog, report, outcome)
