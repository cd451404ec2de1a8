"""From a text in the composer to what its editor is asked, as the page takes it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from django.conf import settings

from dateline.desk.warnings.knowing import Theatre, known, theatre_of
from dateline.desk.warnings.plain import Plain, plain
from dateline.ledger.models import LiveBlog
from dateline.places import BadSource, Gazetteer
from dateline.reading.warning import Draft, Warned, look, warnings
from dateline.text import heavy

LONGEST: Final = 20_000
"""Characters of a text beyond which nothing is asked: it would hold a thread for too long."""
TITLES: Final = {
    "unsourced": "No source",
    "number": "Number differs",
    "hedge": "Hedge dropped",
    "place": "Which place?",
    "date": "Which day?",
    "denied": "Denied",
}


def asked_about(body: str, blog: LiveBlog, now: datetime) -> list[dict[str, Any]]:
    """Return what an editor is asked about a text that is written now; offsets are UTF-16.

    A text that is too heavy or too long is asked nothing.
    """
    if heavy(body) or len(body) > LONGEST or not body.strip():
        return []
    read = plain(body)
    draft = _looked(read, blog, now, theatre_of(blog.column))
    found = warnings(draft, known(blog.column, (mark.claim for mark in read.passage.marks), draft))
    return [_told(one, read, body) for one in found]


def _looked(read: Plain, blog: LiveBlog, now: datetime, theatre: Theatre) -> Draft:
    with _gazetteer() as gazetteer:
        return look(
            read.passage,
            language=blog.language.partition("-")[0].lower(),
            reference=now,
            zone=blog.column.zone_info,
            gazetteer=gazetteer,
            country=theatre.country,
            names=theatre.names,
        )


@contextmanager
def _gazetteer() -> Iterator[Gazetteer | None]:
    """Open the gazetteer, where one is built that can be read."""
    path = Path(settings.DATELINE_DATA) / "places" / "gazetteer.sqlite"
    try:
        opened = Gazetteer(path)
    except BadSource:
        yield None
        return
    with opened:
        yield opened


def _told(one: Warned, read: Plain, body: str) -> dict[str, Any]:
    start, end = read.spread(one.start, one.end)
    return {
        "kind": one.kind,
        "title": TITLES[one.kind],
        "start": _units(body, start),
        "end": _units(body, end),
        "why": one.why,
        "fix": _fix(one, read, body),
    }


def _fix(one: Warned, read: Plain, body: str) -> dict[str, Any] | None:
    """Return how it is mended; None where the words to replace have markup in them."""
    at = read.source(one.fix.start, one.fix.end, body)
    if at is None:
        return None
    start, end = (_units(body, each) for each in at)
    return {"start": start, "end": end, "words": one.fix.words, "says": one.fix.says}


def _units(text: str, at: int) -> int:
    """Return an offset as browsers count: a letter beyond the first 65,536 counts twice."""
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2
