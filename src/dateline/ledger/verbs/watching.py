"""Watches: what people decide about them, and what the program notes after each look."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone

from ..checks import check_texts, storable
from ..lock import write_lock
from ..log import verb
from ..models import Person, Watch, WatchSeen
from ..models.record import writing
from ..permission import require
from ..refusal import Refused

IN_HAND = timedelta(minutes=10)
MOST_SEEN = 20_000
"""Items remembered for a watch; older ones have long left its feed."""


def add_watch(*, by: Person, address: str) -> Watch:
    """Watch an address from now on; one that was given up before is taken up again."""
    with verb("add_watch", by=by) as log:
        require(by, "keep_archive")
        watch = Watch(address=address, added_by=by)
        check_texts(watch)
        known: Watch | None = Watch.objects.filter(address=address).first()
        if known and known.active:
            raise Refused("This address is watched already.")
        before = known.content() if known else None
        watch = known or watch
        watch.active, watch.due_at, watch.tries, watch.trouble = True, timezone.now(), 0, ""
        watch.save()
        log.write(watch, before=before)
    return watch


def rest_watch(*, by: Person, watch: Watch) -> Watch:
    """Stop watching; what it brought stays, and `add_watch` takes it up again."""
    with verb("rest_watch", by=by) as log:
        require(by, "keep_archive")
        watch = Watch.objects.get(pk=watch.pk)
        before = watch.content()
        watch.active, watch.due_at = False, None
        watch.save()
        log.write(watch, before=before)
    return watch


@dataclass(frozen=True, kw_only=True)
class Found:
    """What a look found out about a watch, to be remembered until the next."""

    due_at: datetime
    looked_at: datetime
    kind: str = ""
    title: str = ""
    found_at: str = ""
    etag: str = ""
    last_modified: str = ""
    page_digest: str = ""
    note: str = ""
    interval: int = 0
    news_at: datetime | None = None


def take_due_watches(most: int) -> list[Watch]:
    """Take watches that are due in hand; makes no entry."""
    now = timezone.now()
    free = Q(busy_until=None) | Q(busy_until__lt=now)
    due = Watch.objects.filter(free, active=True, due_at__lte=now)
    if not due.exists():
        return []  # as for reports: looking keeps no editor waiting
    with write_lock(), writing():
        taken = list(due.order_by("due_at")[: max(most, 0)])
        Watch.objects.filter(pk__in=[one.pk for one in taken]).update(busy_until=now + IN_HAND)
    return taken


def note_watch(watch: Watch, found: Found, seen: Iterable[str]) -> None:
    """Remember what a look found, and which items it has shown; makes no entry."""
    with write_lock(), writing():
        watch = Watch.objects.get(pk=watch.pk)
        for name in (field.name for field in fields(found)):
            setattr(watch, name, getattr(found, name))
        watch.tries, watch.trouble, watch.busy_until = 0, "", None
        check_texts(watch)
        watch.save()
        _remember(watch, seen)


def note_watch_trouble(watch: Watch, *, words: str, due_at: datetime | None) -> None:
    """Note in plain words why a watch could not be looked at; makes no entry."""
    with write_lock(), writing():
        watch = Watch.objects.get(pk=watch.pk)
        watch.trouble, watch.due_at, watch.busy_until = storable(words)[:500], due_at, None
        watch.tries += 1
        watch.looked_at = timezone.now()
        watch.save()


def let_go_of_watches() -> None:
    """Give back what a worker that was killed had in hand."""
    with write_lock(), writing():
        Watch.objects.exclude(busy_until=None).update(busy_until=None)


def _remember(watch: Watch, keys: Iterable[str]) -> None:
    now = timezone.now()
    rows = [WatchSeen(watch=watch, key=key, at=now) for key in dict.fromkeys(keys)]
    WatchSeen.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)
    kept = WatchSeen.objects.filter(watch=watch)
    for oldest in kept.order_by("-pk").values_list("pk", flat=True)[MOST_SEEN : MOST_SEEN + 1]:
        kept.filter(pk__lte=oldest).delete()
