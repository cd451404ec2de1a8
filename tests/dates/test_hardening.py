"""Each test names what it holds off."""

from datetime import datetime

import pytest

from dateline.dates import find, resolve
from tests.effort import cpu_seconds

from .reading import DAMASCUS, EVENING, edtf, edtfs, everything


def test_a_reference_without_a_zone_is_refused_in_plain_words():
    with pytest.raises(ValueError, match="The reference time has no zone"):
        find("today", reference=datetime(2015, 10, 21))  # noqa: DTZ001


def test_cyrillic_letters_that_imitate_latin_ones_do_not_hide_a_month():
    assert edtf("Оctоber 12, 2015") == "2015-10-12"


def test_nul_and_control_characters_pass():
    assert edtfs("\0yesterday\0 \x1b[0m on\x00Monday") == ["2015-10-20", "2015-10-19"]


@pytest.mark.parametrize("text", ["9" * 10_000, "1." * 10_000, "-" * 10_000, "12:" * 5_000])
def test_endless_figures_are_no_date_and_no_error(text):
    everything(text)


@pytest.mark.parametrize(
    "piece",
    [
        "last last last ",
        "the ",
        "a few ",
        "twenty-",
        "1 to ",
        "Monday, ",
        "October 19-",
        "\n ",
        "منذ ",
        "about nearly ",
    ],
)
def test_a_megabyte_of_one_phrase_takes_linear_time(piece):
    few, many = (_seconds(piece * (size // len(piece))) for size in (50_000, 500_000))
    assert many < 40 * max(few, 0.05)


def _seconds(text):
    return cpu_seconds(lambda: everything(text))


@pytest.mark.parametrize(
    "reference", ["0001-01-02T00:00+00:00", "9999-12-30T00:00+00:00", "2016-02-29T12:00+00:00"]
)
@pytest.mark.parametrize(
    "text", ["last century", "500 years ago", "next year", "29 February", "in 9999 years"]
)
def test_the_edges_of_the_calendar_raise_nothing(reference, text):
    find(f"{text}, last week, in May, the past 9000 years", reference=_at(reference))


def _at(written):
    return datetime.fromisoformat(written)


def test_words_that_are_no_time_resolve_to_nothing():
    assert resolve("the quick brown fox", reference=EVENING) is None
    found = resolve("from October 19-20", reference=EVENING, zone=DAMASCUS)
    assert found is not None
    assert found.when.edtf == "2015-10-19/2015-10-20"
