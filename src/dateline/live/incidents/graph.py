"""The drawing of who rests on whom: original sources at the start of the line."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from dateline.weighing.origins import Origins

from .view import Box, Graph, Line

MOST_BOXES = 24
"""Beyond it a drawing shows nothing; the list beside it has everyone."""
MOST_COLUMNS = 5
WIDTH, HEIGHT = 190, 36
"""Of a box, in the drawing's own units."""
ACROSS, DOWN = 270, 54
"""From one box to the next."""
LONGEST = 24
"""Characters in a box."""


def graph(found: Origins, names: Mapping[str, str], *, rtl: bool) -> Graph | None:
    """Return the drawing, from right to left where the page is read so; None if it has no lines."""
    original = {node.voice.id: node.original != "no" for node in found.nodes}
    ids = dict.fromkeys([*original, *(edge.on for edge in found.edges)])
    if not found.edges or len(ids) > MOST_BOXES:
        return None
    on: dict[str, set[str]] = defaultdict(set)
    for edge in found.edges:
        on[edge.by].add(edge.on)
    columns = _columns(ids, on)
    across, down = max(columns.values()) + 1, max(_rows(columns).values()) + 1
    width, height = (across - 1) * ACROSS + WIDTH + 2, down * DOWN
    boxes = {}
    for pk, row in _rows(columns).items():
        x = columns[pk] * ACROSS + WIDTH // 2 + 1
        boxes[pk] = Box(
            x=width - x if rtl else x,
            y=row * DOWN + DOWN // 2,
            words=_short(names[pk]),
            original=original.get(pk, False),
        )
    # An edge once, however many reports bear it out; one that is sure in any of them is sure.
    pairs: dict[tuple[str, str], bool] = {}
    for edge in found.edges:
        pair = (edge.on, edge.by)
        pairs[pair] = pairs.get(pair, False) or edge.sure
    lines = tuple(
        Line(_path(boxes[start], boxes[end]), sure) for (start, end), sure in pairs.items()
    )
    return Graph(width, height, tuple(boxes.values()), lines)


def _columns(ids: Iterable[str], on: Mapping[str, set[str]]) -> dict[str, int]:
    """Return how many steps each voice is away from those that rest on nobody."""
    columns = dict.fromkeys(ids, 0)
    for _ in range(MOST_COLUMNS - 1):  # a ring would go on for ever
        for pk in columns:
            below = [columns[other] for other in on.get(pk, ()) if other != pk]
            columns[pk] = min(MOST_COLUMNS - 1, max(below, default=-1) + 1)
    return columns


def _rows(columns: Mapping[str, int]) -> dict[str, int]:
    filled: dict[int, int] = defaultdict(int)
    rows = {}
    for pk, column in columns.items():
        rows[pk] = filled[column]
        filled[column] += 1
    return rows


def _path(start: Box, end: Box) -> str:
    side = WIDTH // 2 if end.x >= start.x else -(WIDTH // 2)
    x1, x2 = start.x + side, end.x - side
    middle = (x1 + x2) // 2
    return f"M{x1} {start.y}C{middle} {start.y} {middle} {end.y} {x2} {end.y}"


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
