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

DAYS = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")


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
    """Return the first and the last day of an EDTF that somebody typed. Raises NotThereError."""
    match = DAYS.fullmatch(edtf)
    days = (match[1], match[2] or match[1]) if match else ("", "")
    try:
        start, end = map(date.fromisoformat, days)
    except ValueError:
        raise _no_days(field) from None
    if start > end:
        raise _no_days(field)
    return days


def _as_said(words: str, at: At, capture: Capture) -> When:
    reference = capture.posted_at or capture.captured_at
    found = resolve(words, reference=reference, language=capture.language)
    when = found.when if found else When(words, "", "", "", "none")
    return When(words, when.edtf, when.start, when.end, when.basis, at)


def _no_days(field: str) -> NotThereError:
    return NotThereError(field, "Write a day as 2015-10-20, or two with a / between them.")
