"""The log: append-only, each entry bound to the one before."""

from typing import Any, NoReturn

from django.db import models

from .column import LiveBlog
from .person import Person
from .record import Guarded


class Entry(Guarded):
    """One change: who did what to which record, and the commitment to its content."""

    sequence = models.PositiveBigIntegerField(primary_key=True)
    time = models.DateTimeField()
    who = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    """Empty when the program itself acted, such as for a scheduled update."""
    verb = models.CharField(max_length=40)
    object = models.CharField(max_length=80)
    blog = models.ForeignKey(LiveBlog, models.PROTECT, null=True, related_name="entries")
    revision = models.PositiveIntegerField(null=True)
    """With `blog`: the delta by which readers learn of this change. Empty for what stays inside."""
    commitment = models.CharField(max_length=64)
    prev = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["sequence"]
        indexes = [models.Index(fields=["object"], name="entry_by_object")]
        constraints = [
            models.UniqueConstraint(fields=["blog", "revision"], name="one_change_a_revision")
        ]

    def __str__(self) -> str:
        return f"{self.sequence} {self.verb} {self.object}"

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        """Refuse: the log only grows."""
        raise TypeError("An entry of the log is never deleted.")


class Content(Guarded):
    """What an entry changed, beside it rather than in it, so that it can be redacted."""

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="content")
    salt = models.CharField(max_length=64)
    body = models.JSONField()
    """`{"before": …, "after": …, "reason": …}`"""
    redacted_by = models.ForeignKey(Entry, models.PROTECT, null=True, related_name="redacted")

    def __str__(self) -> str:
        return f"content of {self.entry_id}"
