"""What readers get of the real day."""

import re

import pytest

from tests.live.site import BLOG, words_of

pytestmark = pytest.mark.django_db

COLUMN = BLOG.partition("/")[0]
FRONTS = ("Aleppo", "Hama", "Latakia", "Daraa", "Quneitra", "Deir ez-Zor", "Kweires")
WHO = re.compile(r"[Oo]riginal sources|^[A-Z][\w ]+ (?:reports|claims|alleges|passes|says)\b")


def fronts(day):
    """Return each front's clauses on the blog's page."""
    found = day.situation().find_class("front")
    return {words_of(one.find_class("front-name")[0]): one.find_class("clause") for one in found}


@pytest.mark.parametrize("name", FRONTS)
def test_each_front_is_in_the_summary_with_clauses_that_cite(day, name):
    clauses = fronts(day)[name]
    assert clauses
    for clause in clauses:
        signed = "the desk's judgement" in words_of(clause) and "(Alice)" in words_of(clause)
        assert signed or WHO.search(words_of(clause)), words_of(clause)
        assert clause.xpath(".//sup/a/@href")


def test_the_summary_of_latakia_tells_of_the_dead_chief_of_staff_by_its_source(day):
    said = " ".join(map(words_of, fronts(day)["Latakia"]))
    assert "Institute for the Study of War" in said
    assert "19 October 2015: 1 killed" in said


def test_the_days_totals_are_the_sums_of_what_is_listed(day):
    for total in day.situation().find_class("total"):
        category = total.get("data-number").removeprefix("toll-")
        ranges = [
            tally.range
            for weighed in day.weighed.values()
            for tally in weighed.tallies
            if tally.category == category and tally.range
        ]
        said = words_of(total.find("summary"))
        assert f"{sum(one.low for one in ranges):,}" in said
        assert f"{len(ranges)} incident" in said
        assert len(total.xpath(".//li/b")) == len(ranges)


def test_eighteen_were_killed_and_fifty_thousand_displaced_by_what_was_told(day):
    said = [words_of(one.find("summary")) for one in day.situation().find_class("total")]
    assert "18 killed 7 incidents" in said
    assert "about 50,000 displaced 1 incident" in said
    assert not [one for one in said if "sorties" in one or "objects" in one]


def test_the_ministrys_total_stands_by_itself(day):
    own = [words_of(one) for one in day.situation().find_class("own-total")]
    for said in ("46 sorties", "83 objects hit"):
        assert f"{said} Russian Ministry of Defence: its own total, added to nothing" in own


def test_the_meeting_stands_on_both_pages_with_its_aircraft_and_its_bomb(day):
    for name in ("sarmin-20", "sarmin-21"):
        said = day.may_be(name)
        assert "counted nowhere" in said
        for words in ("Su-34", "KAB-500", "terrorist leaders", "Russian Ministry of Defence"):
            assert words in said


def test_a_death_that_is_only_known_to_be_before_a_day_is_told_so(day):
    assert "by 18 October 2015" in words_of(day.incident("kheizab"))
    assert "by 21 October 2015: 1 killed" in " ".join(map(words_of, fronts(day)["Quneitra"]))


def test_the_flight_has_one_to_two_original_sources(day):
    assert "1 to 2 original sources" in words_of(day.incident("flight"))
    assert "at least 20,000" not in words_of(day.situation())


def test_the_map_has_areas_and_no_school(day):
    features = day.site.json(f"{COLUMN}/map.geojson")["features"]
    shown = {one["id"]: one["properties"] for one in features}
    assert all(one["radius_m"] >= 1_500 for one in shown.values())
    assert day.ids["school"] not in shown
    names = {shown[day.ids[name]]["name"] for name in ("sarmin-20", "visit", "chief", "hamid")}
    assert names == {"Sarmīn", "Moscow", "Jabal al-Akrad", "Al Qunayţirah"}
    assert shown[day.ids["visit"]]["start"] == shown[day.ids["visit"]]["end"] == "2015-10-20"


def test_the_school_is_listed_where_nobody_says_where(day):
    said = words_of(day.situation())
    assert "A school is struck" in said.partition("Nobody says where")[2]


def test_every_way_on_its_pages_leads_somewhere(day):
    assert day.site.broken_links() == []
