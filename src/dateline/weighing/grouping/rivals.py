"""How likely a claim belongs to one of several happenings, where no two can be right."""

from collections.abc import Iterable
from math import exp
from typing import Final

MOST: Final = 50.0


def chance(score: float, rivals: Iterable[float]) -> float:
    """Return the probability of one score among all, by their log-odds, beside "to none of them".

    A strike on a village that is struck daily is one of many that a claim without a date may mean.
    """
    return exp(min(score, MOST)) / (1 + sum(exp(min(each, MOST)) for each in rivals))
