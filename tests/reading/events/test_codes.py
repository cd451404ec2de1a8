import pytest
from spacy.language import Language

from tests.reading.events.telling import codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Jets bombed the harbour of Latakia at dawn.", "air_strike"),
        ("Helicopters dropped two barrel bombs on Daraya.", "air_strike"),
        ("Three long-range bombers struck the refinery at night.", "air_strike"),
        ("Militants began an assault on the town.", "ground_assault"),
        ("The army foiled an attack by militants on the airport.", "clash"),
        ("The militia scored several gains near the lake.", "advance"),
        ("A monitor put the toll at nineteen.", "casualties"),
        ("Villagers were forced from their homes.", "displacement"),
        ("A drone struck a pickup near Marib.", "drone_strike"),
        ("Government artillery shelled the suburb for two hours.", "shelling"),
        ("The militia fired dozens of rockets at the airport.", "rocket_attack"),
        ("The navy fired cruise missiles at the depot.", "missile_strike"),
        ("Chlorine gas was used in an attack on the village.", "chemical_attack"),
        ("A car bomb exploded outside the ministry.", "ied"),
        ("A suicide bomber blew himself up at a checkpoint.", "suicide_attack"),
        ("Someone threw a grenade into the shop.", "grenade_attack"),
        ("A sniper shot a nurse in the old town.", "sniping"),
        ("Gunmen opened fire on a bus.", "shooting"),
        ("Rebels ambushed a convoy on the coastal road.", "ambush"),
        ("Rebels destroyed a tank with a TOW missile.", "anti_armour_strike"),
        ("The two groups clashed near the border.", "clash"),
        ("The army launched an offensive against the city.", "ground_assault"),
        ("Troops besieged the town for months.", "siege"),
        ("The army advanced towards the lake.", "advance"),
        ("The fighters withdrew from the hill.", "retreat"),
        ("The army took control of three villages.", "capture"),
        ("Militants beheaded two captives.", "execution"),
        ("Gunmen kidnapped a priest.", "abduction"),
        ("Police arrested ten students.", "arrest"),
        ("The rebels freed forty prisoners.", "release"),
        ("A fighter jet was shot down over the lake.", "aircraft_loss"),
        ("The government deployed troops to the border.", "deployment"),
        ("Iran delivered weapons to the militia.", "arms_delivery"),
        ("Thousands of people fled the town.", "displacement"),
        ("The agency distributed food to families.", "aid"),
        ("Soldiers blocked an aid convoy.", "aid_blocked"),
        ("Thousands protested in the capital.", "protest"),
        ("Police dispersed the protesters with tear gas.", "crackdown"),
        ("Both sides agreed to a ceasefire.", "ceasefire"),
        ("The army violated the ceasefire.", "ceasefire_breach"),
        ("The foreign ministers met in Vienna.", "talks"),
        ("The EU imposed sanctions on the bank.", "sanction"),
        ("France condemned the raid.", "accusation"),
        ("Ankara threatened to shell the town.", "threat"),
        ("Twelve people were killed.", "casualties"),
        ("Militants killed a judge.", "killing"),
        ("A bus crashed into a wall.", "accident"),
        ("An earthquake hit the province.", "disaster"),
    ],
)
def test_a_sentence_tells_of_its_event(nlp: Language, text: str, code: str) -> None:
    assert codes(nlp, text)[0] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Four men were killed in an airstrike.", "air_strike"),
        ("Four men were killed by a roadside bomb.", "ied"),
        ("Four men were killed when a mine exploded.", "ied"),
        ("Four men died in the shelling.", "shelling"),
        ("Four men were killed in clashes.", "clash"),
        ("Four men died in a plane crash.", "accident"),
        ("The bakery was ruined in air attacks.", "air_strike"),
    ],
)
def test_the_cause_of_a_death_is_its_event(nlp: Language, text: str, code: str) -> None:
    assert codes(nlp, text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "The song became a hit.",
        "He was fired from his job.",
        "The mechanic killed the engine.",
        "The film was a bomb with critics.",
        "She struck a balance.",
        "The attack helicopter is old.",
        "The death penalty is on the books.",
        "It was a shot in the dark.",
    ],
)
def test_a_word_of_war_in_another_sense_is_no_event(nlp: Language, text: str) -> None:
    assert codes(nlp, text) == []


@pytest.mark.parametrize("kind", ["labour", "hunger", "general"])
def test_a_strike_of_workers_is_no_air_strike(nlp: Language, kind: str) -> None:
    assert "air_strike" not in codes(nlp, f"The miners began a {kind} strike on Monday.")


def test_what_is_struck_is_not_what_strikes(nlp: Language) -> None:
    assert codes(nlp, "Rebels attacked an air base.") == ["ground_assault"]


def test_a_second_strike_on_rescuers_is_told_apart(nlp: Language) -> None:
    text = "Warplanes bombed rescuers in a second strike on the market."
    assert codes(nlp, text)[0] == "repeat_strike"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The regime used helicopters to pound the valley.", "air_strike"),
        ("Rebels targeted two of the army's vehicles with TOW missiles.", "anti_armour_strike"),
        ("Warplanes targeted a group that owns TOW missiles.", "air_strike"),
        ("A suicide car bomb hit a police post.", "suicide_attack"),
        ("The town has been under siege since May.", "siege"),
        ("The valley has been the scene of fierce fighting.", "clash"),
        ("Officials put the death toll at 900.", "casualties"),
        ("Fighters drove refugees out of the valley.", "displacement"),
    ],
)
def test_the_words_about_a_trigger_tell_the_means(nlp: Language, text: str, code: str) -> None:
    assert codes(nlp, text)[0] == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The navy began air strikes on the port.", "protest"),
        ("The minister put the clock on the table.", "casualties"),
        ("The team scored a victory over Lille.", "advance"),
        ("Guards armed with rifles stood outside.", "arms_delivery"),
        ("The war has killed thousands of people.", "killing"),
        ("Forty Daesh militants were killed.", "killing"),
    ],
)
def test_words_that_only_look_like_it_are_not(nlp: Language, text: str, code: str) -> None:
    assert code not in codes(nlp, text)
