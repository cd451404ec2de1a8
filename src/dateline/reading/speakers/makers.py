"""Things that speak are reduced to whoever made them: a report, a video, a statement."""

from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from dateline.codebook import At
from dateline.reading.speakers.lexicon import listed
from dateline.reading.speakers.stretch import Stretch, at, reach, trimmed

MAKERS = frozenset({"by", "from"})


def maker(doc: Doc, source: At) -> At | None:
    """Return the words for who made the thing that speaks.

    "A SMART News Agency report" is SMART News Agency's; "a video uploaded by activists" theirs.
    None where the source is no thing, or nobody is said to have made it.
    """
    span = doc.char_span(*source)
    if span is None or span.root.lemma_.lower() not in listed("thing"):
        return None
    found = next(_makers(span), None)
    return None if found is None or found[0] >= found[1] else at(doc, found)


def employer(doc: Doc, source: At) -> At | None:
    """Return whose source or correspondent speaks: "Kommersant's sources" are Kommersant's."""
    span = doc.char_span(*source)
    if span is None or span.root.lemma_.lower() not in listed("teller"):
        return None
    owner = next((child for child in span.root.children if child.dep_ == "poss"), None)
    if owner is None:
        return None
    start, end = reach(owner)
    return at(doc, (start, end - (doc[end - 1].tag_ == "POS")))


def _makers(span: Span) -> Iterator[Stretch]:
    thing, doc = span.root, span.doc
    for child in thing.children:
        if child.dep_ == "poss":
            stretch = reach(child)
            yield stretch[0], stretch[1] - (doc[stretch[1] - 1].tag_ == "POS")
    yield from _named(thing)
    for prep in (token for token in span if token.lower_ in MAKERS):
        head = next((token for token in prep.children if token.dep_ in {"pobj", "pcomp"}), None)
        if head is not None:
            yield trimmed(doc, _identity(head))


def _named(thing: Token) -> Iterator[Stretch]:
    """Yield the name that stands right before the thing."""
    start = thing.i
    while start > thing.left_edge.i and thing.doc[start - 1].pos_ in {"PROPN", "PART"}:
        start -= 1
    if start < thing.i:
        yield start, thing.i


def _identity(head: Token) -> Stretch:
    """Return a name without the asides that follow it."""
    start, end = reach(head)
    asides = (c.left_edge.i for c in head.children if c.dep_ in {"acl", "relcl", "appos"})
    return start, min([end, *(one for one in asides if one > head.i)])
