"""What the words right behind a counted phrase say: "40 dead and 70 wounded"."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.codebook import Category
from dateline.reading.figures.phrase import OTHERS, Phrase
from dateline.reading.figures.vocabulary import OBJECTS, STATES

REACH = 5
BEFORE = frozenset({"ADV", "AUX", "ADJ"})
"""What may stand between: "12 were seriously wounded", "50 others injured"."""


def states(phrase: Phrase) -> list[tuple[Category, Token]]:
    """Return the state of the counted, and a second one that "and" or "or" joins to it."""
    found: list[tuple[Category, Token]] = []
    if phrase.head.dep_ == "dobj" and phrase.head.head.lemma_ in OBJECTS:
        return found
    for token in behind(phrase.last):
        category = STATES.get(token.lower_)
        if category and not describes(token) and not acts(token):
            found.append((category, token))
        elif not found and (token.pos_ in BEFORE or token.lower_ in OTHERS):
            continue
        elif not (found and token.lower_ in {"and", "or"}):
            break
    return found


def behind(last: Token) -> Iterator[Token]:
    """Yield the few tokens behind a phrase that belong to its sentence."""
    for token in last.doc[last.i + 1 : last.i + 1 + REACH]:
        if token.is_sent_start:
            return
        yield token


def describes(token: Token) -> bool:
    """Whether the word belongs to a noun behind it: "wounded soldiers"."""
    return token.dep_ in {"amod", "compound"} and token.head.i > token.i


def acts(token: Token) -> bool:
    """Whether the word is what the counted did to others: "12 fighters killed three soldiers"."""
    return token.pos_ == "VERB" and any(child.dep_ in {"dobj", "obj"} for child in token.children)
