import pytest

from dateline.weighing.origins import Tracing
from dateline.weighing.relations import relations
from dateline.weighing.tolls import tallies

from .told import (
    EMBASSY,
    HOSPITAL,
    MINISTRY,
    MONITOR,
    NEIGHBOUR,
    PAPER,
    RESCUERS,
    WIRE,
    killed,
    rests,
    say,
    toll,
)

BLAMED = say("blame", NEIGHBOUR, party="north")


def tally(*told, derivations=(), category="killed"):
    found = {one.category: one for one in tallies(told, Tracing(derivations), relations(told, {}))}
    return found.get(category)


def bounds(*told, **known):
    found = tally(*told, **known).range
    return None if found is None else (found.low, found.high)


def test_the_range_goes_over_each_origins_latest_figure():
    told = (
        say("a", RESCUERS, tolls=killed(9)),
        say("b", RESCUERS, hour=2, tolls=killed(12)),
        say("c", HOSPITAL, hour=1, tolls=killed(15, 17)),
    )
    assert bounds(*told) == (12, 17)


def test_it_is_unbounded_if_any_figure_is():
    told = say("a", RESCUERS, tolls=killed(12, None)), say("b", HOSPITAL, tolls=killed(15))
    assert bounds(*told) == (12, None)


def test_twelve_killed_among_them_three_children_are_never_fifteen():
    found = tally(say("a", tolls=[toll(12), toll(3, 3, "child")]))
    assert (found.range.low, found.range.high) == (12, 12)
    [child] = found.groups
    assert (child.group, child.range.low) == ("child", 3)


def test_a_cumulative_count_is_listed_and_in_no_range():
    told = (
        say("a", tolls=killed(12)),
        say("b", MONITOR, tolls=[toll(370, cumulative=True, as_of="2020-05-04")]),
        say("c", HOSPITAL, kind="toll", tolls=killed(80)),
    )
    found = tally(*told)
    assert (found.range.low, found.range.high) == (12, 12)
    assert [one.range.low for one in found.cumulative] == [370, 80]


def test_what_is_set_aside_is_listed_with_its_reason():
    found = tally(say("a", tolls=killed(12)), say("b", MONITOR, tolls=killed(40), set_aside="old"))
    assert (found.range.high, found.left_out[0].why) == (12, "set_aside")


def test_what_may_be_of_another_incident_counts_in_nothing():
    found = tally(say("a", tolls=killed(12), may_be=True))
    assert (found.range, found.left_out[0].why) == (None, "may_be")


def test_a_copy_with_another_figure_is_out_of_the_range():
    told = say("a", WIRE, tolls=killed(12)), say("b", PAPER, hour=1, tolls=killed(15))
    found = tally(*told, derivations=[rests("b", "a")])
    assert (found.range.low, found.range.high) == (12, 12)
    assert [one.why for one in found.left_out] == ["passed_on"]


def test_a_copy_that_nobody_confirmed_widens_the_range():
    told = say("a", WIRE, tolls=killed(12)), say("b", PAPER, hour=1, tolls=killed(15))
    assert bounds(*told, derivations=[rests("b", "a", sure=False)]) == (12, 15)


def test_copies_of_an_absent_report_never_raise_the_low():
    told = say("a", WIRE, tolls=killed(12)), say("b", PAPER, hour=1, tolls=killed(15))
    assert bounds(*told, derivations=[rests("a", "x"), rests("b", "x")]) == (12, 15)


def test_a_late_copy_never_replaces_an_outlets_own_older_figure():
    told = (
        say("a", WIRE, hour=2, tolls=killed(15)),
        say("b", PAPER, tolls=killed(10)),
        say("c", PAPER, hour=3, tolls=killed(15)),
    )
    assert bounds(*told, derivations=[rests("c", "a")]) == (10, 15)


