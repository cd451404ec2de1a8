import pytest

from dateline.weighing.figures import figures
from dateline.weighing.latest import newest, superseded

from .told import PAPER, RESCUERS, WIRE, killed, say, toll


def whole(*told):
    replaced = superseded(told)
    found = newest([figure for figure, why in figures(told) if why is None], replaced)
    return None if found.whole is None else (found.whole.range.low, found.whole.range.high)


def reasons(*told):
    found = newest([figure for figure, _ in figures(told)], superseded(told))
    return {one.figure.claims[0]: one.why for one in found.left_out}


def test_a_newer_figure_replaces_an_older_one():
    told = say("a", tolls=killed(12)), say("b", hour=1, tolls=killed(15))
    assert whole(*told) == (15, 15)
    assert reasons(*told) == {"a": "older"}


def test_a_lower_figure_replaces_too():
    assert whole(say("a", tolls=killed(15)), say("b", hour=1, tolls=killed(12))) == (12, 12)


def test_passing_on_an_old_figure_late_makes_it_no_newer():
    told = say("a", tolls=killed(12)), say("b", hour=1, tolls=killed(15))
    assert whole(*told, say("late", RESCUERS, WIRE, hour=9, tolls=killed(12))) == (15, 15)


def test_who_says_an_old_figure_again_himself_has_gone_back_to_it():
    told = say("a", tolls=killed(12)), say("b", hour=1, tolls=killed(15))
    assert whole(*told, say("again", hour=2, tolls=killed(12))) == (12, 12)


def test_what_supersedes_counts_whenever_it_was_said():
    told = say("a", hour=5, tolls=killed(15)), say("b", tolls=killed(12), supersedes="a")
    assert whole(*told) == (12, 12)
    assert reasons(*told) == {"a": "superseded"}


def test_a_repeat_of_what_was_superseded_is_superseded_too():
    told = say("a", tolls=killed(15)), say("b", tolls=killed(12), supersedes="a")
    assert whole(*told, say("c", RESCUERS, PAPER, hour=7, tolls=killed(15))) == (12, 12)


def test_a_chain_of_superseding_leaves_its_last():
    told = (
        say("a", tolls=killed(12)),
        say("b", hour=1, tolls=killed(15), supersedes="a"),
        say("c", hour=2, tolls=killed(12), supersedes="b"),
    )
    assert whole(*told) == (12, 12)


@pytest.mark.parametrize("ring", [("a", "b"), ("b", "a"), ("a", "a")])
def test_a_ring_of_superseding_replaces_nothing(ring):
    told = (
        say("a", tolls=killed(12), supersedes=ring[0]),
        say("b", hour=1, tolls=killed(15), supersedes=ring[1]),
    )
    assert superseded(told).keys() <= {"b"}
    assert whole(*told) is not None


def test_nobody_supersedes_what_another_one_says():
    told = say("a", RESCUERS, tolls=killed(12)), say("b", WIRE, tolls=killed(2), supersedes="a")
    assert superseded(told) == {}


def test_what_supersedes_a_claim_that_is_not_here_replaces_nothing():
    assert whole(say("a", tolls=killed(12), supersedes="gone")) == (12, 12)


def test_the_largest_of_one_report_contains_the_others():
    told = (
        say("a", report="r", tolls=killed(12)),
        say("b", report="r", hour=1, tolls=killed(10)),
    )
    assert whole(*told[:1]) == (12, 12)
    assert whole(say("c", report="r", tolls=[toll(12), toll(3)])) == (12, 12)
    assert reasons(say("c", report="r", tolls=[toll(12), toll(3)])) == {"c": "part"}


def test_a_repeat_of_a_part_alone_makes_it_no_whole():
    both = say("a", RESCUERS, WIRE, tolls=[toll(12), toll(3)])
    assert whole(both, say("b", RESCUERS, PAPER, hour=4, tolls=killed(3))) == (12, 12)


def test_two_figures_of_the_same_moment_make_a_range():
    told = say("a", RESCUERS, WIRE, tolls=killed(12)), say("b", RESCUERS, PAPER, tolls=killed(15))
    assert whole(*told) == (12, 15)


def test_three_children_later_do_not_replace_twelve():
    told = say("a", tolls=killed(12)), say("b", hour=1, tolls=killed(3, 3, "child"))
    assert whole(*told) == (12, 12)


def test_newer_parts_that_outgrow_the_whole_replace_it():
    told = say("a", tolls=killed(12)), say("b", hour=1, tolls=killed(15, 15, "civilian"))
    assert whole(*told) == (15, 15)


def test_older_parts_above_the_whole_were_revised():
    told = say("a", tolls=killed(15, 15, "civilian")), say("b", hour=1, tolls=killed(12))
    assert whole(*told) == (12, 12)


def test_no_civilians_killed_says_nothing_about_the_whole():
    assert whole(say("a", tolls=killed(0, 0, "civilian"))) is None


def test_every_claim_behind_a_figure_is_named():
    told = say("a", tolls=killed(12)), say("b", RESCUERS, WIRE, hour=1, tolls=killed(12))
    found = newest([figure for figure, _ in figures(told)], {})
    assert found.whole.claims == ("a", "b")


def test_a_label_never_makes_a_part_the_whole():
    told = (
        say("a", report="r", tolls=killed(12, 12, "combatant")),
        say("b", report="r", hour=1, tolls=killed(3)),
    )
    assert whole(*told) == (12, 12)


def test_a_whole_below_its_part_at_the_same_moment_is_none():
    assert whole(say("a", tolls=killed(3)), say("b", tolls=killed(12, 12, "civilian"))) == (12, 12)
