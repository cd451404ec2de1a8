import pytest

from dateline.codebook.events import EVENTS

DESIGNED = {
    *("air_strike", "repeat_strike", "drone_strike", "shelling", "rocket_attack"),
    *("missile_strike", "chemical_attack", "ground_assault", "clash", "ambush"),
    *("anti_armour_strike", "suicide_attack", "ied", "sniping", "siege", "blockade"),
    *("advance", "retreat", "capture", "killing", "execution", "abduction", "arrest"),
    *("aircraft_loss", "deployment", "arms_delivery", "displacement", "return", "aid"),
    *("aid_blocked", "protest", "ceasefire", "ceasefire_breach", "talks", "visit"),
    *("statement", "sanction", "casualties", "other"),
}
ROOTS = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD", "REQUEST", "ACCUSE"),
    *("REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


@pytest.mark.parametrize("code", sorted(DESIGNED))
def test_it_knows_every_code_of_the_design(code: str) -> None:
    assert EVENTS[code].code == code


def test_every_code_says_what_it_is_in_plain_words() -> None:
    assert all(each.label and "_" not in each.label for each in EVENTS.values())


def test_other_schemes_names_are_theirs() -> None:
    assert {each.plover for each in EVENTS.values()} <= {*ROOTS, ""}
    sides = {"", "state-based", "one-sided", "non-state"}
    assert {each.ged for each in EVENTS.values()} <= sides


def test_what_can_kill_has_a_type_of_violence_unless_nature_or_chance_did_it() -> None:
    lethal = {code for code, each in EVENTS.items() if each.lethal and not each.ged}
    by_crowd = {"abuse", "riot", "mob_violence", "crackdown"}
    assert lethal == by_crowd | {"accident", "disaster", "casualties"}


def test_nobody_can_change_it() -> None:
    with pytest.raises(TypeError):
        EVENTS["air_strike"] = EVENTS["other"]  # type: ignore[index]


@pytest.mark.parametrize("code", ["", "AIR_STRIKE", "air strike", "';--"])
def test_it_knows_no_other_spelling(code: str) -> None:
    assert code not in EVENTS
