import pytest
from spacy.language import Language

from dateline.reading.hedges import hedges

HEDGED = [
    (
        "This clip purportedly shows a rocket striking Binnish.",
        [("claimed", "purportedly", "purportedly shows a rocket striking Binnish")],
    ),
    (
        "Dozens of civilians have reportedly been killed in Manbij.",
        [("reported", "reportedly", "Dozens of civilians have reportedly been killed in Manbij")],
    ),
    (
        "The jet, allegedly flown by a defector, landed in Homs.",
        [("alleged", "allegedly", "allegedly flown by a defector")],
    ),
    (
        "An alleged chemical attack killed 12 people.",
        [("alleged", "alleged", "An alleged chemical attack killed 12 people")],
    ),
    (
        "Unconfirmed reports suggest heavy losses in the hills.",
        [("unconfirmed", "Unconfirmed", "heavy losses in the hills")],
    ),
    (
        "On Sunday, reports emerged that a colonel had been killed.",
        [("reported", "reports", "a colonel had been killed")],
    ),
    (
        "Troops may have entered the town.",
        [("possible", "may", "Troops may have entered the town")],
    ),
    (
        "The army appears to be advancing.",
        [("possible", "appears", "The army appears to be advancing")],
    ),
    (
        "The raid is believed to have been carried out by the army.",
        [("possible", "believed", "The raid is believed to have been carried out by the army")],
    ),
    (
        "The toll is likely to rise.",
        [("predicted", "likely", "The toll is likely to rise")],
    ),
    (
        "The pilots are likely to have fled.",
        [("possible", "likely", "The pilots are likely to have fled")],
    ),
    (
        "I was about to leave the shop when a shell hit.",
        [("predicted", "about", "I was about to leave the shop")],
    ),
    (
        "The ministry denied that its jets had struck the school.",
        [("denied", "denied", "that its jets had struck the school")],
    ),
    ("Damascus denied striking the clinic.", [("denied", "denied", "striking the clinic")]),
    (
        "The army will withdraw tomorrow.",
        [("predicted", "will", "The army will withdraw tomorrow")],
    ),
    (
        "Officials expect the offensive to resume.",
        [("predicted", "expect", "the offensive to resume")],
    ),
    (
        "Rebels are expected to attack tomorrow.",
        [("predicted", "expected", "Rebels are expected to attack tomorrow")],
    ),
    (
        "It is unclear whether the convoy arrived.",
        [("unconfirmed", "unclear", "whether the convoy arrived")],
    ),
    (
        "It is not known who carried out the attack.",
        [("unconfirmed", "known", "who carried out the attack")],
    ),
    (
        "Shells fell. Unconfirmed reports suggest heavy losses, though news is hard to confirm.",
        [("unconfirmed", "Unconfirmed", "heavy losses"), ("unconfirmed", "confirm", "to confirm")],
    ),
    (
        "Shells fell. The camp burned, though the hills make news from it very hard to confirm.",
        [("unconfirmed", "confirm", "to confirm")],
    ),
    (
        "Twelve people died. The report could not be confirmed.",
        [("unconfirmed", "confirmed", "Twelve people died")],
    ),
]


@pytest.mark.parametrize(("text", "wanted"), HEDGED)
def test_it_finds_what_exactly_is_hedged(
    nlp: Language, text: str, wanted: list[tuple[str, str, str]]
) -> None:
    found = hedges(nlp(text))
    assert [(each.cls, each.words, text[slice(*each.scope)]) for each in found] == wanted
    assert all(text[slice(*each.at)] == each.words for each in found)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The army took the town.",
        "May was quiet in Homs.",
        "On 12 May the siege ended.",
        "Witnesses could see the smoke.",
        "The jets could not stop the rebels.",
        "The ministry said that the army took the town.",
        "The will of the general was read.",
        "The monitor reported that 12 people died.",
        "It was clear that the town had fallen.",
        "The ministry confirmed that two soldiers died.",
    ],
)
def test_it_finds_no_hedge_in_plain_words(nlp: Language, text: str) -> None:
    assert hedges(nlp(text)) == []
