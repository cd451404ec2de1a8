"""Sayings at the end of a sentence with no comma before them: "… were killed the group said"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import Word, speaks, verbs
from dateline.reading.speakers.stretch import Stretch

FINITE: Final = frozenset({"VBD", "VBZ"})
NOUNS: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
OPENS: Final = frozenset({"DET"})
JOINS: Final = frozenset({"IN", "WDT", "WP", "WRB", "TO", "CC", "MD", "PRP$"})
"""Before a source they make it another clause's: "what the ministry said"."""
LONGEST_SOURCE: Final = 9
SHORTEST_CONTENT: Final = 4
STOPS: Final = frozenset({"PUNCT", "SPACE"})


def trailing_cues(doc: Doc) -> Iterator[Found]:
    """Give the sayings that end a sentence, where nothing parts them from what is said.

    Headlines, transcripts and texts that lost their commas are written so; the parser then takes
    the speaker for an object.
    """
    for sentence in doc.sents:
        words = [token for token in sentence if token.pos_ not in STOPS]
        for cue in reversed(words[-LONGEST_SOURCE - 1 :]):
            if _says(cue, words[-1]):
                found = _before(sentence, words, cue) or _behind(sentence, words, cue)
                if found:
                    yield found
                break


def _says(cue: Token, last: Token) -> bool:
    """Tell whether a word says; "FNA reports" at the very end is no noun."""
    if cue.tag_ in FINITE:
        return speaks(cue.lemma_)
    return cue == last and cue.tag_ == "NNS" and cue.lower_ in ("reports", "claims")


def _before(sentence: Span, words: list[Token], cue: Token) -> Found | None:
    """Read "CONTENT the group said (on Friday)"."""
    start = cue.i
    if start > sentence.start and sentence.doc[start - 1].pos_ == "PRON":
        return _found(sentence, cue, (start - 1, start)) if _closes(words, cue) else None
    while start > sentence.start and cue.i - start < LONGEST_SOURCE:
        token = sentence.doc[start - 1]
        if token.pos_ not in NOUNS and token.pos_ not in OPENS:
            break
        start -= 1
        if token.pos_ in OPENS:
            break
    source = _named(sentence.doc, start, cue.i)
    if source is None or not _closes(words, cue):
        return None
    return _found(sentence, cue, source)


def _named(doc: Doc, start: int, end: int) -> Stretch | None:
    """Return the source without what belongs to the clause before it.

    Without an article only a name can follow a clause: "operated by rebels FNA said".
    """
    while start < end and doc[start].pos_ in ("ADJ", "NUM"):
        start += 1
    if 0 < start < end and doc[start - 1].is_quote:
        return start, end
    if start < end and doc[start].pos_ == "NOUN":
        first = next((n for n in range(start, end) if doc[n].pos_ == "PROPN"), end)
        start = first
    return (start, end) if start < end and any(t.pos_ in NOUNS for t in doc[start:end]) else None


def _closes(words: list[Token], cue: Token) -> bool:
    """Tell whether nothing but a time or a listener comes after the cue."""
    after = [token for token in words if token.i > cue.i]
    return len(after) <= 4 and not any(token.pos_ in ("VERB", "AUX") for token in after)


def _behind(sentence: Span, words: list[Token], cue: Token) -> Found | None:
    """Read "CONTENT said the group"."""
    after = [token for token in words if token.i > cue.i]
    told = bool(after) and after[0].pos_ in ("DET", "PROPN") and not _goes_on(after)
    if not told:
        return None
    return _found(sentence, cue, (after[0].i, after[-1].i + 1))


def _goes_on(after: list[Token]) -> bool:
    return any(token.pos_ in ("VERB", "AUX", "SCONJ") for token in after)


def _found(sentence: Span, cue: Token, source: Stretch) -> Found | None:
    content = sentence.start, min(source[0], cue.i)
    before = sentence.doc[content[1] - 1] if content[1] > sentence.start else None
    if before is None or before.tag_ in JOINS or before.text == ",":
        return None
    inside = sentence.doc[slice(*content)]
    has_verb = any(token.tag_ in ("VBD", "VBZ", "VBP", "MD") for token in inside)
    if len(inside) < SHORTEST_CONTENT or not has_verb:
        return None
    word: Word = verbs()["report" if cue.tag_ == "NNS" else cue.lemma_]
    head = sentence.doc[source[1] - 1]
    return Found(
        cue, word, (cue.i, cue.i + 1), (content,), head=head, source=source, following=False
    )
