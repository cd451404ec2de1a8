"""Addresses that the desk watches."""

from django.db import models

from .person import Person
from .record import Guarded, Record


class Watch(Record):
    """A feed, a page or a channel that is looked at again and again for new items."""

    # What the last look left behind, which is no decision of anybody's.
    unlogged = frozenset(
        {"kind", "title", "etag", "last_modified", "page_digest", "due_at", "busy_until"}
        | {"tries", "trouble", "note", "looked_at", "news_at", "interval", "found_at"}
    )

    address = models.CharField(max_length=2000, unique=True)
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    active = models.BooleanField(default=True)

    kind = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=300, blank=True)
    found_at = models.CharField(max_length=2000, blank=True)
    """The feed that the address led to, where it is another one."""
    etag = models.CharField(max_length=500, blank=True)
    last_modified = models.CharField(max_length=500, blank=True)
    page_digest = models.CharField(max_length=64, blank=True)
    due_at = models.DateTimeField(null=True, blank=True, db_index=True)
    busy_until = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    trouble = models.CharField(max_length=500, blank=True)
    note = models.CharField(max_length=500, blank=True)
    looked_at = models.DateTimeField(null=True, blank=True)
    news_at = models.DateTimeField(null=True, blank=True)
    interval = models.PositiveIntegerField(default=0)
    """Seconds to the next look, as the last one found fit."""

    def __str__(self) -> str:
        return f"watch {self.pk}"


class WatchSeen(Guarded):
    """An item that a watch has shown before."""

    watch = models.ForeignKey(Watch, models.PROTECT, related_name="seen")
    key = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["watch", "key"], name="seen_once")]

    def __str__(self) -> str:
        return self.key
