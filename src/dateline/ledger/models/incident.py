"""Incidents: claims that an editor found to be about one happening, and what is said of them."""

from django.db import models

from .claim import Claim
from .column import Column
from .record import Record
from .source import Mergeable


class Incident(Mergeable):
    """One happening. Its id never dies: merged into another, it leads there and says why."""

    column = models.ForeignKey(Column, models.PROTECT, related_name="incidents")
    title = models.CharField(max_length=200, blank=True)
    """Empty once redacted."""
    reason = models.CharField(max_length=300, blank=True)
    """Why it was merged into another; readers who come by its old address see it."""
    part_of = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    """A larger happening that contains it; followed through merges."""
    place_opened = models.BooleanField(default=False)
    """An editor opened its place to readers finer than the named town."""
    revision = models.PositiveIntegerField(default=1)
    """Counts its own changes: a decision on an older state is a collision."""

    class Meta:
        indexes = [models.Index(fields=["column", "merged_into"], name="incident_by_column")]

    def __str__(self) -> str:
        return f"incident {self.pk}"  # never its title: this may end in a log


class Grouping(Record):
    """What an editor answered: is this claim about this incident? No answer takes one back."""

    class Answer(models.TextChoices):
        SAME = "same", "about it"
        NOT_SAME = "not_same", "not about it"
        MAY_BE = "may_be", "may be about it"

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="groupings")
    incident = models.ForeignKey(Incident, models.PROTECT, related_name="groupings")
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True)
    revision = models.PositiveIntegerField(default=1)
    """Counts its answers: one given to an older state is a collision."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["claim", "incident"], name="one_grouping_a_pair"),
            models.UniqueConstraint(
                fields=["claim"], condition=models.Q(answer="same"), name="one_incident_a_claim"
            ),
        ]
        indexes = [models.Index(fields=["incident", "answer"], name="grouping_by_answer")]

    def __str__(self) -> str:
        return f"{self.claim_id} in {self.incident_id}: {self.answer or 'not said'}"


class Apart(Record):
    """Two incidents that an editor marked as not the same: they cannot be merged meanwhile."""

    one = models.ForeignKey(Incident, models.PROTECT, related_name="+")
    other = models.ForeignKey(Incident, models.PROTECT, related_name="+")
    """The one of the two with the higher id, so that a pair stands once."""
    reason = models.CharField(max_length=300, blank=True)
    standing = models.BooleanField(default=True)
    """Taken back, it stays as a record."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="one_apart_a_pair")]

    def __str__(self) -> str:
        return f"{self.one_id} is not {self.other_id}"
