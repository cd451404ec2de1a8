"""Pages of fronts: a column's list, and one while it is named and drawn."""

from collections import Counter
from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from dateline.desk.access import DeskRequest
from dateline.ledger.models import Claim, Column, Front
from dateline.ledger.weighed import told_of_each
from dateline.weighing.area import Area, area

from .map import HEIGHT, WIDTH, MapView, picture
from .outline import Drawing, written

MOST_PLACES = 2_000
"""Claims, the newest, whose places name areas to choose from."""
MOST_NAMES = 40
MOST_DRAWN = 300
"""Incidents on the map, the newest by their ids."""


def list_page(
    request: DeskRequest, column: Column, *, notice: str = "", status: int = 200
) -> HttpResponse:
    """Show a column's fronts in the order of its summary, retired ones after them."""
    fronts = column.fronts.order_by("retired", "position", "name", "pk")
    context = {"column": column, "fronts": fronts, "notice": notice}
    return render(request, "desk/fronts/list.html", context, status=status)


def front_page(
    request: DeskRequest,
    column: Column,
    drawing: Drawing,
    *,
    front: Front | None = None,
    notice: str = "",
    status: int = 200,
    typed: str = "",
) -> HttpResponse:
    """Show a front while it is named and drawn."""
    areas = areas_of(column)
    seen = view_of(areas, drawing)
    context: dict[str, Any] = {
        "column": column,
        "front": front,
        "drawing": drawing,
        "names": _names(column, drawing.areas),
        "rings": [(n, len(ring), written(ring)) for n, ring in enumerate(drawing.rings)],
        "corners": written(drawing.corners),
        "listed": [f"{lat:.4f}, {lon:.4f}" for lon, lat in drawing.corners],
        "map": picture(seen, areas, drawing.rings, drawing.corners),
        "width": WIDTH,
        "height": HEIGHT,
        "notice": notice,
        "typed": typed,
    }
    return render(request, "desk/fronts/form.html", context, status=status)


def areas_of(column: Column) -> list[Area]:
    """Return where the column's incidents happened, as the desk knows it."""
    rows = column.incidents.filter(merged_into=None).order_by("-pk")
    told = told_of_each(rows.values_list("pk", flat=True)[:MOST_DRAWN])
    return [found for one in told.values() if (found := area(one))]


def view_of(areas: list[Area], drawing: Drawing) -> MapView:
    """Return the part of the earth that holds the incidents, as wide as the form says.

    It does not follow what is drawn: the map must not move under the hand.
    """
    points = [(one.lon, one.lat) for one in areas if one.level not in ("country", "region")]
    return MapView.over(points, drawing.wider)


def _names(column: Column, chosen: tuple[str, ...]) -> list[tuple[str, bool]]:
    """Return names of areas to choose from: those chosen, then those that claims lie in."""
    rows = Claim.objects.filter(column=column, status=Claim.Status.ACCEPTED)
    rows = rows.order_by("-text__capture__captured_at")
    places = rows.values_list("said__place", flat=True)[:MOST_PLACES]
    counted = Counter(
        name for place in places if place for name in place.get("admin") or () if name
    )
    names = [name for name, _ in counted.most_common(MOST_NAMES)]
    return [(name, name in chosen) for name in dict.fromkeys([*chosen, *sorted(names)])]
