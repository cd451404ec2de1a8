"""Nouns and adjectives as cues: "claims of", "reports emerged that", "is confident that"."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from dateline.reading.speakers.complement import complement
from dateline.reading.speakers.found import Found
from dateline.reading.speakers.lexicon import Word, adjectives, listed, nouns
from dateline.reading.speakers.stretch import Stretch, reach, trimmed
from dateline.reading.speakers.subject import EMPTY, own_subject, source

MAKERS = frozenset({"by", "from"})


def noun_cues(doc: Doc) -> Iterator[Found]:
    """Yield the nouns of saying that have a content."""
    lexicon = nouns()
    for token in doc:
        word = lexicon.get(token.lemma_) if token.pos_ == "NOUN" else None
        if word is not None:
            yield from _noun(token, word)


def adjective_cues(doc: Doc) -> Iterator[Found]:
    """Yield "is confident", "are opposed to" with what follows."""
    lexicon = adjectives()
    for token in doc:
        word = lexicon.get(token.lower_) if token.dep_ == "acomp" else None
        found = None if word is None else complement(token, word)
        subject = own_subject(token.head)
        if word is None or found is None or subject is None or subject.lower_ in EMPTY:
            continue
        end = token.i + 1 if found.leading is None else found.leading.i + 1
        cue = _helpers(token.head)[0], end
        yield Found(token, word, cue, (found.content,), subject, source(subject, token.head))


def _noun(noun: Token, word: Word) -> Iterator[Found]:
    verb = noun.head
    spreads = noun.dep_ == "nsubj" and verb.lemma_ in listed("spreading")
    found = complement(noun, word)
    end = noun.i + 1
    if found is None and spreads:
        clause = next((one for one in verb.children if _that(one, verb)), None)
        if clause is not None:
            # "On Sunday, reports emerged": the time hangs on the verb.
            yield Found(verb, word, (noun.i, verb.i + 1), (_content(clause),), *_maker(noun))
        return
    if found is not None:
        if found.leading is not None and found.leading.i == end:
            end += 1
        yield Found(noun, word, (noun.i, end), (found.content,), *_maker(noun))


def _that(child: Token, verb: Token) -> bool:
    return child.i > verb.i and child.dep_ in {"ccomp", "advcl", "acl", "relcl"}


def _content(clause: Token) -> Stretch:
    return trimmed(clause.doc, reach(clause))


def _maker(noun: Token) -> tuple[Token | None, Stretch | None]:
    """Return who makes the claim: its owner, or the one after "by" or "from"."""
    for child in noun.children:
        if child.dep_ == "poss":
            end = child.right_edge.i + 1
            own = end - 1 if noun.doc[end - 1].tag_ == "POS" else end
            return child, (child.left_edge.i, own)
        if child.lower_ in MAKERS:
            head = next((one for one in child.children if one.dep_ == "pobj"), None)
            if head is not None:
                return head, source(head, child)
    return None, None


def _helpers(verb: Token) -> Stretch:
    start = verb.i
    while start and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in {"aux", "neg"}:
        start -= 1
    return start, verb.i + 1
