"""What is made of stretches of the calendar: thirds, intervals, open ends."""

from dataclasses import replace
from datetime import date, timedelta

from dateline.dates.period import Period, day, month, year


def third(whole: Period, which: int) -> Period:
    """Return the early, middle or late third: its edges are marked as approximate.

    What TIMEX3 says stays, for it keeps the third in an attribute of its own.
    """
    if whole.first is None or whole.last is None or whole.unit == "day":
        return whole
    if whole.unit == "year":
        edges = month(whole.first.year, 4 * which + 1), month(whole.first.year, 4 * which + 4)
        return _approximate(whole, *edges)
    if whole.unit == "decade":
        begin = whole.first.year
        return _approximate(whole, year(begin + (0, 4, 7)[which]), year(begin + (3, 6, 9)[which]))
    length = (whole.last - whole.first).days + 1
    first = whole.first + timedelta(days=length * which // 3)
    last = whole.first + timedelta(days=length * (which + 1) // 3 - 1)
    return _approximate(whole, day(first), day(whole.last if which == 2 else last))


def about(whole: Period) -> Period:
    """Return the same, marked as approximate."""
    return replace(whole, edtf=f"{whole.edtf}~")


def _approximate(whole: Period, first: Period, last: Period) -> Period:
    edtf = f"{first.edtf}~/{last.edtf}~" if first.edtf != last.edtf else f"{first.edtf}~"
    return replace(whole, edtf=edtf, first=first.first, last=last.last)


def between(first: Period, last: Period) -> Period | None:
    """Return from the first's beginning to the last's end; None where that runs backwards."""
    if first.first and last.last and first.first > last.last:
        return None
    begin, end = _edge(first.edtf, 0), _edge(last.edtf, -1)
    return Period("span", first.timex, f"{begin}/{end}", first.first, last.last)


def _edge(edtf: str, which: int) -> str:
    return edtf.split("/")[which]


def since(first: Period, today: date) -> Period | None:
    """Return from a period until the day of the report."""
    return between(first, day(today))


def until(last: Period) -> Period:
    """Return an open beginning until a period ends."""
    return Period("span", last.timex, f"../{_edge(last.edtf, -1)}", None, last.last)
