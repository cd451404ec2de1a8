"""Columns and their live blogs."""

from zoneinfo import ZoneInfo

from django.db import models

from .media import Media
from .record import Record


class Column(Record):
    """A running series of live blogs."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=120)
    description = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=35, default="en")
    zone = models.CharField(max_length=60, default="UTC")
    publisher = models.CharField(max_length=120)
    logo = models.ForeignKey(Media, models.PROTECT, null=True, blank=True, related_name="+")
    byline = models.CharField(max_length=80, default="the desk")
    tolls_since = models.DateField(null=True, blank=True)
    """From which day, in its zone, its running tolls count; empty: from the first incident."""

    def __str__(self) -> str:
        return self.name

    @property
    def zone_info(self) -> ZoneInfo:
        """Return the zone in which this column tells the time."""
        return ZoneInfo(self.zone)


class LiveBlog(Record):
    """One day or event of a column."""

    # These count what other entries did, so they are not part of the blog's own content.
    unlogged = frozenset({"revision", "count", "touched_at"})
    later = frozenset({"day"})

    class State(models.TextChoices):
        LIVE = "live", "live"
        CLOSED = "closed", "closed"

    column = models.ForeignKey(Column, models.PROTECT, related_name="blogs")
    slug = models.SlugField(max_length=60)
    headline = models.CharField(max_length=200)
    lead = models.CharField(max_length=1000, blank=True)
    photo = models.ForeignKey(Media, models.PROTECT, null=True, blank=True, related_name="+")
    language = models.CharField(max_length=35, default="en")
    state = models.CharField(max_length=6, choices=State.choices, default=State.LIVE)
    previous = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="next")
    started_at = models.DateTimeField()
    day = models.DateField(null=True, blank=True)
    """The day of a blog that was published elsewhere, and whose hour of start is not known."""
    closed_at = models.DateTimeField(null=True, blank=True)
    revision = models.PositiveIntegerField(default=0)
    """How many public changes there were: the number of the newest delta."""
    count = models.PositiveIntegerField(default=0)
    """How many updates were ever published: the newest update's number."""
    touched_at = models.DateTimeField()
    """When readers last saw something change."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["column", "slug"], name="one_blog_a_slug")]

    def __str__(self) -> str:
        return self.headline
