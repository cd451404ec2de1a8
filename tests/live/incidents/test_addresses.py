"""An incident's id never dies: merged it leads on, emptied it leaves a stone."""

from datetime import UTC, datetime

import pytest

from dateline.ledger.verbs.claims import withdraw_claim
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.incidents import name_incident, set_part_of
from dateline.ledger.verbs.merging import mark_apart, merge_incidents, part_incident
from dateline.ledger.verbs.redacting import redact_words
from tests.ledger.happened import strike
from tests.live.site import words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def other(desk):
    """Another incident, of one claim."""
    claim = strike(desk, "Jets bombed Sarmin on Tuesday at noon.", site="noon.example")
    return desk.incident(claim, title="A strike at noon")


@pytest.fixture
def merged(rivals, other, alice):
    return merge_incidents(
        by=alice, incident=other, into=rivals.incident, reason="The same night.", based_on=1
    )


def test_an_old_id_leads_to_the_other_and_says_why(rivals, merged, follow, incident_page, site):
    follow()
    page = incident_page(merged)
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == [
        f"0; url=../../incidents/{rivals.incident.pk}/"
    ]
    assert page.xpath("//link[@rel='canonical']/@href") == [
        f"../../incidents/{rivals.incident.pk}/"
    ]
    assert "The same night." in words_of(page)
    whole = incident_page(rivals.incident)
    assert "another incident was merged with it. The same night." in words_of(whole)
    assert "at noon" in words_of(whole)
    assert site.broken_links() == []


def test_parted_again_it_has_its_own_page_and_says_so(rivals, merged, alice, follow, incident_page):
    follow()
    part_incident(by=alice, incident=merged, based_on=2)
    follow()
    page = incident_page(merged)
    assert not page.xpath("//meta[@http-equiv='refresh']")
    assert "it stands by itself again" in words_of(page.get_element_by_id("changes"))
    assert "at noon" not in words_of(incident_page(rivals.incident).find_class("questions")[0])


def test_one_of_which_nothing_is_left_is_a_stone_without_its_title(
    other, alice, follow, incident_page, claim_page
):
    follow()
    claim = other.groupings.get().claim
    withdraw_claim(by=alice, claim=claim, based_on=claim.revision, reason="Misread.")
    follow()
    said = words_of(incident_page(other))
    assert "Nothing that readers may see is left of this incident" in said
    assert "noon" not in said
    assert "This claim was withdrawn" in words_of(claim_page(claim))


def test_larger_smaller_and_other_incidents_are_linked_both_ways(
    rivals, other, desk, alice, follow, incident_page, site
):
    third = desk.incident(strike(desk, "He bombed Sarmin on Tuesday.", site="third.example"))
    set_part_of(by=alice, incident=other, whole=rivals.incident, based_on=1)
    mark_apart(by=alice, one=other, other=third)
    follow()
    links = {
        one.pk: [words_of(li) for li in incident_page(one).xpath("//aside//section[2]//li")]
        for one in (rivals.incident, other, third)
    }
    assert links[rivals.incident.pk] == ["has as its part A strike at noon"]
    assert links[other.pk] == ["part of A strike on Sarmin", "not the same as A strike on Sarmin"]
    assert links[third.pk] == ["not the same as A strike at noon"]
    assert site.broken_links() == []


def test_an_incident_that_readers_may_not_see_is_named_nowhere(
    rivals, other, flag, alice, follow, incident_page
):
    set_part_of(by=alice, incident=other, whole=rivals.incident, based_on=1)
    flag("protected", one=other.groupings.get().claim.report)
    follow()
    assert "noon" not in words_of(incident_page(rivals.incident))
    assert "noon" not in words_of(incident_page(other))


def test_a_title_that_must_not_be_known_any_longer_leaves_the_pages_beside_it(
    rivals, other, desk, flag, alice, follow, site
):
    claim = other.groupings.get().claim
    may_be = strike(desk, "Something bombed Sarmin on Tuesday.", site="may.example")
    desk.answer(may_be, other, "may_be")
    mark_apart(by=alice, one=rivals.incident, other=other)
    set_part_of(by=alice, incident=rivals.incident, whole=other, based_on=1)
    follow()
    named = [path for path, data in site.files().items() if b"A strike at noon" in data]
    assert len(named) >= 4  # its own, its part's, its claim's, and that of one that may be its
    flag("protected", one=claim.report)
    follow()
    assert [path for path, data in site.files().items() if b"noon" in data] == []


def _named(rivals, alice, **_):
    name_incident(by=alice, incident=rivals.incident, title="Another title", based_on=1)


def _held(rivals, other, alice, **_):
    for claim in (rivals.rescuers, rivals.ministry, rivals.agency, other.groupings.get().claim):
        hold_claim(by=alice, claim=claim, until=datetime(2100, 1, 1, tzinfo=UTC))


def _redacted(owner, **_):
    redact_words(by=owner, words=["A strike on Sarmin"], reason="It named a person.")


def _merged_on(rivals, desk, alice, **_):
    third = desk.incident(strike(desk, "He bombed Sarmin on Tuesday.", site="third.example"))
    name_incident(by=alice, incident=third, title="The third", based_on=1)
    merge_incidents(by=alice, incident=rivals.incident, into=third, reason="One.", based_on=1)


@pytest.mark.parametrize("change", [_named, _held, _redacted, _merged_on])
def test_an_old_id_follows_what_becomes_of_where_it_leads(
    change, rivals, other, merged, desk, alice, owner, follow, fresh, site, incident_page
):
    follow()
    assert "A strike on Sarmin" in words_of(incident_page(merged))
    change(rivals=rivals, other=other, desk=desk, alice=alice, owner=owner)
    follow()
    assert "A strike on Sarmin" not in words_of(incident_page(merged))
    path = f"incidents/{merged.pk}/index.html"
    assert site.text(path) == fresh().text(path)


def test_why_it_was_merged_is_not_said_while_all_of_the_whole_is_held(
    rivals, other, merged, alice, follow, incident_page
):
    follow()
    _held(rivals=rivals, other=other, alice=alice)
    follow()
    assert "The same night." not in words_of(incident_page(merged))
