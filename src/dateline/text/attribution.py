"""Whose words a quote holds, what they rest on, and whether they stand there."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.text.address import host_of
from dateline.text.cards import original_of, page_of
from dateline.text.directive import Directive
from dateline.text.words import Card, Quote, Words


@dataclass(frozen=True)
class Attribution:
    """What a quote says about itself besides its words."""

    source: str
    note: str = ""
    href: str = ""
    original: str = ""
    """The original's address, where it may be linked."""


def attribution(
    directive: Directive,
    quote: Quote,
    *,
    cards: Mapping[str, Card],
    sources: Mapping[str, str],
    standings: Mapping[Quote, str],
    words: Words,
) -> Attribution:
    """Return who speaks: the source that the quote names, or else its report's."""
    named = directive.get("source")
    name = sources.get(named, named)
    card = cards.get(quote.report)
    if not quote.report:
        return Attribution(name)
    if card is None:
        return Attribution(name or words.a_source, words.unknown_report)
    return Attribution(
        source=name or card.source or card.site or host_of(card.address) or words.a_source,
        note=_standing(quote, card, standings, words),
        href=page_of(card) if card.state != "capturing" else "",
        original=original_of(card),
    )


def _standing(quote: Quote, card: Card, standings: Mapping[Quote, str], words: Words) -> str:
    """Say whether the quoted words stand in what the desk keeps; unless that is known: not checked.

    Where they stand otherwise or not at all, readers learn no more than that: the source, the copy
    or the desk may have them wrong, and only the desk can find out which.
    """
    unkept = {"capturing": words.not_yet_checked, "unreachable": words.not_fetched}
    return unkept.get(card.state) or standings.get(quote) or words.not_checked


def translator(directive: Directive, words: Words) -> list[str]:
    """Say who translated a quote; nothing where there is no translation to speak of."""
    by, machine = directive.get("by"), "machine" in directive.flags
    translated = directive.get("translation") or by or machine
    return words.translator(by, machine=machine) if translated else []
