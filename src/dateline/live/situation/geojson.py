"""`map.geojson`: a column's incidents as areas, no finer than readers may know."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils.translation import override

from dateline.ledger.models import Column
from dateline.live.files import SiteFolder
from dateline.live.incidents.happened import Happened
from dateline.weighing.area import Area

from .paths import map_file
from .placed import named, spot


def write(folder: SiteFolder, column: Column, happened: Iterable[Happened]) -> None:
    """Write a column's file, in its language; an incident without a place is not in it."""
    with override(column.language):
        features = [_feature(one, one.area) for one in happened if one.area]
    collection = {"type": "FeatureCollection", "features": features}
    folder.write(map_file(column), json.dumps(collection, ensure_ascii=False))


def _feature(one: Happened, area: Area) -> dict[str, Any]:
    shown = spot(one)
    return {
        "type": "Feature",
        "id": str(one.incident.pk),
        "geometry": {"type": "Point", "coordinates": [area.lon, area.lat]},
        "properties": {
            "title": shown.link.title,
            "path": shown.link.path,
            "name": area.name or next(iter(area.within), ""),
            "place": named(area),
            "level": area.level,
            "radius_m": area.radius_m,
            "disputed": area.disputed,
            "start": _day(shown.first),
            "end": _day(shown.last),
            "when": shown.when,
            "tolls": shown.tolls,
            "origins": shown.origins,
            "origins_low": shown.low,
            "origins_high": shown.high,
        },
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
