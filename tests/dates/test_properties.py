import pytest
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import find
from dateline.dates.languages import LANGUAGES

from .reading import DAMASCUS

WORDS = sorted(
    {word for language in LANGUAGES for table in language.words.values() for word in table}
)
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from([",", ".", "-", "/", "(", ")", "'s", "\n\n", "\0", "a.m.", "9:20", "11.30"]),
    st.integers(0, 12_000).map(str),
    st.dates().map(str),
    st.text(max_size=5),
)
TEXTS = st.lists(PIECES, max_size=12).map(" ".join)
MOMENTS = st.datetimes(timezones=st.timezones())
OFFSETS = r"T\d\d:\d\d:\d\d"


@given(TEXTS | st.text(), MOMENTS, st.sampled_from([None, DAMASCUS]))
def test_offsets_are_exact_and_expressions_do_not_overlap(text, reference, zone):
    at = 0
    for one in found(text, reference, zone):
        assert text[one.start : one.end] == one.words == one.when.words
        assert one.start >= at
        assert one.end > one.start
        at = one.end


@given(TEXTS, MOMENTS)
def test_every_edtf_is_valid_and_says_what_it_rests_on(text, reference):
    for one in found(text, reference, None):
        if one.when.edtf:
            parse_edtf(one.when.edtf)
            assert one.when.basis in ("text", "report")
        else:
            assert (one.when.start, one.when.end, one.when.basis) == ("", "", "none")


@given(TEXTS, MOMENTS)
def test_no_interval_runs_backwards(text, reference):
    for one in found(text, reference, DAMASCUS):
        if one.when.start and one.when.end:
            assert one.when.start <= one.when.end


@given(TEXTS, MOMENTS)
def test_the_same_words_come_to_the_same(text, reference):
    assert found(text, reference, None) == found(text, reference, None)


def found(text, reference, zone):
    try:
        return find(text, reference=reference, zone=zone)
    except OverflowError:
        pytest.fail("the calendar's edge")
