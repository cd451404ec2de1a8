"""Every hedge of a paragraph, each with what it is about."""

from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Doc, Token

from dateline.codebook import At, HedgeClass
from dateline.reading.events.frame import is_trigger
from dateline.reading.events.syntax import governing
from dateline.reading.hedges.checking import is_denied, unchecked, withheld
from dateline.reading.hedges.found import FoundHedge
from dateline.reading.hedges.lexicon import EVIDENCE, HEDGING, NEGATING
from dateline.reading.hedges.scope import SUBJECTS, VERBS, at, clause, span_of, within_if
from dateline.reading.hedges.truth import is_negated, refuted

COMPLEMENTS: Final = frozenset(
    {"ccomp", "xcomp", "acl", "relcl", "advcl", "csubj", "oprd", "acomp"}
)
SENSES: Final = frozenset({"see", "hear", "feel", "smell"})
NOT: Final = frozenset({"not", "n't", "never", "no", "nobody", "none", "hard", "difficult"})
MINDED: Final = frozenset({"expect", "predict", "forecast", "anticipate", "suspect", "fear"})
"""Verbs that leave a thing open whoever is their subject: "officials expect it to…"."""
Hedged = tuple[HedgeClass, Token, At]


def hedges(doc: Doc) -> list[FoundHedge]:
    """Return the hedges of a paragraph in the order of their words."""
    found: dict[int, FoundHedge] = {}
    for token in doc:
        for cls, word, scope in (hit for way in WAYS for hit in way(token)):
            found.setdefault(word.i, FoundHedge(cls, word.text, at(word), scope))
    return [found[n] for n in sorted(found)]


def adverb(token: Token) -> Iterator[Hedged]:
    """Yield "reportedly", "allegedly", "possibly"."""
    cls = HEDGING["adverb"].get(token.lower_)
    if cls is None or token.tag_[:2] not in {"RB", "JJ", "UH"} or token.dep_ in {"acomp", "amod"}:
        return
    head = token.head
    if head == token or head.pos_ not in VERBS:
        yield cls, token, clause(head)
        return
    yield cls, token, clause(head, subject=not shows(head))


def shows(verb: Token) -> bool:
    """Whether a video or a picture is what a verb tells of."""
    return any(c.dep_ in SUBJECTS and c.lemma_.lower() in EVIDENCE for c in verb.children)


def modal(token: Token) -> Iterator[Hedged]:
    """Yield "may", "might", "could", "will"."""
    cls = HEDGING["modal"].get(token.lower_)
    head = token.head
    if cls is None or token.tag_ != "MD" or head.pos_ not in VERBS or head.lemma_ in SENSES:
        return
    failed = token.lower_ == "could" and any(child.dep_ == "neg" for child in head.children)
    if not failed and head.lemma_ not in HEDGING["checked"]:
        yield cls, token, within_if(head, clause(head))


def raised(token: Token) -> Iterator[Hedged]:
    """Yield "is believed to have…", "appears to…", "is going to…": its subject does it."""
    cls = HEDGING["raised"].get(token.lemma_.lower())
    told = token.tag_ in {"VBN", "VBD"} and any(c.dep_ == "auxpass" for c in token.children)
    plain = token.lemma_ in {"seem", "appear", "purport"} or (token.lower_ == "going")
    reduced = token.dep_ == "acl" and token.tag_ == "VBN"
    minded = token.lemma_.lower() in MINDED and not told
    if cls is None or token.pos_ not in VERBS or not (told or plain or reduced or minded):
        return
    for child in token.children:
        if child.dep_ in COMPLEMENTS and (child.pos_ in VERBS or child.dep_ in {"oprd", "acomp"}):
            subjects = [s for c in token.children if c.dep_ in SUBJECTS for s in c.subtree]
            evident = shows(token) or minded or any(s.lower_ == "it" for s in subjects)
            yield cls, token, span_of([*([] if evident else subjects), *child.subtree])
            return


def denial(token: Token) -> Iterator[Hedged]:
    """Yield "denied that…", "denied striking…", "denied the claim"."""
    cls = HEDGING["object"].get(token.lemma_.lower())
    if cls is None or token.pos_ != "VERB" or is_denied(token):
        return
    passive = any(child.dep_ == "auxpass" for child in token.children)
    wanted = {"nsubjpass"} if passive else {"dobj", "ccomp", "xcomp", "pcomp"}
    for child in token.children:
        if child.dep_ in wanted:
            yield cls, token, span_of(list(child.subtree))


