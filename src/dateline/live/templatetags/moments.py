"""Times as readers need them: local to the column, with its zone named, and exact for machines."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

DAY = "j F Y"
SHORT_DAY = "j M"
SHORT_DAY_AND_YEAR = "j M Y"
CLOCK = "H:i"


def machine_time(moment: datetime | date) -> str:
    """Return a moment as RFC 3339 in UTC, to the second; a day as that day."""
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def zone_name(local: datetime) -> str:
    """Return the zone in words that readers know: GMT, or how far it is from UTC."""
    offset = local.utcoffset() or timedelta()
    if not offset:
        return "GMT"
    name = local.tzname() or ""
    if name.isalpha():
        return name
    minutes = int(offset.total_seconds()) // 60
    sign = "+" if minutes > 0 else "−"
    hours, rest = divmod(abs(minutes), 60)
    return f"GMT{sign}{hours}" + (f":{rest:02}" if rest else "")


@register.simple_tag
def moment(at: datetime | date, zone: ZoneInfo, day: datetime | None = None) -> SafeString:
    """Show a moment with its zone; of its date only what differs from the page's `day`.

    Of what has but a day, without an hour, its day is shown.
    """
    if not isinstance(at, datetime):
        return _only_day(at, zone, day)
    local = at.astimezone(zone)
    return format_html(
        '<time datetime="{}" title="{} {}">{}</time>',
        machine_time(at),
        date_format(local, DAY),
        _clock(local),
        moment_words(at, zone, day),
    )


def _only_day(at: date, zone: ZoneInfo, day: datetime | None) -> SafeString:
    known = day and day.astimezone(zone).year == at.year
    words = date_format(at, SHORT_DAY if known else SHORT_DAY_AND_YEAR)
    shown = '<time datetime="{}" title="{}">{}</time>'
    return format_html(shown, machine_time(at), date_format(at, DAY), words)


def moment_words(at: datetime, zone: ZoneInfo, day: datetime | None = None) -> str:
    """Return a moment as `moment` shows it, for where only words can stand."""
    local = at.astimezone(zone)
    known = day.astimezone(zone) if day else None
    if known is None or known.year != local.year:
        return f"{date_format(local, SHORT_DAY_AND_YEAR)} {_clock(local)}"
    if known.date() != local.date():
        return f"{date_format(local, SHORT_DAY)} {_clock(local)}"
    return _clock(local)


def _clock(local: datetime) -> str:
    return f"{date_format(local, CLOCK)} {zone_name(local)}"


@register.simple_tag
def clock(at: datetime, zone: ZoneInfo) -> SafeString:
    """Show only the time of the day, for a list whose day is clear."""
    local = at.astimezone(zone)
    return format_html('<time datetime="{}">{}</time>', machine_time(at), date_format(local, CLOCK))


@register.simple_tag
def day(at: datetime, zone: ZoneInfo) -> SafeString:
    """Show the day, with the weekday."""
    local = at.astimezone(zone)
    return format_html(
        '<time datetime="{}">{}</time>', local.date().isoformat(), date_format(local, "l j F Y")
    )


@register.simple_tag
def short_day(at: datetime, zone: ZoneInfo) -> str:
    """Return the day without its year, for a link to a neighbour."""
    return date_format(at.astimezone(zone), SHORT_DAY)


@register.filter
def utc(at: datetime | date) -> str:
    """Return a moment for machines."""
    return machine_time(at)
