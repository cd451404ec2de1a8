"""Index rows by which claims and sources are found again; no record, and made anew at any time."""

from django.db import models

from .claim import Claim
from .record import Guarded
from .source import Source

KEY = 32
"""Hexadecimal digits of a key, see `keys.digest_of`."""


class GroupingKey(Guarded):
    """An accepted claim: others that share a key may be about the same, or name the same."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="+")
    key = models.CharField(max_length=KEY)

    class Meta:
        indexes = [models.Index(fields=["key", "claim"], name="grouping_by_key")]

    def __str__(self) -> str:
        return self.key


class SourceKey(Guarded):
    """A source by its name or its address, as texts name it."""

    source = models.ForeignKey(Source, models.PROTECT, related_name="+")
    key = models.CharField(max_length=KEY)

    class Meta:
        indexes = [models.Index(fields=["key", "source"], name="source_by_key")]

    def __str__(self) -> str:
        return self.key
