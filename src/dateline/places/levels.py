"""How wide a place is: levels, kinds of feature, and the radius that goes with each.

| what | level | radius |
|---|---|---|
| building | building | 150 m |
| part of a town | neighbourhood | 800 m |
| settlement under 5,000, or of unknown size | village | 1.5 km |
| 5,000 to 100,000, seats of an area | town | 2.5 km, 4 km from 30,000 |
| above | city | 7 km, 12 km from 1 million, 25 km from 5 million |
| second-level area | district | its own, else 15 km |
| first-level area | governorate | its own, else 60 km |
| airfield 3 km, camp 1.5 km, bridge or dam 1 km, border crossing 1.5 km | feature | |
| hill 3 km, mountain 8 km, range 40 km, plain or valley 20 km, desert 150 km | feature | |
| river or road 50 km (a line told as one point), lake 10 km, island 15 km | feature | |
| country | country | its own, else 300 km |
| sea, continent, region | region | its own, else 300 km |
"""

from math import cos, radians
from typing import Final

from dateline.codebook import Level, distance_m
from dateline.places.entry import Box

LEVEL_RADIUS: Final[dict[Level, int]] = {
    **{"exact": 50, "building": 150, "neighbourhood": 800, "village": 1_500, "town": 2_500},
    **{"city": 7_000, "district": 15_000, "governorate": 60_000, "feature": 5_000},
    **{"country": 300_000, "region": 300_000},
}
KIND_RADIUS: Final = {
    **{"airfield": 3_000, "camp": 1_500, "crossing": 1_500, "bridge": 1_000, "dam": 1_000},
    **{"hill": 3_000, "mountain": 8_000, "mountains": 40_000, "plain": 20_000, "valley": 20_000},
    **{"desert": 150_000, "river": 50_000, "road": 50_000, "lake": 10_000, "island": 15_000},
    **{"base": 2_000, "oilfield": 8_000, "spring": 500, "port": 2_000, "forest": 15_000},
    **{"sea": 500_000, "continent": 3_000_000, "front": 20_000, "border": 100_000},
}
KINDS: Final = {
    **dict.fromkeys(("AIRB", "AIRP", "AIRF", "AIRH"), "airfield"),
    **dict.fromkeys(("MT", "PK", "VLC"), "mountain"),
    **dict.fromkeys(("MTS", "RDGE"), "mountains"),
    **dict.fromkeys(("HLL", "MND", "TELL", "SPUR"), "hill"),
    **dict.fromkeys(("HLLS", "UPLD"), "mountains"),
    **dict.fromkeys(("PLN", "PLNX", "PLAT", "DPR", "GRSLD", "STPE"), "plain"),
    **dict.fromkeys(("VAL", "VALX", "VALS", "WAD", "WADX"), "valley"),
    **dict.fromkeys(("DSRT", "ERG"), "desert"),
    **dict.fromkeys(("STM", "STMX", "STMS", "CNL", "DSTY"), "river"),
    **dict.fromkeys(("LK", "LKS", "RSV", "LGN", "LKN"), "lake"),
    **dict.fromkeys(("ISL", "ISLS", "ATOL", "ISLF"), "island"),
    **dict.fromkeys(("RD", "ST", "RDJCT", "HWY", "RR"), "road"),
    **dict.fromkeys(("CMP", "CMPRF", "CMPL", "CMPO"), "camp"),
    **dict.fromkeys(("MILB", "INSM", "NVB"), "base"),
    **dict.fromkeys(("OILF", "GASF"), "oilfield"),
    **dict.fromkeys(("PRT", "HBR", "PRTX"), "port"),
    **dict.fromkeys(("SEA", "OCN", "GULF", "BAY", "STRT"), "sea"),
    **{"BDG": "bridge", "DAM": "dam", "PSTB": "crossing", "CSTM": "crossing", "CONT": "continent"},
    **{"SPNG": "spring", "SPNT": "spring", "FRST": "forest", "PEN": "island"},
}
"""GeoNames' feature codes that say what a feature is."""
CLASSES: Final[dict[str, Level]] = {
    **{"S": "building", "L": "feature", "T": "feature", "H": "feature", "V": "feature"},
    **{"R": "feature", "U": "feature"},
}
WIDE: Final = frozenset({"sea", "continent"})
REGIONS: Final = frozenset({"RGN", "RGNE", "RGNH", "RGNL"})
"""Of what GeoNames files beside them most are parks and mere localities."""


def settlement(population: int, *, seat: bool = False) -> Level:
    """Return the level of a settlement; where nobody counted it, it is no more than a village."""
    if population >= 100_000:
        return "city"
    return "town" if population >= 5_000 or seat else "village"


def geonames_level(feature_class: str, code: str, population: int) -> Level:
    """Return the level of a row of GeoNames by its class and code."""
    if feature_class == "P" or not feature_class:
        if code == "PPLX":
            return "neighbourhood"
        return settlement(population, seat=code in ("PPLA", "PPLC", "PPLA2"))
    if feature_class == "A":
        if code.startswith("PCL") or code == "TERR":
            return "country"
        return "governorate" if code in ("ADM1", "ADM1H") else "district"
    if code in REGIONS:
        return "region"
    kind = KINDS.get(code, "")
    if kind:
        return "region" if kind in WIDE else "feature"
    return CLASSES.get(feature_class, "feature")


def radius_m(level: Level, *, population: int = 0, kind: str = "") -> int:
    """Return how far off a point of this level may be, by the table above."""
    if kind in KIND_RADIUS:
        return KIND_RADIUS[kind]
    if level == "city":
        steps = ((5_000_000, 25_000), (1_000_000, 12_000))
        return next((r for most, r in steps if population >= most), LEVEL_RADIUS[level])
    if level == "town" and population >= 30_000:
        return 4_000
    return LEVEL_RADIUS[level]


def box_radius_m(box: Box) -> int:
    """Return half the diagonal of a box: from its middle nothing in it lies farther."""
    west, south, east, north = box
    return max(100, round(distance_m(south, west, north, east) / 2))


def box_around(lat: float, lon: float, metres: float) -> Box:
    """Return a box that holds a circle."""
    high = metres / 111_195
    wide = min(180.0, high / max(0.01, cos(radians(lat))))
    return lon - wide, lat - high, lon + wide, lat + high
