"""What each person has looked at on the wire."""

from django.db import models

from .person import Person
from .record import Guarded
from .report import Report


class Seen(Guarded):
    """Somebody looked at a report: theirs alone, in no log, and no decision about it."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    report = models.ForeignKey(Report, models.CASCADE, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "report"], name="seen_by_once")]

    def __str__(self) -> str:
        return f"{self.report_id} seen"
