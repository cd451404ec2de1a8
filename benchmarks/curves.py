"""Growth curves as a plain SVG: both axes logarithmic, a line a series, peers dashed."""

from collections.abc import Mapping, Sequence
from html import escape
from math import ceil, floor, log10

WIDTH, HEIGHT = 720, 400
LEFT, RIGHT, TOP, BOTTOM = 70, 230, 20, 50
COLOURS = ("#1b5e8c", "#b3541e", "#3c7a3a", "#7a3c78")
Points = Sequence[tuple[float, float]]


def curves(series: Mapping[str, Points], peers: Mapping[str, Points], x: str, y: str) -> str:
    """Return the drawing; a peer has the colour of the series of its name. Values are above 0."""
    every = [point for points in (*series.values(), *peers.values()) for point in points]
    frame = _Frame(every)
    colours = dict(zip(series, COLOURS, strict=False))
    lines = [_line(points, frame, colours[name], "") for name, points in series.items()]
    lines += [_line(points, frame, colours[name], "5 4") for name, points in peers.items()]
    labels = [_label(n, name, colours[name]) for n, name in enumerate(series)]
    note = _text(WIDTH - RIGHT + 15, TOP + 20 * len(series) + 30, "dashed: the peer of its colour")
    axes = [
        _text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 10, x, "middle"),
        f'<text x="15" y="{HEIGHT / 2}" text-anchor="middle" '
        f'transform="rotate(-90 15 {HEIGHT / 2})">{escape(y)}</text>',
    ]
    body = "\n".join([*frame.grid(), *lines, *labels, note, *axes])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        f'font-family="sans-serif" font-size="12" fill="#222">\n'
        f'<rect width="100%" height="100%" fill="#fff"/>\n{body}\n</svg>\n'
    )


class _Frame:
    """Where values stand in the drawing."""

    def __init__(self, points: Points) -> None:
        self.x = _decades([x for x, _ in points])
        self.y = _decades([y for _, y in points])

    def at(self, x: float, y: float) -> tuple[float, float]:
        across = (log10(x) - self.x[0]) / (self.x[1] - self.x[0])
        up = (log10(y) - self.y[0]) / (self.y[1] - self.y[0])
        wide, high = WIDTH - LEFT - RIGHT, HEIGHT - TOP - BOTTOM
        return round(LEFT + across * wide, 1), round(TOP + (1 - up) * high, 1)

    def grid(self) -> list[str]:
        found = []
        for power in range(self.x[0], self.x[1] + 1):
            x, y = self.at(10.0**power, 10.0 ** self.y[0])
            found += [_rule(x, TOP, x, y), _text(x, y + 18, f"{10.0**power:,.12g}", "middle")]
        for power in range(self.y[0], self.y[1] + 1):
            x, y = self.at(10.0 ** self.x[0], 10.0**power)
            found += [
                _rule(x, y, WIDTH - RIGHT, y),
                _text(x - 8, y + 4, f"{10.0**power:,.12g}", "end"),
            ]
        return found


def _decades(values: Sequence[float]) -> tuple[int, int]:
    low, high = floor(log10(min(values))), ceil(log10(max(values)))
    return low, max(high, low + 1)


def _line(points: Points, frame: _Frame, colour: str, dash: str) -> str:
    path = " ".join("{},{}".format(*frame.at(*point)) for point in points)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>'


def _label(n: int, words: str, colour: str) -> str:
    x, y = WIDTH - RIGHT + 15, TOP + 20 * n + 15
    return f'<rect x="{x}" y="{y - 9}" width="10" height="10" fill="{colour}"/>' + _text(
        x + 16, y, words
    )


def _rule(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="#ddd"/>'


def _text(x: float, y: float, words: str, anchor: str = "start") -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{anchor}">{escape(words)}</text>'
