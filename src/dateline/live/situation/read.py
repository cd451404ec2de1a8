"""From a column's weighed incidents to what stands beside its updates."""

from collections.abc import Sequence

from dateline.ledger.models import Column
from dateline.live.incidents.happened import Happened

from .counted import tolls
from .paths import every_incident, map_file
from .placed import day_of, placeless, places
from .summed import summary
from .view import Situation

MOST = 60
"""Incidents that the lists beside the updates show, the newest; a page of its own has all."""


def situation(column: Column, happened: Sequence[Happened], most: int | None = MOST) -> Situation:
    """Return the situation in the active language; None shows every incident."""
    newest = sorted(happened, key=day_of, reverse=True)[:most]
    return Situation(
        summary=summary(column, happened),
        since=column.tolls_since,
        tolls=tolls(happened, column.tolls_since, most),
        places=places(newest),
        placeless=placeless(newest),
        map_file=map_file(column),
        whole=every_incident(column) if len(newest) < len(happened) else "",
        zone=column.zone_info,
    )
