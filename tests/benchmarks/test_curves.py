"""The drawing of growth curves: well-formed, and everything inside it."""

import xml.etree.ElementTree as ET

import pytest

from benchmarks.curves import HEIGHT, WIDTH, curves

SVG = "{http://www.w3.org/2000/svg}"


def drawn(series, peers=None):
    return ET.fromstring(curves(series, peers or {}, "claims", "ms"))  # noqa: S314  our own words


@pytest.mark.parametrize(
    "points",
    [[(1_000, 5.0), (100_000, 5.0)], [(1_000, 0.01), (30_000, 2_500.0)], [(1, 1)], [(10, 10)]],
)
def test_every_point_lies_in_the_drawing(points):
    (line,) = drawn({"propose": points}).findall(f"{SVG}polyline")
    spots = [tuple(map(float, spot.split(","))) for spot in line.get("points").split()]
    assert len(spots) == len(points)
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in spots)


def test_more_is_higher_and_farther_right():
    (line,) = drawn({"a": [(10, 1), (100, 10)]}).findall(f"{SVG}polyline")
    (x1, y1), (x2, y2) = (map(float, spot.split(",")) for spot in line.get("points").split())
    assert x2 > x1
    assert y2 < y1


def test_a_peer_is_dashed_in_the_colour_of_its_series():
    ours, peer = drawn({"a": [(10, 1)]}, {"a": [(10, 5)]}).findall(f"{SVG}polyline")
    assert ours.get("stroke") == peer.get("stroke")
    assert (ours.get("stroke-dasharray"), peer.get("stroke-dasharray")) == (None, "5 4")


def test_a_hostile_name_stays_words():
    assert "<b>&" in [text.text for text in drawn({"<b>&": [(10, 1)]}).findall(f"{SVG}text")]
