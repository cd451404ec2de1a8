import pytest

from dateline.weighing.parts import whole
from dateline.weighing.ranges import Range


def borne_out(text):
    """Read "civilian+child 3, combatant 5-7" as figures for groups; "-" alone is the whole."""
    parts = {}
    for part in filter(None, text.split(", ")):
        groups, number = part.split()
        low, _, high = number.partition("-")
        bounds = Range(int(low), None if high == "?" else int(high or low))
        parts[frozenset(groups.split("+")) - {"all"}] = bounds
    found = whole(parts)
    return None if found is None else (found.low, found.high)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ("", None),
        ("all 12", (12, 12)),
        ("all 12, child 3", (12, 12)),
        ("all 12, civilian 5, combatant 7", (12, 12)),
        ("civilian 5", (5, 5)),
        ("civilian 5, combatant 3", (8, 8)),
        ("civilian 5-?, combatant 3", (8, None)),
        ("child 3, woman 4", (7, 7)),
        ("civilian 12, child 3", (12, 12)),
        ("civilian 12, child 3, woman 4, medical 1", (12, 12)),
        ("combatant 12, commander 2", (12, 12)),
        ("combatant 12, child 3", (12, 15)),
        ("medical 1, rescuer 2", (2, 3)),
        ("rescuer 2, man 5", (5, 7)),
        ("woman+child 12, child 3", (12, 12)),
        ("civilian+child 3, civilian 12", (12, 12)),
        ("civilian 0", None),
        ("civilian 0, combatant 12", (12, 12)),
        ("civilian 2, child 9", (9, 9)),
    ],
)
def test_it_never_adds_what_may_contain_each_other(figures, expected):
    assert borne_out(figures) == expected


def test_a_single_upper_bound_stays_without_a_lower_one():
    assert whole({frozenset({"civilian"}): Range(None, 5)}) == Range(None, 5)