def test_the_accused_partys_label_leaves_the_count_and_is_printed_as_its_own():
    told = (
        BLAMED,
        say("a", RESCUERS, tolls=killed(12)),
        say("b", MINISTRY, tolls=killed(12, 12, "combatant", words="12 terrorists")),
    )
    found = tally(*told)
    assert (found.range.low, found.range.high) == (12, 12)
    assert [one.figure.words for one in found.labels] == ["12 terrorists"]
    assert found.status_disputed
    assert found.groups == ()


def test_a_label_that_somebody_else_bears_out_is_no_mere_label():
    told = (
        BLAMED,
        say("a", RESCUERS, tolls=killed(12, 12, "combatant")),
        say("b", MINISTRY, tolls=killed(12, 12, "combatant")),
    )
    found = tally(*told)
    assert (found.labels, found.status_disputed) == ((), False)
    assert [one.group for one in found.groups] == ["combatant"]


def test_the_accused_alone_disputes_with_nobody_yet_its_label_stays_its_own():
    found = tally(BLAMED, say("b", MINISTRY, tolls=killed(12, 12, "combatant")))
    assert (len(found.labels), found.status_disputed, found.range.low) == (1, False, 12)


def test_another_partys_label_is_a_figure_like_any_other():
    found = tally(BLAMED, say("b", EMBASSY, tolls=killed(12, 12, "combatant")))
    assert (found.labels, [one.group for one in found.groups]) == ((), ["combatant"])


def test_no_civilians_says_the_accused_and_lowers_no_count_of_civilians():
    told = (
        BLAMED,
        say("a", RESCUERS, tolls=killed(12, 12, "civilian")),
        say("b", MINISTRY, negated=True, tolls=killed(0, 0, "civilian")),
    )
    found = tally(*told)
    assert (found.range.low, found.range.high) == (12, 12)
    assert [(one.range.low, one.range.high) for one in found.groups] == [(12, 12)]


def test_nobody_was_killed_is_zero_and_silence_is_unknown():
    told = say("a", MONITOR, negated=True, tolls=killed(0)), say("b", HOSPITAL)
    assert bounds(*told) == (0, 0)
    assert tally(*told, category="injured") is None


def test_missing_is_not_dead():
    told = say("a", tolls=[toll(12), toll(30, category="missing")])
    assert bounds(told) == (12, 12)
    assert bounds(told, category="missing") == (30, 30)


@pytest.mark.parametrize("bad", [(-1, -1), (17, 12), (10**12, 10**12), (None, None)])
def test_a_bad_count_changes_no_range(bad):
    told = say("a", tolls=killed(12)), say("b", HOSPITAL, tolls=killed(*bad))
    assert bounds(*told) == (12, 12)


def test_a_count_that_everybody_garbled_is_unknown():
    found = tally(say("a", tolls=killed(-1)))
    assert (found.range, found.figures) == (None, ())


def test_approximate_stays_approximate():
    assert tally(say("a", tolls=[toll(12, approximate=True)])).range.approximate


def test_a_figure_superseded_by_a_claim_without_one_still_counts():
    told = say("a", tolls=killed(12)), say("b", hour=1, supersedes="a")
    assert bounds(*told) == (12, 12)


def test_categories_come_in_the_codebooks_order():
    told = say("a", tolls=[toll(3, category="missing"), toll(2), toll(5, category="injured")])
    found = tallies([told], Tracing(()), relations([told], {}))
    assert [one.category for one in found] == ["killed", "injured", "missing"]


def test_passing_on_what_a_paper_copied_makes_it_no_figure_of_its_own():
    told = (
        say("a", WIRE, tolls=killed(15)),
        say("b", PAPER, tolls=killed(10)),
        say("c", PAPER, hour=1, tolls=killed(15)),
        say("d", PAPER, WIRE, hour=2, tolls=killed(15)),
    )
    assert bounds(*told, derivations=[rests("c", "a")]) == (10, 15)


def test_a_new_figure_of_a_paper_that_once_copied_counts():
    told = (
        say("a", WIRE, tolls=killed(15)),
        say("b", PAPER, hour=1, tolls=killed(15)),
        say("c", PAPER, hour=2, tolls=killed(20)),
    )
    assert bounds(*told, derivations=[rests("b", "a")]) == (15, 20)
