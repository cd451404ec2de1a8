"""A front while it is drawn: its areas by name, its outlines, the corners set so far.

All of it travels in the form itself: nothing is saved, and nothing lost, before an editor saves.
"""

import re
from dataclasses import dataclass, field, replace

from dateline.desk.access import DeskRequest
from dateline.desk.sent import sent_number
from dateline.ledger.models import Front
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.fronts import FrontText

from .map import MapView

Point = tuple[float, float]
"""Longitude and latitude; WGS 84, decimal degrees."""
TYPED = re.compile(r"\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*")
WHERE = "Type a corner as latitude, longitude: 35.904, 36.726."
MOST_FIELDS = 60


@dataclass(frozen=True)
class Drawing:
    """What the form holds."""

    name: str = ""
    areas: tuple[str, ...] = ()
    rings: tuple[tuple[Point, ...], ...] = ()
    corners: tuple[Point, ...] = field(default=())
    """Of the outline that is not closed yet."""
    wider: int = 0
    """How often the map was made wider."""
    based_on: int = 0
    """The front's revision as it was seen; 0 for a new one."""

    @classmethod
    def of(cls, front: Front) -> "Drawing":
        """Return a front as it stands."""
        rings = tuple(tuple((lon, lat) for lon, lat in ring) for ring in front.rings)
        return cls(front.name, tuple(front.areas), rings, based_on=front.revision)

    @classmethod
    def sent(cls, request: DeskRequest) -> "Drawing":
        """Return what a form holds; what nobody could have drawn is left out."""
        post = request.POST
        typed = [*post.getlist("area")[:MOST_FIELDS], *post.get("areas", "").split(",")]
        areas = dict.fromkeys(one.strip() for one in typed if one.strip())
        rings = tuple(points_in(one) for one in post.getlist("ring")[:MOST_FIELDS])
        wider = post.get("wider", "")
        return cls(
            post.get("name", ""),
            tuple(areas),
            tuple(ring for ring in rings if ring),
            points_in(post.get("corners", "")),
            int(wider) if wider.lstrip("-") in set("0123456789") else 0,
            sent_number(request, "based_on"),
        )

    def text(self, position: int) -> FrontText:
        """Return what an editor said, as the ledger takes it; the open outline is closed."""
        rings = (*self.rings, self.corners) if self.corners else self.rings
        return FrontText(name=self.name, areas=self.areas, rings=rings, position=position)


def points_in(words: str) -> tuple[Point, ...]:
    """Return points written as `lon,lat lon,lat`; none where one of them is no point."""
    try:
        pairs = [one.split(",") for one in words.split()]
        return tuple((float(lon), float(lat)) for lon, lat in pairs)
    except ValueError:
        return ()


def written(points: tuple[Point, ...]) -> str:
    """Return points as `points_in` reads them."""
    return " ".join(f"{lon:.5f},{lat:.5f}" for lon, lat in points)


def drawn(drawing: Drawing, request: DeskRequest, seen: MapView) -> Drawing:
    """Do what a button of the form says. Raises Refused for a corner that is none."""
    post, corners = request.POST, drawing.corners
    if post.get("at.x") is not None:
        return replace(drawing, corners=(*corners, _clicked(request, seen)))
    act = post.get("draw", "") or ("corner" if post.get("corner", "").strip() else "")
    match act:
        case "corner":
            return replace(drawing, corners=(*corners, typed_corner(post.get("corner", ""))))
        case "back":
            return replace(drawing, corners=corners[:-1])
        case "close":
            if len(corners) < 3:
                raise Refused("An outline has three corners at the least.")
            return replace(drawing, rings=(*drawing.rings, corners), corners=())
        case "wider":
            return replace(drawing, wider=min(6, drawing.wider + 1))
        case "nearer":
            return replace(drawing, wider=max(-6, drawing.wider - 1))
        case _ if act.startswith("drop-"):
            gone = act.removeprefix("drop-")
            kept = (one for n, one in enumerate(drawing.rings) if str(n) != gone)
            return replace(drawing, rings=tuple(kept))
    return drawing


def typed_corner(words: str) -> Point:
    """Return a corner that was typed as latitude, longitude."""
    found = TYPED.fullmatch(words[:80])
    if not found:
        raise Refused(WHERE)
    lat, lon = float(found[1]), float(found[2])
    if abs(lat) > 90 or abs(lon) > 180:
        raise Refused(WHERE)
    return lon, lat


def _clicked(request: DeskRequest, seen: MapView) -> Point:
    try:
        x, y = float(request.POST["at.x"]), float(request.POST["at.y"])
    except (KeyError, ValueError):
        raise Refused(WHERE) from None
    if (x, y) == (0, 0):  # what a browser sends where the map was pressed by a key
        raise Refused(f"A key cannot point at the map. {WHERE}")
    return seen.point(x, y)
