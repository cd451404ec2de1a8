"""What may stand behind a saying that ends its sentence: to whom, when, how, what is added."""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from dateline.reading.speakers.lexicon import Word, listed, speaks

FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
RELATIVE: Final = frozenset({"WP", "WDT", "WP$", "WRB"})
JOINING: Final = frozenset({"as", "while", "but", "and", "though", "although", "without"})
LEADS: Final = frozenset({"ADP", "SCONJ", "CCONJ", "ADV"})
LISTENER: Final = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
FEW: Final = 4
"""Words: a time or a listener, whatever they look like."""


def ends(after: Sequence[Token], word: Word) -> bool:
    """Tell whether the words behind a cue are no content of it: it was said before."""
    if len(after) <= FEW and not any(token.pos_ in ("VERB", "AUX") for token in after):
        return True
    kinds = LISTENER if "listener" in word.frames else frozenset[str]()
    skipped = 0
    while skipped < len(after) and _stands_by(after[skipped], kinds):
        skipped += 1
    rest = after[skipped:]
    if not rest:
        return True
    goes_on = rest[0].tag_ == "VBG" and speaks(rest[0].lemma_)
    return goes_on or (rest[0].pos_ in LEADS and adds(rest))


def _stands_by(token: Token, kinds: frozenset[str]) -> bool:
    return token.pos_ in kinds or token.lower_ in listed("time")


def adds(words: Sequence[Token]) -> bool:
    """Tell whether words hold no clause but one that says more of them: "which", "adding"."""
    for token in words:
        if token.tag_ in FINITE or token.lower_ == "that":
            return False
        inside = token.i > words[0].i and token.nbor(-1).pos_ != "ADP"
        if token.lower_ in JOINING or (inside and token.tag_ in RELATIVE | {"VBG"}):
            return True
    return True
