"""Places: build a gazetteer, find a name in it, resolve the names of a text together."""

from dateline.places.build import build
from dateline.places.candidate import Candidate
from dateline.places.entry import BadSource, Entry
from dateline.places.finding import Found, mentions
from dateline.places.gazetteer import Gazetteer
from dateline.places.learnt import Learnt, Lesson
from dateline.places.locate import Located, Locator, locate
from dateline.places.match import find
from dateline.places.mention import Mention
from dateline.places.names import fold
from dateline.places.resolving import Context, Resolution, resolve
from dateline.places.skeleton import skeleton

__all__ = [
    "BadSource",
    "Candidate",
    "Context",
    "Entry",
    "Found",
    "Gazetteer",
    "Learnt",
    "Lesson",
    "Located",
    "Locator",
    "Mention",
    "Resolution",
    "build",
    "find",
    "fold",
    "locate",
    "mentions",
    "resolve",
    "skeleton",
]
