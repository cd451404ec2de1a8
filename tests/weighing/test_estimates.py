"""One round number out of two mouths in one report may be one speaker's."""

import pytest

from dateline.weighing.estimates import is_estimate
from dateline.weighing.incident import weigh
from dateline.weighing.origins import Edge, origins

from .told import HOSPITAL, NEIGHBOUR, PAPER, RESCUERS, WIRE, killed, say, toll


def both(one, other, *, report="roundup", by=(PAPER, PAPER), **more):
    first = say("a", RESCUERS, by[0], report=report, tolls=[one])
    return [first, say("b", HOSPITAL, by[1], report=more.get("elsewhere", report), tolls=[other])]


def count(told):
    found = origins(told, ())
    return found.low, found.high


FLED = {"category": "displaced"}
MANY = toll(40_000, **FLED)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (MANY, toll(40_000, approximate=True, **FLED)),
        (toll(300), toll(300)),
        (toll(17, approximate=True), toll(17, approximate=True)),
        (toll(2_000, None), toll(2_000, None)),
        (toll(None, 500), toll(None, 500)),
    ],
)
def test_one_estimate_of_two_whom_one_report_quotes_is_a_range(one, other):
    assert count(both(one, other)) == (1, 2)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (toll(17), toll(17)),
        (toll(1_250), toll(1_250)),
        (toll(300), toll(400)),
        (MANY, toll(40_000)),
        (toll(3, approximate=True), toll(3, approximate=True)),
        (toll(-300), toll(-300)),
        (toll(None, None), toll(None, None)),
    ],
)
def test_counts_and_different_figures_are_two_origins(one, other):
    assert count(both(one, other)) == (2, 2)


def test_out_of_two_reports_they_are_two():
    assert count(both(MANY, MANY, elsewhere="another")) == (2, 2)


def test_handed_on_by_two_they_are_two():
    assert count(both(MANY, MANY, by=(PAPER, WIRE))) == (2, 2)


def test_what_the_report_says_itself_is_no_echo_of_whom_it_quotes():
    told = [say("a", RESCUERS, report="r", tolls=[MANY])]
    assert count([*told, say("b", HOSPITAL, report="r", tolls=[MANY])]) == (2, 2)


def test_what_may_be_of_another_incident_echoes_nobody():
    first, second = both(MANY, MANY)
    told = [first, say("c", NEIGHBOUR, PAPER, report="roundup", tolls=[MANY], may_be=True)]
    assert count(told) == (1, 1)
    assert count([*told, second]) == (1, 2)


def test_the_graph_says_whose_estimate_it_may_be():
    assert (
        Edge("hospital", "rescuers", "echoes", "roundup", False)
        in origins(both(MANY, MANY), ()).edges
    )


def test_the_figure_itself_counts_once_and_keeps_its_width():
    weighed = weigh(both(MANY, toll(40_000, approximate=True, **FLED)), (), {})
    [tally] = weighed.tallies
    assert (tally.range.low, tally.range.high, tally.range.approximate) == (40_000, 40_000, True)
    assert (tally.origins.low, tally.origins.high) == (1, 2)


@pytest.mark.parametrize("number", [0, 99, 10**12])
def test_what_is_no_estimate(number):
    assert not is_estimate(killed(number)[0])
