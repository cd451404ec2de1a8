"""What typed words mean: a place by the gazetteer, a date by the report's own time."""

import re
from datetime import date
from pathlib import Path

from django.conf import settings

from dateline.codebook import At, Place, When
from dateline.dates import resolve
from dateline.ledger.models import Capture
from dateline.places import Gazetteer, Locator

from .standing import NotThereError

DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


def place_of(words: str, at: At, name: str) -> Place:
    """Return the likeliest place of a name, or of the words themselves where none is given."""
    path = Path(settings.DATELINE_DATA) / "places" / "gazetteer.sqlite"
    if not path.is_file():
        raise NotThereError("place_words", "No gazetteer is built here yet. Leave the place empty.")
    with Gazetteer(path) as gazetteer:
        found = Locator(gazetteer).locate(name or words)
    if found is None:
        raise NotThereError("place_name", "The gazetteer knows no such place. Spell it otherwise.")
    first = found.candidates[0]
    return Place(
        words=words,
        name=found.name,
        lat=found.lat,
        lon=found.lon,
        level=found.level,
        radius_m=found.radius_m,
        gazetteer=first.id,
        admin=first.admin,
        country=first.country,
        at=at,
    )


def when_of(words: str, at: At, edtf: str, capture: Capture) -> When:
    """Return a date: the day or days that somebody typed, else as the words say it."""
    if edtf:
        start, end = _days(edtf)
        return When(words=words, edtf=edtf, start=start, end=end, basis="text", at=at)
    reference = capture.posted_at or capture.captured_at
    found = resolve(words, reference=reference, language=capture.language)
    when = found.when if found else When(words, "", "", "", "none")
    return When(words, when.edtf, when.start, when.end, when.basis, at)


def _days(edtf: str) -> tuple[str, str]:
    match = DAYS.fullmatch(edtf)
    days = (match[1], match[2] or match[1]) if match else ("", "")
    try:
        start, end = map(date.fromisoformat, days)
    except ValueError:
        raise _no_days() from None
    if start > end:
        raise _no_days()
    return days


def _no_days() -> NotThereError:
    return NotThereError("when_edtf", "Write a day as 2015-10-20, or two with a / between them.")
