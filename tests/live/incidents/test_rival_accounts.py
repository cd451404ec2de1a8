"""Two rival accounts stand side by side, and every number leads to its words."""

import posixpath

import pytest

from dateline.ledger.verbs.checking import Finding, record_check, withdraw_check
from dateline.ledger.verbs.counting import set_aside_claim
from dateline.ledger.verbs.incidents import name_incident
from dateline.ledger.verbs.ruling import assess_incident
from tests.ledger.happened import strike
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


def test_the_range_and_each_figure_lead_to_the_words(page, site, rivals):
    (tally,) = page.xpath("//section[@id='toll-killed']")
    assert words_of(tally.xpath(".//h3/a[@class='number']")[0]) == "9 to 12"
    rows = [[words_of(cell) for cell in row] for row in tally.xpath(".//table[1]/tbody/tr")]
    assert [row[:2] for row in rows] == [["Civil Defence", "12"], ["The Monitor", "9"]]
    leads = tally.xpath(".//td[@class='number']/a/@href")
    assert leads == [f"../../claims/{one.pk}/" for one in (rivals.rescuers, rivals.agency)]


def test_it_says_how_many_original_sources_there_are(page):
    said = words_of(page.get_element_by_id("resting"))
    assert "3 reports, 3 original sources" in said
    assert "Civil Defence an original source" in said


def test_it_says_what_nobody_disputes_and_what_was_not_said(page):
    assert "Did it happen? Yes" in words_of(page.find_class("lead")[0])
    silences = page.xpath("//section[@aria-labelledby='silences-title']//li")
    assert any(words_of(one).startswith("The ministry accused did not say:") for one in silences)


def test_no_way_on_the_page_leads_nowhere(page, site):
    assert site.broken_links() == []


def test_each_number_reaches_words_hash_and_time_within_two_clicks(page, site, rivals):
    start = f"incidents/{rivals.incident.pk}/index.html"
    numbers = page.xpath("//*[contains(@class, 'number')]")
    assert len(numbers) >= 3
    for one in numbers:
        first = _ways(one)
        assert first, words_of(one)
        for way in first:
            targets = [start] if way.startswith("#") else [_target(start, way)]
            if way.startswith("#"):
                inside = page.get_element_by_id(way[1:])
                targets = [_target(start, each) for each in _ways(inside)]
            assert targets
            assert all(_is_evidence(site.parsed(target)) for target in targets)


def _ways(element):
    return [way for way in element.xpath("descendant-or-self::a/@href") if "#checks" not in way]


def _target(start, way):
    return posixpath.normpath(posixpath.join(posixpath.dirname(start), way, "index.html"))


def _is_evidence(page):
    facts = [words_of(one) for one in page.xpath("//dt")]
    return bool(page.xpath("//mark")) and "SHA-256" in facts and "Kept" in facts


def test_what_is_set_aside_stays_with_its_reason_and_counts_no_more(
    rivals, alice, follow, incident_page
):
    set_aside_claim(by=alice, claim=rivals.rescuers, reason="They corrected it.")
    follow()
    page = incident_page(rivals.incident)
    (tally,) = page.xpath("//section[@id='toll-killed']")
    assert words_of(tally.xpath(".//h3/a")[0]) == "9"
    assert "set aside by the desk" in words_of(tally.find("details"))
    assert "Set aside by the desk: They corrected it." in words_of(page)


def test_the_desks_sentence_is_signed(rivals, alice, follow, incident_page):
    sentence = "Aircraft struck Sarmin; whose is not settled."
    assess_incident(by=alice, incident=rivals.incident, sentence=sentence)
    follow()
    said = words_of(incident_page(rivals.incident).find_class("assessment")[0])
    assert sentence in said
    assert "— Alice" in said


def test_a_check_stands_with_each_claim_of_its_report(
    rivals, alice, follow, incident_page, claim_page, report_page
):
    found = Finding(question="place", result="confirmed", method="The minaret matches.")
    check = record_check(by=alice, report=rivals.rescuers.report, finding=found)
    follow()
    incident, claim = incident_page(rivals.incident), claim_page(rivals.rescuers)
    for page in (incident, claim, report_page(rivals.rescuers.report)):
        assert "The minaret matches." in words_of(page)
    assert incident.find_class("checked")
    withdraw_check(by=alice, check=check, reason="It was another minaret.")
    follow()
    page = claim_page(rivals.rescuers)
    assert "It was another minaret." in words_of(page.find_class("withdrawn")[0])
    assert not incident_page(rivals.incident).find_class("checked")


def test_what_may_belong_here_is_shown_and_counted_nowhere(rivals, desk, follow, incident_page):
    other = strike(desk, "A blast: something bombed Sarmin on Tuesday.", site="far.example")
    desk.answer(other, rivals.incident, "may_be")
    follow()
    page = incident_page(rivals.incident)
    assert "1 more claim may belong here" in words_of(page)
    assert "A blast" in words_of(page.get_element_by_id("may-be"))
    assert "3 reports, 3 original sources" in words_of(page)


def test_the_log_tells_what_was_done_under_public_names(rivals, desk, alice, follow, incident_page):
    desk.answer(rivals.agency, rivals.incident, "", based_on=1)
    name_incident(by=alice, incident=rivals.incident, title="Strike", based_on=1)
    follow()
    page = incident_page(rivals.incident)
    log = [words_of(one) for one in page.xpath("//section[@id='changes']//li")]
    assert [one.split(" ", 5)[5] for one in log] == [
        "given another title — Alice",
        "taken out: what The Agency says — Alice",
        "opened, from 3 claims — Alice",
    ]
