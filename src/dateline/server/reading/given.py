"""What is known of a text before it is read."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from dateline.places import Context
from dateline.reading import Reader, Reading


@dataclass(frozen=True)
class Given:
    """When a text was published, and where its story is set."""

    published: datetime | None = None
    zone: ZoneInfo | None = None
    country: str = ""
    """ISO 3166-1, two letters: a bias, not a limit."""

    def read(self, text: str, reader: Reader) -> Reading:
        """Read a text by what is known of it."""
        context = Context(self.country)
        return reader.read(text, published=self.published, zone=self.zone, context=context)
