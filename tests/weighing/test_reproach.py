"""Who did it is asked of what somebody can be blamed for."""

import pytest

from dateline.weighing.incident import weigh
from dateline.weighing.reproach import reproaches

from .told import MINISTRY, RESCUERS, say

NORTH = {"actor": "the North", "party": "north"}


@pytest.mark.parametrize(
    "said",
    [
        {"event": "air_strike"},
        {"event": "ground_assault"},
        {"event": "siege"},
        {"event": "abduction"},
        {"event": "expulsion"},
        {"event": "aid_blocked"},
        {"event": "other"},
        {"event": "no such code"},
        {"event": "visit", "kind": "denial"},
        {"event": "advance", "kind": "responsibility"},
    ],
)
def test_it_reproaches_its_doer(said):
    assert reproaches(say("a", **said))


@pytest.mark.parametrize(
    "said",
    [
        *({"event": one} for one in ("visit", "talks", "aid", "ceasefire", "deployment")),
        *({"event": one} for one in ("advance", "capture", "retreat", "displacement", "protest")),
        {"kind": "statement", "event": "air_strike"},
        {"kind": "forecast", "event": "air_strike"},
    ],
)
def test_it_reproaches_nobody(said):
    told = [say("a", RESCUERS, **NORTH, **said), say("b", MINISTRY, **said)]
    weighed = weigh(told, (), {})
    assert (weighed.blames, weighed.who) == ((), "unknown")
    assert weighed.relations["ministry"] != "accused"
