import pytest
from spacy.language import Language

from tests.reading.events.telling import codes, told


def mood(nlp: Language, text: str, code: str) -> list[str]:
    return [each.mood for each in told(nlp, text) if each.code == code]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("Someone attacked the town.", "attack", "actual"),
        ("The army is besieging the town.", "siege", "actual"),
        ("Jets have begun to bomb the town.", "air_strike", "actual"),
        ("The army will besiege the town.", "siege", "planned"),
        ("The army is going to besiege the town.", "siege", "planned"),
        ("The army plans to besiege the town.", "siege", "planned"),
        ("The army said it would besiege the town.", "siege", "planned"),
        ("The army may besiege the town.", "siege", "possible"),
        ("If the army besieges the town, many will starve.", "siege", "possible"),
        ("The army must besiege the town.", "siege", "demanded"),
        ("The UN called for a ceasefire.", "ceasefire", "demanded"),
        ("The mayor urged rebels to release the hostages.", "release", "demanded"),
        ("The delay raised fears of an attack on the town.", "attack", "possible"),
        ("The army refused to besiege the town.", "siege", "possible"),
        ("France condemned the airstrike.", "air_strike", "background"),
        ("After the airstrike the school closed.", "air_strike", "background"),
        ("A resident of the besieged town spoke.", "siege", "background"),
        ("Nurses were able to evacuate the wounded.", "aid", "actual"),
        ("Nurses will be able to evacuate the wounded.", "aid", "planned"),
        ("Without the bridge the army would have captured the town.", "capture", "background"),
        ("Prices rose since soldiers blockaded the port.", "blockade", "background"),
        ("Rebels fighting the army near Hasakah have lost a tank.", "clash", "background"),
        ("Families fleeing the city slept outside.", "displacement", "actual"),
        ("The dead include a man who had defected from the police.", "realignment", "background"),
        ("The strike came as the army withdrew from the hill.", "air_strike", "background"),
        ("The strike came from the sea.", "air_strike", "actual"),
        ("Peru confirmed the deaths of nine sailors.", "casualties", "actual"),
        ("Peru condemned the deaths of nine sailors.", "casualties", "background"),
    ],
)
def test_it_tells_what_happened_from_what_is_only_spoken_of(
    nlp: Language, text: str, code: str, expected: str
) -> None:
    assert mood(nlp, text, code) == [expected]


def test_what_will_not_be_done_is_a_refusal(nlp: Language) -> None:
    assert codes(nlp, "The ministry will not release the hostages.") == ["rejection"]


def test_a_denial_does_not_hide_the_event(nlp: Language) -> None:
    assert "ground_assault" in codes(nlp, "The army did not attack the town.")
