"""What each part of a comparison counts: one table, in natural log-odds (Fellegi and Sunter 1969).

A weight is ln(m / u): how much likelier a part comes out so where two claims are about one
happening (m) than where they merely share a block (u). Judged by hand, rounded to quarters, and
checked on made claims (docs/weighing.md); no corpus was fitted. Parts are added as if they were
independent, which they nearly are; what is not said counts nothing.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

WEIGHTS: Final[Mapping[str, float]] = MappingProxyType(
    {
        # Of the claims in a block few are about one happening.
        "prior": -2.5,
        "day.same": 2.0,
        "day.overlap": 1.0,
        "day.next": -0.25,
        "day.two": -3.0,
        "day.other": -5.0,
        "place.spot": 2.5,
        "place.inside": 1.75,
        "place.edge": 1.25,
        "place.within": 1.5,
        "place.around": 0.5,
        "place.near": -4.0,
        "place.far": -6.0,
        "name.same": 2.0,
        "name.alike": 0.75,
        "name.other": -3.25,
        "party.same": 0.25,
        # Rival accounts of one happening differ in who did it.
        "party.other": -0.75,
        "event.same": 0.5,
        "event.akin": 0.0,
        "event.other": -2.5,
        "target.same": 0.75,
        "target.other": -0.5,
        "toll.none": 1.0,
        "toll.same": 1.5,
        "toll.telling": 3.0,
        "toll.overlap": 0.75,
        "toll.near": 0.25,
        "toll.apart": -2.25,
        "text.near": 2.0,
        "text.alike": 1.0,
    }
)
THRESHOLD: Final = 0.0
"""Above it one happening is likelier than two."""
