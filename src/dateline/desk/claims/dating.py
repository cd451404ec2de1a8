"""What typed dates mean: by the day that somebody chose, else as the words say it."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from dateline.codebook import At, When
from dateline.dates import resolve
from dateline.ledger.models import Capture

from .scene import Scene
from .standing import NotThereError, one_line

DAY = r"\d{4}-\d\d-\d\d"
DAYS = re.compile(rf"({DAY})(?:/({DAY}|\.\.))?|(\.\.)/({DAY})")
OPEN = ".."


def dated(said: Mapping[str, Any], name: str, scene: Scene, old: When | None) -> When | None:
    """Return a time, `when` or `said_when` by its name. Raises NotThereError."""
    words, edtf = said[f"{name}_words"], said[f"{name}_edtf"]
    if old and (one_line(old.words), old.edtf) == (words, edtf):
        return old  # also one that rests on the report's own time, and on no words
    if not words and edtf:
        raise NotThereError(f"{name}_words", "Say which words of the text give this date.")
    if not words:
        return None
    at = scene.at(f"{name}_words", words, old)
    if edtf:
        start, end = days_of(edtf, f"{name}_edtf")
        return When(scene.words(at), edtf, start, end, "text", at)
    return _as_said(scene.words(at), at, scene.capture)


def days_of(edtf: str, field: str) -> tuple[str, str]:
    """Return the first and the last day of an EDTF that somebody typed; "" is open.

    "../2015-10-18" is by that day, whenever before. Raises NotThereError.
    """
    match = DAYS.fullmatch(edtf)
    if match is None:
        raise _no_days(field)
    start, end = (match[1], match[2] or match[1]) if match[1] else (match[3], match[4])
    try:
        known = [date.fromisoformat(day) for day in (start, end) if day != OPEN]
    except ValueError:
        raise _no_days(field) from None
    if known != sorted(known):
        raise _no_days(field)
    return start.replace(OPEN, ""), end.replace(OPEN, "")


def _as_said(words: str, at: At, capture: Capture) -> When:
    reference = capture.posted_at or capture.captured_at
    found = resolve(words, reference=reference, language=capture.language)
    when = found.when if found else When(words, "", "", "", "none")
    return When(words, when.edtf, when.start, when.end, when.basis, at)


def _no_days(field: str) -> NotThereError:
    return NotThereError(
        field, "Write a day as 2015-10-20, or two with a / between them; .. is open."
    )
