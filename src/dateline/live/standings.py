"""Whether quoted words stand in what the desk keeps of their report, and since when."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from dateline import text
from dateline.ledger import storage
from dateline.ledger.kept_texts import KeptText, kept_texts
from dateline.ledger.showing import Shown

from .ids import uuid
from .standing import standing
from .templatetags.moments import moment_words


@lru_cache(maxsize=4096)
def quotes_in(body: str) -> tuple[text.Quote, ...]:
    """Return the quotations of a text that name a report; most texts have none."""
    return tuple(text.quotes(body)) if "report=" in body else ()


def standings_of(
    quotes: Iterable[text.Quote],
    reports: Mapping[UUID, Shown],
    zone: ZoneInfo,
    day: datetime | None = None,
) -> dict[text.Quote, str]:
    """Say in the active language since when the words of each quotation are kept.

    Those that stand in nothing that is kept are left out: see `text.attribution`.
    """
    kept = {
        quote: pk
        for quote in quotes
        if (pk := uuid(quote.report)) and pk in reports and reports[pk].state == "kept"
    }
    texts = kept_texts(kept.values())
    said = {}
    for quote, pk in kept.items():
        versions = texts.get(pk, [])
        found = next((one for one in versions if _stands(quote.words, one)), None)
        if found and found.version == versions[0].version:
            said[quote] = standing(reports[pk], zone, day)
        elif found:
            time = moment_words(found.captured_at, zone, day)
            said[quote] = gettext("kept {time}; the page has changed since").format(time=time)
    return said


def _stands(words: str, kept: KeptText) -> bool:
    try:
        return _stands_in(words, kept.sha256)
    except FileNotFoundError:
        return False  # `archive verify` tells of it


@lru_cache(maxsize=2048)
def _stands_in(words: str, sha256: str) -> bool:
    """Tell it once for each text and each quotation: neither ever changes."""
    return bool(text.spans_of(storage.read(sha256).decode(errors="replace"), words))
