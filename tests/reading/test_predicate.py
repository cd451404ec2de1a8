"""The verb that a claim is about."""

import pytest

from dateline.reading.predicate import is_aim, predicate


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("The attack was barbaric.", "attack", "was"),
        ("The attack was barbaric.", "was", "was"),
        ("Aleppo", "Aleppo", "Aleppo"),
        ("Strikes continue to weaken the army.", "Strikes", "weaken"),
        ("He was not at home but met the envoy.", "was", "met"),
        ("The blast comes as the army advances.", "blast", "advances"),
        ("The campaign hinders trade by targeting ships.", "targeting", "hinders"),
        ("The navy left by blocking the canal.", "blocking", "blocking"),
        ("The offensive has failed to win the town.", "win", "failed"),
    ],
)
def test_the_verb_is(nlp, text, word, verb):
    doc = nlp(text)
    assert predicate(next(one for one in doc if one.text == word)).text == verb


@pytest.mark.parametrize(
    ("text", "word", "aim"),
    [
        ("Troops moved north to retake the dam.", "retake", True),
        ("Troops moved in a bid to retake the dam and free the crew.", "free", True),
        ("Troops retook the dam.", "retook", False),
        ("Thousands were forced to flee.", "flee", False),
    ],
)
def test_an_infinitive_of_purpose_is_an_aim(nlp, text, word, aim):
    assert is_aim(next(one for one in nlp(text) if one.text == word)) is aim
