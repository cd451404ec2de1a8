"""Which words of a page can stand as a directive's value."""

import pytest

from dateline.server.importing.value import as_value


@pytest.mark.parametrize("words", ['a "b"', "a=b", "a\\b", "{a", "a}"])
def test_what_could_break_a_directive_is_no_value_of_one(words):
    assert as_value(words) == ""


def test_a_plain_name_is_a_value():
    assert (
        as_value("Syrian Observatory’s Rami (Coventry)") == "Syrian Observatory’s Rami (Coventry)"
    )
