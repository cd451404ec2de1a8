"""Looking at a watch, and bringing in what is new there."""

from datetime import datetime, timedelta
from typing import cast

from django.utils import timezone

from dateline.archive.bring import bring_address, bring_given
from dateline.archive.fetch.fetcher import Fetcher
from dateline.archive.watch.look import look
from dateline.archive.watch.pace import START, after_failure, after_success
from dateline.archive.watch.robots import Robots
from dateline.archive.watch.told import Item, Kind, Looked, Watched, WatchError
from dateline.ledger.models import Report, Watch, WatchSeen
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.in_hand import look_at_once
from dateline.ledger.verbs.watching import Found, note_watch, note_watch_trouble


class Watcher:
    """Looks at watches. Thread-safe."""

    def __init__(self, fetcher: Fetcher, robots: Robots) -> None:
        self.fetcher = fetcher
        self.robots = robots

    def look(self, watch: Watch) -> None:
        """Look once: bring in what is new, and note when to look again or what is wrong."""
        now = timezone.now()
        try:
            looked = look(self.fetcher, _watched(watch), now=now, robots=self.robots)
        except WatchError as error:
            if self.fetcher.closed:
                return  # it is we who stopped, and it is due again
            wait = after_failure(watch.tries, name=str(watch.pk), asked=error.after)
            due = None if error.gone else now + wait
            note_watch_trouble(watch, words=str(error), due_at=due)
            return
        refused = [item for item in looked.items if not _brought(watch, item)]
        changed = _page_changed(watch, looked)
        if changed:
            _keep_page(watch)
        news = len(looked.items) + changed
        note_watch(watch, _found(watch, looked, now, news, len(refused)), looked.seen)


def _watched(watch: Watch) -> Watched:
    seen = WatchSeen.objects.filter(watch=watch).values_list("key", flat=True)
    return Watched(
        address=watch.address,
        kind=cast(Kind, watch.kind),
        first=watch.looked_at is None or not watch.kind,
        found_at=watch.found_at,
        etag=watch.etag,
        last_modified=watch.last_modified,
        seen=frozenset(seen),
    )


def _brought(watch: Watch, item: Item) -> bool:
    """Bring one item in; one that cannot be a report is counted, and never asked about again."""
    try:
        if item.address:
            bring_address(by=None, address=item.address, watch=watch)
        elif item.text:
            bring_given(by=None, data=item.text.encode(), title=item.title, watch=watch)
        else:
            return False
    except Refused:
        return False
    return True


def _page_changed(watch: Watch, looked: Looked) -> bool:
    digest = looked.text_digest
    return bool(digest and watch.page_digest and digest != watch.page_digest)


def _keep_page(watch: Watch) -> None:
    """Have the changed page itself kept, as a new version where it was kept before."""
    report: Report = bring_address(by=None, address=watch.address, watch=watch)
    look_at_once(report)


def _found(watch: Watch, looked: Looked, now: datetime, news: int, refused: int) -> Found:
    interval = timedelta(seconds=watch.interval) if watch.interval else START
    after = interval if not watch.interval else after_success(interval, news)
    if looked.next_after:
        after = looked.next_after if looked.waiting else max(after, looked.next_after)
    notes = [looked.note] if looked.note else []
    notes += [f"{refused} items had no address that can be kept."] if refused else []
    return Found(
        due_at=now + after,
        looked_at=now,
        kind=looked.kind,
        title=looked.title[:300] or watch.title,
        found_at=looked.found_at,
        etag=looked.etag,
        last_modified=looked.last_modified,
        page_digest=looked.text_digest or watch.page_digest,
        note=" ".join(notes)[:500],
        interval=int(after.total_seconds()),
        news_at=now if news else watch.news_at,
    )
