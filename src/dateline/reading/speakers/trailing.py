"""Sayings at the end of a sentence with no comma before them: "… were killed the group said"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import Word, listed, speaks, verbs
from dateline.reading.speakers.naming import name_end, name_start
from dateline.reading.speakers.stretch import Stretch

FINITE: Final = frozenset({"VBD", "VBZ"})
JOINS: Final = frozenset({"IN", "WDT", "WP", "WRB", "TO", "CC", "MD", "PRP$"})
"""Before a source they make it another clause's: "what the ministry said"."""
LONGEST_SOURCE: Final = 24
"""Words behind the cue: a name with its office."""
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
                found = _behind(sentence, words, cue) or _before(sentence, words, cue)
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
    start = name_start(cue, sentence.start)
    if start is None or not _closes(words, cue):
        return None
    return _found(sentence, cue, (start, cue.i))


def _closes(words: list[Token], cue: Token) -> bool:
    """Tell whether nothing but a time or a listener comes after the cue."""
    after = [token for token in words if token.i > cue.i]
    return len(after) <= 4 and not any(token.pos_ in ("VERB", "AUX") for token in after)


def _behind(sentence: Span, words: list[Token], cue: Token) -> Found | None:
    """Read "CONTENT said the group"."""
    after = [token for token in words if token.i > cue.i]
    told = bool(after) and after[0].pos_ in ("DET", "PROPN") and not _goes_on(after)
    dated = any(one.lower_ in listed("time") for one in after[:3])
    if not told or dated or "whom" in verbs()[cue.lemma_].frames:
        return None
    return _found(sentence, cue, (after[0].i, name_end(after[0], after[-1].i + 1)))


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
    told = word.frames >= {"listener"} and sentence.doc[cue.i + 1].pos_ in ("PROPN", "ADJ")
    return Found(
        cue,
        word,
        (cue.i, cue.i + 1),
        (content,),
        head=head,
        source=source,
        listener=sentence.doc[cue.i + 1] if told else None,
        following=False,
    )
