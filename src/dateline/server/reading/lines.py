"""Claims as lines of JSON and as GeoJSON."""

import json
from collections.abc import Iterator
from typing import Any

from dateline.codebook import Claim
from dateline.codebook.claim_json import as_json
from dateline.reading import Reading


def lines(reading: Reading) -> Iterator[str]:
    """Give one line of JSON for each claim, with DESIGN's keys."""
    for claim in reading.claims:
        yield line(as_json(claim))


def line(told: Any) -> str:
    """Return JSON on one line, letters as they are."""
    return json.dumps(told, ensure_ascii=False)


def geojson(reading: Reading) -> dict[str, Any]:
    """Return the claims that have a place as a FeatureCollection (RFC 7946: longitude first).

    A point is the middle of what `properties.place` names, and `radius_m` there how far off it may
    be: no map should show it as a bare dot.
    """
    features = [feature for claim in reading.claims if (feature := _feature(claim))]
    return {"type": "FeatureCollection", "features": features}


def _feature(claim: Claim) -> dict[str, Any] | None:
    if claim.place is None:
        return None
    point = {"type": "Point", "coordinates": [claim.place.lon, claim.place.lat]}
    return {"type": "Feature", "geometry": point, "properties": as_json(claim)}
