"""Two rival accounts stand side by side, and every number leads to its words."""

import pytest

from tests.live.site import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(rivals, follow, incident_page):
    follow()
    return incident_page(rivals.incident)


def section(page, name):
    (found,) = page.xpath(f"//section[@aria-labelledby='q-{name}']")
    return found


def test_it_asks_the_four_questions_in_order(page):
    asked = [words_of(one) for one in page.xpath("//div[@class='questions']//h2")]
    assert [one.split("?")[0] for one in asked] == [
        *("Did it happen", "Who did it", "What was hit", "Who was harmed")
    ]


def test_who_did_it_shows_both_positions_in_equal_type(page):
    positions = section(page, "who").find_class("position")
    assert [words_of(one.find("h3")) for one in positions] == [
        "Russian jets",
        "Not Russian jets",
    ]
    assert {one.get("class") for one in positions} == {"position"}


def test_each_position_says_who_how_and_in_which_words(page):
    denial = section(page, "who").find_class("position")[-1]
    said = words_of(denial)
    for words in ("accused", "The ministry", "denied", "Not Russian jets"):
        assert words in said
