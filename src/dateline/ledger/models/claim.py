"""What reports say: claims, and the readings of a text that proposed them."""

from django.db import models

from .column import Column
from .person import Person
from .record import Record
from .report import Report, ReportText


class Reading(Record):
    """One look of one reader at one text, also where it found nothing to propose."""

    text = models.ForeignKey(ReportText, models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=80)
    """Name and version of the program that read."""
    at = models.DateTimeField()
    left_out = models.PositiveIntegerField(default=0)
    """Proposals that could not stand: not grounded in the text, too long, or too many."""
    note = models.CharField(max_length=500, blank=True)
    """What was not read, in words for the desk."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "reader"], name="one_reading_a_reader")
        ]

    def __str__(self) -> str:
        return f"reading of {self.text_id} by {self.reader}"


class Claim(Record):
    """One proposition in a report, with the words that it rests on.

    It belongs to no column until an editor accepts it into one: a report belongs to the site.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", "proposed"
        ACCEPTED = "accepted", "accepted"
        REJECTED = "rejected", "rejected"
        WITHDRAWN = "withdrawn", "withdrawn"

    column = models.ForeignKey(Column, models.PROTECT, null=True, blank=True, related_name="claims")
    report = models.ForeignKey(Report, models.PROTECT, related_name="claims")
    text = models.ForeignKey(ReportText, models.PROTECT, related_name="claims")
    """The very text that its offsets count in; it never changes, so they never move."""
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    """Of its quote, in code points of the text."""
    said = models.JSONField()
    """The codebook's Claim as JSON. Empty once redacted: a quote with holes would be a misquote."""
    revision = models.PositiveIntegerField(default=1)
    """Counts what it said: a decision on an older state is a collision."""
    language = models.CharField(max_length=35, blank=True)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.PROPOSED)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was rejected or withdrawn."""
    set_aside = models.CharField(max_length=300, blank=True)
    """Why an accepted claim counts in no range; public, as the claim stays."""
    hold_until = models.DateTimeField(null=True, blank=True)
    """Readers may not see it before."""
    supersedes = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    """An older figure of the same origin for the same thing. It counts while both are accepted."""
    reading = models.ForeignKey(
        Reading, models.PROTECT, null=True, blank=True, related_name="claims"
    )
    """What proposed it; empty where a person made it by hand."""
    made_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["report", "start"], name="claim_by_report"),
            models.Index(fields=["column", "status"], name="claim_by_status"),
            # The worker asks each second for these few among all.
            models.Index(
                fields=["hold_until"],
                name="held_claim",
                condition=models.Q(hold_until__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"claim {self.pk}"  # never its words: this may end in a log

    @property
    def redacted(self) -> bool:
        """Tell whether its words were taken out for good."""
        return not self.said

    @property
    def protected(self) -> bool:
        """Tell whether it never leaves the desk: it is as its report is, now and later."""
        return self.report.is_held
