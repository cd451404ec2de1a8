import pytest
from spacy.language import Language

from dateline.reading.hedges import negations

NEGATED = [
    ("The strike did not kill anyone.", "not", "The strike did not kill anyone"),
    ("The army hasn't left the town.", "n't", "The army hasn't left the town"),
    ("The jets never bombed the city.", "never", "The jets never bombed the city"),
    ("No one was hurt in the blast.", "No", "No one was hurt in the blast"),
    ("Nobody was hurt.", "Nobody", "Nobody was hurt"),
    ("No civilians were killed, and the army left.", "No", "No civilians were killed"),
    ("Neither side took the village.", "Neither", "Neither side took the village"),
    ("The rebels withdrew without firing a shot.", "without", "without firing a shot"),
    ("The army failed to take the hill.", "failed", "failed to take the hill"),
    ("Police were unable to enter the camp.", "unable", "unable to enter the camp"),
    ("The guards prevented an attack on the base.", "prevented", "prevented an attack on the base"),
    ("The town is far from secure.", "far from", "far from secure"),
    ("The jets hit not ISIS, but the opposition.", "not", "not ISIS"),
    ("The ministry did not say how many people died.", "not", "The ministry did not say"),
    (
        "The police, which arrested 63 men, did not leave.",
        "not",
        "did not leave",
    ),
    (
        "The army did not withdraw because the rebels killed its envoy.",
        "not",
        "The army did not withdraw",
    ),
    ("It is not true that Peru shelled the pier.", "not", "not"),
    ("The army declined to leave the pier.", "declined", "declined to leave the pier"),
    ("The town has not fallen, rebels say.", "not", "The town has not fallen"),
]


@pytest.mark.parametrize(("text", "words", "scope"), NEGATED)
def test_it_finds_what_exactly_is_not_so(nlp: Language, text: str, words: str, scope: str) -> None:
    found = negations(nlp(text))
    assert [(each.words, text[slice(*each.scope)]) for each in found] == [(words, scope)]
    assert all(text[slice(*each.at)] == each.words for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Not only soldiers but also civilians were killed.",
        "No fewer than 12 people were killed.",
        "There is no doubt that the town fell.",
        "The police did not fail to act.",
        "The ministry denied that the town fell.",
        "At least 12 people were killed.",
        "The navy could not verify the figures.",
        "Nurses were unable to confirm that nine divers died.",
        "The bank was not able to confirm the loss.",
        "It is not unlikely that Peru shelled the pier.",
        "The mayor declined to comment on the raid.",
        "The mayor refused to say whether the town fell.",
        "Norway sent aid to Nola.",
        "The army took the town.",
    ],
)
def test_what_only_looks_like_a_negation_is_none(nlp: Language, text: str) -> None:
    assert negations(nlp(text)) == []
