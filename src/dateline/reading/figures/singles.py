"""One person who is named or described without a number: "a commander was killed"."""

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc, Token

from dateline.codebook import Category
from dateline.reading.figures.phrase import groups, lemma
from dateline.reading.figures.vocabulary import GROUPS_OF, OBJECTS, OF, SUBJECTS

ONE: Final = frozenset({"a", "an", "the", "his", "her", "their", "its", "another"})
PEOPLE: Final = frozenset({"killed", "injured", "missing", "detained", "abducted"})
SKIPPED: Final = frozenset({"he", "she", "it", "they", "people", "life", "loss", "body"})
LONGEST: Final = 6
"""Names of one row that are followed."""


def singles(doc: Doc) -> Iterator[tuple[Category, Token, Token]]:
    """Yield category, trigger and noun of each one person that something befell."""
    for trigger in doc:
        for category, noun in befallen(trigger):
            for each in row(noun):
                if one_person(each):
                    yield category, trigger, each


def row(noun: Token) -> Iterator[Token]:
    """Yield a noun and the few coordinated behind it."""
    for _ in range(LONGEST):
        yield noun
        behind = [child for child in noun.children if child.dep_ == "conj"]
        if not behind:
            return
        noun = behind[0]


def befallen(trigger: Token) -> Iterator[tuple[Category, Token]]:
    """Yield whom a verb or a noun of harm befell."""
    word = trigger.lemma_.lower()
    if trigger.pos_ in {"VERB", "AUX"}:
        passive = any(child.dep_ in {"auxpass", "nsubjpass"} for child in trigger.children)
        for child in trigger.children:
            suffers = child.dep_ in {"dobj", "nsubjpass"} or (passive and child.dep_ == "nsubj")
            if suffers and OBJECTS.get(word) in PEOPLE:
                yield OBJECTS[word], child
            elif child.dep_ == "nsubj" and SUBJECTS.get(word) in PEOPLE:
                yield SUBJECTS[word], child
    elif trigger.pos_ == "NOUN" and OF.get(word) in PEOPLE and word not in SKIPPED:
        for preposition in trigger.children:
            if preposition.lower_ == "of":
                yield from ((OF[word], noun) for noun in preposition.children)


def one_person(noun: Token) -> bool:
    """Whether a noun names or describes one person and no figure counts it."""
    if any(child.dep_ == "nummod" or child.lower_ in {"no", "some"} for child in noun.children):
        return False
    return personal_name(noun) or described(noun)


def described(noun: Token) -> bool:
    """Whether the noun is one with its article and says who: "a commander"."""
    known = set(GROUPS_OF) - SKIPPED
    role = lemma(noun) in known and noun.lower_ not in {"people", "dozen"}
    article = any(child.dep_ in {"det", "poss"} and child.lower_ in ONE for child in noun.children)
    singular = noun.tag_ == "NN" or (noun.tag_ == "NNP" and noun.lower_ in GROUPS_OF)
    return role and article and singular and lemma(noun) not in {"family", "militia", "staff"}


def personal_name(noun: Token) -> bool:
    """Whether the noun is a person's name, by its parts, its title, or what stands beside it."""
    if noun.tag_ != "NNP" or noun.ent_type_ in {"ORG", "NORP", "DATE", "EVENT", "GPE"}:
        return False
    parts = [child for child in noun.children if child.dep_ in {"compound", "amod"}]
    titled = any(lemma(part) in GROUPS_OF for part in parts)
    beside = any(c.dep_ == "appos" and lemma(c) in GROUPS_OF for c in noun.children)
    return titled or beside or (noun.ent_type_ == "PERSON" and bool(parts))


def words_at(noun: Token) -> tuple[int, int]:
    """Return where the words that name one person stand, without what describes them."""
    kinds = {"compound", "det", "amod", "poss", "flat"}
    own = [noun, *(child for child in noun.children if child.dep_ in kinds and child.i < noun.i)]
    return min(token.idx for token in own), noun.idx + len(noun.text)


def who(noun: Token) -> Token:
    """Return the noun that says who a named person was: "general", "a key commander"."""
    kinds = {"compound", "appos"}
    roles = (child for child in noun.children if child.dep_ in kinds and lemma(child) in GROUPS_OF)
    named = groups(noun) != ("unknown",)
    return noun if named else next(roles, noun)
