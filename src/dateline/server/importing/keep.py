"""The page and its cards kept as reports, each once."""

from datetime import date
from typing import Final
from uuid import UUID

from django.utils import timezone

from dateline.archive.bring import bring_given
from dateline.archive.brought import Known, handed_in
from dateline.archive.capture import Capturer
from dateline.ledger.models import Capture, Person, Report, ReportText, Source
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.capturing import Words, add_text
from dateline.ledger.verbs.in_hand import TakenOver, let_go, take
from dateline.ledger.verbs.proposing import propose_claims
from dateline.ledger.verbs.sources import SourceText, add_source
from dateline.reading.liveblog import Card
from dateline.reading.structure.words import listed
from dateline.server.management.commands.capture import captured
from dateline.server.reading.due import READER

NOT_READ: Final = (
    "Not read by itself: these words are a card of a page that was imported. The claims in them "
    "stand at the report of that page."
)
ARTICLES: Final = ("the", "a", "an")
MOST_NAME: Final = 120
EXTRACTOR: Final = "dateline-import"


def keep_page(
    by: Person, data: bytes, words: str, name: str, shown: Known, capturer: Capturer
) -> ReportText:
    """Keep the page's bytes as one report and return its text; `words` is what they say.

    Raises Refused where it cannot be kept.
    """
    report = bring_given(by=by, data=data, name=name, title=shown.title)
    text = _text(report, report.newest or _kept(report, shown, capturer))
    if text.length or not words.strip():
        return text
    # Taking the text out failed, for want of time or memory, and is not tried twice.
    return add_text(text.capture, Words(text=words, extractor=EXTRACTOR))


def keep_card(by: Person, card: Card, day: date, capturer: Capturer) -> Report:
    """Keep the words that a card shows as a report of its owner, and have them not read again.

    Raises Refused where such a report was redacted.
    """
    report = bring_given(
        by=by,
        data=card.words.encode(),
        name=f"{day}-card.txt",
        title=card.title.words,
        source=source_of(by, card.owner),
    )
    shown = Known(
        title=card.title.words,
        excerpt=" ".join(piece.words for piece in card.excerpt),
        posted_at=card.time.at if card.time else None,
    )
    text = _text(report, report.newest or _kept(report, shown, capturer))
    propose_claims(text, [], reader=READER, note=NOT_READ)
    return report


def _kept(report: Report, shown: Known, capturer: Capturer) -> Capture | None:
    mine = take(report)
    if mine is None:  # a worker was quicker
        return captured(report, capturer)
    try:
        return capturer.keeper.keep(mine, handed_in(mine), shown)
    except TakenOver:
        raise
    except BaseException:  # Ctrl-C too: whoever goes on may take it up at once
        let_go(mine, due_at=timezone.now())
        raise


def _text(report: Report, capture: Capture | None) -> ReportText:
    text = capture.text if capture else None
    if text is None:
        report.refresh_from_db()
        why = report.trouble or "Another process has it in hand. Try again in a minute."
        raise Refused(f"The page could not be kept. {why}")
    return text


def source_of(by: Person, owner: str) -> Source | None:
    """Return the source that a page names as an owner, made where there is none.

    None where the words name nobody ("he"), or a source that the desk holds.
    """
    name = _name(owner)
    if not name:
        return None
    known = _known(name)
    if known and known.is_held:
        return None
    return known or add_source(by=by, text=SourceText(name=name))


def sources_named(owners: set[str]) -> dict[str, UUID]:
    """Return the known sources among the words by which a page names owners."""
    found = {words: _known(_name(words)) for words in owners if _name(words)}
    return {words: source.pk for words, source in found.items() if source and not source.is_held}


def _known(name: str) -> Source | None:
    found: Source | None = Source.objects.filter(name__iexact=name, merged_into=None).first()
    return found


def _name(owner: str) -> str:
    first, _, rest = owner.partition(" ")
    name = rest if first.lower() in ARTICLES else owner
    nobody = name.lower() in listed("pronoun") or name[:1].islower() or len(name) > MOST_NAME
    return "" if nobody else name
