"""Stretches of tokens, half open, and the characters that they cover."""

from spacy.tokens import Doc, Token

from dateline.codebook import At

Stretch = tuple[int, int]
"""First token, and the one after the last."""

EDGES = frozenset(",;:-–—.…()[]")


def reach(token: Token) -> Stretch:
    """Return the token with all that hangs on it."""
    return token.left_edge.i, token.right_edge.i + 1


def trimmed(doc: Doc, stretch: Stretch) -> Stretch:
    """Return it without the spaces, commas and stops at its edges."""
    start, end = stretch
    while start < end and _edge(doc[start]):
        start += 1
    while end > start and _edge(doc[end - 1]) and not _closes(doc, start, end):
        end -= 1
    return start, end


def at(doc: Doc, stretch: Stretch) -> At:
    """Return its characters; the stretch is not empty."""
    last = doc[stretch[1] - 1]
    return doc[stretch[0]].idx, last.idx + len(last)


def _closes(doc: Doc, start: int, end: int) -> bool:
    """Return whether the last token closes a bracket that was opened inside."""
    return doc[end - 1].text == ")" and any(token.text == "(" for token in doc[start:end])


def _edge(token: Token) -> bool:
    return token.is_space or token.text in EDGES or not token.text.strip(".-–—")
