"""When it was said: the time words that hang on the cue or on the thing that carries it."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from dateline.codebook import At
from dateline.reading.speakers.lexicon import listed
from dateline.reading.speakers.stretch import Stretch, at, reach, trimmed

ADVERBIAL = frozenset({"npadvmod", "advmod", "prep", "tmod", "pobj"})


def said_when(
    cue: Token, source: Token | None, *, taken: Sequence[Stretch], before: bool
) -> At | None:
    """Return the time words of the saying. Words before the cue count only with `before`:
    in "Over four days, he said, they advanced" they belong to the advance."""
    hung = [child for child in cue.children if _is_time(child)]
    free = [
        child
        for child in hung
        if (before or child.i > cue.i) and not any(a <= child.i < b for a, b in taken)
    ]
    found = next(iter(free), None)
    if found is not None:
        return at(cue.doc, trimmed(cue.doc, reach(found)))
    return None if source is None else next(_made(source), None)


def _made(source: Token) -> Iterator[At]:
    """Yield "uploaded earlier today" of a thing that carries what was said."""
    for child in source.children:
        if child.dep_ in {"acl", "relcl"} and child.lemma_ in listed("making"):
            times = [reach(one) for one in child.children if _is_time(one)]
            if times:
                stretch = child.i, max(end for _, end in times)
                yield at(source.doc, trimmed(source.doc, stretch))


def _is_time(token: Token) -> bool:
    if token.dep_ not in ADVERBIAL:
        return False
    start, end = reach(token)
    return end - start <= 8 and any(one.lower_ in listed("time") for one in token.doc[start:end])
