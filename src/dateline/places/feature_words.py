"""Words beside a name that say what is meant: "airbase", "countryside", "province", "جبل"."""

from dataclasses import dataclass
from typing import Final

from dateline.codebook import Level
from dateline.places.wordings import WORDINGS


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a word asks of a candidate, and what it makes of one that is nothing of the kind."""

    kinds: tuple[str, ...] = ()
    levels: tuple[Level, ...] = ()
    level: Level | None = None
    """The level of what is meant where the gazetteer knows only the place that it is named for."""
    beyond_m: int = 0
    """How far from that place it may lie."""


AIRFIELD: Final = Meaning(("airfield", "base"), level="feature", beyond_m=10_000)
BASE: Final = Meaning(("base", "airfield"), level="feature", beyond_m=10_000)
AREA: Final = Meaning(levels=("governorate", "district", "region", "country"))
DISTRICT: Final = Meaning(levels=("district", "neighbourhood", "governorate", "town", "city"))
TOWN: Final = Meaning(levels=("town", "city", "village", "neighbourhood"))
PART: Final = Meaning(levels=("neighbourhood", "village", "town"), level="neighbourhood")
MOUNTAINS: Final = Meaning(("mountains", "mountain", "hill"), level="feature", beyond_m=15_000)
PLAIN: Final = Meaning(("plain", "valley"), level="feature", beyond_m=20_000)
RIVER: Final = Meaning(("river",), level="feature", beyond_m=50_000)
CAMP: Final = Meaning(("camp", "base"), level="feature", beyond_m=4_000)
CROSSING: Final = Meaning(("crossing", "bridge"), level="feature", beyond_m=15_000)
BORDER: Final = Meaning(("border",), level="region", beyond_m=0)
ROAD: Final = Meaning(("road",), level="feature", beyond_m=15_000)
WATER: Final = Meaning(("lake", "sea"), levels=("region", "feature"))
SPOT: Final = Meaning(level="neighbourhood", beyond_m=3_000)

WORDS: Final[dict[str, Meaning]] = {
    **dict.fromkeys(("airbase", "air base", "airport", "airfield", "military airport"), AIRFIELD),
    **dict.fromkeys(("air force base", "مطار", "авиабаза", "аэродром", "аэропорт"), AIRFIELD),
    **dict.fromkeys(("military base", "base", "garrison", "قاعدة", "база"), BASE),
    **dict.fromkeys(("province", "governorate", "oblast", "region", "state"), AREA),
    **dict.fromkeys(("محافظة", "провинция", "область", "мухафаза"), AREA),
    **dict.fromkeys(("subdistrict", "sub district", "district", "county", "raion"), DISTRICT),
    **dict.fromkeys(("nahiya", "ناحية", "منطقة", "район"), DISTRICT),
    **dict.fromkeys(("city", "town", "village", "villages", "hamlet", "farm", "farms"), TOWN),
    **dict.fromkeys(("مدينة", "بلدة", "قرية", "город", "село", "деревня", "посёлок"), TOWN),
    **dict.fromkeys(("місто", "селище", "смт", "хутір", "пгт"), TOWN),
    **dict.fromkeys(("провінція", "région", "provincia", "provinz", "gouvernorat", "ili"), AREA),
    **dict.fromkeys(("gouvernorat de", "gouvernorat d’", "province de", "provincia de"), AREA),
    **dict.fromkeys(("neighborhood", "neighbourhood", "quarter", "suburb", "حي", "квартал"), PART),
    **dict.fromkeys(("mountains", "mountain", "mount", "jebel", "jabal", "جبل", "جبال"), MOUNTAINS),
    **dict.fromkeys(("hill", "hills", "гора", "горы"), MOUNTAINS),
    **dict.fromkeys(("plain", "plains", "valley", "سهل"), PLAIN),
    **dict.fromkeys(("river", "نهر", "река"), RIVER),
    **dict.fromkeys(("refugee camp", "camp", "مخيم", "лагерь"), CAMP),
    **dict.fromkeys(("border crossing", "crossing", "crossings", "bridge", "معبر"), CROSSING),
    **dict.fromkeys(("border", "frontier", "حدود", "граница"), BORDER),
    **dict.fromkeys(("road", "highway", "street", "motorway", "طريق", "трасса"), ROAD),
    **dict.fromkeys(("lake", "sea", "gulf", "بحيرة", "بحر", "озеро", "море"), WATER),
    **dict.fromkeys(("roundabout", "market", "square", "hospital", "school", "mosque"), SPOT),
    **dict.fromkeys(("prison", "checkpoint", "factory", "bakery", "university", "church"), SPOT),
    **dict.fromkeys(("refinery", "cemetery", "headquarters", "junction", "power plant"), SPOT),
    **dict.fromkeys(("сектор", "مستشفى", "مشفى", "مدرسة", "مسجد", "جامع", "سوق", "دوار"), SPOT),
    **dict.fromkeys(("area", "front", "area of"), Meaning()),
}
COUNTRYSIDES: Final = tuple(word for wording in WORDINGS for word in wording.rurals)
"""Words for the land around a town, in every language."""


def split(name: str) -> tuple[str, Meaning, str] | None:
    """Return a name without its feature word, what that means, and the word; longest first."""
    words = name.split()
    for many in (3, 2, 1):
        if len(words) <= many:
            continue
        for head, rest in ((words[:many], words[many:]), (words[-many:], words[:-many])):
            word = " ".join(head).lower().strip(".,")
            if meaning := WORDS.get(word):
                return " ".join(rest), meaning, word
    return None
