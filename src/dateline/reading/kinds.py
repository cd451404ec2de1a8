"""Which kind of claim a happening is, and the code that every export speaks."""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Span, Token

from dateline.codebook import HedgeClass, Kind, Toll
from dateline.reading.events import EventMention

SPEECH: Final = frozenset(
    {
        *("statement", "talks", "visit", "demand", "accusation", "rejection", "threat"),
        *("agreement", "cooperation", "support", "concession", "sanction", "legal_action"),
    }
)
STANDING: Final = frozenset(
    {"siege", "blockade", "advance", "retreat", "deployment", "restriction"}
)
RESPONSIBLE: Final = re.compile(r"\b(?:responsib(?:le|ility)|to blame|carried out by)\b")
STATE: Final = re.compile(
    r"\b(?:under \w+(?: \w+)? control|out of \w+ control|held by|in the hands of)\b"
)
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
    **{"inaction": "other", "disaster": "other", "responsibility": "statement"},
}
"""DESIGN's code for each finer one that the triggers tell apart."""
HELD: Final = frozenset(
    {
        *("control", "hold", "remain", "stay", "surround", "besiege", "strand", "compete"),
        *("face", "struggle", "suffer", "rely", "live", "occupy", "rule", "dominate", "rage"),
    }
)
JUDGED: Final = frozenset(
    {
        *("fail", "succeed", "bolster", "marginalize", "marginalise", "weaken", "strengthen"),
        *("slow", "help", "hinder", "serve", "represent", "mean", "suggest", "prove", "risk"),
        *("worsen", "improve", "complicate", "undermine", "seem", "appear", "aim", "seek"),
    }
)
"""Verbs of a judgement on how it is going, what it is for, and what it leads to."""
EVER: Final = re.compile(
    r"\b(?:since (?:the (?:war|conflict|start|beginning|outbreak|revolution)|\d{4}|[A-Z]|last)"
    r"|so far|to date|in the past (?:\d+|\w+) (?:hours|days|weeks|months|years)"
    r"|over the (?:past|last)|in total|throughout the (?:war|conflict)|the war also)\b"
)
"""What makes a count one of a period."""


def code(event: str) -> str:
    """Return the code that exports speak."""
    return NEAREST.get(event, event)


def kind(
    event: EventMention | None,
    words: Span,
    hedge: HedgeClass,
    *,
    voiced: bool,
    tolls: Sequence[Toll] = (),
) -> Kind:
    """Return what kind of claim the words are; `voiced` where somebody is said to say them."""
    if hedge == "denied":
        return "denial"
    if hedge == "predicted" or (event is not None and event.mood == "planned"):
        return "forecast"
    if tolls and (EVER.search(words.text) or any(one.cumulative for one in tolls)):
        return "toll"
    if event is None:
        return _without_event(words, voiced=voiced)
    if event.code in ("responsibility", "accusation"):
        return "responsibility"
    if event.code in SPEECH:
        return "statement"
    if _judges(words):
        return "assessment"
    return "situation" if event.code in STANDING and goes_on(words) else "event"


def _without_event(words: Span, *, voiced: bool) -> Kind:
    if RESPONSIBLE.search(words.text):
        return "responsibility"
    if any(token.lemma_ in HELD and token.pos_ == "VERB" for token in words) or STATE.search(
        words.text
    ):
        return "situation"
    if _judges(words):
        return "assessment"
    return "statement" if voiced else "assessment"


def _judges(words: Span) -> bool:
    """Tell whether the main verb judges, or says what might follow."""
    main = words.root
    helpers = {child.lower_ for child in main.children if child.dep_ == "aux"}
    return main.lemma_ in JUDGED or bool(helpers & {"can", "could"} and main.tag_ == "VB")


def goes_on(words: Span) -> bool:
    """Tell whether the main verb says what holds now, not what was done."""
    main: Token = words.root
    if main.tag_ in ("VBZ", "VBP"):
        return True
    helpers = {child.tag_ for child in main.children if child.dep_ in ("aux", "auxpass")}
    return main.tag_ == "VBG" and bool(helpers & {"VBZ", "VBP"})
