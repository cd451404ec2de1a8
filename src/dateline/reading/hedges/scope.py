"""Which words a hedge or a negation is about."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Span, Token

from dateline.codebook import At

SUBJECTS: Final = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
APART: Final = frozenset({"parataxis", "punct", "mark", "cc", "discourse", "intj"})
VERBS: Final = frozenset({"VERB", "AUX"})
REACH: Final = 120
"""How many tokens from its head a clause may reach, so that an endless sentence costs no more."""
DEPTH: Final = 20
CONDITIONS: Final = frozenset({"if", "unless"})


def at(token: Token) -> At:
    """Return where a token stands."""
    return token.idx, token.idx + len(token.text)


def span_of(tokens: Iterator[Token] | list[Token]) -> At:
    """Return the stretch from the first of some tokens to the last, without signs at its ends."""
    inside = sorted(tokens, key=lambda token: token.i)
    while len(inside) > 1 and inside[-1].is_punct:
        inside.pop()
    while len(inside) > 1 and inside[0].is_punct:
        inside.pop(0)
    return inside[0].idx, at(inside[-1])[1]


def clause(head: Token, *, subject: bool = True, without: frozenset[str] = frozenset()) -> At:
    """Return a head's own words: its subtree, but for clauses that stand beside it.

    Left out are coordinated clauses with a subject of their own, parentheses that tell who says
    it, and children in the relations of `without`; without `subject`, what stands before as one.
    """
    return span_of(list(own(head, subject=subject, without=without)))


def within_if(head: Token, scope: At) -> At:
    """Return a clause's scope with the condition before it: "if it falls, thousands will flee"."""
    ifs = [c for c in head.children if c.dep_ == "advcl" and c.i < head.i and is_condition(c)]
    return min([scope[0], *(child.left_edge.idx for child in ifs)]), scope[1]


def is_condition(verb: Token) -> bool:
    """Whether "if" or "unless" opens a verb's clause."""
    return any(child.lower_ in CONDITIONS for child in verb.children if child.i < verb.i)


def own(head: Token, *, subject: bool, without: frozenset[str]) -> Iterator[Token]:
    """Yield the tokens of a head's clause."""
    yield head
    for child in head.children:
        if child.dep_ in APART or child.dep_ in without or beside(child):
            continue
        if not subject and (child.dep_ in SUBJECTS or child.dep_ == "advcl") and child.i < head.i:
            continue
        if not aside(head, child):
            yield from under(child, head)


def under(token: Token, head: Token) -> Iterator[Token]:
    """Yield a token's subtree within the reach of its clause's head."""
    waiting = [token]
    while waiting:
        each = waiting.pop()
        if abs(each.i - head.i) <= REACH:
            yield each
            waiting += each.children


def core(head: Token, *, without: frozenset[str] = frozenset()) -> At:
    """Return the part of a head's clause that it says itself.

    Beside what `clause` leaves out, relative clauses and those that say when or why are no part:
    "the police, which arrested 63, did not leave until they had eaten" denies the leaving only.
    """
    kept = {t.i for t in own(head, subject=True, without=without) if not apart(t, head)}
    doc, start, end = head.doc, head.i, head.i + 1
    while start and (start - 1 in kept or doc[start - 1].is_space):
        start -= 1
    while end < len(doc) and (end in kept or doc[end].is_space):
        end += 1
    return span_of(list(doc[start:end]))


def apart(token: Token, head: Token) -> bool:
    """Whether a token belongs to a clause inside that says something of its own."""
    for _ in range(DEPTH):
        if token in (head, token.head):
            return False
        marked = any(
            child.dep_ in {"mark", "advmod"} and child.i < token.i for child in token.children
        )
        if token.dep_ == "relcl" or (token.dep_ == "advcl" and token.i > head.i and marked):
            return True
        token = token.head
    return False


def aside(head: Token, child: Token) -> bool:
    """Whether a participle behind a comma belongs beyond: "…, launched from a jet, hitting …"."""
    reduced = head.dep_ in {"acl", "relcl", "amod", "advcl"} and head.tag_ == "VBN"
    return (
        reduced
        and child.i > head.i
        and child.tag_ == "VBG"
        and child.left_edge.nbor(-1).text == ","
    )


def beside(child: Token) -> bool:
    """Whether a child is a clause of its own: "…, and the army left"."""
    if child.dep_ == "advcl" and child.i < child.head.i:
        return True
    clausal = child.dep_ == "conj" or (child.dep_ == "ccomp" and child.i < child.head.i)
    return clausal and child.pos_ in VERBS and any(c.dep_ in SUBJECTS for c in child.children)


def previous(sentence: Span) -> At | None:
    """Return the sentence before, which "the claim could not be verified" is about."""
    if sentence.start == 0:
        return None
    return span_of(list(sentence.doc[sentence.start - 1].sent))
