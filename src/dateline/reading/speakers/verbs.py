"""Verbs as cues: who stands before them, what stands after, how far the cue itself reaches."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from dateline.reading.speakers.complement import Complement, around, complement
from dateline.reading.speakers.cue_words import cue_word
from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import Word, listed
from dateline.reading.speakers.stretch import Stretch, reach, trimmed
from dateline.reading.speakers.subject import (
    EMPTY,
    PASSIVE,
    is_passive,
    own_subject,
    source,
    speaker,
)

BESIDE = 3
NAMED = frozenset({"PROPN", "NOUN"})
LEFT = frozenset({"aux", "auxpass", "neg", "advmod"})


def verb_cues(doc: Doc) -> Iterator[Found]:
    """Yield the verbs of the paragraph that may attribute something."""
    for token in doc:
        spoken = token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod"
        word = cue_word(token) if spoken else None
        if word is not None:
            yield _passive(token, word) if is_passive(token) else _active(token, word)


def _active(verb: Token, word: Word) -> Found:
    found = complement(verb, word)
    head = speaker(verb)
    named = None if head is None else source(head, verb)
    cue = _cue(verb, found)
    listener = None if found is None else found.listener
    if "whom" in word.frames and listener is None:
        told = next((child for child in verb.children if child.dep_ == "dobj"), None)
        contents = _before(verb, cue, named, told)
        return Found(verb, word, cue, contents, head, named, told, following=not contents)
    if found is None and "clause" in word.frames and word.act in {"says", "thinks"}:
        contents = around(verb, _group(cue, named))
        return Found(verb, word, cue, contents, head, named, following=not contents)
    contents = () if found is None else (found.content,)
    if head is None and verb.tag_ == "VB":
        return Found(verb, word, cue, ())
    if word.act == "seems" and named is not None:
        return Found(verb, word, cue, (named, *contents))
    return Found(verb, word, cue, contents, head, named, listener)


def _before(
    verb: Token, cue: Stretch, named: Stretch | None, told: Token | None
) -> tuple[Stretch, ...]:
    """Return what stands before ", residents told Reuters"."""
    if named is None or told is None or named[1] > cue[0] or told.pos_ not in NAMED:
        return ()
    return around(verb, (_group(cue, named)[0], reach(told)[1]))


def _group(cue: Stretch, source: Stretch | None) -> Stretch:
    """Return the cue with the source that stands right beside it."""
    if source is None or max(source[0] - cue[1], cue[0] - source[1]) > BESIDE:
        return cue
    return min(cue[0], source[0]), max(cue[1], source[1])


def _passive(verb: Token, word: Word) -> Found:
    """Read "is said to have fled": what is said begins with the subject, and nobody says it."""
    head = speaker(verb)
    named = None if head is None else source(head, verb)
    found = complement(verb, replace(word, frames=word.frames | {"to"}))
    subject = own_subject(verb)
    contents = [] if found is None else [found.content]
    told = "listener" in word.frames
    if subject is not None and subject.dep_ in PASSIVE and subject.lower_ not in EMPTY and not told:
        contents.insert(0, trimmed(verb.doc, reach(subject)))
    kept = contents if found is not None or "object" in word.frames else []
    return Found(verb, word, _cue(verb, found), tuple(kept), head, named)


def _cue(verb: Token, found: Complement | None) -> Stretch:
    """Return the verb with its helpers, its preposition and its colon."""
    doc, start, end = verb.doc, verb.i, verb.i + 1
    while start and doc[start - 1].dep_ in LEFT and doc[start - 1].head == verb:
        start -= 1
    while end < len(doc) and doc[end].head == verb and doc[end].dep_ in {"prt", "neg"}:
        end += 1
    if found is not None and found.leading is not None and found.leading.i == end:
        end += 1
    end = carried(doc, end)
    return start, end + 1 if end < len(doc) and doc[end].text == ":" else end


def carried(doc: Doc, end: int) -> int:
    """Return the end of "in a statement" where it follows."""
    words = doc[end : end + 3]
    if len(words) == 3 and words[0].lower_ in {"in", "on"} and words[1].pos_ == "DET":
        return end + 3 if words[2].lemma_ in listed("carrier") else end
    return end
