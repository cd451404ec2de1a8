"""Names side by side: one inside the other, or a list."""

import pytest

from dateline.codebook import Level
from dateline.places.abbreviations import area_of, following
from dateline.places.mention import Mention
from dateline.places.names import key
from dateline.places.resolving.standing import standings

from .told import marked

TOPS: dict[str, Level] = {
    **dict.fromkeys(("paris", "springfield"), "city"),
    **dict.fromkeys(("texas", "iowa", "kansas", "ontario"), "governorate"),
    **dict.fromkeys(("syria", "iraq", "lebanon"), "country"),
}
INSIDE = [
    ("[Paris], [Texas]", "Texas"),
    ("[Paris] ([Texas])", "Texas"),
    ("[Paris] in [Texas]", "Texas"),
    ("[Ontario], [Texas]", "Texas"),
    ("[Lebanon], [Kansas]", "Kansas"),
    ("[Paris], Texas", "Texas"),
    ("[Paris], Tex., said", "Texas"),
    ("[Paris], New South Wales.", "New South Wales"),
    ("[Tripoli], Lebanon on Monday", "Lebanon"),
    ("[Paris], TX 75460", "Texas"),
    ("[Paris] and [Texas]", ""),
    ("[Paris]. [Texas]", ""),
    ("[Paris], eastern [Texas]", ""),
    ("[Syria], [Iraq]", ""),
    ("[Texas], [Iowa], [Kansas]", ""),
    ("[Texas], [Iowa] and [Kansas]", ""),
    ("[Paris], Or so they said", ""),
    ("[Paris]", ""),
]


@pytest.mark.parametrize(("text", "area"), INSIDE)
def test_the_first_lies_in(text: str, area: str) -> None:
    mentions = marked(text)[1]
    assert next(standings(mentions, TOPS)).within == (key(area) if area else "")


def test_a_side_of_an_area_is_that_area() -> None:
    text, (town, area) = marked("[Paris], eastern [Texas]")
    phrase = Mention.at(text, text.index("eastern"), area.end)
    assert next(standings([town, phrase, area], TOPS)).within == key("Texas")


def test_three_of_a_sort_are_a_list_and_two_are_none() -> None:
    three = list(standings(marked("[Texas], [Iowa] and [Kansas]")[1], TOPS))
    two = list(standings(marked("[Texas] and [Iowa]")[1], TOPS))
    mixed = list(standings(marked("[Texas], [Paris] and [Syria]")[1], TOPS))
    assert three[0].lists == three[1].lists == three[2].lists != frozenset()
    assert not any(one.lists for one in (*two, *mixed))


SHORT = [
    ("NSW", "New South Wales"),
    ("N.S.W.", "New South Wales"),
    ("Tenn.", "Tennessee"),
    ("TX", "Texas"),
    ("Alta", None),
    ("Miss", None),
    ("", None),
    ("ZZ", None),
]


@pytest.mark.parametrize(("words", "name"), SHORT)
def test_an_abbreviation_stands_for_its_area(words: str, name: str | None) -> None:
    area = area_of(words)
    assert (area.name if area else None) == name


@pytest.mark.parametrize("after", ["", ",", ", Texan", ",TEXAS", "Tex.", ", 12"])
def test_nothing_is_read_into_other_words(after: str) -> None:
    assert following(after) is None
