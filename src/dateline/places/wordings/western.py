"""How French, Spanish and German say where something lies."""

from typing import Final

from dateline.places.wordings.table import Wording, compass, halfway

OF: Final = r"(?:de |du |d['’])"
METRIC: Final = {"km": 1_000.0, "m": 1.0}
FRENCH: Final = Wording(
    bearings={
        **compass("nord", "est", "sud", "ouest"),
        **halfway("nord|est|sud|ouest", "nord|est|sud|ouest", "-", " "),
    },
    units={**METRIC, **dict.fromkeys(("kilomètre", "kilomètres"), 1_000.0), "mètres": 1.0},
    away=(
        rf"(?:à )?(?:environ |quelque )?{{far}} ?{{unit}} (?:au |à l['’]){{bearing}} {OF}{{name}}",
        rf"(?:à )?(?:environ |quelque )?{{far}} ?{{unit}} {OF}{{name}}",
    ),
    rurals=("campagne", "banlieue", "périphérie", "environs", "faubourgs"),
    rural=(r"(?:la |les |aux )?{rural}(?: {bearing})? (?:de |du |d['’]){name}",),
    side=(r"(?:l['’]|le |au |à l['’])?{bearing} (?:de la |de l['’]|de |du |d['’]){name}",),
    between=(r"(?:.*\b)?entre {name} et {other}",),
    both=(r"{name} et {other}",),
    inside=(r"{name} (?:dans|à|en) (?:la |le |l['’])?{other}",),
    beside=(r"(?:.*\b)?(?:près (?:de |du |d['’])|à proximité (?:de |d['’])|non loin de ){name}",),
)
SPANISH: Final = Wording(
    bearings={
        **compass("norte", "este", "sur", "oeste"),
        **{"noreste": 45.0, "nordeste": 45.0, "sureste": 135.0, "sudeste": 135.0},
        **{"suroeste": 225.0, "sudoeste": 225.0, "noroeste": 315.0},
    },
    units={**METRIC, **dict.fromkeys(("kilómetro", "kilómetros"), 1_000.0), "metros": 1.0},
    away=(
        r"(?:a )?(?:unos )?{far} ?{unit} al {bearing} de {name}",
        r"(?:a )?(?:unos )?{far} ?{unit} de {name}",
    ),
    rurals=("afueras", "periferia", "campo", "alrededores", "campiña"),
    rural=(r"(?:el |la |las |los )?{rural}(?: {bearing})? de {name}",),
    side=(r"(?:el |al )?{bearing} de (?:la )?{name}",),
    between=(r"(?:.*\b)?entre {name} y {other}",),
    both=(r"{name} y {other}",),
    inside=(r"{name} en (?:la |el )?{other}",),
    beside=(r"(?:.*\b)?(?:cerca de|próximo a|junto a) {name}",),
)
GERMAN: Final = Wording(
    bearings={
        **compass("nördlich", "östlich", "südlich", "westlich"),
        **compass("nord", "ost", "süd", "west"),
        **compass("norden", "osten", "süden", "westen"),
        **halfway("nord|ost|süd|west", "nördlich|östlich|südlich|westlich", ""),
        **halfway("nord|ost|süd|west", "nord|ost|süd|west", ""),
        **halfway("nord|ost|süd|west", "norden|osten|süden|westen", ""),
    },
    units={**METRIC, **dict.fromkeys(("kilometer", "kilometern"), 1_000.0), "metern": 1.0},
    away=(
        r"(?:etwa |rund )?{far} ?{unit} {bearing} (?:von )?{name}",
        r"(?:etwa |rund )?{far} ?{unit} von {name}(?: entfernt)?",
    ),
    rurals=("Umland", "Umgebung", "Vororte", "Vororten"),
    rural=(r"(?:{bearing}e[sn]? )?{rural} (?:von )?{name}",),
    side=(r"(?:im |der )?{bearing} (?:von |der )?{name}", r"{bearing}-{name}"),
    between=(r"(?:.*\b)?zwischen {name} und {other}",),
    both=(r"{name} und {other}",),
    inside=(r"{name} (?:in|im) (?:der )?{other}",),
    beside=(r"(?:.*\b)?(?:nahe|bei|unweit von|in der Nähe von) {name}",),
)
