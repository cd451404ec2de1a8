"""When: nights that end on a day, and what cannot be told without a publication."""

from datetime import UTC, datetime

import pytest

from dateline.reading.moments import meant, moments
from dateline.reading.passage import passages
from dateline.reading.structure import layout

SATURDAY = datetime(2020, 2, 8, 12, tzinfo=UTC)


@pytest.fixture
def told(nlp):
    def read(text, published=SATURDAY):
        (passage,) = passages(text, layout(text), nlp)
        return moments(passage, published, None)

    return read


def test_overnight_into_a_day_is_the_night_that_ends_on_it(told):
    (night,) = told("Drones attacked the port overnight into Thursday, officials said.")
    assert night.when.edtf == "2020-02-05/2020-02-06"
    assert night.when.words == night.words == "overnight into Thursday"


@pytest.mark.parametrize(
    "text",
    ["It burned overnight. Thursday was quiet.", "It burned overnight and into the morning."],
)
def test_other_nights_stay(told, text):
    assert told(text)[0].words == "overnight"


def test_without_a_publication_the_words_are_kept(told):
    text = "Shells hit the port yesterday, residents said."
    when = meant(told(text, None), (0, len(text)), (7, 10), [])
    assert when
    assert (when.words, when.edtf, when.basis) == ("yesterday", "", "none")


def test_what_is_known_goes_before_what_is_not(told):
    text = "Shells hit the port yesterday, not on 3 May 2019."
    when = meant(told(text, None), (0, len(text)), (7, 10), [])
    assert when
    assert when.edtf == "2019-05-03"


def test_how_long_is_not_when(told):
    text = "Shells hit the port for three days."
    assert meant(told(text), (0, len(text)), (7, 10), []) is None
