from datetime import date

import pytest

from dateline.weighing.incident import weigh
from dateline.weighing.totals import Unresolved, Window, countable, total

from .told import HOSPITAL, MONITOR, RESCUERS, killed, say, toll

MAY = Window(date(2020, 5, 1), date(2020, 5, 31))


def incident(name, *told, part_of=""):
    return countable(name, weigh(told, (), {}), part_of=part_of)


def dead(name, low, high="same", *, day="2020-05-04", part_of="", **said):
    told = say(f"claim of {name}", tolls=killed(low, high), when=(day,), **said)
    return incident(name, told, part_of=part_of)


def bounds(*incidents, **asked):
    found = total(incidents, asked.pop("category", "killed"), asked.pop("window", MAY), **asked)
    return None if found.range is None else (found.range.low, found.range.high)


def test_it_sums_lows_and_highs():
    assert bounds(dead("a", 12, 17), dead("b", 3)) == (15, 20)


def test_it_is_unbounded_if_any_is():
    assert bounds(dead("a", 12, None), dead("b", 3)) == (15, None)


def test_an_incident_that_comes_twice_counts_once():
    assert bounds(dead("a", 12), dead("a", 12)) == (12, 12)


def test_nothing_counted_is_unknown_and_not_zero():
    assert bounds() is None
    assert bounds(dead("a", 0)) == (0, 0)


def test_a_part_never_counts_beside_its_whole():
    whole, part = dead("a", 12), dead("b", 5, part_of="a")
    found = total([whole, part, dead("c", 2, part_of="b")], "killed", MAY)
    assert (found.range.low, found.counted, found.contained) == (12, ("a",), ("b", "c"))


def test_a_part_counts_where_its_whole_has_no_figure():
    whole = incident("a", say("x", when=("2020-05-04",)))
    found = total([whole, dead("b", 5, part_of="a")], "killed", MAY)
    assert (found.range.low, found.unresolved) == (5, (Unresolved("a", "no_figure"),))


def test_a_part_of_a_ring_counts_once():
    assert bounds(dead("a", 12, part_of="b"), dead("b", 12, part_of="a")) == (12, 12)


def test_a_part_of_what_is_not_there_counts():
    assert bounds(dead("b", 5, part_of="gone")) == (5, 5)


def test_what_cannot_be_counted_is_told():
    undated = incident("a", say("x", tolls=killed(5)))
    silent = incident("b", say("y", when=("2020-05-04",)))
    perhaps = incident("c", say("z", tolls=killed(5), when=("2020-05-04",), may_be=True))
    found = total([undated, silent, perhaps, dead("d", 1)], "killed", MAY)
    assert found.range.low == 1
    assert [(one.incident, one.why) for one in found.unresolved] == [
        ("a", "no_date"),
        ("b", "no_figure"),
        ("c", "may_be"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "where"),
    [
        ("2020-05-01", "2020-05-31", "counted"),
        ("2020-04-30", "2020-05-01", "straddling"),
        ("2020-05-31", "2020-06-01", "straddling"),
        ("2020-01-01", "2020-12-31", "straddling"),
        ("2020-05-04", "", "straddling"),
        ("", "2020-05-04", "straddling"),
        ("2020-04-01", "2020-04-30", "neither"),
        ("2020-06-01", "", "neither"),
        ("", "2020-04-30", "neither"),
    ],
)
def test_an_incident_on_the_edge_of_the_window_is_told_and_not_counted(first, last, where):
    one = incident("a", say("x", tolls=killed(5), when=(first, last)))
    found = total([one], "killed", MAY)
    assert (found.counted, found.straddling) == (
        ("a",) if where == "counted" else (),
        ("a",) if where == "straddling" else (),
    )


def test_an_open_window_holds_what_has_any_date():
    one = incident("a", say("x", tolls=killed(5), when=("2020-05-04", "")))
    assert bounds(one, window=Window()) == (5, 5)
    assert bounds(one, window=Window(start=date(2020, 5, 4))) == (5, 5)


def test_a_window_that_is_open_on_both_sides_holds_what_has_none():
    one = incident("a", say("x", tolls=killed(5)))
    assert bounds(one, window=Window()) == (5, 5)
    assert bounds(one, window=Window(start=date(2020, 5, 4))) is None


def test_what_its_speaker_counted_over_a_period_is_listed_and_added_to_nothing():
    own = say("own", MONITOR, tolls=[toll(370, cumulative=True)])
    known = say("x", tolls=killed(12), when=("2020-05-04",))
    found = total([incident("a", known, own), dead("b", 9, day="2020-01-01")], "killed", MAY)
    assert (found.range.low, [one.range.low for one in found.cumulative]) == (12, [370])


def test_one_group_is_totalled_by_itself():
    told = say("x", when=("2020-05-04",), tolls=[toll(12), toll(3, 3, "child")])
    found = [incident("a", told), dead("b", 5)]
    assert bounds(*found, group="child") == (3, 3)
    assert bounds(*found) == (17, 17)


def test_it_says_how_new_its_newest_claim_is():
    told = [dead("a", 1, hour=1), dead("b", 1, hour=5), dead("c", 1, hour=9, day="2020-01-01")]
    assert total(told, "killed", MAY).as_of.hour == 17


def test_rival_figures_of_one_incident_are_never_summed():
    told = (
        say("r", RESCUERS, tolls=killed(12), when=("2020-05-04",)),
        say("h", HOSPITAL, tolls=killed(15)),
    )
    assert bounds(incident("a", *told)) == (12, 15)
