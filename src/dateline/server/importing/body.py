"""An entry's parts as the text of an update."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from dateline.reading.liveblog import Entry, Left, Paragraph, Part, Quote
from dateline.server.importing.value import as_value
from dateline.text import heavy
from dateline.text.escaped import escaped

TOO_LONG = "the update would be too long with it"
CARD_REFUSED = "the report of this card was redacted and may not come back"


@dataclass(frozen=True)
class Named:
    """What the desk keeps of what an entry shows."""

    page: UUID
    """The report of the page itself: every quoted word stands in it."""
    cards: Mapping[int, UUID]
    """Reports of cards, by where they begin on the page."""
    sources: Mapping[str, UUID]
    """Known sources, by the words that name them on the page."""
    byline: str
    """The column's own: who translated what no other byline says of."""


def body(entry: Entry, named: Named) -> tuple[str, list[Left]]:
    """Return an entry's text, and the parts that have no room in it."""
    blocks: list[str] = []
    left: list[Left] = []
    for at, part in enumerate(entry.parts):
        if _is_said(entry, at):
            continue
        after = entry.parts[at + 1] if _is_said(entry, at + 1) else None
        block = _block(part, after, entry, named)
        if block and heavy("\n\n".join([*blocks, block])) is None:
            blocks.append(block)
        else:
            why = TOO_LONG if block else CARD_REFUSED
            left += [Left(piece, why) for one in (part, after) if one for piece in one.pieces]
    return "\n\n".join(blocks), left


def _is_said(entry: Entry, at: int) -> bool:
    """Tell whether a part translates the quote right above it, and can stand in its directive."""
    if not 0 < at < len(entry.parts):
        return False
    part, above = entry.parts[at], entry.parts[at - 1]
    fit = isinstance(part, Paragraph) and part.translates and as_value(part.words)
    return bool(fit and isinstance(above, Quote))


def _block(part: Part, translation: Part | None, entry: Entry, named: Named) -> str:
    """Return a part as Markdown; "" for a card whose report may not be shown."""
    if isinstance(part, Paragraph):
        return ("### " if part.heading else "") + escaped(part.words)
    if isinstance(part, Quote):
        words = "\n\n".join(escaped(piece.words) for piece in part.pieces)
        return f"{_opening(part, translation, entry, named)}\n{words}\n:::"
    report = named.cards.get(part.title.start)
    return f"::card{{report={report}}}" if report else ""


def _opening(quote: Quote, translation: Part | None, entry: Entry, named: Named) -> str:
    source = named.sources.get(quote.source)
    name = as_value(quote.source)
    values = [f"report={named.page}"]
    if source or name:
        values.append(f"source={source}" if source else f'source="{name}"')
    if quote.language:
        values.append(f"lang={quote.language}")
    if isinstance(translation, Paragraph):
        said = translation.words.partition(":")[2].strip() or translation.words
        by = as_value(entry.name) or as_value(named.byline) or "the desk"
        values += [f'translation="{said}"', f'by="{by}"']
    return f":::quote{{{' '.join(values)}}}"
