import pytest
from spacy.language import Language

from dateline.reading.events import antecedents
from tests.reading.events.telling import told


def settled(nlp: Language, *paragraphs: str) -> list[str]:
    """Return the codes of the last paragraph's events, as the whole report has them."""
    events = antecedents([told(nlp, text) for text in paragraphs])
    return [each.code for each in events[-1] if each.mood != "background"]


@pytest.mark.parametrize(
    ("before", "code"),
    [
        ("A drone struck a bakery in Marib.", "drone_strike"),
        ("Sarin was dropped on the village at dawn, and gas attacks followed.", "chemical_attack"),
        ("A suicide bomber blew himself up in a mosque.", "suicide_attack"),
        ("Artillery shelled the suburb.", "shelling"),
    ],
)
def test_the_attack_is_the_one_told_before(nlp: Language, before: str, code: str) -> None:
    assert settled(nlp, before, "The attack killed nine people.") == [code]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("A drone struck a bakery.", "An attack killed nine people.", "attack"),
        ("Police arrested a baker.", "The attack killed nine people.", "attack"),
        ("Soldiers will shell the suburb.", "The attack killed nine people.", "attack"),
        ("Artillery shelled the suburb.", "The car bombing killed nine people.", "ied"),
        ("Artillery shelled the suburb.", "The army besieged the town.", "siege"),
        ("", "The attack killed nine people.", "attack"),
    ],
)
def test_what_points_nowhere_keeps_its_code(
    nlp: Language, before: str, after: str, code: str
) -> None:
    assert settled(nlp, before, after) == [code]


def test_the_latest_that_fits_is_meant(nlp: Language) -> None:
    before = "A car bomb exploded in Homs.", "Artillery shelled the suburb."
    assert settled(nlp, *before, "The attack killed nine people.") == ["shelling"]


def test_an_attack_of_the_same_paragraph_counts_too(nlp: Language) -> None:
    text = "Artillery shelled the suburb. The attack killed nine people."
    assert settled(nlp, text) == ["shelling", "shelling"]


def test_fire_from_afar_is_what_the_same_side_fired_before(nlp: Language) -> None:
    assert settled(nlp, "Russian jets bombed Idlib.", "They struck a bakery.") == ["air_strike"]


def test_fire_from_afar_of_another_side_stays_open(nlp: Language) -> None:
    after = "Hezbollah struck a village in the north."
    assert settled(nlp, "Russian jets bombed Idlib.", after) == ["attack"]


def test_an_explosion_with_no_means_told_is_taken_for_a_planted_one(nlp: Language) -> None:
    assert settled(nlp, "An explosion was heard in Baghdad.") == ["ied"]


def test_an_explosion_after_a_strike_keeps_the_strike_s_means(nlp: Language) -> None:
    after = "The explosion was heard in the valley."
    assert settled(nlp, "Russian jets bombed Idlib.", after) == ["air_strike"]


def test_a_report_without_events_has_none() -> None:
    assert antecedents([]) == []
    assert antecedents([[], []]) == [[], []]


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("Artillery shelled the suburb.", "Saturday's attack killed nine people.", "shelling"),
        ("Artillery shelled the suburb.", "The deadly attack killed nine people.", "shelling"),
        ("Artillery shelled the suburb.", "The second attack killed nine people.", "attack"),
        ("A car bomb exploded. Jets bombed Idlib.", "The blast killed nine people.", "ied"),
        ("Artillery shelled Homs. Airstrikes on Idlib went on.", "The attack went on.", "shelling"),
    ],
)
def test_a_noun_points_back_to_what_it_fits(
    nlp: Language, before: str, after: str, code: str
) -> None:
    assert settled(nlp, before, after)[:1] == [code]


@pytest.mark.parametrize(
    ("before", "after", "about"),
    [
        ("Troops used sarin in the village.", "The army denied responsibility.", "chemical_attack"),
        ("Troops used sarin in the village.", "France blamed the army.", "chemical_attack"),
        ("Troops used sarin in the village.", "Rebels accused the army of theft.", ""),
        ("Police arrested a baker.", "France blamed the army.", ""),
        ("", "The army denied shelling the suburb.", "shelling"),
    ],
)
def test_speech_about_an_event_has_that_ones_code(
    nlp: Language, before: str, after: str, about: str
) -> None:
    events = antecedents([told(nlp, before), told(nlp, after)])[-1]
    assert [one.about for one in events if one.code in ("accusation", "rejection")] == [about]


@pytest.mark.parametrize(("between", "code"), [(10, "shelling"), (5_000, "attack")])
def test_the_attack_looks_back_only_so_far(nlp: Language, between: int, code: str) -> None:
    shelling, arrest, attack = (
        told(nlp, text)
        for text in (
            "Artillery shelled the suburb.",
            "Police arrested a baker.",
            "The attack killed nine people.",
        )
    )
    *_, last = antecedents([shelling, arrest * between, attack])
    assert code in [each.code for each in last]
