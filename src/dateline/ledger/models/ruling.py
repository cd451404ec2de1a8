"""What the desk says of an incident itself: a corrected relation, a signed sentence."""

from django.db import models

from .incident import Incident
from .person import Person
from .record import Record
from .source import Source


class RelationRuling(Record):
    """An editor's correction of a source's relation to an incident."""

    class Relation(models.TextChoices):
        AT_THE_SCENE = "at_the_scene", "at the scene"
        OBSERVER = "observer", "observer"
        ACCUSER = "accuser", "accuser"
        ACCUSED = "accused", "accused"
        RELAYING = "relaying", "relaying"

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="rulings")
    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    relation = models.CharField(max_length=12, choices=Relation.choices, blank=True)
    """Empty once it is taken back: the computed one stands again."""
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["incident", "source"], name="one_ruling_a_source")
        ]

    def __str__(self) -> str:
        return f"{self.source_id} in {self.incident_id}: {self.relation or 'as computed'}"


class Assessment(Record):
    """The desk's own sentence on an incident, signed."""

    class Status(models.TextChoices):
        STANDING = "standing", "standing"
        REPLACED = "replaced", "replaced"
        WITHDRAWN = "withdrawn", "withdrawn"

    incident = models.ForeignKey(Incident, models.PROTECT, related_name="assessments")
    sentence = models.CharField(max_length=1000, blank=True)
    """Empty once redacted."""
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    signed = models.CharField(max_length=80)
    """The public name that the person had then, else the column's byline."""
    at = models.DateTimeField()
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.STANDING)
    reason = models.CharField(max_length=300, blank=True)
    """Why it was withdrawn; public."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["incident"],
                condition=models.Q(status="standing"),
                name="one_standing_assessment",
            )
        ]

    def __str__(self) -> str:
        return f"assessment {self.pk}"  # never its words: this may end in a log
