import pytest

from dateline.weighing.origins import origins
from dateline.weighing.questions import answers
from dateline.weighing.sourcing import sourcing

from .told import GENERAL, HOSPITAL, MINISTRY, PAPER, RESCUERS, WIRE, killed, rests, say

OWN = {"actor": "the North", "party": "north"}


def sourced(question, *told, derivations=(), last=None):
    """Return the sourcing of what the last of them answers, by all who answer the same."""
    wanted = next(one for one in answers(last or told[-1]) if one.question == question)
    same = [one for one in told if wanted in answers(one)]
    return sourcing(wanted, same, origins(same, derivations))


def test_one_speaker_in_one_report_is_one_source():
    assert sourced("happened", say("a", RESCUERS, WIRE)) == "one_source"


def test_one_speaker_in_several_outlets_is_one_origin():
    told = say("a", RESCUERS, WIRE), say("b", RESCUERS, PAPER)
    assert sourced("happened", *told) == "several_one_origin"


def test_two_origins_are_independent():
    assert sourced("happened", say("a", RESCUERS), say("b", HOSPITAL)) == "independent"


def test_one_or_two_origins_are_not_yet_independent():
    told = say("a", WIRE), say("b", PAPER)
    unsure = [rests("b", "a", sure=False)]
    assert sourced("happened", *told, derivations=unsure) == "several_one_origin"


def test_what_is_set_aside_sources_nothing():
    assert sourced("happened", say("a", set_aside="old footage")) is None
    told = say("a", set_aside="old footage"), say("b", HOSPITAL)
    assert sourced("happened", *told) == "one_source"


@pytest.mark.parametrize("question", ["who", "happened"])
def test_the_party_that_did_it_admits_it(question):
    told = say("a", RESCUERS, **OWN), say("b", MINISTRY, **OWN)
    assert sourced(question, *told) == "admitted"


def test_a_boast_alone_is_no_admission_that_it_happened():
    told = say("a", MINISTRY, **OWN), say("b", GENERAL, **OWN)
    assert sourced("happened", *told) == "independent"
    assert sourced("happened", told[0]) == "one_source"


@pytest.mark.parametrize(
    ("target", "expected"),
    [("medical", "admitted"), ("people", "admitted"), ("position", "one_source")],
)
def test_to_name_a_target_sought_admits_nothing(target, expected):
    assert sourced("what", say("b", MINISTRY, target=target, **OWN)) == expected


def test_a_strike_admitted_is_not_harm_admitted():
    struck = say("b", MINISTRY, target="position", **OWN)
    harm = say("a", RESCUERS, tolls=killed(12), **OWN)
    assert sourced("who", harm, struck) == "admitted"
    assert sourced("harmed", struck, harm) == "one_source"


def test_harm_admitted_is_admitted():
    assert sourced("harmed", say("b", MINISTRY, tolls=killed(12), **OWN)) == "admitted"


@pytest.mark.parametrize(
    "said",
    [
        {"tolls": killed(12, 12, "combatant")},
        {"tolls": killed(12), "target": "combatant"},
        {"tolls": killed(0)},
    ],
)
def test_dead_fighters_and_nobody_dead_admit_no_harm(said):
    assert sourced("harmed", say("b", MINISTRY, **said, **OWN)) == "one_source"


def test_a_denial_is_no_admission():
    assert sourced("who", say("b", MINISTRY, kind="denial", **OWN)) == "one_source"


def test_what_another_party_says_admits_nothing():
    assert sourced("who", say("b", RESCUERS, **OWN)) == "one_source"
    assert sourced("who", say("b", MINISTRY, actor="the South", party="south")) == "one_source"
