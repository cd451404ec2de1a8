import pytest

from dateline.weighing.ranges import Range, spanned, summed


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([(12, 12)], (12, 12)),
        ([(12, 12), (15, 17)], (12, 17)),
        ([(12, None), (15, 15)], (12, None)),
        ([(None, 5), (3, 3)], (None, 5)),
        ([(None, None)], (None, None)),
        ([(0, 0), (12, 12)], (0, 12)),
    ],
)
def test_a_span_goes_from_the_smallest_low_to_the_largest_high(ranges, expected):
    found = spanned([Range(*one) for one in ranges])
    assert (found.low, found.high) == expected


def test_the_span_of_nothing_is_unknown_and_not_zero():
    assert spanned([]) is None


def test_it_is_approximate_where_a_bound_of_it_is():
    assert spanned([Range(10, 10, approximate=True), Range(12, 12)]).approximate
    assert not spanned([Range(9, 9), Range(10, 10, approximate=True), Range(12, 12)]).approximate


@pytest.mark.parametrize(
    ("ranges", "expected"),
    [
        ([], (0, 0)),
        ([(12, 12), (3, 5)], (15, 17)),
        ([(12, None), (3, 5)], (15, None)),
        ([(None, 5), (3, 3)], (3, 8)),
    ],
)
def test_a_sum_is_unbounded_if_any_is(ranges, expected):
    found = summed([Range(*one) for one in ranges])
    assert (found.low, found.high) == expected
