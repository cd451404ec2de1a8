"""Claims for tests: what a reader finds in the text of `kept.TEXT`, or of another one."""

from dateline.codebook import Claim, Hedge, Speaker, Toll
from tests.ledger.kept import TEXT

QUOTE = "twelve people died in Sarmin"


def at(words, text):
    """Return where words stand first in a text."""
    start = text.index(words)
    return start, start + len(words)


def said(quote=QUOTE, text=TEXT, **fields):
    """Return a claim that quotes these words and says nothing more."""
    start, end = at(quote, text)
    return Claim(**{"quote": quote, "start": start, "end": end, "kind": "event", **fields})


def twelve(text=TEXT, **fields):
    """Return what rescuers say in `TEXT`, with speaker, toll and hedge."""
    speaker = Speaker("Rescuers", "said", "Rescuers", at("Rescuers", text))
    words = "twelve people"
    toll = Toll("killed", ("unknown",), 12, 12, words, at(words, text))
    usual = {
        "event": "casualties",
        "event_words": "died",
        "event_at": at("died", text),
        "speakers": (speaker,),
        "tolls": (toll,),
        "hedge": Hedge("said", "say", at("say", text)),
    }
    return said(text=text, **(usual | fields))
