"""Words that make a name of what stands beside them: "Foo County", "Lake Foo", "Foo airbase"."""

from typing import Final

from dateline.places.finding.lexicon import words

AFTER: Final = words("head")
"""In capitals."""
SMALL_AFTER: Final = words("small_head")
"""In small letters: what is named is not the town but something called for it."""
UNKNOWN_AFTER: Final = SMALL_AFTER | {"village", "island", "island's"}
TWO_AFTER: Final = frozenset(
    (
        *(("air", "base"), ("military", "airport"), ("international", "airport")),
        *(("refugee", "camp"), ("border", "crossing"), ("military", "base")),
        *(("military", "airbase"), ("military", "airfield"), ("river", "valley")),
    )
)
BEFORE: Final = words("head_before")
"""In capitals, next to the name."""
BEFORE_OF: Final = words("head_of")
"""In capitals, with "of" between."""
COMPASS: Final = words("compass")
SETTLED: Final = words("settled")
"""In small letters before "of": what follows is a place's name, known or not."""
