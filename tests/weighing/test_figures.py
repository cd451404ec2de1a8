import pytest

from dateline.weighing.figures import figures

from .told import PAPER, RESCUERS, killed, say, toll


def why(**said):
    [(_, found)] = figures([say("a", **said)])
    return found


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ((12, 12), None),
        ((12, None), None),
        ((None, 5), None),
        ((0, 0), None),
        ((-1, -1), "below_zero"),
        ((-1, None), "below_zero"),
        ((17, 12), "no_interval"),
        ((None, None), "no_bound"),
        ((10**12, 10**12), "too_large"),
        ((12, 10**12), "too_large"),
    ],
)
def test_a_count_that_is_none_is_refused_with_its_reason(bounds, expected):
    assert why(tolls=killed(*bounds)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"set_aside": "old footage"}, "set_aside"),
        ({"may_be": True}, "may_be"),
        ({"negated": True}, "denied"),
        ({"kind": "denial"}, "denied"),
        ({"hedge": "denied"}, "denied"),
        ({"kind": "forecast"}, "foreseen"),
        ({"hedge": "predicted"}, "foreseen"),
        ({"kind": "toll"}, "cumulative"),
        ({"kind": "assessment"}, None),
        ({"hedge": "unconfirmed"}, None),
    ],
)
def test_what_is_no_count_of_this_happening_is_left_out_with_its_reason(said, expected):
    assert why(tolls=killed(12), **said) == expected


def test_a_count_over_a_period_is_its_speakers_own_total():
    assert why(tolls=[toll(370, cumulative=True, as_of="2020-05-04")]) == "cumulative"


def test_no_one_was_killed_counts_as_zero():
    assert why(tolls=killed(0), negated=True) is None


def test_unknown_is_not_a_group():
    [(found, _)] = figures([say("a", RESCUERS, PAPER, tolls=killed(12, 12, "unknown"))])
    assert found.groups == frozenset()
    assert (found.voice, found.own) == (RESCUERS, False)
