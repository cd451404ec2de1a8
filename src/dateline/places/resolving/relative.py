""" "The town": the last place of that sort that the text named."""

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from dateline.codebook import Level
from dateline.places.locate import Located

Levels = tuple[Level, ...]
TOWN: Final[tuple[Levels, ...]] = (("town", "village"), ("neighbourhood", "city"))
"""A town, else what is larger or smaller: nobody calls Aleppo a town while Sarmin stands there."""
CITY: Final[tuple[Levels, ...]] = (("city",), ("town",))
AREA: Final[tuple[Levels, ...]] = (("governorate",), ("district",))
PART: Final[tuple[Levels, ...]] = (("neighbourhood",),)
AROUND: Final[tuple[Levels, ...]] = (
    ("town", "village", "city", "neighbourhood", "feature", "district", "governorate"),
)
"""The land around whatever was named last."""
COUNTRY: Final[tuple[Levels, ...]] = (("country",),)
MEANT: Final[Mapping[str, tuple[Levels, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(("town", "village", "settlement", "hamlet"), TOWN),
        **dict.fromkeys(("посёлок", "поселок", "село", "селе", "деревня", "деревне"), TOWN),
        **dict.fromkeys(("البلدة", "القرية"), TOWN),
        **dict.fromkeys(("city", "город", "городе", "города", "المدينة"), CITY),
        **dict.fromkeys(("province", "governorate", "state", "county"), AREA),
        **dict.fromkeys(("district", "область", "области", "провинция", "المحافظة"), AREA),
        **dict.fromkeys(("neighbourhood", "neighborhood", "quarter", "suburb", "الحي"), PART),
        **dict.fromkeys(("area", "vicinity", "countryside", "outskirts", "zone", "front"), AROUND),
        "region": AROUND,
        **dict.fromkeys(("country", "nation", "страна", "стране", "البلاد"), COUNTRY),
    }
)
KINDS: Final = MappingProxyType(
    {
        **dict.fromkeys(("airbase", "airport", "airfield", "base"), ("airfield", "base")),
        **dict.fromkeys(("mountain", "mountains", "hills"), ("mountain", "mountains", "hill")),
        **{"river": ("river",), "camp": ("camp",), "island": ("island",), "plain": ("plain",)},
    }
)
LOOK_BACK: Final = 100
"""Places: nobody remembers what stood before them."""
POINTED: Final = re.compile(
    r"(?:(?:the|this|that|same|nearby|этот|этом|в|هذه|هذا|تلك)\s+){0,3}(?P<sort>[\w']+)",
    re.IGNORECASE,
)


def sort_of(words: str) -> str | None:
    """Return the word of "the town" that says what sort of place is meant; None for a name."""
    told = POINTED.fullmatch(words.strip())
    sort = told["sort"].lower() if told else ""
    if words.strip().islower() or words[:4].lower() in ("the ", "this", "that"):
        return sort if sort in MEANT or sort in KINDS else None
    return sort if sort in MEANT and not sort.isascii() else None


def last_named(sort: str, before: Sequence[Located]) -> Located | None:
    """Return the last place named of this sort, the nearest mention first; None where none was."""
    kinds = KINDS.get(sort, ())
    for levels in MEANT.get(sort, ((),)):
        for located in before[: -LOOK_BACK - 1 : -1]:
            if located.level in levels or _kind(located) in kinds:
                return located
    return None


def _kind(located: Located) -> str | None:
    return (located.candidates[0].kind or None) if located.candidates else None
