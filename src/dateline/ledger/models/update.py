"""Updates, every text they ever had, and the drafts that people are typing."""

import uuid

from django.db import models

from .column import LiveBlog
from .person import Person
from .record import Guarded, Record

MAX_BODY = 100_000
"""Characters in an update's body; a longer one belongs in several updates."""


class UpdateText(Guarded):
    """The words of an update, as it, its revisions and drafts of it hold them."""

    place = models.CharField(max_length=120, blank=True)
    headline = models.CharField(max_length=200, blank=True)
    body = models.TextField(max_length=MAX_BODY, blank=True)
    byline = models.CharField(max_length=80, blank=True)

    class Meta:
        abstract = True


class Update(UpdateText, Record):
    """One timestamped entry of a live blog."""

    later = frozenset({"day"})

    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        REVIEW = "review", "waiting for review"
        SCHEDULED = "scheduled", "scheduled"
        PUBLISHED = "published", "published"
        WITHDRAWN = "withdrawn", "withdrawn"
        REDACTED = "redacted", "redacted"
        DISCARDED = "discarded", "discarded"
        """Put away before anyone outside saw it; it can be put back."""

    blog = models.ForeignKey(LiveBlog, models.PROTECT, related_name="updates")
    author = models.ForeignKey(Person, models.PROTECT, related_name="+")
    number = models.PositiveIntegerField(null=True, blank=True)
    """Its place in the blog, counted from 1 in order of publication; kept for good."""
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.DRAFT)
    revision = models.PositiveIntegerField(default=1)
    """Counts saved texts: a save based on an older one is a collision."""
    pinned = models.BooleanField(default=False)
    key_event = models.BooleanField(default=False)
    summary = models.BooleanField(default=False)
    scheduled_for = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    day = models.DateField(null=True, blank=True)
    """The day that it tells of itself where its hour is not known: it was published elsewhere, and
    `published_at` only says where in the order it stands."""
    gone_at = models.DateTimeField(null=True, blank=True)
    gone_reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["blog", "number"], name="one_update_a_number")
        ]
        indexes = [
            models.Index(fields=["blog", "status"], name="update_by_status"),
            # Each publish asks for these few among thousands; see docs/benchmarks.md.
            models.Index(
                fields=["blog", "number"], name="pinned_update", condition=models.Q(pinned=True)
            ),
            models.Index(
                fields=["blog", "number"],
                name="key_update",
                condition=models.Q(key_event=True) | models.Q(summary=True),
            ),
            models.Index(fields=["status", "scheduled_for"], name="update_by_schedule"),
        ]

    def __str__(self) -> str:
        return self.headline or f"update {self.number or 'without a headline'}"


class Revision(UpdateText):
    """One text that an update had, from `at` until the next one."""

    update = models.ForeignKey(Update, models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    """The correction's public note; empty before publication."""
    redaction = models.BooleanField(default=False)
    """Words were taken out that should never have been public."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["update", "number"], name="one_text_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.update}, text {self.number}"


class Draft(UpdateText):
    """What someone is typing, kept every second: theirs alone, in no log, gone once it is saved."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    person = models.ForeignKey(Person, models.CASCADE, related_name="drafts")
    blog = models.ForeignKey(LiveBlog, models.PROTECT, related_name="drafts")
    update = models.ForeignKey(Update, models.PROTECT, null=True, blank=True, related_name="drafts")
    based_on = models.PositiveIntegerField(default=0)
    saved_at = models.DateTimeField()
    dropped_at = models.DateTimeField(null=True, blank=True)
    """When its writer dropped it: for a while they may take it back."""

    def __str__(self) -> str:
        return self.headline or "a draft without a headline"


class Cited(Guarded):
    """An index row: an update's text names this report or source."""

    update = models.ForeignKey(Update, models.CASCADE, related_name="+")
    named = models.UUIDField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["update", "named"], name="cited_once")]

    def __str__(self) -> str:
        return f"{self.update_id} names {self.named}"
