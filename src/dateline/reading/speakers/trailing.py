"""Sayings at the end of a sentence with no comma before them: "… were killed the group said"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Span, Token

from dateline.reading.speakers.closing import FINITE, RELATIVE, adds, ends
from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import Word, listed, verbs
from dateline.reading.speakers.naming import LEADS, name_before, name_end
from dateline.reading.speakers.stretch import Stretch
from dateline.reading.speakers.subject import own_subject
from dateline.reading.speakers.titles import is_role
from dateline.reading.speakers.verbs import carried

SHORTEST_CONTENT: Final = 4
STOPS: Final = frozenset({"PUNCT", "SPACE"})
SPOKEN: Final = frozenset({"VBD", "VBZ"})
PARTED: Final = frozenset({"PUNCT", "SPACE", "PRON", "AUX"})
"""Before a cue they are its subject, or part it from what was said."""
HELPS: Final = frozenset({"has", "have", "had"})
NAMED: Final = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def trailing_cues(doc: Doc) -> Iterator[Found]:
    """Give the sayings that end a sentence, where nothing parts them from what is said.

    Headlines, transcripts and texts that lost their commas are written so; the parser then takes
    the speaker for an object. It may be said to whom, when and how, and what was added.
    """
    for sentence in doc.sents:
        words = [token for token in sentence if token.pos_ not in STOPS]
        cues = (token for token in reversed(words) if words and _says(token, words[-1]))
        found = (_behind(sentence, words, cue) or _before(sentence, words, cue) for cue in cues)
        yield from (one for one in [next(filter(None, found), None)] if one)


def _says(cue: Token, last: Token) -> bool:
    """Tell whether a word says; "FNA reports" at the very end is no noun."""
    if cue.tag_ in SPOKEN or (cue.tag_ == "VBN" and cue.i and cue.nbor(-1).lower_ in HELPS):
        word = verbs().get(cue.lemma_)
        return word is not None and word.act == "says" and "quote" in word.frames
    return cue == last and cue.tag_ == "NNS" and cue.lower_ in ("reports", "claims")


def _word(cue: Token) -> Word:
    return verbs()["report" if cue.tag_ == "NNS" else cue.lemma_]


def _before(sentence: Span, words: list[Token], cue: Token) -> Found | None:
    """Read "CONTENT the group said (to AFP in a statement)"."""
    name = name_before(cue, sentence.start)
    after = [token for token in words if token.i > cue.i]
    if name is None or not ends(after, _word(cue)):
        return None
    return _found(sentence, cue, name)


def _behind(sentence: Span, words: list[Token], cue: Token) -> Found | None:
    """Read "CONTENT said the group (which counts the dead)"."""
    after = [token for token in words if token.i > cue.i]
    left = cue.i > sentence.start and cue.nbor(-1).pos_ not in PARTED and not _joined(cue)
    told = left and bool(after) and _opens_name(after[0]) and adds(after)
    dated = any(one.lower_ in listed("time") for one in after[:3])
    if not told or dated or "whom" in _word(cue).frames:
        return None
    name = after[0].i, name_end(after[0], _reach(after))
    return _found(sentence, cue, name) if any(map(_names, sentence.doc[slice(*name)])) else None


def _joined(cue: Token) -> bool:
    """Tell whether "while" leads to the cue's own subject."""
    subject = own_subject(cue)
    edge = cue if subject is None or subject.i > cue.i else subject.left_edge
    return edge.i > 0 and edge.nbor(-1).pos_ == "SCONJ"


def _names(token: Token) -> bool:
    return token.pos_ == "PROPN" or is_role(token)


def _opens_name(token: Token) -> bool:
    if token.pos_ in ("DET", "PROPN"):
        return True
    beside = token.doc[token.i + 1 : token.i + 3]
    return token.pos_ in ("NOUN", "ADJ") and (is_role(token) or any(map(is_role, beside)))


def _reach(after: list[Token]) -> int:
    """Return where the words that name a source end: before an aside, a time, a clause."""
    doc, n, last = after[0].doc, after[0].i + 1, after[-1].i + 1
    while n < last and (doc[n].pos_ in NAMED or _joins(doc[n], last)):
        n += 1
    return n


def _joins(token: Token, last: int) -> bool:
    if token.text in ("(", ")", "-") or token.tag_ in ("HYPH", "POS"):
        return True
    beside = token.nbor() if token.i + 1 < last else None
    if token.pos_ == "DET":
        return token.nbor(-1).lower_ in ("of", "for", "and")
    return token.lower_ in ("of", "for", "and", "in", "at") and beside is not None


def _found(sentence: Span, cue: Token, source: Stretch) -> Found | None:
    content = sentence.start, min(source[0], cue.i)
    if content[0] == content[1] or _is_parted(sentence.doc, content[1], cue):
        return None
    inside = sentence.doc[slice(*content)]
    told = sum(map(_tells, inside))
    if len(inside) < SHORTEST_CONTENT or told <= (inside[0].pos_ == "SCONJ"):
        return None
    word = _word(cue)
    to_whom = word.frames >= {"listener"} and sentence.doc[cue.i + 1].pos_ in ("PROPN", "ADJ")
    return Found(
        cue,
        word,
        (source[1] if source[1] <= cue.i else cue.i, carried(sentence.doc, cue.i + 1)),
        (content,),
        head=sentence.doc[source[1] - 1],
        source=source,
        listener=sentence.doc[cue.i + 1] if to_whom else None,
        following=False,
    )


def _is_parted(doc: Doc, start: int, cue: Token) -> bool:
    """Tell whether marks say what belongs to whom: a comma, or one within a quotation."""
    before, behind = doc[start - 1], doc[cue.i + 1 : cue.i + 2]
    quoted = before.is_quote and start > 1 and doc[start - 2].is_punct
    marked = bool(behind) and (behind[0].text in (",", ":") or behind[0].is_quote)
    return before.tag_ in LEADS or before.text == "," or quoted or marked


def _tells(token: Token) -> bool:
    """Tell whether a verb makes a clause that stands by itself: not "who fled"."""
    before = token.nbor(-1) if token.i else token
    return token.tag_ in FINITE and token.dep_ != "relcl" and before.tag_ not in RELATIVE
