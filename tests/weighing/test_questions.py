import pytest

from dateline.weighing.questions import answers

from .told import MINISTRY, RESCUERS, killed, say, toll


def read(**said):
    """Return answers in short: "who", "not who", "harmed killed 12"."""
    return [short(one) for one in answers(say("a", **said))]


def short(answer):
    named = answer.category or answer.kind or answer.party or answer.name
    number = answer.low if answer.category else None
    parts = ["not" if answer.denied else "", answer.question, named, number]
    return " ".join(str(part) for part in parts if part not in ("", None))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ["happened"]),
        ({"kind": "situation"}, ["happened"]),
        ({"actor": "North  AIR force"}, ["happened", "who north air force"]),
        ({"actor": "The North", "party": "north"}, ["happened", "who north"]),
        ({"actor": ""}, ["happened", "who"]),
        ({"target": "medical"}, ["happened", "what medical"]),
        ({"tolls": killed(12)}, ["happened", "harmed killed 12"]),
        ({"tolls": killed(0), "negated": True}, ["harmed killed 0"]),
        ({"kind": "denial"}, ["not happened"]),
        ({"negated": True}, ["not happened"]),
        ({"hedge": "denied"}, ["not happened"]),
        ({"kind": "denial", "actor": "north"}, ["not who north"]),
        ({"kind": "denial", "actor": "north", "target": "medical"}, ["not who north"]),
        ({"kind": "denial", "target": "medical"}, ["not what medical"]),
        ({"kind": "denial", "tolls": killed(12)}, ["not harmed killed 12"]),
        ({"negated": True, "actor": "north", "tolls": killed(0)}, ["harmed killed 0"]),
        ({"kind": "assessment", "actor": "north"}, ["who north"]),
        ({"kind": "forecast", "actor": "north", "tolls": killed(12)}, []),
        ({"hedge": "predicted"}, []),
        ({"kind": "toll", "tolls": killed(370)}, []),
        ({"kind": "statement", "event": "visit"}, ["happened"]),
        ({"kind": "statement", "event": "statement", "actor": "south"}, []),
        ({"tolls": killed(-1)}, ["happened"]),
        ({"tolls": [toll(370, cumulative=True)]}, ["happened"]),
    ],
)
def test_it_reads_what_a_claim_answers(said, expected):
    assert read(**said) == expected


def test_equal_answers_of_different_speakers_are_equal():
    one = say("a", RESCUERS, actor="North", tolls=killed(12, 12, "civilian", "child"))
    two = say("b", MINISTRY, actor="north", tolls=killed(12, 12, "child", "civilian"))
    assert list(answers(one)) == list(answers(two))
