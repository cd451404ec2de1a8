"""What a draft's sentences tell of, as claims: by them the desk finds what is near."""

from collections.abc import Iterator
from datetime import datetime
from itertools import islice
from typing import Final

from dateline.codebook import Claim, When
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.likeness import FINE, is_day
from dateline.reading.warning.telling import tellings

MOST: Final = 12
MOST_PLACES: Final = 2


def sightings(draft: Draft) -> list[Claim]:
    """Return a claim for each event that an English draft tells of at a place, at most `MOST`.

    What names no day is taken for news of the day of writing.
    """
    found = (one for sentence in draft.sentences for one in _of(sentence, draft.now))
    return list(islice(found, MOST)) if draft.language == "en" else []


def _of(sentence: Sentence, now: datetime) -> Iterator[Claim]:
    event = next((one.event for one in tellings(sentence)), "")
    places = [one.place for one in sentence.places if one.place and one.place.level in FINE]
    today = now.date().isoformat()
    written = When("", today, today, today, "report")
    when = next((one.when for one in sentence.days if is_day(one)), written)
    for place in places[:MOST_PLACES] if event else ():
        yield Claim(
            sentence.text,
            sentence.start,
            sentence.end,
            "event",
            event=event,
            place=place,
            when=when,
        )
