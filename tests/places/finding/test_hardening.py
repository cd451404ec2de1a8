from itertools import pairwise

import pytest

from dateline.places import Gazetteer
from dateline.places.finding import mentions
from tests.effort import cpu_seconds

HOSTILE = {
    "nothing": "",
    "NUL": "Aleppo\0in \0Idlib\0",
    "a lone surrogate": "Aleppo \ud800 Idlib",
    "marks without end": "A" + "\u0301" * 50_000,
    "right to left": "\u202eAleppo\u202c \u200fIdlib",
    "one endless word": "Aleppo" * 20_000,
    "one endless run": "Aleppo Idlib " * 8_000,
    "lists": "Aleppo, " * 20_000,
    "initials": "A." * 50_000,
    "brackets": "(" * 50_000 + "Aleppo",
    "bearings": "northern " * 20_000 + "Aleppo",
    "bearings in capitals": "Northern " * 20_000 + "Aleppo",
    "distances": "north of " * 20_000 + "Aleppo",
    "articles": "Al-" * 30_000,
    "signs": "叙利亚" * 10_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_text_breaks_it_or_takes_long(world: Gazetteer, text: str) -> None:
    found = mentions(text, world)
    assert cpu_seconds(lambda: mentions(text, world)) < 8
    assert all(f.mention.words == text[f.mention.start : f.mention.end] for f in found)


def test_names_never_overlap(world: Gazetteer) -> None:
    text = "Northern Aleppo Governorate, Kweires airbase, Jabal al-Akrad and Syrian Idlib. "
    found = [f.mention for f in mentions(text * 50, world) if f.sort != "relative"]
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_time_grows_with_the_length_alone(world: Gazetteer) -> None:
    base = "Shells hit Saraqib, Idlib, and men left Aleppo for Boston on Sunday. "

    def took(times: int) -> float:
        return cpu_seconds(lambda: mentions(base * times, world))

    took(50)
    assert took(1600) < 32 * max(took(200), 0.02)  # squared it would be 64 times; machines are busy
