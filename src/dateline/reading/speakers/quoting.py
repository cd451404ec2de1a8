"""What was said first and who quotes it last: "… was hit AP quoted the ministry as saying"."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Doc, Token

from dateline.reading.speakers.closing import ends
from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import verbs
from dateline.reading.speakers.naming import name_before
from dateline.reading.speakers.stretch import Stretch, trimmed

QUOTING: Final = frozenset({"quote", "cite", "report"})
LONGEST: Final = 14
"""Words between "quoted" and "as saying"."""


def quoting_cues(doc: Doc) -> Iterator[Found]:
    """Give both who said it and who quotes them, where "as saying" ends the sentence."""
    for token in doc[1:]:
        if token.lower_ == "saying" and token.nbor(-1).lower_ == "as":
            quoter = next(filter(_quotes, reversed(doc[max(0, token.i - LONGEST) : token.i])), None)
            if quoter is not None:
                yield from _both(quoter, token)


def _quotes(token: Token) -> bool:
    return token.lemma_ in QUOTING and token.tag_ in ("VBD", "VBZ")


def _both(quoter: Token, saying: Token) -> Iterator[Found]:
    doc, sentence, say = quoter.doc, quoter.sent, verbs()["say"]
    name = name_before(quoter, sentence.start)
    after = [token for token in doc[saying.i + 1 : sentence.end] if token.is_alpha]
    quoted = quoter.i + 1, saying.i - 1
    if name is None or quoted[0] >= quoted[1] or not ends(after, say):
        return
    content = trimmed(doc, (sentence.start, name[0]))
    if content[0] < content[1]:
        told = Found(saying, say, (saying.i, saying.i + 1), (content,), following=False)
        yield replace(told, source=quoted, head=doc[quoted[1] - 1])
        yield _relayed(quoter, name, content)


def _relayed(quoter: Token, name: Stretch, content: Stretch) -> Found:
    cue, word = (quoter.i, quoter.i + 1), verbs()[quoter.lemma_]
    return Found(quoter, word, cue, (content,), quoter.doc[name[1] - 1], name, following=False)
