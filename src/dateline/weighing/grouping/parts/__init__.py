"""The parts that claims are compared by; what either claim does not say yields nothing."""

from typing import Final

from dateline.weighing.grouping.parts.day import day
from dateline.weighing.grouping.parts.event import event
from dateline.weighing.grouping.parts.name import name
from dateline.weighing.grouping.parts.party import party
from dateline.weighing.grouping.parts.place import place
from dateline.weighing.grouping.parts.target import target
from dateline.weighing.grouping.parts.text import text
from dateline.weighing.grouping.parts.toll import toll

ALL: Final = (place, name, day, event, party, target, toll, text)