def adjective(token: Token) -> Iterator[Hedged]:
    """Yield "an alleged strike", "unconfirmed reports suggest…"."""
    cls = HEDGING["adjective"].get(token.lower_)
    if cls is None or token.dep_ not in {"amod", "compound"} or token.head.i < token.i:
        return
    noun = token.head
    does = noun.dep_ in SUBJECTS and noun.head.pos_ in VERBS and is_trigger(noun)
    yield cls, token, told(noun) or (clause(noun.head) if does else span_of([token, *later(noun)]))


def later(noun: Token) -> Iterator[Token]:
    """Yield a noun with what stands behind its adjectives."""
    yield noun
    for child in noun.children:
        if child.i > noun.i and child.dep_ not in {"relcl", "appos", "punct", "conj", "cc"}:
            yield from child.subtree


def told(noun: Token) -> At | None:
    """Return what a report or a sign says: "reports emerged that…", "reports suggest…"."""
    if noun.lemma_.lower() not in HEDGING["noun"]:
        return None
    verb = noun.head if noun.dep_ in SUBJECTS or noun.dep_ == "attr" else None
    for owner in (noun, verb):
        for child in owner.children if owner is not None else ():
            clausal = child.dep_ in {"acl", "ccomp", "dobj"} and child.i > noun.i
            if clausal and (child.dep_ == "dobj" or child.pos_ in VERBS) and child != noun:
                return span_of([t for t in child.subtree if t.lower_ != "that" or t.i > child.i])
    return None


def noun(token: Token) -> Iterator[Hedged]:
    """Yield "reports that", "rumours that…", "signs that…"; a surer word before hedges instead."""
    cls = HEDGING["noun"].get(token.lemma_.lower())
    if cls is None or token.pos_ != "NOUN":
        return
    surer = any(child.lower_ in HEDGING["adjective"] for child in token.children)
    owned = any(child.dep_ in {"poss", "compound"} for child in token.children)
    scope = None if surer or owned else told(token)
    if scope is not None:
        yield cls, token, scope


def unclear(token: Token) -> Iterator[Hedged]:
    """Yield "it is unclear whether…", "it is not known if…"."""
    cls = HEDGING["unclear"].get(token.lower_)
    if token.lower_ == "known":
        cls = "unconfirmed"
    if token.lower_ in NEGATING["unlikely"] and is_negated(token.head):
        cls = "possible"
    negated = any(c.lower_ in NOT for c in (*token.children, *token.head.children))
    if cls is None or (token.lower_ in {"clear", "certain", "known"} and not negated):
        return
    for owner in (token, token.head):
        for child in owner.children:
            if child.dep_ in COMPLEMENTS and child.pos_ in VERBS and child.i > token.i:
                yield cls, token, span_of(list(child.subtree))
                return


def state(token: Token) -> Iterator[Hedged]:
    """Yield "is likely to…", "is set to…"."""
    cls = HEDGING["state"].get(token.lower_)
    if cls is None or token.head.pos_ not in VERBS:
        return
    for owner in (token, token.head):
        for child in owner.children:
            if child.dep_ == "xcomp" and child.pos_ in VERBS and child.i > token.i:
                subjects = [s for c in token.head.children if c.dep_ in SUBJECTS for s in c.subtree]
                cls = "predicted" if cls == "possible" and not past(child) else cls
                yield cls, token, span_of([*subjects, *beside_no_other(child)])
                return


def past(verb: Token) -> bool:
    """Whether an infinitive is of what was: "is likely to have fled"."""
    return any(child.lower_ in {"have", "be"} and child.dep_ == "aux" for child in verb.children)


def beside_no_other(verb: Token) -> Iterator[Token]:
    """Yield a verb's words without what happened meanwhile: "…to leave when the shell hit"."""
    for child in (verb, *verb.children):
        if child == verb:
            yield child
        elif not (child.dep_ == "advcl" and any(c.lower_ == "when" for c in child.children)):
            yield from child.subtree


def faulted(token: Token) -> Iterator[Hedged]:
    """Yield "accused" of "was accused of burning homes": what somebody is said to have done."""
    cls = HEDGING["faulting"].get(token.lemma_.lower())
    if cls is None or token.pos_ not in VERBS:
        return
    for word in token.subtree:
        if word.dep_ == "pcomp" and word.pos_ in VERBS and governing(word) == token:
            yield cls, token, span_of(list(word.subtree))
            return


WAYS: Final[tuple[Callable[[Token], Iterator[Hedged]], ...]] = (
    *(adverb, modal, raised, withheld, denial, refuted, adjective, noun, unclear, state),
    *(unchecked, faulted),
)
