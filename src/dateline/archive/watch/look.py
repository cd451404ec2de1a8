"""Looking once at a watched address."""

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from dateline.archive.charset import decode
from dateline.archive.fetch.exchange import Fetched
from dateline.archive.watch import telegram, youtube
from dateline.archive.watch.ask import NOT_MODIFIED, ask, validators
from dateline.archive.watch.choose import chosen
from dateline.archive.watch.feeds import read_feed
from dateline.archive.watch.jsonfeed import read_json_feed
from dateline.archive.watch.page import declared_feed, parsed, read_page
from dateline.archive.watch.robots import Robots
from dateline.archive.watch.sniff import sniff
from dateline.archive.watch.told import (
    AbsentError,
    Getter,
    Kind,
    Listing,
    Looked,
    Watched,
    WatchError,
)

MOST_PREVIEWS: Final = 5
"""How many pages of a channel's preview are read back to the last post that is known."""

NO_FEED: Final = (
    "This address brought a feed before and brings none now. Look at it in a browser; "
    "the feed may have moved."
)
NOTHING: Final = "This address brings neither a feed nor a web page. Name a feed or a page."
REFUSED: Final = (
    "The site's robots.txt asks programs not to read this page. Name its feed, or bring in by hand "
    "what matters."
)
NOT_NOW: Final = "The site cannot say now what programs may read (robots.txt). It is tried again."


def look(fetcher: Getter, watch: Watched, *, now: datetime, robots: Robots) -> Looked:
    """Look once and return what is new. Raises WatchError in words for an editor.

    Hand in one `robots` for all looks: it remembers what sites allow.
    """
    return _Look(fetcher, watch, now, robots).look()


@dataclass(frozen=True)
class _Look:
    fetcher: Getter
    watch: Watched
    now: datetime
    robots: Robots

    def look(self) -> Looked:
        name = telegram.channel(self.watch.address)
        if name:
            return self._telegram(name)
        if self.watch.found_at:
            return self._where_found(self.watch.found_at)
        if youtube.is_channel(self.watch.address):
            return self._youtube()
        if self.watch.kind == "page":
            self._may_read()
        return self._named()

    def _where_found(self, found_at: str) -> Looked:
        """Look at the feed found earlier; where it is no more, find out anew."""
        try:
            return self._feed_at(found_at)
        except AbsentError:
            again = replace(self.watch, kind="", found_at="", etag="", last_modified="")
        return replace(self, watch=again).look()

    def _youtube(self) -> Looked:
        found_at = youtube.feed_of(self.watch.address)
        if not found_at:
            answer = ask(self.fetcher, self.watch.address, now=self.now)
            found_at = youtube.feed_in(decode(answer.body, declared=answer.charset))
        return self._feed_at(found_at)

    def _named(self) -> Looked:
        answer = self._ask(self.watch.address)
        if answer.status == NOT_MODIFIED:
            return self._unchanged()
        nature, text = sniff(decode(answer.body, declared=answer.charset))
        if nature in ("feed", "json"):
            return self._done(answer, "feed", self._read(nature, text, answer.url))
        if nature != "page":
            raise WatchError(NOTHING)
        return self._page(answer, text)

    def _page(self, answer: Fetched, text: str) -> Looked:
        root = parsed(text)
        found_at = "" if self.watch.kind == "page" else declared_feed(root, answer.url)
        if found_at:
            with suppress(AbsentError):  # a declared feed that is none: the page itself is there
                return self._feed_at(found_at)
        if self.watch.kind == "feed":
            raise WatchError(NO_FEED)
        self._may_read()
        looked = self._done(answer, "page", read_page(root, answer.url))
        # What stands there when a page is first read is old; only what comes is news.
        is_first = self.watch.first or self.watch.kind != "page"
        return replace(looked, items=(), note="") if is_first else looked

    def _feed_at(self, found_at: str) -> Looked:
        answer = self._ask(found_at)
        if answer.status == NOT_MODIFIED:
            return self._unchanged()
        nature, text = sniff(decode(answer.body, declared=answer.charset))
        if nature not in ("feed", "json"):
            raise AbsentError(NO_FEED)
        listing = youtube.videos(self._read(nature, text, answer.url))
        return replace(self._done(answer, "feed", listing), found_at=found_at)

    def _read(self, nature: str, text: str, url: str) -> Listing:
        read = read_json_feed if nature == "json" else read_feed
        return read(text, url=url, now=self.now)

    def _telegram(self, name: str) -> Looked:
        """Read the preview, and older ones until a known post, so that no burst loses posts."""
        listing = self._preview(name, None)
        for _ in range(MOST_PREVIEWS - 1):
            if not self._has_gap(listing):
                break
            older = self._preview(name, telegram.number_of(listing.items[-1]))
            known = {item.key for item in listing.items}
            more = tuple(item for item in older.items if item.key not in known)
            if not more:
                break
            listing = replace(listing, items=listing.items + more)
        if self._has_gap(listing):
            listing = replace(listing, note="Posts older than these may have been missed.")
        return chosen(self.watch, "telegram", listing)

    def _has_gap(self, listing: Listing) -> bool:
        if self.watch.first or not self.watch.seen or not listing.items:
            return False
        oldest = telegram.number_of(listing.items[-1])
        return oldest > 1 and not any(item.key in self.watch.seen for item in listing.items)

    def _preview(self, name: str, before: int | None) -> Listing:
        answer = ask(self.fetcher, telegram.preview(name, before), now=self.now)
        text = decode(answer.body, declared=answer.charset)
        return telegram.read_preview(text, name=name, now=self.now)

    def _may_read(self) -> None:
        verdict = self.robots.verdict(self.watch.address)
        if verdict != "allowed":
            raise WatchError(REFUSED if verdict == "refused" else NOT_NOW)

    def _ask(self, url: str) -> Fetched:
        """Ask, with the validators where they are of this address."""
        if url != (self.watch.found_at or self.watch.address):
            return ask(self.fetcher, url, now=self.now)
        etag, modified = self.watch.etag, self.watch.last_modified
        return ask(self.fetcher, url, now=self.now, etag=etag, last_modified=modified)

    def _unchanged(self) -> Looked:
        return Looked(
            kind=self.watch.kind,
            found_at=self.watch.found_at,
            etag=self.watch.etag,
            last_modified=self.watch.last_modified,
            not_modified=True,
        )

    def _done(self, answer: Fetched, kind: Kind, listing: Listing) -> Looked:
        """Return what is new; while some wait no validator is kept, or a 304 would lose them."""
        looked = chosen(self.watch, kind, listing)
        etag, last_modified = ("", "") if looked.waiting else validators(answer)
        return replace(looked, etag=etag, last_modified=last_modified)
