"""Whose words a quote holds, and what they rest on."""

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.text.address import host_of
from dateline.text.cards import leads_to, note_of
from dateline.text.directive import Directive
from dateline.text.words import Card, Words


@dataclass(frozen=True)
class Attribution:
    """What a quote says about itself besides its words."""

    source: str
    note: str = ""
    href: str = ""
    language: str = ""


def attribution(
    directive: Directive, *, cards: Mapping[str, Card], sources: Mapping[str, str], words: Words
) -> Attribution:
    """Return who speaks: the source that the quote names, or else its report's."""
    named = directive.get("source")
    name = sources.get(named, named)
    report = directive.get("report")
    card = cards.get(report)
    if not report:
        return Attribution(name)
    if card is None:
        return Attribution(name or words.a_source, words.unknown_report)
    if card.state == "held":
        return Attribution(name or words.a_source, words.held)
    name = name or card.source or card.site or host_of(card.address)
    return Attribution(name or words.a_source, note_of(card, words), leads_to(card), card.language)


def translator(directive: Directive, words: Words) -> list[str]:
    """Say who translated a quote; nothing where there is no translation to speak of."""
    by, machine = directive.get("by"), "machine" in directive.flags
    translated = directive.get("translation") or by or machine
    return words.translator(by, machine=machine) if translated else []
