"""What hangs on a cue as its content: a clause, an infinitive, an object, a preposition's words.

Several arcs may hold it, and the parse may have lost them all: then the words that follow count.
"""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dateline.reading.speakers.lexicon import Word, listed, speaks
from dateline.reading.speakers.stretch import Stretch, reach, trimmed
from dateline.reading.speakers.subject import inverted, is_passive, own_subject, rejoins

OBJECTS = frozenset({"dobj", "attr", "oprd", "dative"})
REST = frozenset({"for", "of", "as", "to", "with"})
PAUSES = frozenset(",—–")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True)
class Complement:
    """The content, the preposition that leads to it, and who was told."""

    content: Stretch
    leading: Token | None = None
    listener: Token | None = None


def complement(cue: Token, word: Word) -> Complement | None:
    """Return the content that stands after the cue, None where it has none of its frames."""
    named = inverted(cue) or own_subject(cue)
    after = [child for child in cue.children if child.i > cue.i and child != named]
    listener = _listener(after) if "listener" in word.frames else None
    for read in (_clause, _rest, _infinitive, _object, _led):
        found = read(cue, word, [child for child in after if child != listener])
        if found is not None:
            content = trimmed(cue.doc, _cut(cue, found.content))
            if content[0] < content[1]:
                return Complement(content, found.leading, listener)
    if is_passive(cue):
        return None
    passed = [cue, *(child for child in cue.children if child.dep_ == "prt")]
    last = max(token.i + 1 for token in passed)
    return _following(cue, word, listener, max(last, reach(named)[1] if named else 0))


def _cut(cue: Token, content: Stretch) -> Stretch:
    """Return it up to ", saying …" or "but said …", the same speaker's next saying, or ", that"."""
    doc = cue.doc
    for token in doc[content[0] + 1 : content[1]]:
        if doc[token.i - 1].text == "," and _resumes(token):
            return content[0], token.i
        if rejoins(token, cue):
            joint = [one.i for one in token.head.children if one.dep_ == "cc" and one.i < token.i]
            return content[0], (joint or [token.i])[-1]
    return content


def _resumes(token: Token) -> bool:
    return token.lower_ == "that" or (token.tag_ == "VBG" and speaks(token.lemma_))


def _clause(cue: Token, word: Word, after: list[Token]) -> Complement | None:
    if "clause" not in word.frames:
        return None
    for child in after:
        relative = child.dep_ in {"acl", "relcl", "advcl"} and child.left_edge.lower_ == "that"
        if relative and child.dep_ != "acl" and cue.pos_ != "NOUN" and child.dep_ != "advcl":
            continue
        if child.dep_ == "ccomp" or (child.dep_ == "acl" and cue.pos_ == "NOUN" and relative):
            start, end = reach(child)
            quoted = cue.dep_ == "pcomp" and cue.head.lower_ == "as"
            return Complement((start, cue.sent.end if quoted else end))
    return None


def _rest(cue: Token, word: Word, after: list[Token]) -> Complement | None:
    """Return "the group of shelling the town": an object and all that is said of it."""
    if "rest" not in word.frames:
        return None
    kinds = OBJECTS | {"ccomp", "xcomp"}
    parts = [child for child in after if child.dep_ in kinds]
    if not parts and is_passive(cue):
        parts = [child for child in after if child.dep_ == "prep" and child.lower_ in {"of", "for"}]
    if not parts or _is_time(parts[0]):
        return _as(after)
    leads = REST | word.frames
    said = [child for child in after if child.lower_ in leads and child.dep_ == "prep"]
    return Complement((reach(parts[0])[0], max(reach(child)[1] for child in parts + said)))


def _as(after: list[Token]) -> Complement | None:
    found = next((child for child in after if child.lower_ == "as"), None)
    return None if found is None else Complement(reach(found))


def _infinitive(cue: Token, word: Word, after: list[Token]) -> Complement | None:
    for child in after:
        beside = cue.doc[child.left_edge.i - 1].text != ","
        if child.dep_ in {"xcomp", "acl", "ccomp"} or (child.dep_ == "advcl" and beside):
            first = child.left_edge if child.tag_ != "VB" else child
            to = any(one.lower_ == "to" and one.dep_ == "aux" for one in child.children)
            if to and "to" in word.frames:
                return Complement(reach(child))
            if first.tag_ == "VBG" and "gerund" in word.frames:
                return Complement(reach(child))
    return None


def _object(cue: Token, word: Word, after: list[Token]) -> Complement | None:
    if "object" not in word.frames:
        return None
    found = next((child for child in after if child.dep_ in {"dobj", "attr"}), None)
    if found is None or _is_time(found):
        return None
    start, end = reach(found)
    if word.act == "shows":
        end = max(reach(child)[1] for child in after if child.dep_ not in {"cc", "conj", "punct"})
    return Complement((start, end))


def _led(cue: Token, word: Word, after: list[Token]) -> Complement | None:
    for child in after:
        if child.dep_ in {"prep", "dative"} and child.lower_ in word.frames:
            start, end = reach(child)
            return Complement((max(start, child.i + 1), end), child)
    return None


def _following(cue: Token, word: Word, listener: Token | None, start: int) -> Complement | None:
    """Return the words up to the sentence's end where they hold a finite verb."""
    if "clause" not in word.frames or cue.pos_ not in {"VERB", "AUX"}:
        return None
    start = start if listener is None else reach(listener)[1]
    end = cue.sent.end
    while start < end and _is_time(cue.doc[start]):
        start += 1
    if start < end and cue.doc[start].text == ",":
        start = _resumed(cue.doc, start, end)
    if start >= end or cue.doc[start].is_punct:
        return None
    finite = any(token.tag_ in FINITE for token in cue.doc[start:end])
    content = trimmed(cue.doc, _cut(cue, (start, end)))
    return Complement(content, None, listener) if finite and content[0] < content[1] else None


def _resumed(doc: Doc, start: int, end: int) -> int:
    """Return where "reported, citing its sources, that …" comes to what it reports."""
    found = (i for i in range(start, end) if doc[i].lower_ == "that" and doc[i - 1].text == ",")
    return next(found, end)


def _listener(after: list[Token]) -> Token | None:
    return next((child for child in after if child.dep_ in {"dobj", "dative"}), None)


def _is_time(token: Token) -> bool:
    times = listed("time")
    return token.lower_ in times or (token.dep_ == "npadvmod" and token.lemma_ in times)


def around(cue: Token, group: Stretch) -> tuple[Stretch, ...]:
    """Return what stands around an inserted "he said" or "as he said": before it and after it."""
    doc, sentence = cue.doc, cue.sent
    start, end = group
    if start <= sentence.start:
        return ()
    if doc[start - 1].lower_ == "as":
        return _parts(doc, (sentence.start, start - 1), (max(end, reach(cue)[1]), sentence.end))
    if doc[start - 1].text not in PAUSES:
        return ()
    if end < sentence.end and doc[end].text in PAUSES:
        return _parts(doc, (sentence.start, start), (end, sentence.end))
    finite = any(token.tag_ in FINITE for token in doc[sentence.start : start])
    return _parts(doc, (sentence.start, start)) if finite else ()


def _parts(doc: Doc, *parts: Stretch) -> tuple[Stretch, ...]:
    cut = (trimmed(doc, part) for part in parts)
    return tuple(part for part in cut if part[0] < part[1])
