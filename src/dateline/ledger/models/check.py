"""What the desk itself found out about a report."""

from django.db import models

from .person import Person
from .record import Record
from .report import Report


class Check(Record):
    """One finding about a report, shown on its card and beside each claim that rests on it."""

    class Question(models.TextChoices):
        FILMED_HERE = "filmed_here", "filmed where it says?"
        OLD_FOOTAGE = "old_footage", "old footage?"
        STAGED = "staged", "staged?"
        DATE = "date", "the date?"
        PLACE = "place", "the place?"
        AUTHENTIC = "authentic", "authentic?"
        OTHER = "other", "another question"

    class Result(models.TextChoices):
        CONFIRMED = "confirmed", "confirmed"
        CONTRADICTED = "contradicted", "contradicted"
        UNDETERMINED = "undetermined", "undetermined"

    report = models.ForeignKey(Report, models.PROTECT, related_name="checks")
    question = models.CharField(max_length=11, choices=Question.choices)
    question_words = models.CharField(max_length=200, blank=True)
    """The question as the desk puts it; needed for another question."""
    method = models.CharField(max_length=500, blank=True)
    result = models.CharField(max_length=12, choices=Result.choices)
    evidence = models.TextField(max_length=4000, blank=True)
    """In words; readers see it."""
    addresses = models.TextField(max_length=4000, blank=True)
    """Of what shows it, one a line."""
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    signed = models.CharField(max_length=80)
    """The public name that the person had then, else "the desk"."""
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was withdrawn; public."""

    class Meta:
        indexes = [models.Index(fields=["report", "at"], name="check_by_report")]

    def __str__(self) -> str:
        return f"check {self.pk}"  # never its words: this may end in a log
