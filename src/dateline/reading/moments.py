"""When: the time expressions of a passage, and which of them a claim means."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import zip_longest
from typing import Final
from zoneinfo import ZoneInfo

from dateline.codebook import At, When
from dateline.dates import Expression, find
from dateline.reading.passage import Passage

SOME_DAY: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""Stands in where nobody said when a text was published; what rests on it is thrown away."""
INTO: Final = frozenset({" into ", " to "})
DAY: Final = re.compile(r"\d{4}-\d\d-\d\d$")
MEANT: Final = frozenset({"DATE", "TIME", "DURATION"})


def moments(
    passage: Passage, published: datetime | None, zone: ZoneInfo | None
) -> list[Expression]:
    """Return the time expressions of a passage, with offsets of the whole text.

    Without a time of publication, what needs one stays unresolved, with the basis "none".
    """
    reference = instant(passage.reference, zone) or published
    text = passage.doc.text
    found = find(text, reference=reference or SOME_DAY, zone=zone, language="en")
    told = _nights(text, found)
    return [placed(one, passage.start, bool(reference)) for one in told]


def _nights(text: str, found: Sequence[Expression]) -> Iterator[Expression]:
    """Yield the expressions, "overnight into Wednesday" as the one night that it is."""
    skipped = False
    for one, other in zip_longest(found, found[1:]):
        if not skipped:
            joined = other is not None and text[one.end : other.start] in INTO
            skipped = bool(
                joined and one.words.lower() == "overnight" and DAY.match(other.when.edtf)
            )
            yield _night(text, one, other) if skipped else one
        else:
            skipped = False


def _night(text: str, one: Expression, day: Expression) -> Expression:
    """Return the night that ends on a day."""
    until = date.fromisoformat(day.when.edtf)
    since = until - timedelta(days=1)
    words = text[one.start : day.end]
    when = replace(
        day.when,
        words=words,
        edtf=f"{since}/{until}",
        start=since.isoformat(),
        end=until.isoformat(),
    )
    return replace(one, end=day.end, words=words, when=when)


def instant(iso: str | None, zone: ZoneInfo | None) -> datetime | None:
    """Return a page's time: a day at its noon, a local time in the zone given, else in UTC."""
    if not iso:
        return None
    try:
        told = datetime.fromisoformat(iso if "T" in iso else f"{iso}T12:00")
    except ValueError:
        return None
    return told if told.tzinfo else told.replace(tzinfo=zone or UTC)


def placed(found: Expression, start: int, known: bool) -> Expression:
    """Return an expression with offsets of the whole text; unresolved where it needs a time that
    is not `known`.
    """
    at = found.start + start, found.end + start
    when = replace(found.when, at=at)
    if when.basis == "report" and not known:
        when = replace(when, edtf="", start="", end="", basis="none")
    return replace(found, start=at[0], end=at[1], when=when)


def meant(found: Sequence[Expression], quote: At, trigger: At, said: Sequence[At]) -> When | None:
    """Return the time nearest to what happened, of those that are not when it was said."""
    inside = [
        one
        for one in found
        if quote[0] <= one.start
        and one.end <= quote[1]
        and one.timex_type in MEANT
        and (one.when.edtf or one.timex_type != "DURATION")
        and not any(_overlap((one.start, one.end), at) for at in said)
    ]
    best = min(inside, key=lambda one: _order(one, trigger), default=None)
    return best.when if best else None


def told(found: Sequence[Expression], at: At) -> When | None:
    """Return the time that stands at these offsets."""
    return next((one.when for one in found if _overlap((one.start, one.end), at)), None)


def _order(one: Expression, trigger: At) -> tuple[bool, int]:
    """Put what is known before what needs a time that nobody said."""
    return not one.when.edtf, _gap((one.start, one.end), trigger)


def _overlap(one: At, other: At) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _gap(one: At, other: At) -> int:
    return max(one[0] - other[1], other[0] - one[1], 0)
