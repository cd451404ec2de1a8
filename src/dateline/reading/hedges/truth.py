"""What is said to be untrue: "reports that… are false", "it is not true that…"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from dateline.codebook import At, HedgeClass
from dateline.reading.hedges.lexicon import NEGATING
from dateline.reading.hedges.scope import SUBJECTS, VERBS, span_of

NEGATIVE: Final = frozenset({"not", "n't", "n’t", "never", "hardly"})
LINKS: Final = frozenset({"be", "prove", "remain"})
SAID: Final = frozenset({"acomp", "attr", "oprd"})
CLAUSES: Final = frozenset({"ccomp", "csubj", "advcl", "acl"})


def refuted(token: Token) -> Iterator[tuple[HedgeClass, Token, At]]:
    """Yield "false" of "reports that… are false" and "true" of "it is not true that…", denied."""
    verb = predicated(token)
    if verb is None or is_negated(verb) != (token.lower_ in NEGATING["true"]):
        return
    about = [c for c in verb.children if c.dep_ in SUBJECTS and c.i < token.i]
    clauses = [c for owner in (token, verb) for c in owner.children if _is_clause(c, token)]
    told = [t for child in (*about, *clauses) for t in child.subtree]
    if clauses or any(child.lower_ in NEGATING["account"] for child in _heads(about)):
        yield "denied", token, span_of(told)


def predicated(token: Token) -> Token | None:
    """Return the verb that says of something that it is true or untrue; None for other words."""
    if token.lower_ not in NEGATING["true"] | NEGATING["untrue"]:
        return None
    if token.tag_ == "VBN" and any(child.dep_ == "auxpass" for child in token.children):
        return token
    linked = token.dep_ in SAID and token.head.lemma_ in LINKS
    return token.head if linked else None


def is_negated(verb: Token) -> bool:
    """Tell whether "not" or the like stands with a verb."""
    return any(child.lower_ in NEGATIVE for child in verb.children)


def _is_clause(child: Token, word: Token) -> bool:
    return child.dep_ in CLAUSES and child.pos_ in VERBS and child.i > word.i


def _heads(nouns: list[Token]) -> Iterator[Token]:
    yield from nouns
    for noun in nouns:
        yield from (child for child in noun.children if child.dep_ == "conj")
