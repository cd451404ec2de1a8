"""Running tolls count each incident once, and open into the incidents that they are made of."""

import posixpath
from datetime import UTC, date, datetime

import pytest

from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.counting import hold_claim, set_aside_claim
from dateline.ledger.verbs.incidents import set_part_of
from dateline.ledger.verbs.merging import merge_incidents
from dateline.ledger.verbs.reports import Flags, flag_report
from tests.ledger.happened import strike, toll
from tests.live.site import BLOG, words_of

pytestmark = pytest.mark.django_db

AGAIN = "Jets bombed Sarmin on Tuesday, says another; 9 people died."


def total(region):
    (found,) = region().find_class("total")
    return found


def test_without_anything_weighed_the_region_is_there_and_hidden(blog, follow, region):
    follow()
    assert region().get("hidden") is not None


def test_two_incidents_are_summed_and_both_listed(blog, struck, follow, region):
    struck()
    struck(3, title="Another strike")
    follow()
    assert words_of(total(region).find("summary")) == "12 killed 2 incidents"
    listed = [words_of(one) for one in total(region).xpath(".//li")]
    assert sorted(one[:2] for one in listed) == ["3 ", "9 "]


def test_a_repeat_changes_no_total(blog, desk, struck, follow, region):
    incident, _ = struck()
    again = strike(desk, AGAIN, tolls=(toll("9 people", AGAIN, 9),))
    desk.answer(again, incident, "same")
    follow()
    assert words_of(total(region).find("summary")).startswith("9 killed 1 incident")


def test_each_figure_leads_to_its_incident_and_its_toll(blog, site, struck, follow, region):
    struck()
    follow()
    (way,) = total(region).xpath(".//li/a/@href")
    path, _, anchor = posixpath.normpath(posixpath.join(BLOG, way)).partition("#")
    assert site.parsed(f"{path}/index.html").get_element_by_id(anchor) is not None


def test_incidents_before_the_window_are_in_no_total(blog, owner, column, struck, follow, region):
    struck()
    follow()
    assert total(region) is not None
    text = ColumnText(name="Syria", publisher="The Interpreter", tolls_since=date(2015, 10, 21))
    edit_column(by=owner, column=column, text=text)
    follow()
    assert not region().find_class("total")


def part_of(alice, part, whole):
    part.refresh_from_db()
    set_part_of(by=alice, incident=part, whole=whole, based_on=part.revision)


def test_a_part_counts_not_beside_what_its_whole_was_merged_into(
    blog, alice, struck, follow, region
):
    (part, _), (whole, _), (other, _) = struck(9), struck(20, title="W"), struck(21, title="X")
    part_of(alice, part, whole)
    merge_incidents(by=alice, incident=whole, into=other, reason="One raid.", based_on=1)
    follow()
    assert words_of(total(region).find("summary")) == "21 killed 1 incident"


def test_a_part_of_a_part_counts_not_beside_the_whole_where_the_middle_is_held(
    blog, alice, struck, follow, region
):
    (part, _), (middle, held), (whole, _) = struck(9), struck(5, title="M"), struck(20, title="W")
    part_of(alice, part, middle)
    part_of(alice, middle, whole)
    hold_claim(by=alice, claim=held, until=datetime(2100, 1, 1, tzinfo=UTC))
    follow()
    assert words_of(total(region).find("summary")) == "20 killed 1 incident"


def test_what_is_set_aside_held_or_protected_is_in_no_total(blog, alice, struck, follow, region):
    struck()
    _, aside = struck(20, title="Two")
    _, secret = struck(40, title="Three")
    set_aside_claim(by=alice, claim=aside, reason="It is a rumour.")
    flag_report(by=alice, report=secret.report, flags=Flags(protected=True))
    follow()
    assert words_of(total(region).find("summary")).startswith("9 killed 1 incident")
    assert "Three" not in words_of(region())


def test_a_figure_of_a_claim_that_is_held_until_later_is_not_there(
    blog, alice, struck, follow, region
):
    _, claim = struck()
    hold_claim(by=alice, claim=claim, until=datetime(2100, 1, 1, tzinfo=UTC))
    follow()
    assert region().get("hidden") is not None
