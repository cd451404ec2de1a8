"""Events: what the words say happened, who did it and to whom."""

from dateline.reading.events.antecedents import antecedents
from dateline.reading.events.foremost import foremost
from dateline.reading.events.mention import MOODS, EventMention, Mood, Role
from dateline.reading.events.read import events
from dateline.reading.events.refine import individual

__all__ = [
    "MOODS",
    "EventMention",
    "Mood",
    "Role",
    "antecedents",
    "events",
    "foremost",
    "individual",
]
