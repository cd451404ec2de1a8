"""What is said to be false is denied; what nobody could check is unconfirmed."""

import pytest
from spacy.language import Language

from dateline.reading.hedges import hedges

DIVERS = "nine divers were killed in Iquique"


def over(nlp: Language, text: str, words: str) -> set[str]:
    """Return the classes of the hedges whose scope holds some words."""
    start = text.index(words)
    held = [one for one in hedges(nlp(text)) if one.scope[0] <= start < one.scope[1]]
    return {one.cls for one in held}


@pytest.mark.parametrize(
    "text",
    [
        f"Reports that {DIVERS} are false, the navy said.",
        f"Reports that {DIVERS} are untrue, the navy said.",
        f"The claim that {DIVERS} is baseless, the navy said.",
        f"It is false that {DIVERS}, the navy said.",
        f"It is not true that {DIVERS}, the navy said.",
        f"The navy said it was untrue that {DIVERS}.",
        f"The story that {DIVERS} is a fabrication, Lima said.",
        f"The story that {DIVERS} was fabricated, Lima said.",
    ],
)
def test_what_is_called_false_is_denied(nlp: Language, text: str) -> None:
    assert "denied" in over(nlp, text, "killed")


@pytest.mark.parametrize(
    "text",
    [
        f"It is true that {DIVERS}, the navy said.",
        f"Reports that {DIVERS} are not false, the navy said.",
        f"The false floor broke and {DIVERS}.",
        f"The navy did not deny that {DIVERS}.",
        f"The figure is correct: {DIVERS}.",
    ],
)
def test_what_is_not_called_false_is_not_denied(nlp: Language, text: str) -> None:
    assert "denied" not in over(nlp, text, "killed")


@pytest.mark.parametrize(
    "text",
    [
        f"The navy was not able to confirm that {DIVERS}.",
        f"Nurses were unable to confirm that {DIVERS}.",
        f"The navy could not verify that {DIVERS}.",
        f"The navy did not deny that {DIVERS}.",
        f"The navy refused to say whether {DIVERS}.",
        "Claims of nine killed could not be verified.",
    ],
)
def test_what_nobody_could_check_is_unconfirmed(nlp: Language, text: str) -> None:
    assert "unconfirmed" in over(nlp, text, "killed")


def test_one_sides_doubt_is_not_the_others(nlp: Language) -> None:
    text = "The navy claimed it shot down a jet; Lima has not confirmed the loss."
    assert "unconfirmed" not in over(nlp, text, "shot")


def test_what_is_not_unlikely_is_possible(nlp: Language) -> None:
    assert over(nlp, "It is not unlikely that Peru shelled the pier.", "shelled") == {"possible"}


def test_a_condition_is_foreseen_with_what_it_leads_to(nlp: Language) -> None:
    assert over(nlp, "If Peru shells the pier, hundreds will flee.", "shells") == {"predicted"}
    assert over(nlp, "After Peru shelled the pier, hundreds will flee.", "shelled") == set()


def test_what_an_event_is_suspected_of_covers_what_it_did(nlp: Language) -> None:
    assert over(nlp, "Suspected airstrikes hit a pier.", "hit") == {"possible"}
    assert over(nlp, "Suspected smugglers hit a pier.", "hit") == set()


def test_what_somebody_is_charged_with_is_alleged(nlp: Language) -> None:
    text = "The divers were accused by Lima of burning nine boats."
    assert over(nlp, text, "burning") == {"alleged"}
