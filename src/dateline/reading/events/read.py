"""Read the events that a paragraph tells of."""

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc, Token

from dateline.codebook.events import EVENTS
from dateline.reading.events.clause import clause
from dateline.reading.events.fold import Found, folded
from dateline.reading.events.frame import frame, is_trigger
from dateline.reading.events.mention import EventMention
from dateline.reading.events.mood import long_before, tells_who, verb_mood
from dateline.reading.events.nominal import noun_mood, points_back
from dateline.reading.events.refine import refined
from dateline.reading.events.roles import noun_roles, verb_roles, without
from dateline.reading.events.syntax import VERBS
from dateline.reading.parties import PartyMention, parties

PEOPLE: Final = frozenset(
    {
        *("killing", "casualties", "execution", "abduction", "arrest", "release", "abuse"),
        *("sexual_violence", "shooting", "talks", "visit", "demand", "accusation"),
        *("threat", "support", "legal_action", "displacement"),
    }
)
"""Events whose target is a person where its words say no other kind."""


def events(doc: Doc, told: Sequence[PartyMention] | None = None) -> list[EventMention]:
    """Return the events told of, in order. `told` are the document's parties where known.

    Each is told once, though several words tell it: "airstrikes hit the town, killing 12" is
    one. What is only planned, possible, wanted or spoken of says so in its mood; whether it is
    denied is not read here.
    """
    who = parties(doc) if told is None else told
    found: list[Found] = []
    for sent in doc.sents:
        near = [party for party in who if sent.start_char <= party.start < sent.end_char]
        found += [read for token in sent if (read := _read(token, near)) is not None]
    return [each.mention for each in folded(found)]


def _is_name(token: Token, near: Sequence[PartyMention]) -> bool:
    """Tell whether a word only belongs to a party's name: "Amnesty"; "Russian airstrikes" act."""
    if token.pos_ != "PROPN":
        return False
    over = (one for one in near if one.start <= token.idx < one.end)
    return any(one.name and one.kind != "military" for one in over)


def _read(token: Token, near: Sequence[PartyMention]) -> Found | None:
    if (
        not is_trigger(token)
        or _is_name(token, near)
        or (pattern := frame(token).pattern()) is None
    ):
        return None
    verbal = token.pos_ in VERBS
    mood = verb_mood(token) if verbal else noun_mood(token)
    if mood is None:
        return None
    roles = verb_roles if verbal else noun_roles
    fallback = "people" if pattern.code in PEOPLE else "settlement"
    actor, target = roles(token, near, fallback, pattern.words)
    code = refined(pattern.code, token, actor, target)
    if code == "rejection":
        mood = "actual"
    if code == "support" and token.dep_ == "acl":
        mood = "background"
    aside = long_before(token) and not EVENTS[code].lethal
    if aside or (tells_who(token) and code != "displacement"):
        mood = "background"
    start, end = token.idx, token.idx + len(token)
    target = without(target, start, end)
    back = not verbal and points_back(token)
    told = EventMention(code, start, end, token.text, clause(token), actor, target, mood, back)
    return Found(token, told, pattern.words)
