"""What nobody could check: "could not be verified", "was not able to confirm"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from dateline.codebook import At, HedgeClass
from dateline.reading.hedges.lexicon import BACKWARD, HEDGING, NEGATING
from dateline.reading.hedges.scope import VERBS, clause, previous, span_of

NOT: Final = frozenset({"not", "n't", "never", "no", "nobody", "none", "hard", "difficult"})
CHECKING: Final = frozenset({"unable", "impossible", "hard", "difficult", "immediately"})
ABLE: Final = frozenset({"able", "possible", "manage", "position"})
ASKED: Final = frozenset({"nsubjpass", "dobj", "ccomp"})
BESIDE: Final = frozenset({"advcl", "conj", "parataxis", "relcl"})
SAYING: Final = frozenset({"say", "comment", "confirm", "specify", "disclose"})


def unchecked(token: Token) -> Iterator[tuple[HedgeClass, Token, At]]:
    """Yield "verified" of "could not be verified" with what was not, itself included."""
    cls = HEDGING["checked"].get(token.lemma_.lower())
    if cls is None or not is_unchecked(token):
        return
    about = [c for c in token.children if c.dep_ in ASKED and not _before(c, token)]
    back = all(c.lemma_.lower() in BACKWARD for c in about)
    before = previous(token.sent) if back and not (_is_aside(token) and not about) else None
    whole = [t for c in about for t in c.subtree]
    counted = any(t.like_num for t in whole)
    told = span_of([*whole, token] if counted else whole) if whole else clause(token)
    yield cls, token, before or told


def is_unchecked(verb: Token) -> bool:
    """Tell whether a verb of checking says that it could not be done, or was not."""
    if verb.lemma_.lower() not in HEDGING["checked"] or verb.pos_ not in VERBS:
        return False
    return any(word.lower_ in NOT or word.lower_ in CHECKING for word in _around(verb))


def withheld(token: Token) -> Iterator[tuple[HedgeClass, Token, At]]:
    """Yield "refused" of "refused to say whether…", "deny" of "did not deny that…"."""
    denies = token.lemma_.lower() in HEDGING["object"] and is_denied(token)
    silent = token.lemma_.lower() in NEGATING["silent"] and token.pos_ in VERBS
    says = [c for c in token.children if c.dep_ == "xcomp" and c.lemma_.lower() in SAYING]
    for verb in says if silent else [token] if denies else []:
        for child in verb.children:
            if child.dep_ in {"ccomp", "dobj", "xcomp"}:
                yield "unconfirmed", token, span_of(list(child.subtree))
                return


def is_denied(verb: Token) -> bool:
    """Tell whether a verb stands with "not"."""
    return any(child.dep_ == "neg" for child in verb.children)


def _around(verb: Token) -> Iterator[Token]:
    yield from verb.children
    if verb.dep_ in {"xcomp", "ccomp"}:
        yield verb.head
        yield from verb.head.children
        if verb.head.lemma_.lower() in ABLE:
            yield from verb.head.head.children


def _is_aside(verb: Token) -> bool:
    """Tell whether it stands in a clause beside what its sentence says: "…, though news from there
    is hard to confirm"."""
    while verb.dep_ not in BESIDE and verb.head != verb:
        verb = verb.head
    return verb.dep_ == "advcl"


def _before(child: Token, verb: Token) -> bool:
    """Tell whether a clause stands beside the verb's own: "It was hit; Kyiv has not confirmed"."""
    between = child.doc[child.right_edge.i : verb.i]
    return child.dep_ == "ccomp" and child.i < verb.i and any(t.text == ";" for t in between)
