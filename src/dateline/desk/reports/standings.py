"""Quotations against what is kept of their report: what readers are told, and what differs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

from dateline.ledger import storage
from dateline.ledger.kept_texts import KeptText, kept_texts
from dateline.ledger.showing import Shown
from dateline.text import Nearest, Quote, nearest, spans_of

from .words import moment


@dataclass(frozen=True)
class Unlike:
    """Quoted words that stand so in nothing that is kept, and the nearest that do."""

    report: UUID
    quote: Quote
    nearest: Nearest


def standings_of(quotes: dict[Quote, Shown]) -> dict[Quote, str]:
    """Say since when the words of each quotation are kept; those that are not are left out."""
    said = {}
    for quote, texts in _texts_of(quotes):
        found = next((one for one in texts if _stands(quote.words, one)), None)
        if found and found.version == texts[0].version:
            said[quote] = note_of(quotes[quote])
        elif found:
            said[quote] = f"kept {moment(found.captured_at)}; the page has changed since"
    return said


def unlike(quotes: dict[Quote, Shown]) -> list[Unlike]:
    """Return the quotations that stand otherwise, or nowhere, in what is kept of their report."""
    return [
        Unlike(quotes[quote].id, quote, _nearest(quote.words, texts[0].sha256))
        for quote, texts in _texts_of(quotes)
        if texts and not any(_stands(quote.words, one) for one in texts)
    ]


def note_of(report: Shown) -> str:
    """Say since when a report is kept, unchanged, or deleted at its source."""
    if report.captured_at is None:
        return ""
    if report.gone_since:
        return f"deleted at source since {moment(report.gone_since)}"
    return f"{'unchanged' if report.unchanged else 'kept'} since {moment(report.captured_at)}"


def _texts_of(quotes: dict[Quote, Shown]) -> Iterator[tuple[Quote, list[KeptText]]]:
    kept = {quote: one.id for quote, one in quotes.items() if one.state == "kept"}
    texts = kept_texts(kept.values())
    return ((quote, texts.get(pk, [])) for quote, pk in kept.items())


def _stands(words: str, kept: KeptText) -> bool:
    return bool(_spans(words, kept.sha256))


@lru_cache(maxsize=512)
def _spans(words: str, sha256: str) -> tuple[tuple[int, int], ...]:
    return tuple(spans_of(_read(sha256), words))


@lru_cache(maxsize=512)
def _nearest(words: str, sha256: str) -> Nearest:
    return nearest(_read(sha256), words)


def _read(sha256: str) -> str:
    """Return a kept text; one whose bytes are lost is empty, and `archive verify` tells of it."""
    try:
        return storage.read(sha256).decode(errors="replace")
    except FileNotFoundError:
        return ""
