import pytest

from dateline.weighing.blame import blames, status

from .told import EMBASSY, GENERAL, MINISTRY, PAPER, RESCUERS, WIRE, say

NORTH = {"actor": "the North", "party": "north"}
SOUTH = {"actor": "the South", "party": "south"}
ALLEGED = say("a", RESCUERS, **NORTH)


def who(*told):
    found = blames(told)
    return status(found), {one.party or one.name: one.status for one in found}


def test_nobody_named_is_unknown():
    assert who(say("a", actor="")) == ("unknown", {})
    assert who() == ("unknown", {})


def test_who_says_nothing_has_not_answered():
    assert who(ALLEGED) == ("alleged_not_answered", {"north": "alleged_not_answered"})


def test_a_claim_of_its_own_that_answers_something_else_is_no_answer():
    assert who(ALLEGED, say("b", MINISTRY, target="position"))[0] == "alleged_not_answered"


@pytest.mark.parametrize(
    "denial", [{"kind": "denial", **NORTH}, {"negated": True, **NORTH}, {"kind": "denial"}]
)
def test_the_party_denies_it_or_that_anything_happened(denial):
    assert who(ALLEGED, say("b", MINISTRY, WIRE, **denial)) == ("denied", {"north": "denied"})


def test_another_party_cannot_deny_for_it():
    assert who(ALLEGED, say("b", EMBASSY, kind="denial", **NORTH))[0] == "alleged_not_answered"
    assert who(ALLEGED, say("b", PAPER, kind="denial"))[0] == "alleged_not_answered"


def test_an_admission_stands_over_a_denial():
    told = say("b", MINISTRY, kind="denial", **NORTH), say("c", GENERAL, **NORTH)
    assert who(ALLEGED, *told) == ("admitted", {"north": "admitted"})


@pytest.mark.parametrize("unfit", [{"set_aside": "a forged account"}, {"may_be": True}])
def test_what_does_not_count_admits_nothing(unfit):
    assert who(ALLEGED, say("c", GENERAL, **NORTH, **unfit))[0] == "alleged_not_answered"


def test_parties_that_blame_each_other_each_have_their_answer():
    told = say("a", MINISTRY, **SOUTH), say("b", EMBASSY, **NORTH), say("c", EMBASSY, kind="denial")
    assert who(*told) == ("denied", {"north": "alleged_not_answered", "south": "denied"})


def test_a_denial_that_nobody_alleged_is_a_denial():
    assert who(say("b", MINISTRY, kind="denial", **NORTH)) == ("denied", {"north": "denied"})


def test_a_name_that_the_desk_knows_no_party_for_is_kept_as_it_was_said():
    [found] = blames([say("a", actor="Sons of the  Valley")])
    assert (found.name, found.status) == ("Sons of the  Valley", "alleged_not_answered")
