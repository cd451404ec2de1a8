"""The code that every export speaks, from the finer one that the triggers tell apart."""

import re
from collections.abc import Sequence
from typing import Final

from dateline.codebook import Kind, Toll
from dateline.reading.events import EventMention, individual

SPEECH: Final = frozenset(
    {
        *("statement", "talks", "visit", "demand", "accusation", "rejection", "threat"),
        *("agreement", "cooperation", "support", "concession", "sanction", "legal_action"),
    }
)
ANSWERS: Final = frozenset({"responsibility", "accusation"})
BURST: Final = re.compile(
    r"^(?!.*\bbomb(?:ed|ing|ard))(?=.*\b(?:explosion|blast|device)s?\b)", re.DOTALL
)
"""A bombing told by its burst alone was planted; "bombed" is what aircraft do."""
DROPPED: Final = re.compile(
    r"\b(?:drop\w*|f[ae]ll\w*|barrel|cluster|gravity|glid\w+|guided|incendiary|phosphorus|tonn?es?"
    r"|aerial|air|jets?|planes?|war-?planes?|aircraft|bombers?|helicopters?|drones?|bombed|bombing"
    r"|bombard\w*|launched|fired)\b",
    re.IGNORECASE,
)
"""What says that a bomb came from the air; where nothing does, it was planted."""
BOMB: Final = re.compile(r"\bbombs?\b", re.IGNORECASE)
MURDER: Final = re.compile(r"(?:assassinat|murder)", re.IGNORECASE)
NEAREST: Final[dict[str, str]] = {
    **{"bombing": "air_strike", "grenade_attack": "ied", "expulsion": "displacement"},
    **{"base_set_up": "deployment", "cooperation": "talks", "agreement": "talks"},
    **{"riot": "protest", "mob_violence": "other", "demand": "statement", "threat": "statement"},
    **{"accusation": "statement", "rejection": "statement", "concession": "statement"},
    **{"support": "statement", "legal_action": "other", "investigation": "other"},
    **{"attack": "other", "shooting": "other", "abuse": "other", "sexual_violence": "other"},
    **{"release": "other", "realignment": "other", "weapons_foiled": "other", "crime": "other"},
    **{"destruction": "other", "looting": "other", "cyber_attack": "other", "accident": "other"},
    **{"excessive_force": "other", "crackdown": "other", "restriction": "other"},
    **{"inaction": "other", "disaster": "other", "responsibility": "other"},
}
"""DESIGN's code for each finer one that the triggers tell apart."""
MEANS_OPEN: Final = frozenset({"attack", "destruction", "crackdown", "investigation", "crime"})
"""Acts of which DESIGN's codes have none: where people are hurt, the cause is not said."""
HARMED: Final = frozenset({"killed", "injured"})


def code(event: EventMention | None, kind: Kind, words: str, tolls: Sequence[Toll] = ()) -> str:
    """Return the code that exports speak.

    `words` are the claim's. Who did it, and a denial, have the code of what they speak about; a
    count of dead with no other event is `casualties`, speech with none is `statement`.
    """
    hurt = any(one.category in HARMED for one in tolls)
    if event is None:
        return "casualties" if hurt else "statement" if kind == "statement" else "other"
    if kind in ("responsibility", "denial") and event.code in SPEECH | ANSWERS:
        return nearest(event.about) if event.about else "other"
    if kind == "statement" and event.code not in SPEECH:
        return "statement"
    if backs(event) or holds(event):
        return "other"
    if _stormed(event) and not hurt:
        return "ground_assault"
    if event.code == "bombing" and _planted(event, words):
        return "ied"
    if event.code == "killing" and not (individual(event.target) or MURDER.match(event.words)):
        return "casualties"
    return "casualties" if hurt and event.code in MEANS_OPEN else nearest(event.code)


def _planted(event: EventMention, words: str) -> bool:
    """Tell whether a bombing was a planted bomb's: told by its burst, or by a bomb alone."""
    bombs = event.actor is not None and event.words.lower().startswith("bomb")
    alone = BOMB.search(words) and not bombs and not DROPPED.search(words)
    return bool(BURST.search(words) or alone)


def nearest(event: str) -> str:
    """Return DESIGN's code for a finer one."""
    return NEAREST.get(event, event)


def backs(event: EventMention) -> bool:
    """Tell whether it is fighters who are supported: no speech but an act."""
    target = event.target
    return event.code == "support" and target is not None and target.kind == "combatant"


def holds(event: EventMention) -> bool:
    """Tell whether a place is held, not taken."""
    return event.code == "capture" and event.words.lower() in ("control", "controls")


def _stormed(event: EventMention) -> bool:
    """Tell whether an armed group attacked a place by means not said: on the ground, then."""
    sides = event.actor and event.target and (event.actor.kind, event.target.kind)
    return event.code == "attack" and sides == ("armed_group", "settlement")
