"""Who stands beside a cue as its source."""

from spacy.tokens import Doc, Token

from dateline.reading.speakers.lexicon import listed, speaks
from dateline.reading.speakers.stretch import Stretch, reach, trimmed
from dateline.reading.speakers.titles import is_role

SUBJECTS = frozenset({"nsubj", "csubj"})
PASSIVE = frozenset({"nsubjpass", "csubjpass"})
EMPTY = frozenset({"it", "there"})
SHARED = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
FINITE = frozenset({"VBD", "VBZ", "VBP"})
BEFORE_ARTICLE = frozenset({"ADV", "NUM", "PROPN", "NOUN", "ADP", "PUNCT"})
STEPS = 6
ACCUSING = frozenset({"accuse", "blame", "condemn", "criticise", "criticize"})


def is_passive(verb: Token) -> bool:
    """Return whether the verb has a passive helper, or is a participle on its own noun."""
    if verb.tag_ != "VBN":
        return False
    helped = any(child.dep_ == "auxpass" for child in verb.children)
    return helped or (verb.dep_ == "acl" and verb.head.pos_ in NOMINAL)


def own_subject(verb: Token) -> Token | None:
    """Return the verb's own subject, active or passive; behind a quotation, the one after it."""
    kinds = SUBJECTS | PASSIVE
    found = [child for child in verb.children if child.dep_ in kinds]
    if verb.i and verb.doc[verb.i - 1].is_quote and found and found[-1].i > verb.i:
        return found[-1]
    return next((one for one in reversed(found) if one.i < verb.i), next(iter(found), None))


def speaker(verb: Token) -> Token | None:
    """Return the head of the words that name who says it, if any are near."""
    if is_passive(verb):
        return _agent(verb)
    if _is_aside(verb):
        return _agent(verb)
    found = own_subject(verb) or inverted(verb) or _shared(verb) or _beside(verb)
    return None if found is None or _stands_for_nobody(found, verb) else found


def _is_aside(verb: Token) -> bool:
    """Return whether it is "as (earlier) reported": what stands before it is what was reported."""
    left = verb.i - 1
    while left >= 0 and verb.doc[left].pos_ == "ADV" and verb.doc[left].lower_ != "as":
        left -= 1
    return verb.tag_ in {"VBN", "VBD"} and left >= 0 and verb.doc[left].lower_ == "as"


def _stands_for_nobody(subject: Token, verb: Token) -> bool:
    """Return whether it is "there", or the "it" of "it was not possible to verify"."""
    expletive = subject.lower_ == "it" and subject.head != verb and subject.head.lemma_ == "be"
    return expletive or subject.lower_ == "there"


def inverted(verb: Token) -> Token | None:
    """Return the noun after a verb that follows a quotation or a comma, as in "…", said Omar."""
    if own_subject(verb) is not None or verb.tag_ not in FINITE or verb.i == 0:
        return None
    before = verb.doc[verb.i - 1]
    if not (before.is_quote or before.text == ","):
        return None
    after = (child for child in verb.children if child.i > verb.i and child.pos_ in NOMINAL)
    return next((child for child in after if child.left_edge.i == verb.i + 1), None)


def _agent(verb: Token) -> Token | None:
    by = (child for child in verb.children if child.dep_ == "agent" or child.lower_ == "by")
    found = next((token for prep in by for token in prep.children if token.dep_ == "pobj"), None)
    return found or (_accuser(verb) if verb.lemma_ in ACCUSING else None)


def _accuser(verb: Token) -> Token | None:
    """Return the one after "by" that the parse hung on the deed: "accused of crimes by X"."""
    by = [token for token in verb.subtree if token.i > verb.i and token.lower_ == "by"]
    held = [token for prep in by[-1:] for token in prep.children if token.dep_ == "pobj"]
    return next(iter(held), None)


