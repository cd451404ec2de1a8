"""From a reading to what is handed out: EDTF, first and last day or instant."""

from datetime import datetime, timedelta, timezone, tzinfo
from datetime import time as time_of_day

from dateline.codebook import When
from dateline.dates.expression import Expression
from dateline.dates.found import Found
from dateline.dates.period import Period
from dateline.dates.scene import Scene
from dateline.dates.sense import Clock, Sense
from dateline.dates.tokens import Tokens


def write(found: Found, tokens: Tokens, scene: Scene) -> Expression:
    """Return the expression."""
    start, end = tokens.starts[found.start], tokens.ends[found.end - 1]
    words, sense = tokens.text[start:end], found.sense
    when = _when(words, sense, scene)
    return Expression(start, end, words, when, sense.kind, sense.value, sense.mod)


def _when(words: str, sense: Sense, scene: Scene) -> When:
    whole = sense.period
    if whole is None:
        return When(words, "", "", "", "none")
    if sense.clocks and whole.first:
        return _instant(words, sense, whole, scene)
    first = whole.first.isoformat() if whole.first else ""
    last = whole.last.isoformat() if whole.last else ""
    return When(words, whole.edtf, first, last, sense.basis)


def _instant(words: str, sense: Sense, whole: Period, scene: Scene) -> When:
    """Write an instant; a stretch keeps its day in EDTF, whose intervals know no time of day."""
    zone = next((clock.zone for clock in sense.clocks if clock.zone), scene.zone)
    moments = [_moment(whole, clock, zone) for clock in sense.clocks]
    edtf = moments[0] if len(moments) == 1 else whole.edtf
    return When(words, edtf, moments[0], moments[-1], sense.basis)


def _moment(whole: Period, clock: Clock, zone: tzinfo | None) -> str:
    hours = timedelta(hours=clock.hour, minutes=clock.minute)
    moment = datetime.combine(whole.begins, time_of_day()) + hours
    return _whole_minutes(moment.replace(tzinfo=zone)).isoformat().replace("+00:00", "Z")


def _whole_minutes(moment: datetime) -> datetime:
    """Round the offset of a zone before it had one, +01:56:56: EDTF has no seconds in it."""
    offset = moment.utcoffset()
    if offset is None or not offset.seconds % 60:
        return moment
    return moment.replace(tzinfo=timezone(timedelta(minutes=round(offset.total_seconds() / 60))))
