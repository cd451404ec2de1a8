"""The most doubting word that covers a claim says how sure it is."""

import pytest

from dateline.codebook import HEDGES
from dateline.reading.hedges import FoundHedge
from dateline.reading.speakers import Attribution
from dateline.reading.sureness import DOUBT, sureness

TEXT = "Omar said jets allegedly struck the town."
STRUCK = (TEXT.index("struck"), TEXT.index("struck") + 6)
SAID = Attribution((5, 9), "said", "said", "says", ((10, len(TEXT)),), (0, 4))
ALLEGED = FoundHedge("alleged", "allegedly", (15, 24), (25, len(TEXT)))


def test_every_class_has_its_rank():
    assert set(DOUBT) == set(HEDGES)


def test_nothing_that_doubts_is_asserted():
    assert sureness([], [], STRUCK, TEXT).cls == "asserted"


def test_a_speaker_makes_it_said():
    hedge = sureness([], [SAID], STRUCK, TEXT)
    assert (hedge.cls, hedge.words, hedge.at) == ("said", "said", (5, 9))


def test_the_more_doubting_word_speaks():
    assert sureness([ALLEGED], [SAID], STRUCK, TEXT).cls == "alleged"


@pytest.mark.parametrize("scope", [(0, 10), (STRUCK[0] + 1, len(TEXT)), (0, STRUCK[1] - 1)])
def test_a_hedge_of_something_else_does_not(scope):
    other = FoundHedge("alleged", "allegedly", (15, 24), scope)
    assert sureness([other], [], STRUCK, TEXT).cls == "asserted"


def test_who_only_thinks_says_nothing():
    thinks = Attribution((5, 9), "thought", "said", "thinks", ((10, len(TEXT)),), (0, 4))
    assert sureness([], [thinks], STRUCK, TEXT).cls == "asserted"


def test_words_that_only_withhold_deny_nothing():
    text = "Omar refused to say whether jets struck the town."
    cue, struck = (5, 12), (text.index("struck"), text.index("struck") + 6)
    refused = Attribution(cue, "refused", "denied", "says", ((13, len(text)),), (0, 4))
    withheld = FoundHedge("unconfirmed", "refused", cue, (13, len(text)))
    assert sureness([withheld], [refused], struck, text).cls == "unconfirmed"
    assert sureness([], [refused], struck, text).cls == "denied"


def test_what_nobody_claims_is_not_claimed():
    text = "No group has claimed the raid that struck the town."
    struck = (text.index("struck"), text.index("struck") + 6)
    claims = Attribution((13, 20), "claimed", "claimed", "says", ((21, len(text)),), (0, 8))
    assert sureness([], [claims], struck, text).cls == "asserted"
