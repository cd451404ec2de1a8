"""A day that readers may take for another: "yesterday" at midnight, or not the claim's."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from dateline.codebook import When
from dateline.dates import Expression
from dateline.reading.warning.calendar import day_in_words, in_place
from dateline.reading.warning.draft import Draft, Sentence
from dateline.reading.warning.likeness import is_day
from dateline.reading.warning.warned import Fix, Known, Warned

LATE: Final = 23
EARLY: Final = 3
"""From this hour of the evening to that of the morning, "today" has two meanings."""
LAST: Final = ("last ",)
RECENT: Final = timedelta(days=6)
MOVES: Final = frozenset({"DATE", "TIME"})


def days(draft: Draft, sentence: Sentence, known: Known) -> Iterator[Warned]:
    """Yield the days of a sentence that hang on when it is read, and are not sure."""
    claimed = list(_claimed(sentence, known))
    for one in sentence.days:
        if not _hangs(one):
            continue
        day = date.fromisoformat(one.when.start[:10])
        if claimed and (other := _other(day, claimed)):
            yield _warned(draft, one, other, _differs(draft, one, day, other))
        elif not claimed and _is_near_midnight(draft, one):
            yield _warned(draft, one, day, _two(draft, one, day))
        elif not claimed and _is_loose(draft, one, day):
            yield _warned(draft, one, day, _which(draft, one, day))


def _hangs(one: Expression) -> bool:
    """Tell whether an expression is a day that moves with the day of reading."""
    told = any(ch.isdigit() for ch in one.words) or one.timex_value.endswith("_REF")
    return one.timex_type in MOVES and one.when.basis == "report" and is_day(one) and not told


def _claimed(sentence: Sentence, known: Known) -> Iterator[When]:
    """Yield the days of the claims that a sentence is marked with, where they have one."""
    for mark in sentence.marks:
        claim = known.claims.get(mark.claim)
        when = claim.when if claim else None
        if when and when.start and when.start[:10] == when.end[:10]:
            yield when


def _other(day: date, claimed: list[When]) -> date | None:
    """Return the claim's day where all claims of a sentence have one, and it is another."""
    found = {when.start[:10] for when in claimed}
    if len(found) != 1 or day.isoformat() in found:
        return None
    return date.fromisoformat(found.pop())


def _is_near_midnight(draft: Draft, one: Expression) -> bool:
    """Tell whether it is written when the date turns; the name of a weekday turns with nothing."""
    late = draft.now.hour >= LATE or draft.now.hour < EARLY
    return late and not _is_weekday(one)


def _is_weekday(one: Expression) -> bool:
    day = date.fromisoformat(one.when.start[:10])
    return in_place(day, one.words)


def _is_loose(draft: Draft, one: Expression, day: date) -> bool:
    """Tell of "Monday" on a Monday, and of "last Tuesday" within the week."""
    if not _is_weekday(one):
        return False
    today = draft.now.date()
    return day == today or (one.words.lower().startswith(LAST) and today - day <= RECENT)


def _warned(draft: Draft, one: Expression, day: date, why: str) -> Warned:
    behind = draft.text[one.end : one.end + 2]
    owning = 2 if behind in ("'s", "’s") and draft.language == "en" else 0
    before = draft.text[: one.start].split()[-1:]
    said = day_in_words(
        day,
        draft.language,
        words=one.words,
        before=before[0] if before else "",
        part=one.timex_value.partition("T")[2],
        owning=bool(owning),
        year=day.year != draft.now.year,
    )
    fix = Fix(one.start, one.end + owning, said, f"write “{said}”")
    return Warned("date", one.start, one.end, one.words, why, fix)


def _differs(draft: Draft, one: Expression, day: date, other: date) -> str:
    here = f"“{one.words}” is {_plain(day)} here ({draft.now.tzname()})"
    return f"{here}; the claim says {_plain(other)}."


def _two(draft: Draft, one: Expression, day: date) -> str:
    now = f"{draft.now:%H:%M} {draft.now.tzname()}"
    return (
        f"It is {now}: “{one.words}” is {_plain(day)} by this clock, and another day by the next."
    )


def _which(draft: Draft, one: Expression, day: date) -> str:
    return f"“{one.words}” may be {_plain(day)} or a week from it; say which."


def _plain(day: date) -> str:
    return f"{day.day} {day:%B}"
