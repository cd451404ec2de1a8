"""Places: build a gazetteer, find a name in it, resolve the names of a text together."""

from dateline.places.build import build
from dateline.places.candidate import Candidate
from dateline.places.entry import BadSource, Entry
from dateline.places.gazetteer import Gazetteer
from dateline.places.learnt import Learnt, Lesson
from dateline.places.locate import Located, Locator, locate
from dateline.places.match import find
from dateline.places.names import fold
from dateline.places.skeleton import skeleton

__all__ = [
    "BadSource",
    "Candidate",
    "Entry",
    "Gazetteer",
    "Learnt",
    "Lesson",
    "Located",
    "Locator",
    "build",
    "find",
    "fold",
    "locate",
    "skeleton",
]
