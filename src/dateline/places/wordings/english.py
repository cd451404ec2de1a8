"""How English says where something lies."""

from typing import Final

from dateline.places.wordings.table import Wording, compass, halfway

FOUR: Final = "north|east|south|west"
SIDES: Final = "northern|eastern|southern|western"
ENGLISH: Final = Wording(
    bearings={
        **compass("north|northern|n", "east|eastern|e", "south|southern|s", "west|western|w"),
        **halfway(FOUR, FOUR, "", "-", " "),
        **halfway(FOUR, SIDES, "", "-", " "),
        **halfway("n|e|s|w", "n|e|s|w", ""),
    },
    units={
        **dict.fromkeys(("km", "kms", "kilometre", "kilometres"), 1_000.0),
        **dict.fromkeys(("kilometer", "kilometers"), 1_000.0),
        **dict.fromkeys(("mile", "miles", "mi"), 1_609.344),
        **dict.fromkeys(("m", "metre", "metres", "meter", "meters"), 1.0),
    },
    away=(
        r"(?:about |some |around |roughly )?{far}[- ]?{unit}\b"
        r"(?: to)?(?: the)?(?: {bearing})?(?: of| from| away from| outside) {name}",
    ),
    rurals=(
        *("countryside", "countrysides", "rural areas", "rural area", "outskirts", "suburbs"),
        *("environs", "rif", "reef"),
    ),
    rural=(
        r"(?:the )?(?:{bearing} )?{rural}(?: of| around)? {name}",
        r"{name}(?:'s|’s)? (?:{bearing} )?{rural}",
        r"(?:the )?{bearing}[- ]rural {name}",
        r"rural {name}",
    ),
    side=(r"(?:the )?{bearing}(?: of| part of| side of| parts of)? {name}",),
    between=(r"(?:.*\b)?between {name} and {other}",),
    both=(r"{name}(?: and | & | or ){other}", r"{name} - {other}"),
    inside=(r"{name} in {other}",),
    beside=(r"(?:.*\b)?(?:near|close to|next to|vicinity of|at|outside|around|beside|by) {name}",),
)
