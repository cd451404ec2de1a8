"""Nouns that tell of events, and those that only speak of one."""

from typing import Final

from spacy.tokens import Token

from dateline.reading.events.mention import Mood
from dateline.reading.events.mood import PLANS, WANTS, inherited
from dateline.reading.events.syntax import CHAIN, COUNTING, NOUNS, VERBS, lemma
from dateline.reading.events.vocabulary import classes
from dateline.reading.parties.lexicon import word_class

FEARED: Final = word_class("fearing")
FRAMING: Final = frozenset({"report", "scene"})
"""Nouns of which an event stands: "has been the scene of fighting"."""
POINTING: Final = frozenset({"the", "this", "that", "these", "those"})
WITHIN: Final = frozenset(
    {"engage", "participate", "result", "involve", "erupt", "turn", "take", "subject"}
)
"""Verbs whose complement after a preposition happens: "engaged in clashes"."""


def noun_mood(noun: Token) -> Mood | None:
    """Return how a noun's event is told; None where the noun tells of none.

    It happens where it is a subject, the object of a verb such as "launch", or stands alone in
    a headline. "After the attack" and "condemned the attack" speak of it: background.
    """
    head = _counted(noun)
    if head.dep_ in {"compound", "amod", "nmod"} and head.head.pos_ in NOUNS:
        return None
    if head.dep_ in {"nsubj", "nsubjpass"}:
        return inherited(head) if lemma(head.head) not in FEARED else "background"
    if head.dep_ in {"dobj", "attr", "conj", "oprd"}:
        return _as_object(head)
    if head.dep_ == "pobj":
        return _after_preposition(head)
    return "actual" if head.dep_ == "ROOT" else "background"


def points_back(noun: Token) -> bool:
    """Tell whether a noun speaks of what was told before: "the attack", not "the gas attack"."""
    before = [child for child in noun.lefts if child.dep_ != "punct"]
    return len(before) == 1 and before[0].lower_ in POINTING


def _counted(noun: Token) -> Token:
    """Climb "of" to a counting noun, and a coordination to its first noun."""
    for _ in range(CHAIN):
        above = noun.head
        if noun.dep_ == "conj" and above.pos_ in NOUNS:
            noun = above
        elif (
            noun.dep_ == "pobj" and above.lower_ == "of" and lemma(above.head) in COUNTING | FRAMING
        ):
            noun = above.head
        else:
            break
    return noun


def _as_object(noun: Token) -> Mood:
    word = lemma(noun.head)
    if word in WANTS:
        return "demanded"
    if word in FEARED:
        return "possible"
    if word in PLANS:
        return "planned"
    if "light" in classes().get(word, ()) or word == "be":
        return inherited(noun)
    return "background"


def _after_preposition(noun: Token) -> Mood:
    preposition, above = noun.head, noun.head.head
    word = lemma(above)
    if word in WANTS or (preposition.lower_ == "for" and word in {"call", "demand", "appeal"}):
        return "demanded"
    if word in FEARED and preposition.lower_ in {"of", "from", "for", "about", "against"}:
        return "possible"
    held = word == "be" and preposition.lower_ == "under"
    if above.pos_ in VERBS and (word in WITHIN or held or preposition.dep_ == "agent"):
        return inherited(noun)
    return "background"
