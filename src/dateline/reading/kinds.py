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
    r"\b(?:since (?:\w+ ){0,3}(?:war|conflict|start|beginning|outbreak|revolution|uprising|erupted)"
    r"|since (?:early |mid |late )?(?:\d{4}|[A-Z])|so far|to date|in total|throughout the war"
    r"|(?:in|over|during|within) (?:the |this )?(?:past |last )?(?:more than |over |\w+ )?"
    r"(?:\w+ )?(?:hours|days|weeks|months|years|campaign|offensive|siege|truce|war|conflict))\b"
)
"""What makes a count one of a period."""
PERIOD: Final = 10_000
"""So many dead, hurt or missing are those of a war, not of a day."""
PERFORMS: Final = frozenset(
    {
        *("condemn", "urge", "demand", "promise", "vow", "pledge", "welcome", "thank", "praise"),
        *("call", "appeal", "apologise", "apologize", "express", "offer", "invite", "refuse"),
        *("meet", "visit", "discuss", "arrive", "dine", "attend", "host", "agree", "declare"),
    }
)
"""Verbs that do something by saying it, or are speech between people."""


def code(event: str) -> str:
    """Return the code that exports speak."""
    return NEAREST.get(event, event)


def kind(
    event: EventMention | None,
    main: Token,
    words: Span,
    hedge: HedgeClass,
    tolls: Sequence[Toll] = (),
) -> Kind:
    """Return what kind of claim the words are; `main` is the verb of what is claimed."""
    if hedge == "denied":
        return "denial"
    if hedge == "predicted" or (event is not None and event.mood == "planned"):
        return "forecast"
    if any(map(_of_period, tolls)) or (tolls and EVER.search(words.text)):
        return "toll"
    if event is None:
        return _without_event(main, words)
    if event.code in ("responsibility", "accusation"):
        return "responsibility"
    if event.code in SPEECH:
        return "statement"
    if _judges(main) or (main.lemma_ == "be" and main.i != _token(words, event).i):
        return "assessment"
    return "situation" if _holds(main, event.code) else "event"


def _of_period(toll: Toll) -> bool:
    people = toll.category in ("killed", "injured", "missing", "displaced")
    return toll.cumulative or (people and (toll.low or 0) >= PERIOD)


def _without_event(main: Token, words: Span) -> Kind:
    if RESPONSIBLE.search(words.text):
        return "responsibility"
    if main.lemma_ in PERFORMS:
        return "statement"
    there = any(child.dep_ == "expl" and child.lower_ == "there" for child in main.children)
    if main.lemma_ in HELD or there or STATE.search(words.text):
        return "situation"
    return "assessment"


def predicate(token: Token) -> Token:
    """Return the verb of the clause that a word stands in; itself, where it is one."""
    while token.pos_ not in ("VERB", "AUX") and token.head.i != token.i:
        token = token.head
    if token.dep_ == "xcomp" and token.head.lemma_ in ("continue", "fail", "begin", "start"):
        return token.head if token.head.lemma_ == "fail" else token
    return token


def _token(words: Span, event: EventMention) -> Token:
    inside = (token for token in words if token.idx >= event.start)
    return next(inside, words.root)


def _judges(main: Token) -> bool:
    """Tell whether a verb judges, or says what might follow."""
    helpers = {child.lower_ for child in main.children if child.dep_ == "aux"}
    return main.lemma_ in JUDGED or bool(helpers & {"can", "could", "would"})


def _holds(main: Token, code: str) -> bool:
    """Tell whether a clause says what stands, not what was done."""
    return main.lemma_ in HELD or (code in STANDING and goes_on(main))


def goes_on(main: Token) -> bool:
    """Tell whether a verb says what holds now."""
    if main.tag_ in ("VBZ", "VBP"):
        return True
    helpers = {child.tag_ for child in main.children if child.dep_ in ("aux", "auxpass")}
    return main.tag_ in ("VBG", "VBN") and bool(helpers & {"VBZ", "VBP"})
