"""A small part of the world, made of entries: what every test of a search starts from."""

from pathlib import Path

from dateline.codebook import Level
from dateline.places import Entry, Gazetteer, build
from dateline.places.levels import radius_m


def place(
    id_: str,
    name: str,
    lat: float,
    lon: float,
    level: Level,
    *names: str,
    parent: str = "",
    code: str = "",
    country: str = "SY",
    population: int = 0,
    kind: str = "",
    radius: int = 0,
) -> Entry:
    """Make an entry with what a test says and the radius of its level."""
    metres = radius or radius_m(level, population=population, kind=kind)
    return Entry(
        id=id_,
        name=name,
        lat=lat,
        lon=lon,
        level=level,
        radius_m=metres,
        names=names,
        parent=parent,
        code=code,
        country=country,
        population=population,
        kind=kind,
        source="test",
    )


SYRIA = place("t:sy", "Syria", 35.0, 38.0, "country", "سوريا", "Сирия", code="SY")
IDLIB = place("t:id", "Idlib", 35.86, 36.63, "governorate", "إدلب", parent="SY", code="SY.12")
ALEPPO = place(
    "t:al", "Ḩalab", 36.2, 37.4, "governorate", "Aleppo", "حلب", parent="SY", code="SY.09"
)
CAST = [
    SYRIA,
    IDLIB,
    ALEPPO,
    place("t:1", "Sarmīn", 35.904, 36.725, "village", "سرمين", parent="SY.12"),
    place(
        "t:2", "Idlib", 35.93, 36.63, "city", "إدلب", "Idleb", parent="SY.12", population=128_840
    ),
    place(
        "t:3", "Aleppo", 36.2, 37.16, "city", "حلب", "Алеппо", parent="SY.09", population=2_098_210
    ),
    place("t:4", "Kafr Nabl", 35.61, 36.56, "town", "كفرنبل", parent="SY.12", population=15_455),
    place("t:5", "Jisr ash Shughūr", 35.81, 36.32, "town", "جسر الشغور", parent="SY.12"),
    place("t:6", "Al Bāb", 36.37, 37.52, "town", "الباب", parent="SY.09", population=63_069),
    place("t:7", "Saraqib", 35.86, 36.8, "town", "سراقب", parent="SY.12", population=34_231),
    place("t:8", "Kweires", 36.187, 37.583, "feature", "كويرس", parent="SY.09", kind="airfield"),
    place("t:9", "Jabal al-Akrad", 35.72, 36.25, "feature", "جبل الأكراد", kind="mountains"),
    place("t:us", "United States", 39.0, -98.0, "country", code="US", country="US"),
    place(
        "t:tx",
        "Texas",
        31.0,
        -99.0,
        "governorate",
        parent="US",
        code="US.TX",
        country="US",
        radius=600_000,
    ),
    place("t:px", "Paris", 33.66, -95.55, "town", parent="US.TX", country="US", population=24_782),
    place("t:fr", "Paris", 48.85, 2.35, "city", country="FR", population=2_138_551),
    *(
        place(f"t:s{n:02}", "Springfield", 30.0 + n / 3, -90.0, "town", country="US", parent="US")
        for n in range(60)
    ),
    *(
        place(f"t:q{n:02}", "Al Qādisīyah", 30.0 + n / 9, 44.0, "village", country="IQ")
        for n in range(60)
    ),
]


def gazetteer(folder: Path, *more: Entry) -> Gazetteer:
    """Build the cast, and more, and open it."""
    target = folder / "cast.sqlite"
    build(target, [CAST, more])
    return Gazetteer(target)
