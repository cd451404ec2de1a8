"""What is said by nobody in particular: "reportedly", "allegedly"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import adverbs, verbs
from dateline.reading.speakers.stretch import trimmed

CLAUSES = frozenset({"ROOT", "ccomp", "advcl", "relcl", "conj", "acl", "parataxis", "xcomp"})


def adverb_cues(doc: Doc) -> Iterator[Found]:
    """Yield each adverb with the clause that it doubts.
    An adverb in a cue that has a source ("a video purportedly shows") is that cue's."""
    lexicon = adverbs()
    for token in doc:
        word = lexicon.get(token.lower_)
        if word is not None and not _doubts_cue(token):
            clause = _clause(token)
            content = trimmed(doc, (clause.left_edge.i, clause.right_edge.i + 1))
            if content[1] - content[0] > 1:
                yield Found(token, word, (token.i, token.i + 1), (content,))


def _clause(adverb: Token) -> Token:
    head = adverb.head
    while head.dep_ not in CLAUSES and head.head != head:
        head = head.head
    return head


def _doubts_cue(adverb: Token) -> bool:
    word = verbs().get(adverb.head.lemma_)
    beside = adverb.i + 1 == adverb.head.i and adverb.head.pos_ == "VERB"
    return word is not None and word.act in {"says", "shows"} and beside
