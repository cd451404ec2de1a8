from dataclasses import replace
from datetime import date

import pytest

from dateline.weighing.span import Span, span

from .told import HOSPITAL, RESCUERS, days, say


def dated(*spans, **said):
    return span([say(str(n), when=one, **said) for n, one in enumerate(spans)])


def day(number):
    return date(2020, 5, number)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([("2020-05-04",)], (day(4), day(4), False)),
        ([("2020-05-03", "2020-05-04"), ("2020-05-04", "2020-05-05")], (day(4), day(4), False)),
        ([("2020-05-01", "2020-05-31"), ("2020-05-04",)], (day(4), day(4), False)),
        ([("2020-05-03",), ("2020-05-05",)], (day(3), day(5), True)),
        ([("2020-05-04", "")], (day(4), None, False)),
        ([("", "2020-05-04"), ("2020-05-02", "")], (day(2), day(4), False)),
        ([("", "2020-05-02"), ("2020-05-04", "")], (None, None, True)),
        ([("2020-05-04T23:30:00+03:00",)], (day(4), day(4), False)),
    ],
)
def test_it_leaves_open_what_the_claims_leave_open(spans, expected):
    assert dated(*spans) == Span(*expected)


@pytest.mark.parametrize(
    "spans", [[], [("", "")], [("soon", "later")], [("2020-05-09", "2020-05-04")]]
)
def test_what_is_no_time_dates_nothing(spans):
    assert dated(*spans) is None


@pytest.mark.parametrize(
    "said",
    [
        {"kind": "denial"},
        {"negated": True},
        {"kind": "forecast"},
        {"kind": "toll", "may_be": True},
        {"may_be": True},
    ],
)
def test_what_is_no_account_of_the_happening_dates_nothing(said):
    assert dated(("2020-05-04",), **said) is None


def test_the_period_of_a_count_dates_what_nobody_dates_otherwise():
    counted = say("a", kind="toll", when=("2020-05-01", "2020-05-04"))
    assert span([counted]) == Span(day(1), day(4))
    assert span([counted, say("b", when=("2020-05-02",))]) == Span(day(2), day(2))


def test_a_text_is_believed_before_the_time_of_a_report():
    guessed = say("a", HOSPITAL)
    guessed = with_when(guessed, days("2020-05-05", basis="report"))
    assert span([guessed]) == Span(day(5), day(5))
    assert span([guessed, say("b", RESCUERS, when=("2020-05-04",))]) == Span(day(4), day(4))


def with_when(testimony, when):
    return replace(testimony, claim=replace(testimony.claim, when=when))
