"""What is known of a text before it is read."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from dateline.codebook import Place
from dateline.places import Context, Learnt, Lesson
from dateline.reading import Reader, Reading


@dataclass(frozen=True)
class Given:
    """When a text was published, and where its story is set."""

    published: datetime | None = None
    zone: ZoneInfo | None = None
    country: str = ""
    """ISO 3166-1, two letters: a bias, not a limit."""
    taught: tuple[Place, ...] = ()
    """Places under the names that a desk's accepted claims give them."""

    def read(self, text: str, reader: Reader) -> Reading:
        """Read a text by what is known of it."""
        learnt = Learnt(map(_lesson, self.taught))
        context = Context(self.country, learnt=learnt)
        return reader.read(text, published=self.published, zone=self.zone, context=context)


def _lesson(place: Place) -> Lesson:
    """Return what a place teaches: that its words, in a report, mean it."""
    return Lesson(
        id=place.gazetteer or place.name,
        name=place.words,
        lat=place.lat,
        lon=place.lon,
        level=place.level,
        radius_m=place.radius_m,
        country=place.country,
        admin=place.admin,
    )
