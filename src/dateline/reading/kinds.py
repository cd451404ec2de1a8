"""Which kind of claim a happening is."""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Span, Token

from dateline.codebook import HedgeClass, Kind, Toll
from dateline.reading.coding import ANSWERS, HARMED, SPEECH, backs, holds
from dateline.reading.events import EventMention
from dateline.reading.predicate import helpers
from dateline.reading.stance import (
    contrary,
    exists,
    foresees,
    goes_on,
    is_conditional,
    is_past,
    judges,
    performs,
    stands,
)

STANDING: Final = frozenset(
    {"siege", "blockade", "advance", "retreat", "deployment", "restriction"}
)
RESPONSIBLE: Final = re.compile(
    r"\b(?:responsib(?:le|ility)|to blame|blam(?:e[ds]?|ing)|(?:is|was|were|are|been) behind"
    r"|point\w* (?:\w+ )?fingers?)\b"
)
BLAMES: Final = re.compile(r"(?:accus|blam|alleg|responsib|fault|point)", re.IGNORECASE)
"""Words that say who did it; others that accuse ("condemned") are statements."""
DOES: Final = frozenset({"carry", "conduct", "commit", "perpetrate", "stage", "mount"})
"""Verbs that only say that somebody did an act, which has its own noun."""
STATE: Final = re.compile(
    r"\b(?:under (?:\w+ ){1,3}(?:control|siege)|out of \w+ control|held by|in the hands of)\b"
)
EVER: Final = re.compile(
    r"\b(?:since (?:\w+ ){0,3}(?:war|conflict|start|beginning|outbreak|revolution|uprising|erupted)"
    r"|since (?:early |mid |late )?(?:\d{4}|\d{0,2} ?[A-Z]\w*)"
    r"|so far|to date|in total|throughout the war"
    r"|(?:in|over|during|within) (?:the |this )?(?:past |last )?(?:more than |over |\w+ )?"
    r"(?:\w+ )?(?:hours|days|weeks|months|years|campaign|offensive|siege|truce|war|conflict))"
    r"(?![\w-])"
)
"""What makes a count one of a period."""
WARS: Final = {"killed": 10_000, "injured": 10_000, "missing": 10_000, "displaced": 500_000}
"""So many dead, hurt, missing or uprooted are those of a war, not of a day or a battle."""


def kind(
    event: EventMention | None,
    main: Token,
    words: Span,
    hedge: HedgeClass,
    tolls: Sequence[Toll] = (),
    *,
    spoken: bool = False,
) -> Kind:
    """Return what kind of claim the words are.

    `main` is the verb of what is claimed; `spoken` says whether somebody other than the report
    says it.
    """
    if hedge == "denied":
        return "denial"
    if hedge == "predicted" or (hedge == "possible" and foresees(main)):
        return "forecast"
    if event and event.mood == "possible" and is_conditional(main):
        return "forecast"
    if hedge == "unconfirmed" and any(one.category in HARMED for one in tolls):
        return "event"
    if any(map(_of_war, tolls)) or (any(map(_counted, tolls)) and EVER.search(words.text)):
        return "toll"
    if event is None:
        return _without_event(main, words, tolls, spoken=spoken)
    if event.mood == "planned" and main.dep_ != "advcl":
        return "forecast"
    if backs(event):
        return "situation" if goes_on(main) else "event"
    if holds(event):
        return "situation"
    if event.code in SPEECH | ANSWERS:
        return "responsibility" if _answers(event, words) else "statement"
    if event.start > main.idx and not tolls and performs(main, spoken=spoken):
        return "statement"
    return _of_event(event, main, words, tolls)


def _answers(event: EventMention, words: Span) -> bool:
    """Tell whether speech says who did it; "condemned the attack" does not."""
    blames = bool(BLAMES.match(event.words) or RESPONSIBLE.search(words.text))
    return event.code == "responsibility" or (event.code == "accusation" and blames)


def _of_event(event: EventMention, main: Token, words: Span, tolls: Sequence[Toll]) -> Kind:
    trigger = _token(words, event)
    if not tolls and _names_doer(main, trigger):
        return "responsibility"
    if event.code == "casualties" and not tolls and main.lemma_ == "be":
        return "situation"
    if exists(main):
        return "event" if tolls or main.tag_ == "VBD" else "situation"
    if stands(main) and not tolls:
        return "situation"
    if judges(main) or (main.lemma_ == "be" and main.i != trigger.i):
        return "assessment"
    return "situation" if event.code in STANDING and goes_on(main) else "event"


def _names_doer(main: Token, trigger: Token) -> bool:
    """Tell whether a clause only says who did what is known: "the jets carried out the strike"."""
    known = any(one.lower_ in ("the", "this", "that") for one in trigger.lefts)
    told = any(one.dep_ in ("nsubj", "agent") for one in main.children)
    return main.lemma_ in DOES and known and told and trigger.i != main.i


def _of_war(toll: Toll) -> bool:
    most = WARS.get(toll.category)
    return most is not None and (toll.low or 0) >= most


def _counted(toll: Toll) -> bool:
    """Tell whether a count may be one of a period; places taken one after the other are events."""
    return toll.category != "settlements"


def _without_event(main: Token, words: Span, tolls: Sequence[Toll], *, spoken: bool) -> Kind:
    if RESPONSIBLE.search(words.text):
        return "responsibility"
    if performs(main, spoken=spoken):
        return "statement"
    if contrary(main):
        return "assessment"
    if any(one.category in HARMED for one in tolls):
        return "event"
    if main.lemma_ in ("occur", "happen"):
        return "event"
    if judges(main):
        return "assessment"
    if stands(main) or STATE.search(words.text):
        return "situation"
    if is_past(main):
        return "event"
    if main.lemma_ == "be" or (spoken and _has_done(main)):
        return "assessment"
    return "situation" if goes_on(main) else "assessment"


def _has_done(main: Token) -> bool:
    """Tell whether a verb sums up what somebody has done to something."""
    perfect = main.tag_ == "VBN" and bool(helpers(main) & {"has", "have"})
    return perfect and any(one.dep_ in ("dobj", "ccomp", "xcomp") for one in main.children)


def _token(words: Span, event: EventMention) -> Token:
    inside = (token for token in words if token.idx >= event.start)
    return next(inside, words.root)
