"""What a claim quotes, in code points of its passage."""

from dataclasses import replace

from spacy.tokens import Span

from dateline.codebook import At
from dateline.reading.events import EventMention


def trimmed(sentence: Span) -> At:
    """Return a sentence without the white space around it."""
    words = sentence.text
    start = sentence.start_char + len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def quoted(event: EventMention, quote: At) -> EventMention:
    """Return an event whose clause is what its claim quotes, with the words that tell it."""
    return replace(event, clause=covering(quote, (event.start, event.end)))


def covering(quote: At, trigger: At) -> At:
    """Return the stretch that holds both."""
    return min(quote[0], trigger[0]), max(quote[1], trigger[1])


def within(inner: At, outer: At) -> bool:
    """Tell whether one stretch lies in another."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
