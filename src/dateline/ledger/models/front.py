"""What a column's summary is made of: fronts, and the editions that editors signed."""

from django.db import models

from .column import Column
from .person import Person
from .record import Record


class Front(Record):
    """A named area that the summary is organised by: "Aleppo", "Quneitra"."""

    column = models.ForeignKey(Column, models.PROTECT, related_name="fronts")
    name = models.CharField(max_length=80)
    areas = models.JSONField(default=list)
    """Names of admin areas, as places name theirs: ["Aleppo"]."""
    rings = models.JSONField(default=list)
    """Drawn outlines, each a ring of [longitude, latitude]; WGS 84, decimal degrees."""
    position = models.PositiveSmallIntegerField(default=0)
    """Its place in the summary; of two that hold a place, the first has it."""
    retired = models.BooleanField(default=False)
    revision = models.PositiveIntegerField(default=1)
    """Counts its names and outlines: a save based on an older one is a collision."""

    def __str__(self) -> str:
        return self.name


class Summary(Record):
    """One edition of a column's summary by front."""

    class Status(models.TextChoices):
        DRAFT = "draft", "draft"
        PUBLISHED = "published", "published"
        REPLACED = "replaced", "replaced by a newer one"
        WITHDRAWN = "withdrawn", "withdrawn"

    column = models.ForeignKey(Column, models.PROTECT, related_name="summaries")
    since = models.DateTimeField()
    until = models.DateTimeField()
    """The window that it covers."""
    clauses = models.JSONField(default=list)
    """In order: front (id), sort, words, claims, incidents, and `basis`, the digest of what the
    clause was drafted from: where that has changed since, newer claims outdate it."""
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.DRAFT)
    revision = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    signed = models.CharField(max_length=80, blank=True)
    """The public name under which it was published."""
    published_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was withdrawn; public."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["column"],
                condition=models.Q(status="published"),
                name="one_published_summary",
            ),
            models.UniqueConstraint(
                fields=["column"], condition=models.Q(status="draft"), name="one_drafted_summary"
            ),
        ]

    def __str__(self) -> str:
        return f"summary {self.pk}"
