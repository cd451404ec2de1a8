"""Which events of a sentence are claims of their own."""

import pytest

from dateline.reading.events import events
from dateline.reading.happenings import happenings


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Jets bombed the port, and police arrested a fisherman.", ["air_strike", "arrest"]),
        ("Rebels attacked the base in a bid to capture the town.", ["ground_assault"]),
        ("The army plans to capture the town.", ["capture"]),
        ("Nine bakers were killed and thousands fled the city.", ["casualties"]),
        ("Thousands fled the city after jets bombed it.", ["displacement", "air_strike"]),
        ("France condemned the shelling of the port.", ["accusation"]),
        ("The mayor declined to comment on the shelling.", []),
        ("The mayor refused to leave the city.", ["rejection"]),
        ("The weather was fine.", []),
        ("", []),
    ],
)
def test_the_claimed_events_are(nlp, text, codes):
    doc = nlp(text)
    assert [one.code for one in happenings(events(doc), doc)] == codes


def test_who_is_blamed_is_whom_the_claim_is_about(nlp):
    doc = nlp("Peru blamed the navy for an attack on the port.")
    (only,) = happenings(events(doc), doc)
    assert (only.actor.words, only.target) == ("the navy", None)


def test_a_toll_in_another_clause_widens_the_quote(nlp):
    doc = nlp("Jets bombed the port at dawn, and nine sailors were killed.")
    (only,) = happenings(events(doc), doc)
    assert "nine sailors" in doc.text[slice(*only.clause)]