def _shared(verb: Token) -> Token | None:
    """Return the subject of the verb that this one leans on ("said X and added Y")."""
    aside = verb.tag_ == "VBG" and verb.i > 0 and verb.doc[verb.i - 1].text == ","
    first = verb
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return _quoted_by(verb.head.head)
    for _ in range(STEPS):
        if verb.dep_ == "acl" and verb.head.pos_ in NOMINAL:
            return _issuer(verb.head) or _doer(verb) or verb.head
        if verb.dep_ not in SHARED or verb.head == verb:
            return None
        verb = verb.head
        if verb.dep_ == "ccomp" and (aside or rejoins(first, verb.head)):
            verb = verb.head
        found = own_subject(verb)
        if found is not None:
            return found if found.dep_ not in PASSIVE else None
    return None


def rejoins(verb: Token, cue: Token) -> bool:
    """Return whether a saying that the parse joins to what was said goes on from the cue.

    In "he admitted that it fell but said it would return" both sayings are his.
    """
    joined = verb.dep_ == "conj" and verb.tag_ == cue.tag_ and own_subject(verb) is None
    return joined and speaks(verb.lemma_) and speaks(cue.lemma_) and not speaks(verb.head.lemma_)


def _issuer(thing: Token) -> Token | None:
    """Return who "released a statement saying" it."""
    issued = thing.dep_ == "dobj" and thing.lemma_ in listed("thing")
    return own_subject(thing.head) if issued else None


def _doer(saying: Token) -> Token | None:
    """Return who "condemned the attack saying" it: what can say nothing is not who said it."""
    thing = verb = saying.head
    if saying.tag_ != "VBG" or thing.pos_ != "NOUN" or is_role(thing):
        return None
    while verb.pos_ != "VERB" and verb.head != verb:
        verb = verb.head
    found = own_subject(verb)
    return None if found is None or found.i >= thing.i or is_passive(verb) else found


def _quoted_by(verb: Token) -> Token | None:
    """Return the one whom somebody "quoted as saying"."""
    if is_passive(verb):
        return own_subject(verb)
    return next((child for child in verb.children if child.dep_ == "dobj"), None)


def _beside(verb: Token) -> Token | None:
    """Return the noun next to a finite verb whose subject the parse has lost."""
    if verb.tag_ not in FINITE:
        return None
    left = verb.i - 1
    if left > 0 and verb.doc[left].tag_ == "POS":
        return verb.doc[left - 1]
    while left >= 0 and verb.doc[left].pos_ in {"ADV", "AUX"}:
        left -= 1
    if left >= 0 and verb.doc[left].pos_ in NOMINAL and not verb.doc[left].is_sent_end:
        return verb.doc[left]
    return None


def source(head: Token, verb: Token) -> Stretch:
    """Return the words that name the source: without asides, and on one side of the verb."""
    doc = verb.doc
    start, end = reach(head)
    start = _article(head, start)
    if start <= verb.i < end:
        start, end = (start, verb.i) if head.i < verb.i else (verb.i + 1, end)
    if doc[end - 1].tag_ == "POS":
        end -= 1
    return _within(doc, head, trimmed(doc, (start, max(end, head.i + 1))))


def _article(head: Token, start: int) -> int:
    """Return where the name itself begins, behind "Earlier", "On 2 July" and blanks."""
    doc = head.doc
    for token in reversed(doc[start : head.i]):
        if token.is_space:
            return token.i + 1
        if token.dep_ == "det" and token.i > start and doc[token.i - 1].pos_ in BEFORE_ARTICLE:
            return token.i
    while start < head.i and (_is_time(doc[start]) or _is_time(doc[start + 1])):
        start += 1
    return start


def _is_time(token: Token) -> bool:
    return token.lower_ in listed("time") and token.dep_ != "ROOT"


def _within(doc: Doc, head: Token, stretch: Stretch) -> Stretch:
    """Return the part around the head that crosses no quotation mark."""
    start, end = stretch
    while start < head.i and any(token.is_quote for token in doc[start : head.i]):
        start += 1
    marks = (token.i for token in doc[head.i : end] if token.is_quote and token.text != "'")
    closing = next(marks, end)
    return start, closing if doc[closing - 1 : closing].text.endswith(",") else end
