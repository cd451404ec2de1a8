import pytest
from spacy.language import Language

from dateline.reading.events import foremost
from tests.reading.events.telling import codes, only, told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Airstrikes hit a school, killing four children.", "air_strike"),
        ("Airstrikes killed four children and wounded nine.", "air_strike"),
        ("Troops shelled the town and killed four people.", "shelling"),
        ("Four people died when a car bomb exploded.", "ied"),
        ("The army launched an offensive.", "ground_assault"),
        ("Nine farmers died due to heavy shelling.", "shelling"),
        ("The new offensive is driving thousands of refugees to the border.", "displacement"),
        ("A commander of the brigade was killed in clashes near the dam.", "killing"),
        ("A mortar blast claimed by the Daesh group killed nine people.", "shelling"),
    ],
)
def test_one_event_told_by_several_words_is_one(nlp: Language, text: str, code: str) -> None:
    assert codes(nlp, text) == [code]


def test_two_events_of_one_sentence_are_two(nlp: Language) -> None:
    text = "Jets bombed the port, and police arrested a fisherman."
    assert codes(nlp, text) == ["air_strike", "arrest"]


def test_the_death_of_one_who_is_named_stays_a_killing(nlp: Language) -> None:
    assert "killing" in codes(nlp, "Rebels stormed the base, killing Farid Nasr.")


def test_a_clause_is_whole_and_leaves_its_neighbour_alone(nlp: Language) -> None:
    text = "The ministry said jets bombed the port, and police arrested a fisherman."
    first, second = (text[slice(*each.clause)] for each in told(nlp, text))
    assert "arrested" not in first
    assert "jets bombed the port" in first
    assert second == "police arrested a fisherman"


def test_the_clause_of_a_participle_holds_its_subject(nlp: Language) -> None:
    text = "Rebels stormed the base, killing Farid Nasr."
    killing = next(each for each in told(nlp, text) if each.code == "killing")
    assert text[slice(*killing.clause)] == text.removesuffix(".")


def test_a_vague_event_gives_way_to_the_one_that_says_how(nlp: Language) -> None:
    text = "Nine people were killed in the south. A suicide bomber struck a bank, police said."
    best = foremost(told(nlp, text))
    assert best is not None
    assert best.code == "suicide_attack"


def test_what_happened_stands_before_what_is_planned(nlp: Language) -> None:
    best = foremost(told(nlp, "The army will besiege the town. Police arrested a man."))
    assert best is not None
    assert best.code == "arrest"


def test_nothing_has_no_foremost_event() -> None:
    assert foremost([]) is None


def test_a_headline_is_read(nlp: Language) -> None:
    found = only(nlp, "Strikes kill 12 in Idlib")
    assert (found.code, found.target and found.target.words) == ("air_strike", "12")
