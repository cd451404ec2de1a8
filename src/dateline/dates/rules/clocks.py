"""Times of day and parts of days: "9:20 a.m. Moscow time", "at 1640 GMT", "dawn", "noon"."""

from datetime import timedelta, timezone, tzinfo
from typing import Final

from dateline.dates import period
from dateline.dates.hit import Hit
from dateline.dates.kinds import KINDS
from dateline.dates.rules.rule import Rule, rule
from dateline.dates.sense import Clock, Sense, at_clock, in_part

HALF_DAY: Final = 12
SPELLED: Final = 5
"""Letters from which on a zone is written out and no abbreviation."""
PARTS_AFTER_NOON: Final = ("AF", "EV", "NI")


def clock(hit: Hit) -> Sense | None:
    """Read a time of day."""
    found = _clock(hit, hit.word(), hit.one("half"))
    return _floating(hit, (found,)) if found else None


def zoned(hit: Hit) -> Sense | None:
    """Read "1640 GMT"; a zone in small letters behind a number is another word: "2010 et al."."""
    zone_word = hit.word(hit.kinds.index(KINDS["zone"]))
    if len(zone_word) < SPELLED and zone_word.islower() and zone_word.isascii():
        return None
    return clock(hit)


def _floating(hit: Hit, clocks: tuple[Clock, ...]) -> Sense:
    day = period.day(hit.scene.current_day(hit.start))
    return at_clock(day, hit.scene.basis, clocks, floating=True)


def _clock(hit: Hit, written: str, half: str | None) -> Clock | None:
    hour, _, minute = written.replace(".", ":").partition(":")
    if not minute and len(written) == 4:
        hour, minute = written[:2], written[2:]
    if not (hour.isdecimal() and (minute[:2] or "0").isdecimal()):
        return None
    if half and not 1 <= int(hour) <= HALF_DAY:
        return None
    hours = int(hour) % HALF_DAY + HALF_DAY * (half == "p") if half else int(hour)
    minutes = int(minute[:2] or 0)
    return Clock(hours, minutes, zone(hit)) if hours < 24 and minutes < 60 else None


def zone(hit: Hit) -> tzinfo | None:
    """Return the zone that the words name; None where they name none or say "local time"."""
    named: tzinfo | float | None = hit.one("zone")
    if named is None or isinstance(named, tzinfo):
        return named
    return timezone(timedelta(hours=named)) if -24 < named < 24 else None


def military(hit: Hit) -> Sense | None:
    """Read "at 0914": four figures that begin with a nought."""
    written = hit.word(1)
    if len(written) != 4 or written[0] != "0":
        return None
    found = _clock(hit, written, None)
    return _floating(hit, (found,)) if found else None


def clock_range(hit: Hit) -> Sense | None:
    """Read "between 11.30 and 12.00 local time", "9:20-11:00 a.m."."""
    halves = hit.all("half")
    sure = halves or hit.has("zone") or hit.has("clock") or hit.has("between")
    words = [
        hit.tokens.word(at)
        for at in range(hit.start, hit.end)
        if hit.tokens.kinds[at] in (KINDS["clock"], KINDS["point"], KINDS["day"])
    ]
    half = halves[-1] if halves else None
    first, last = (
        _clock(hit, words[0], halves[0] if len(halves) > 1 else half),
        _clock(hit, words[-1], half),
    )
    return _floating(hit, (first, last)) if sure and first and last else None


def noon(hit: Hit) -> Sense | None:
    """Read "noon" and "midnight", which ends a day."""
    return _floating(hit, (Clock(hit.one("noon"), 0, zone(hit)),))


def part(hit: Hit) -> Sense | None:
    """Read "the morning" and "at dawn", of the day under discussion; not "at night" in general."""
    letters = hit.one("part")
    known = hit.before() in (KINDS["in"], KINDS["at"], KINDS["mod"], KINDS["the"]) or hit.has("the")
    if letters == "NI" and not hit.has("the") and hit.before() == KINDS["at"]:
        return None
    if not (known or _beside_day(hit) or hit.alone()):
        return None
    return in_part(
        period.day(hit.scene.current_day(hit.start)), hit.scene.basis, letters, floating=True
    )


def _beside_day(hit: Hit) -> bool:
    days = [KINDS[kind] for kind in ("weekday", "weekdays", "relative", "day", "ordinal")]
    days += [KINDS[kind] for kind in ("month", "year", "figures", "iso", "of", "unit", "on")]
    return hit.before() in days or hit.behind() in days or not hit.word().isascii()


def hours_of_part(hit: Hit) -> Sense | None:
    """Read "в 9 часов утра", "الساعة 9 صباحا"."""
    if not hit.has("oclock") and hit.one("unit", "units") != "hour":
        return None
    number = hit.one("day", "count")
    if number is None:
        found = _clock(hit, hit.word(1), None)
    else:
        found = Clock(number, 0, zone(hit)) if number < 24 else None
    if found and hit.one("part") in PARTS_AFTER_NOON and 4 < found.hour < HALF_DAY:
        found = Clock(found.hour + HALF_DAY, found.minute, found.zone)
    return _floating(hit, (found,)) if found else None


TIME: Final = "(clock|point|day)"
CLOCKS: Final[tuple[Rule, ...]] = (
    rule("clock half? zone?", clock),
    rule("(point|day) half zone?", clock),
    rule("(point|year|big) zone", zoned),
    rule("at big zone?", military),
    rule(
        f"between? {TIME} half? (and|to|dash|until) (clock|point|day half) half? zone?", clock_range
    ),
    rule("noon zone?", noon),
    rule("(the|mod dash)? part", part),
    rule("unit (day|clock|count) part? zone?", hours_of_part),
    rule("(day|count) (unit|units) part zone?", hours_of_part),
    rule("(day|count) oclock (in the part)? zone?", hours_of_part),
)
