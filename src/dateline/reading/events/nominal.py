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
OTHER: Final = frozenset(
    {
        *("second", "third", "other", "another", "new", "fresh", "next", "previous", "earlier"),
        *("separate", "similar", "first", "last", "chemical", "aerial", "further", "more"),
    }
)
"""What makes a noun one that was not told before."""
TELLING: Final = word_class("telling")
BEFALLING: Final = word_class("befalling")
"""What has happened where somebody tells of it: "confirmed the deaths", "put the toll at 12"."""
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
        frames = lemma(head.head) in FEARED or _only_dates(head.head)
        return "background" if frames else inherited(head)
    if head.dep_ in {"dobj", "attr", "conj", "oprd"}:
        return _as_object(head)
    if head.dep_ == "pobj":
        return _after_preposition(head)
    return "actual" if head.dep_ == "ROOT" else "background"


def points_back(noun: Token) -> bool:
    """Tell whether a noun speaks of what was told before.

    "The attack", "the deadly attack" and "Tuesday's attack" do, "the gas attack" and "the second
    attack" do not.
    """
    before = [child for child in noun.lefts if child.dep_ != "punct"]
    told = [child for child in before if child.lower_ in POINTING or _is_day(child)]
    plain = all(child in told or child.dep_ == "amod" for child in before)
    return bool(told) and plain and not any(child.lower_ in OTHER for child in before)


def _is_day(owner: Token) -> bool:
    return owner.dep_ == "poss" and owner.ent_type_ == "DATE"


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


def _only_dates(verb: Token) -> bool:
    """Tell whether an event is told only to date another: "the strike came as the army left"."""
    behind = (child for child in verb.children if child.i > verb.i)
    return lemma(verb) == "come" and any(child.dep_ == "advcl" for child in behind)


def _as_object(noun: Token) -> Mood:
    word = lemma(noun.head)
    if word in TELLING and lemma(noun) in BEFALLING:
        return inherited(noun)
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
