import pytest

from .reading import only, words


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("in 323 BC", "BC0323", "-0322"),
        ("in 44 B.C. he died", "BC0044", "-0043"),
        ("1 BC", "BC0001", "0000"),
        ("the fifth century BC", "BC04", "-0499/-0400"),
        ("the first century BC", "BC00", "-0099/0000"),
        ("AD 79", "0079", "0079"),
        ("476 AD", "0476", "0476"),
        ("the third century AD", "02", "02XX"),
    ],
)
def test_a_year_of_an_era_is_a_year(text, value, expected):
    found = only(text)
    assert (found.timex_value, found.when.edtf, found.when.basis) == (value, expected, "text")


def test_no_calendar_here_reaches_before_christ():
    assert (only("323 BC").when.start, only("323 BC").when.end) == ("", "")


@pytest.mark.parametrize("text", ["0 BC", "an ad 79", "99999 BC", "BC", "the first day BC"])
def test_what_no_era_counts_is_no_year_of_it(text):
    assert not any("BC" in word or "ad" in word for word in words(text))
