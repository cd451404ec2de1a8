"""How Russian says where something lies; the endings of names are tried by the search."""

from typing import Final

from dateline.places.wordings.table import Wording, compass, halfway

FIRST: Final = "северо|востоко|юго|западо"
RUSSIAN: Final = Wording(
    bearings={
        **compass("севернее|северу", "восточнее|востоку", "южнее|югу", "западнее|западу"),
        **compass("север", "восток", "юг", "запад"),
        **compass("севере|севера", "востоке|востока", "юге|юга", "западе|запада"),
        **compass(
            *(f"{stem}ая|{stem}ый|{stem}ой" for stem in ("северн", "восточн", "ю", "западн"))
        ),
        **compass(*(f"{stem}ую|{stem}ом" for stem in ("северн", "восточн", "ю", "западн"))),
        **dict.fromkeys(("южная", "южный", "южной", "южную", "южном"), 180.0),
        **halfway(FIRST, "|восточнее||западнее", "-"),
        **halfway(FIRST, "|востоку||западу", "-"),
        **halfway(FIRST, "|восток||запад", "-"),
        **halfway(FIRST, "|востоке||западе", "-"),
        **halfway(FIRST, "|восточная||западная", "-"),
        **halfway(FIRST, "|восточный||западный", "-"),
        **halfway(FIRST, "|восточной||западной", "-"),
    },
    units={
        **dict.fromkeys(("км", "километр", "километра", "километров", "километрах"), 1_000.0),
        **dict.fromkeys(("м", "метр", "метра", "метров", "метрах"), 1.0),
    },
    away=(
        r"(?:примерно |около )?(?:в |на )?{far} ?{unit} (?:к )?{bearing}(?: от)? {name}",
        r"(?:примерно |около )?(?:в |на )?{far} ?{unit} от {name}",
    ),
    rurals=(
        *("пригород", "пригороды", "пригороде", "пригородах", "окрестности", "окрестностях"),
        *("сельская местность", "сельской местности", "предместье", "предместья"),
    ),
    rural=(r"(?:{bearing} )?{rural}(?: города)? {name}", r"{name} \(?{rural}\)?"),
    side=(r"(?:к )?{bearing} (?:часть |части |окраина |окраине )?(?:от )?{name}",),
    between=(r"(?:.*\b)?между {name} и {other}",),
    both=(r"{name} и {other}",),
    inside=(r"{name} (?:в|во|на) {other}",),
    beside=(r"(?:.*\b)?(?:близ|под|возле|около|вблизи|недалеко от|рядом с|у|в районе) {name}",),
)
