"""A place drawn small: its radius, what lies around, and a measure. Equirectangular, as SVG."""

from collections.abc import Callable, Iterable
from xml.sax.saxutils import escape

from dateline.codebook import Place, distance_m
from dateline.desk.fronts.map import HEIGHT, METRES_A_DEGREE, WIDTH, MapView

LEAST_M = 20_000
"""Metres from top to bottom at least: nearer by, nothing would be there to compare with."""
FARTHEST_M = 300_000
WIDE = ("country", "region", "governorate", "district")
MEASURES = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000)
LABEL = (190, 28)
"""Pixels that a name takes, across and down, before the picture is shown at half its size."""
INK, SOFT, PAPER, MARK = "#15171c", "#5b6270", "#f5f6f8", "#0b4f8a"


def drawn(place: Place, around: Iterable[Place], said: Callable[[int], str]) -> str:
    """Return an SVG of a place among others; `said` says a distance in metres."""
    here = [one for one in around if one.level not in WIDE]
    seen = MapView(place.lon, place.lat, _tall(place, here))
    radius = max(6.0, place.radius_m / METRES_A_DEGREE * seen.scale)
    below = min(HEIGHT / 2 + radius + 28, HEIGHT - 52)
    parts = [_circle(radius), *_others(seen, here)]
    parts += [_label(WIDTH / 2, below, place.name, INK, "middle"), _bar(seen, said)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}">'
        f'<rect width="100%" height="100%" fill="{PAPER}"/>{"".join(parts)}</svg>'
    )


def _tall(place: Place, others: list[Place]) -> float:
    """Return degrees in which the radius fits and the nearest named place is in sight."""
    away = (distance_m(place.lat, place.lon, one.lat, one.lon) for one in others)
    metres = max(LEAST_M, place.radius_m * 3.0, min(min(away, default=0.0) * 2.6, FARTHEST_M))
    return metres / METRES_A_DEGREE


def _others(seen: MapView, others: list[Place]) -> Iterable[str]:
    """Yield a dot for each place in sight, and its name where no name stands there yet."""
    named = [(WIDTH / 2, HEIGHT / 2)]
    for one in others:
        x, y = seen.pixel(one.lon, one.lat)
        if not (18 < x < WIDTH - 18 and 28 < y < HEIGHT - 66):
            continue
        yield f'<circle cx="{x}" cy="{y}" r="5" fill="{SOFT}"/>'
        if all(abs(x - left) > LABEL[0] or abs(y - top) > LABEL[1] for left, top in named):
            named.append((x, y))
            anchor = "end" if x > WIDTH * 0.7 else "start"
            yield _label(x + (-13 if anchor == "end" else 13), y + 8, one.name, SOFT, anchor)


def _circle(radius: float) -> str:
    return (
        f'<circle cx="{WIDTH / 2}" cy="{HEIGHT / 2}" r="{radius:.1f}" fill="{MARK}" '
        f'fill-opacity=".18" stroke="{MARK}" stroke-width="3"/>'
    )


def _label(x: float, y: float, words: str, ink: str, anchor: str) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-family="sans-serif" '
        f'font-size="24" fill="{ink}">{escape(words[:30])}</text>'
    )


def _bar(seen: MapView, said: Callable[[int], str]) -> str:
    """Return a measure of at most a third of the width."""
    per_metre = seen.scale / METRES_A_DEGREE
    fits = [one for one in MEASURES if one * per_metre <= WIDTH / 3]
    length = fits[-1] if fits else MEASURES[0]
    end = 22 + length * per_metre
    return (
        f'<path d="M22 {HEIGHT - 30}v9H{end:.1f}v-9" fill="none" stroke="{INK}" stroke-width="2"/>'
        f"{_label(end + 12, HEIGHT - 20, said(length), INK, 'start')}"
    )
