"""Entries published as updates, each once, however often the import is run."""

from collections.abc import Iterator
from datetime import date, datetime

from dateline.archive.capture import Capturer
from dateline.ledger.models import LiveBlog, Person, Report, Update
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.publishing import import_update
from dateline.ledger.verbs.writing import UNPUBLISHED, Text, write_update
from dateline.reading.liveblog import Card, Entry, Left, Mention, Paragraph, Quote
from dateline.server.importing.blog import name_of
from dateline.server.importing.body import Named, body
from dateline.server.importing.keep import keep_card, sources_named
from dateline.server.importing.outcome import Outcome

LONGEST_NAME = 80
TOO_LONG = "it is too long for a byline"


class Publisher:
    """Publishes a page's entries in one blog."""

    def __init__(
        self, by: Person, blog: LiveBlog, page: Report, capturer: Capturer, outcome: Outcome
    ) -> None:
        self.by, self.blog, self.page = by, blog, page
        self.capturer, self.outcome = capturer, outcome
        done = blog.updates.exclude(status__in=UNPUBLISHED)
        self.done: dict[object, Update] = {one.pk: one for one in done}

    def publish(self, entry: Entry, at: datetime, place: int) -> None:
        """Publish an entry that stands at a place in the order, unless a run before did."""
        pk = name_of(self.page, self.blog, place)
        text, left = self._text(entry)
        self.outcome.left += left
        update = self.done.get(pk)
        if update is None:
            update = write_update(by=self.by, blog=self.blog, text=text, draft=pk)
            day = None if entry.time and entry.time.at else _day(entry, self.outcome)
            update = import_update(by=self.by, update=update, at=at, day=day)
            self.outcome.new += 1
        self.outcome.updates.append(update)
        self.outcome.open_mentions += [(update, one) for one in _mentions(entry)]

    def _text(self, entry: Entry) -> tuple[Text, list[Left]]:
        cards = dict(self._cards(entry))
        self.outcome.cards += cards.values()
        owners = {part.source for part in entry.parts if isinstance(part, Quote) and part.source}
        named = Named(
            page=self.page.pk,
            cards={start: report.pk for start, report in cards.items()},
            sources=sources_named(owners),
            byline=self.blog.column.byline,
        )
        words, left = body(entry, named)
        if len(entry.name) > LONGEST_NAME and entry.byline:
            left.append(Left(entry.byline, TOO_LONG))
        headline = entry.headline.words if entry.headline else ""
        byline = entry.name if len(entry.name) <= LONGEST_NAME else ""
        return Text(headline=headline, body=words, byline=byline), left

    def _cards(self, entry: Entry) -> Iterator[tuple[int, Report]]:
        for part in entry.parts:
            if isinstance(part, Card):
                try:
                    report = keep_card(self.by, part, self.outcome.day, self.capturer)
                except Refused:
                    continue  # its body says that it is left out
                yield part.title.start, report


def _day(entry: Entry, outcome: Outcome) -> date:
    return entry.time.day if entry.time else outcome.day


def _mentions(entry: Entry) -> Iterator[Mention]:
    for part in entry.parts:
        if isinstance(part, Paragraph) and part.mention:
            yield part.mention
