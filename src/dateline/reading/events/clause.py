"""The whole clauses that state an event: what its claim quotes."""

from typing import Final

from spacy.tokens import Token

from dateline.reading.events.syntax import (
    CHAIN,
    PASSIVE,
    SUBJECTS,
    VERBS,
    children,
    governing,
)

LEANING: Final = frozenset({"xcomp", "advcl", "pcomp", "auxpass", "aux"})
"""A verb in these relations, without a subject of its own, is told together with the one above."""
EDGES: Final = frozenset(",;:.!?-–—()\"'“”‘’ \n")


def clause(token: Token) -> tuple[int, int]:
    """Return the offsets of the clauses that state what a verb or noun tells of.

    A clause that leans on another for its subject ("killing 12") is quoted with it; one that is
    only joined to it ("and the army retook…") is not; a relative clause takes its noun along.
    """
    verb = token if token.pos_ in VERBS else governing(token)
    if verb is None:
        sent = token.sent
        return _trim(token, sent.start, sent.end)
    verb = _leant_on(verb)
    return _trim(token, min(_start(verb), token.i), max(_end(verb, token), token.i + 1))


def _leant_on(verb: Token) -> Token:
    for _ in range(CHAIN):
        above = verb.head
        leans = verb.dep_ in LEANING and not children(verb, SUBJECTS | PASSIVE)
        if not leans or above.pos_ not in VERBS or above == verb:
            return verb
        verb = above
    return verb


def _start(verb: Token) -> int:
    start: int = verb.left_edge.i
    for _ in range(CHAIN):
        if verb.dep_ in {"relcl", "acl"}:
            return min(start, verb.head.left_edge.i)
        if verb.dep_ != "conj" or children(verb, SUBJECTS | PASSIVE):
            return start
        verb = verb.head
        start = min(start, verb.left_edge.i)
    return start


def _end(verb: Token, token: Token) -> int:
    end: int = verb.right_edge.i + 1
    for child in children(verb, frozenset({"conj"})):
        own = children(child, SUBJECTS | PASSIVE)
        if own and token.i < child.left_edge.i < end:
            return int(child.left_edge.i)
    return end


def _trim(token: Token, start: int, end: int) -> tuple[int, int]:
    doc = token.doc
    while end - 1 > token.i and (doc[end - 1].text in EDGES or doc[end - 1].dep_ == "cc"):
        end -= 1
    while start < token.i and (doc[start].text in EDGES or doc[start].is_space):
        start += 1
    return doc[start].idx, doc[end - 1].idx + len(doc[end - 1])
