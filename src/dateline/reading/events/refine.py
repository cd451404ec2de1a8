"""From the trigger's own code to the event's: weapons, actor, target and refusal decide."""

from typing import Final

from spacy.tokens import Token

from dateline.codebook.events import EVENTS
from dateline.reading.events.frame import weapon_words
from dateline.reading.events.mention import Role
from dateline.reading.events.mood import refused
from dateline.reading.events.syntax import VERBS, lemma
from dateline.reading.events.vocabulary import weapons

OPEN: Final = frozenset({"attack", "bombing", "killing", "casualties", "shelling"})
"""Codes that leave the means open."""
FLYING: Final = frozenset({"air_strike", "rocket_attack", "missile_strike", "shelling"})
"""What may carry a poison: "barrel bombs with chlorine" is a chemical attack."""
PLANTED: Final = frozenset({"ied"})
VAGUE: Final = frozenset({"attack", "bombing", "killing", "casualties", "destruction"})
NOT_BOMBS: Final = frozenset({"shooting", "execution", "abuse", "bombing"})
AGAIN: Final = frozenset({"second", "again", "double", "respond", "double-tap", "repeat"})
STRIKES: Final = frozenset({"air_strike", "shelling", "drone_strike", "bombing", "attack"})
ATTACKED: Final = frozenset({"combatant", "commander", "position"})
ATTACKERS: Final = frozenset({"armed_group", "military"})
GRANTED: Final = frozenset(
    {
        *("aid", "release", "concession", "talks", "agreement", "support", "retreat"),
        *("ceasefire", "cooperation", "return", "visit", "deployment", "arms_delivery"),
    }
)
"""What somebody may refuse: "will not lift the ban" is a rejection."""
ONE: Final = ("a ", "an ", "one ", "the head", "the chief")
GROUPS: Final = frozenset({"combatant", "civilian", "refugee", "government", "settlement"})
"""Kinds of targets whose name is that of many."""
HARM: Final = frozenset({"killing", "casualties"})
HARMS: Final = frozenset({"kill", "wound", "injure", "murder", "slay", "assassinate"})


def refined(code: str, token: Token, actor: Role | None, target: Role | None) -> str:
    """Return the code of an event whose trigger, actor and target are known."""
    armed = _by_weapon(code, token)
    if armed == "clash" and code in HARM and individual(target):
        armed = "killing"
    code = _by_roles(armed, actor, target, token)
    if token.pos_ not in VERBS:
        named = code == "casualties" and lemma(token) == "death" and individual(target)
        return "killing" if named else code
    if code in GRANTED and refused(token):
        return "rejection"
    return _killing(code, token, actor, target)


def by_event(code: str, other: str, target: Role | None = None) -> str:
    """Return the code of a vague verb whose subject or circumstance is another event.

    One person's death in a battle stays a killing: the battle is where, not how.
    """
    if other == "clash" and code in HARM and individual(target):
        return "killing"
    vague = code in VAGUE and other not in VAGUE
    less_vague = code == "casualties" and other in {"attack", "bombing", "killing"}
    return other if (vague or less_vague) and EVENTS[other].lethal else code


def _by_weapon(code: str, token: Token) -> str:
    if code not in OPEN | FLYING | PLANTED:
        return code
    told = weapon_words(token)
    if code in PLANTED:
        return "suicide_attack" if "suicide" in told else code
    fits = [found for found, cues in weapons() if any(cue <= told for cue in cues)]
    if code in FLYING - OPEN:
        return "chemical_attack" if "chemical_attack" in fits else code
    if code == "bombing":
        fits = [found for found in fits if found not in NOT_BOMBS]
    return fits[0] if fits else code


def _by_roles(code: str, actor: Role | None, target: Role | None, token: Token) -> str:
    """Tell a strike on those who came to help after another, and fighters' attack on fighters."""
    if target is None:
        return code
    if code in STRIKES and target.kind == "rescuer" and AGAIN & weapon_words(token):
        return "repeat_strike"
    if code == "attack" and target.kind in ATTACKED and actor and actor.kind in ATTACKERS:
        return "ground_assault"
    return code


def _killing(code: str, verb: Token, actor: Role | None, target: Role | None) -> str:
    """Tell a killing, which names its doer or its victim, from casualties, which do not."""
    if code not in {"killing", "casualties"} or lemma(verb) not in HARMS:
        return code
    return "killing" if actor or individual(target) else "casualties"


def individual(target: Role | None) -> bool:
    """Tell whether a role names one person, or is a commander or a leader; a party is neither."""
    if target is None or target.words[:1].isdigit():
        return False
    if target.kind == "commander":
        return target.words.lower().startswith(ONE) or target.name is not None
    return target.name is not None and target.kind not in GROUPS
