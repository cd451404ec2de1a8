"""Titles that a text may name are found by a key, never by reading all there are."""

import pytest

from dateline.archive.likeness.titles import MOST_RUNS, title_key, title_probes
from tests.archive.news import words

TITLE = "Two aircraft struck the market of Sarmin"


@pytest.mark.parametrize(
    "text",
    [
        TITLE,
        f"As “{TITLE}” told on Tuesday",
        f"…{TITLE.upper()}!",
        "two  aircraft\nstruck, the market",
    ],
)
def test_a_title_that_stands_in_a_text_is_among_its_probes(text):
    assert title_key(TITLE) in title_probes(text)


@pytest.mark.parametrize("text", ["", "Two aircraft", "Aircraft struck the market of Sarmin"])
def test_another_text_has_other_probes(text):
    assert title_key(TITLE) not in title_probes(text)


@pytest.mark.parametrize("title", ["", "Syria", "Live updates", "A strike on Sarmin", "…!?"])
def test_a_short_title_has_no_key(title):
    assert title_key(title) == ""


@pytest.mark.parametrize("title", ["قصف سوق سرمين في ريف إدلب", "俄罗斯空袭萨尔明市场"])
def test_titles_of_any_script_are_found(title):
    assert title_key(title) in title_probes(f"… {title} …")


def test_a_text_of_a_million_words_costs_a_bounded_number_of_probes():
    probes = title_probes(words(400, seed=1) + f" {words(90, seed=2)}" * 2000)
    assert len(probes) <= MOST_RUNS + 1
