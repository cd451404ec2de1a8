import pytest

from .reading import edtfs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The group said Thursday it will leave", "2015-10-15"),
        ("It will leave, the group said Thursday", "2015-10-15"),
        ("They said they will leave on Thursday", "2015-10-22"),
        ("On Thursday, ministers will meet", "2015-10-22"),
        ("He'll go on Thursday", "2015-10-22"),
        ("The vote is planned for Thursday", "2015-10-22"),
        ("Trading is to resume Thursday", "2015-10-22"),
        ("due to rain on Thursday", "2015-10-15"),
        ("They will meet. On Thursday the army struck", "2015-10-15"),
        ("Schools stay shut through Thursday", "2015-10-22"),
        ("by Thursday", "2015-10-22"),
        ("By Thursday the dead had been counted", "2015-10-15"),
        ("this past Thursday", "2015-10-15"),
    ],
)
def test_the_nearest_verb_says_whether_a_weekday_lies_ahead(text, expected):
    assert edtfs(text) == [expected]


def test_each_weekday_has_its_own_verb():
    text = "It will close Thursday, officials said Monday"
    assert edtfs(text) == ["2015-10-22", "2015-10-19"]


def test_a_range_through_a_weekday_stays_behind():
    assert edtfs("Monday through Wednesday") == ["2015-10-19/2015-10-21"]
