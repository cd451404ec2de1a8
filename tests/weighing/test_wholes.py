import pytest

from dateline.weighing.wholes import wholes


@pytest.mark.parametrize(
    ("part_of", "expected"),
    [
        ({}, {}),
        ({"b": "a"}, {"b": {"a"}}),
        ({"c": "b", "b": "a"}, {"c": {"a", "b"}, "b": {"a"}}),
        ({"a": "a"}, {}),
        ({"a": "b", "b": "a"}, {"b": {"a"}}),
        ({"b": "c", "c": "a", "a": "b"}, {"b": {"a", "c"}, "c": {"a"}}),
        ({"b": "c", "c": "b", "d": "c"}, {"c": {"b"}, "d": {"b", "c"}}),
    ],
)
def test_it_follows_parts_to_their_wholes(part_of, expected):
    assert wholes(part_of) == expected
