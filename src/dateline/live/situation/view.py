"""What the situation shows, as plain values: the templates take these and nothing else."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from dateline.live.incidents.view import Figure
from dateline.live.view import Link


@dataclass(frozen=True)
class Clause:
    """A clause of the summary; `cites` lead to the incidents and claims that it rests on."""

    sort: str
    """attributed, silence or assessment."""
    sort_words: str
    words: str
    cites: tuple[Link, ...]
    """Titles are numbers, counted through the summary."""
    outdated: bool


@dataclass(frozen=True)
class Front:
    """What the summary says of a front."""

    name: str
    clauses: tuple[Clause, ...]
    news: tuple[Link, ...]
    """Incidents of it that the summary does not have yet."""


@dataclass(frozen=True)
class Summary:
    """The published summary, with its window and what it was made from."""

    fronts: tuple[Front, ...]
    since: datetime
    until: datetime
    coverage: str
    signed: str
    published_at: datetime | None


@dataclass(frozen=True)
class Share:
    """An incident in a total, with its own figure in words."""

    link: Link
    number: str
    when: str


@dataclass(frozen=True)
class Toll:
    """A running total, and the incidents that it is made of."""

    code: str
    category: str
    number: str
    counted: int
    """How many incidents are in it; `shares` may be the newest of them."""
    shares: tuple[Share, ...]
    uncounted: tuple[Share, ...]
    """Incidents in no total; their `number` says why."""
    totals: tuple[Figure, ...]
    """Speakers' own totals, added to nothing."""
    as_of: datetime | None


@dataclass(frozen=True)
class Spot:
    """An incident at its place, and what the map's file says of it."""

    link: Link
    when: str
    first: date | None
    last: date | None
    tolls: str
    origins: str
    low: int
    high: int


@dataclass(frozen=True)
class Place:
    """An area, never a bare dot, with what happened in it, the newest first."""

    name: str
    radius: str
    """In words."""
    level: str
    lat: float
    lon: float
    radius_m: int
    disputed: bool
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Situation:
    """All that stands beside the updates; each part may be empty."""

    summary: Summary | None
    since: date | None
    tolls: tuple[Toll, ...]
    places: tuple[Place, ...]
    placeless: tuple[Spot, ...]
    """Incidents of which nobody says where."""
    map_file: str
    """Path of the map's data from the site's root."""
    whole: str
    """Path of the page that lists every incident, where this leaves some out."""
    zone: ZoneInfo

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self.summary or self.tolls or self.places or self.placeless)

    @property
    def count(self) -> int:
        """How many places the list has."""
        return len(self.places) + bool(self.placeless)
