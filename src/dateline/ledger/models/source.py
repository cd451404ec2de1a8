"""Who speaks, and for whom: sources and the parties that some of them speak for."""

from typing import Any

from django.db import models

from .record import Record


class Mergeable(Record):
    """A record that may turn out to be another one; it keeps its id, so that a merge is undone."""

    merged_into = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True

    @property
    def chain(self) -> list[Any]:
        """Return this record and, in turn, each that it was merged into."""
        found: list[Any] = [self]
        while found[-1].merged_into_id:  # verbs refuse to close a ring
            found.append(found[-1].merged_into)
        return found

    @property
    def whole(self) -> Any:
        """Return the record that this one was merged into, at the end of the chain, else itself."""
        return self.chain[-1]


class Party(Mergeable):
    """Who acts in the events: a state, an army, an armed group."""

    name = models.CharField(max_length=120)
    aliases = models.TextField(max_length=4000, blank=True)
    """Other names, in any script, one a line."""
    note = models.CharField(max_length=500, blank=True)

    def __str__(self) -> str:
        return self.name


class Source(Mergeable):
    """Who speaks: a ministry, a rescue service, an agency, an outlet, a person."""

    class Kind(models.TextChoices):
        MINISTRY = "ministry", "ministry or government"
        MILITARY = "military", "armed force or group"
        RESCUE = "rescue_service", "rescue service"
        MEDICAL = "medical", "hospital or medics"
        AGENCY = "agency", "news agency"
        OUTLET = "outlet", "newspaper, broadcaster or site"
        ACTIVIST = "activist", "activist or local group"
        MONITOR = "monitor", "monitoring group"
        THINK_TANK = "think_tank", "think-tank"
        PERSON = "person", "person"
        OTHER = "other", "not said"

    class Reliability(models.TextChoices):
        A = "A", "A: reliable"
        B = "B", "B: usually reliable"
        C = "C", "C: fairly reliable"
        D = "D", "D: not usually reliable"
        E = "E", "E: unreliable"
        F = "F", "F: cannot be judged"

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=14, choices=Kind.choices, default=Kind.OTHER)
    address = models.CharField(max_length=300, blank=True)
    """Where it publishes, without scheme: `example.org`, or `t.me/channel` on a host of many."""
    party = models.ForeignKey(Party, models.PROTECT, null=True, blank=True, related_name="sources")
    reliability = models.CharField(max_length=1, choices=Reliability.choices, blank=True)
    reliability_note = models.CharField(max_length=500, blank=True)
    confidential = models.BooleanField(default=False)
    """Its name never leaves the desk, and what it brings is protected from the start."""

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["address"], name="one_source_an_address", condition=~models.Q(address="")
            )
        ]

    def __str__(self) -> str:
        return f"source {self.pk}"  # never its name: this may end in a log

    @property
    def is_held(self) -> bool:
        """Tell whether it is confidential, or the same as one that is."""
        return any(one.confidential for one in self.chain)
