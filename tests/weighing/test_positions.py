from dateline.weighing.origins import Tracing
from dateline.weighing.positions import asked, silences
from dateline.weighing.relations import relations

from .told import (
    EMBASSY,
    HOSPITAL,
    MINISTRY,
    MONITOR,
    RESCUERS,
    WIRE,
    killed,
    say,
)

NORTH = {"actor": "the North", "party": "north"}
STRUCK = say("a", RESCUERS, target="medical", tolls=killed(12), **NORTH)
DENIED = say("d", MINISTRY, WIRE, kind="denial", **NORTH)
BOASTED = say("b", MINISTRY, hour=1, target="position")


def question(name, *told):
    found = asked(told, Tracing(()), relations(told, {}))
    return next(one for one in found if one.question == name)


def test_there_are_always_four_questions():
    assert [one.question for one in asked((), Tracing(()), {})] == [
        *("happened", "who", "what", "harmed")
    ]


def test_silence_is_no_position():
    assert question("harmed", DENIED).positions == ()


def test_rival_answers_stand_side_by_side():
    found = question("what", STRUCK, BOASTED).positions
    assert [one.answer.kind for one in found] == ["medical", "position"]


def test_a_denial_is_a_position_of_its_own():
    found = question("who", STRUCK, DENIED).positions
    assert [(one.answer.denied, one.answer.party) for one in found] == [
        (False, "north"),
        (True, "north"),
    ]


def test_positions_are_listed_by_relation_and_never_by_when_they_came():
    who = [(WIRE, 0), (MINISTRY, 1), (EMBASSY, 2), (MONITOR, 3), (HOSPITAL, 4)]
    told = [say(f"c{n}", voice, hour=n, tolls=killed(n + 1), **NORTH) for voice, n in who]
    found = question("harmed", *told).positions
    assert [one.sayings[0].relation for one in found] == [
        *("at_the_scene", "observer", "accuser", "accused", "relaying")
    ]


def test_those_who_say_the_same_stand_together_by_relation():
    told = say("m", MONITOR, **NORTH), say("r", RESCUERS, WIRE, hour=1, **NORTH)
    [found] = question("who", *told).positions
    assert [one.testimony.id for one in found.sayings] == ["r", "m"]
    assert (found.sourcing, found.origins.low) == ("independent", 2)


def test_what_two_origins_say_and_nobody_answers_otherwise_is_undisputed():
    [found] = question("happened", STRUCK, say("h", HOSPITAL)).positions
    assert found.undisputed


def test_what_one_source_says_is_not_called_undisputed():
    [found] = question("happened", STRUCK).positions
    assert not found.undisputed


def test_a_denial_disputes():
    told = STRUCK, say("h", HOSPITAL, **NORTH), DENIED
    assert not any(one.undisputed for one in question("who", *told).positions)


def test_a_denial_that_was_set_aside_disputes_nothing_and_stays_visible():
    told = say("h", HOSPITAL), say("d", MINISTRY, kind="denial", set_aside="of another strike")
    found = question("happened", STRUCK, *told).positions
    assert [(one.undisputed, one.sourcing) for one in found] == [
        (True, "independent"),
        (False, None),
    ]


def test_naming_nobody_is_no_rival():
    admitted = say("g", MINISTRY, target="medical", **NORTH)
    told = STRUCK, say("h", HOSPITAL, **NORTH), say("m", MONITOR, actor=""), admitted
    found = {one.answer.party: one.undisputed for one in question("who", *told).positions}
    assert found == {"north": True, "": False}


def test_who_is_only_accused_is_not_agreed_on_however_many_accuse():
    told = STRUCK, say("h", HOSPITAL, **NORTH), say("m", MONITOR, **NORTH)
    assert not any(one.undisputed for one in question("who", *told).positions)


def test_figures_for_other_categories_are_no_rivals():
    injured = say("i", MONITOR, tolls=killed(30, 30, category="injured"))
    told = STRUCK, say("h", HOSPITAL, tolls=killed(12)), injured
    found = question("harmed", *told).positions
    assert {one.answer.category: one.undisputed for one in found} == {
        "killed": True,
        "injured": False,
    }


def test_what_may_be_of_another_incident_takes_no_position():
    assert question("happened", say("a", may_be=True)).positions == ()


def test_a_question_counts_the_origins_of_those_who_affirm():
    told = STRUCK, say("h", HOSPITAL, tolls=killed(15)), say("n", MONITOR, tolls=killed(0))
    assert question("harmed", *told).origins.low == 2


def test_it_says_what_each_voice_did_not_say():
    told = STRUCK, DENIED
    [found] = silences(told, relations(told, {}))
    assert (found.voice, found.relation) == (MINISTRY, "accused")
    assert found.questions == ("happened", "what", "harmed")
