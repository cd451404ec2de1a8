"""Every negation of a paragraph, each with what is not so."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from dateline.codebook import At
from dateline.reading.hedges.checking import SAYING, is_unchecked
from dateline.reading.hedges.found import FoundNegation
from dateline.reading.hedges.lexicon import HEDGING, NEGATING
from dateline.reading.hedges.scope import VERBS, at, core, span_of
from dateline.reading.hedges.truth import predicated

NOT: Final = frozenset({"not", "n't", "never", "n’t", "hardly", "nor"})
LONGEST: Final = 3
"""Words of the longest trap ("no fewer than")."""
EMPTY: Final = frozenset({"failed", "unable", "without", "fail", "fails"})


def negations(doc: Doc) -> list[FoundNegation]:
    """Return the negations of a paragraph; two that undo each other are none."""
    found = [hit for token in doc if not trap(token) for hit in negation(token)]
    text = doc.text
    undone = {
        n + k for n in range(len(found) - 1) for k in (0, 1) if undo(found[n], found[n + 1], text)
    }
    return [each for n, each in enumerate(found) if n not in undone]


def negation(token: Token) -> Iterator[FoundNegation]:
    """Yield what a token negates."""
    word = token.lower_
    if undoes(token):
        return
    if word in NOT and token.dep_ != "det":
        yield told(token, negated(token))
    elif word in NEGATING["pronoun"] or (word == "no" and token.dep_ in {"det", "neg"}):
        yield told(token, counted_out(token))
    elif word == "without" and token.dep_ in {"prep", "mark"}:
        yield told(token, span_of(list(token.subtree)))
    elif word == "far" and token.i + 1 < len(token.doc) and token.nbor().lower_ == "from":
        yield told(token, span_of([token, *token.subtree]), token.nbor())
    else:
        yield from ungone(token)


def undoes(token: Token) -> bool:
    """Whether what is not so is only that it was checked, said or unlikely: "is not unlikely"."""
    head = token.head
    if any(map(is_unchecked, (head, *head.children, *token.children))):
        return True
    if token.lemma_.lower() in NEGATING["silent"]:
        return any(child.lemma_.lower() in SAYING for child in token.children)
    inner = [one for child in head.children for one in (child, *child.children)]
    able = any(one.dep_ == "xcomp" and is_unchecked(one) for one in inner)
    unlikely = any(child.lower_ in NEGATING["unlikely"] for child in head.children)
    return token.lower_ in NOT and (able or unlikely)


def told(token: Token, scope: At, last: Token | None = None) -> FoundNegation:
    """Return a negation with its words."""
    last = last or token
    words = token.doc[token.i : last.i + 1].text
    return FoundNegation(words, (at(token)[0], at(last)[1]), scope)


def negated(token: Token) -> At:
    """Return what "not" negates: its verb's clause; of "not X but Y" only X."""
    head = token.head
    if head.pos_ not in VERBS:
        return span_of([token, *near(head)])
    if any(map(predicated, head.children)):
        return at(token)
    for child in head.children:
        if child.dep_ == "acomp" and child.lower_ in HEDGING["unclear"]:
            return span_of([token, *(c for c in head.children if c.i < token.i), child])
    speech = head.lemma_.lower() in NEGATING["speech"]
    return core(head, without=frozenset({"ccomp"}) if speech else frozenset())


def near(head: Token) -> Iterator[Token]:
    """Yield a noun or an adjective without what is coordinated with it or says more of it."""
    yield head
    for child in head.children:
        if child.dep_ not in {"conj", "cc", "punct", "nsubj", "advcl", "relcl", "preconj"}:
            yield from child.subtree


def counted_out(token: Token) -> At:
    """Return what "no" and "no one" negate: the clause in which none is counted."""
    noun = token.head if token.dep_ in {"det", "neg"} else token
    while noun.dep_ in {"conj", "compound", "pobj", "prep", "nmod"} and noun.head.pos_ not in VERBS:
        noun = noun.head
    verb = noun.head
    return core(verb) if verb.pos_ in VERBS else span_of(list(noun.subtree))


def ungone(token: Token) -> Iterator[FoundNegation]:
    """Yield "failed to…", "unable to…", "prevented…": what was tried and did not happen."""
    verb = token.pos_ == "VERB" and token.lemma_.lower() in NEGATING["verb"]
    if not verb and token.lower_ not in NEGATING["adjective"]:
        return
    for child in token.children:
        if child.dep_ in {"xcomp", "ccomp"} and child.pos_ in VERBS:
            yield told(token, span_of([token, *child.subtree]))
            return
        if verb and child.dep_ == "dobj" and token.lemma_.lower() not in {"stop", "decline"}:
            yield told(token, span_of([token, *child.subtree]))
            return


def trap(token: Token) -> bool:
    """Whether the word only looks like a negation: "not only", "no doubt", "no fewer than"."""
    for size in range(2, LONGEST + 1):
        for start in range(max(0, token.i - size + 1), token.i + 1):
            words = " ".join(each.lower_ for each in token.doc[start : start + size])
            if words in NEGATING["trap"]:
                return True
    return False


def undo(one: FoundNegation, two: FoundNegation, text: str) -> bool:
    """Whether two negations that stand side by side undo each other: "did not fail to"."""
    beside = not text[one.at[1] : two.at[0]].strip()
    return beside and bool(EMPTY & {one.words.lower(), two.words.lower()})
