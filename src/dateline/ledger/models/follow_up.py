"""How one update takes up another."""

from django.db import models

from .record import Record
from .update import Update


class FollowUp(Record):
    """A typed link between two updates; readers see it at both."""

    class Kind(models.TextChoices):
        FOLLOWS = "follows", "follows"
        CORRECTS = "corrects", "corrects"
        CONTRADICTS = "contradicts", "contradicts"
        TRANSLATES = "translates", "translates"

    update = models.ForeignKey(Update, models.PROTECT, related_name="follow_ups")
    """The one that takes the other up."""
    on = models.ForeignKey(Update, models.PROTECT, related_name="followed_by")
    kind = models.CharField(max_length=11, choices=Kind.choices)
    standing = models.BooleanField(default=True)
    """False once it was taken back."""

    class Meta:
        constraints = [models.UniqueConstraint(fields=["update", "on"], name="one_link_a_pair")]

    def __str__(self) -> str:
        return f"{self.update_id} {self.kind} {self.on_id}"
