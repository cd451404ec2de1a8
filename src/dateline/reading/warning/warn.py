"""All that is asked about a draft."""

from collections.abc import Callable, Iterator
from typing import Final

from dateline.reading.warning.days import days
from dateline.reading.warning.denials import denials
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.figures import figures
from dateline.reading.warning.flat import flat
from dateline.reading.warning.spots import spots
from dateline.reading.warning.unsourced import unsourced
from dateline.reading.warning.warned import Known, Warned

Way = Callable[[Draft, Sentence, Known], Iterator[Warned]]
WAYS: Final[tuple[Way, ...]] = (unsourced, figures, flat, spots, days, denials)
MOST: Final = 20
"""More than so many at once would be read by nobody."""


def warnings(draft: Draft, known: Known) -> tuple[Warned, ...]:
    """Return what an editor should look at, in the order of the text, at most `MOST`."""
    found = [
        one for sentence in draft.sentences for way in WAYS for one in way(draft, sentence, known)
    ]
    return tuple(sorted(found, key=lambda one: (one.start, one.end))[:MOST])
