"""Pictures that the desk brought in."""

from django.db import models

from .record import Record


class Media(Record):
    """A picture: its bytes lie in the bytes folder under their hash, exactly as they came."""

    sha256 = models.CharField(max_length=64)
    format = models.CharField(max_length=8)
    """What the bytes are by their own evidence: JPEG, PNG or WEBP."""
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    """Width and height in pixels, upright."""
    alt = models.CharField(max_length=500)
    credit = models.CharField(max_length=200)
    brought_at = models.DateTimeField()
    redacted = models.BooleanField(default=False)

    def __str__(self) -> str:
        return self.alt
