"""A plain map to draw on: the column's incidents as circles, equirectangular, without a script.

It is the picture of an image button: a click sends where it fell, and the page comes back with it.
"""

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, radians
from xml.sax.saxutils import escape

from dateline.weighing.area import Area

WIDTH, HEIGHT = 700, 460
"""Pixels, as the style sheet has them too: a picture that is scaled tells other clicks."""
LEAST_DEGREES = 0.5
METRES_A_DEGREE = 111_195
WORLD = (0.0, 0.0, 180.0)
INK, PAPER, LINE, MARK = "#15171c", "#f5f6f8", "#8d94a2", "#0b4f8a"

Points = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class MapView:
    """Which part of the earth is seen: its middle, and degrees of latitude from top to bottom."""

    lon: float
    lat: float
    tall: float

    @classmethod
    def over(cls, points: Points, wider: int) -> "MapView":
        """Return a view of all these points, made wider by so many steps of two."""
        if not points:
            lon, lat, tall = WORLD
        else:
            lons, lats = [one[0] for one in points], [one[1] for one in points]
            lon, lat = (min(lons) + max(lons)) / 2, (min(lats) + max(lats)) / 2
            across = (max(lons) - min(lons)) * cls(lon, lat, 1).stretch * HEIGHT / WIDTH
            tall = max(LEAST_DEGREES, max(lats) - min(lats), across) * 1.4
        return cls(lon, lat, min(180.0, tall * 2.0**wider))

    @property
    def stretch(self) -> float:
        """How much shorter a degree of longitude is than one of latitude, in the middle."""
        return max(0.05, cos(radians(self.lat)))

    @property
    def scale(self) -> float:
        """Pixels a degree of latitude."""
        return HEIGHT / self.tall

    def pixel(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point lies in the picture."""
        x = WIDTH / 2 + (lon - self.lon) * self.stretch * self.scale
        return round(x, 1), round(HEIGHT / 2 - (lat - self.lat) * self.scale, 1)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the point at a pixel, as longitude and latitude on earth."""
        lon = self.lon + (x - WIDTH / 2) / (self.stretch * self.scale)
        lat = self.lat + (HEIGHT / 2 - y) / self.scale
        return round(max(-180.0, min(180.0, lon)), 5), round(max(-90.0, min(90.0, lat)), 5)


def picture(seen: MapView, areas: Iterable[Area], rings: Iterable[Points], corners: Points) -> str:
    """Return the map as a data address that an image button shows."""
    inside = [
        *(_ring(seen, ring) for ring in rings),
        *(_area(seen, one) for one in areas),
        _corners(seen, corners),
    ]
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(inside)}</svg>'
    )
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"


def _area(seen: MapView, area: Area) -> str:
    x, y = seen.pixel(area.lon, area.lat)
    radius = round(max(3.0, area.radius_m / METRES_A_DEGREE * seen.scale), 1)
    name = escape(area.name[:40])
    return (
        f'<circle cx="{x}" cy="{y}" r="{radius}" fill="{LINE}" fill-opacity=".35" stroke="{INK}"/>'
        f'<text x="{x + 6}" y="{y - 5}" font-family="sans-serif" font-size="12" '
        f'fill="{INK}">{name}</text>'
    )


def _ring(seen: MapView, ring: Points) -> str:
    return (
        f'<polygon points="{_path(seen, ring)}" fill="{MARK}" fill-opacity=".12" '
        f'stroke="{MARK}" stroke-width="2"/>'
    )


def _corners(seen: MapView, corners: Points) -> str:
    dots = [
        f'<circle cx="{x}" cy="{y}" r="4" fill="{MARK}"/>'
        for x, y in (seen.pixel(*one) for one in corners)
    ]
    line = f'<polyline points="{_path(seen, corners)}" fill="none" stroke="{MARK}"/>'
    return line + "".join(dots)


def _path(seen: MapView, points: Points) -> str:
    return " ".join("{},{}".format(*seen.pixel(*one)) for one in points)
