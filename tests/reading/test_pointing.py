"""What only points at a place points within its own entry."""

from dateline.codebook import Place
from dateline.reading.pointing import within_entries
from dateline.reading.spot import Spot


def spot(start, words, name="Mershat", lat=35.0):
    return Spot(
        (start, start + len(words)), Place(words, name, lat, 36.0, "town", 2000, "t:1"), True
    )


def words(found, starts):
    return [one.place.words for one in within_entries(found, starts)]


NAMED, POINTED = spot(0, "Mershat"), spot(50, "the town")


def test_the_town_is_the_one_that_its_entry_names():
    assert words([NAMED, POINTED], [0]) == ["Mershat", "the town"]
    assert words([NAMED, spot(45, "Mershat"), POINTED], [0, 40]) == ["Mershat"] * 2 + ["the town"]


def test_what_another_entry_names_is_not_pointed_at():
    assert words([NAMED, POINTED], [0, 40]) == ["Mershat"]


def test_another_place_of_the_entry_is_no_help():
    other = spot(45, "Zarbal", "Zarbal", 34.0)
    assert words([NAMED, other, POINTED], [0, 40]) == ["Mershat", "Zarbal"]


def test_names_stand_by_themselves():
    assert words([NAMED, spot(50, "Mershat")], [0, 40]) == ["Mershat", "Mershat"]
    assert words([], []) == []
