"""Who "it" and "they" are that a speaker says did it."""

import pytest

from dateline.reading.events import events
from dateline.reading.itself import speaking
from dateline.reading.parties import parties
from dateline.reading.speakers import Voices

ITSELF = [
    ("The Turkish army said it shelled the village.", "shelled", "The Turkish army"),
    ("Jordan says it bombed the depot.", "bombed", "Jordan"),
    ("The rebels said they shelled the barracks.", "shelled", "The rebels"),
    ("The ministry said its jets bombed the depot.", "bombed", "The ministry"),
]
NOT_ITSELF = [
    ("A spokesman said it shelled the village.", "shelled"),
    ("He said they shelled the barracks.", "shelled"),
    ("The army said rebels shelled the village.", "shelled"),
    ("It shelled the village.", "shelled"),
    ("The army said the village was shelled.", "shelled"),
]


def found(nlp, text, words):
    doc = nlp(text)
    event = next(one for one in events(doc, parties(doc)) if one.words == words)
    heard = Voices([doc], [0]).heard(0, (event.start, event.end))
    at = speaking(event, [one for _, one in heard], doc)
    return at and text[slice(*at)]


@pytest.mark.parametrize(("text", "words", "who"), ITSELF)
def test_who_says_that_it_did_it_is_the_actor(nlp, text, words, who):
    assert found(nlp, text, words) == who


@pytest.mark.parametrize(("text", "words"), NOT_ITSELF)
def test_nobody_else_is(nlp, text, words):
    assert found(nlp, text, words) is None
