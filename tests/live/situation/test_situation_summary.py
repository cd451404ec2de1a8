"""The published summary stands above the updates, each clause with what it rests on."""

import posixpath

import pytest

from dateline.ledger.verbs.incidents import close_place, open_place
from dateline.ledger.verbs.reports import Flags, flag_report
from dateline.ledger.verbs.ruling import assess_incident, withdraw_assessment
from dateline.ledger.verbs.summaries import Clause, withdraw_summary
from dateline.ledger.weighed import standing_assessment
from tests.ledger.happened import here, speaker, strike, toll
from tests.live.site import BLOG, words_of

pytestmark = pytest.mark.django_db

OTHER = "Jets bombed Sarmin on Tuesday, says another; 20 people died."


@pytest.fixture
def published(blog, idlib, struck, summarise):
    """A summary of one front and one incident, with the desk's own judgement."""
    incident, claim = struck()
    own = Clause(front=idlib.pk, sort="assessment", words="The desk sees a campaign (Alice)")
    summary = summarise(own)
    return summary, incident, claim


@pytest.fixture
def clauses(follow, region):
    def _clauses():
        follow()
        return region().find_class("clause")

    return _clauses


def test_it_says_sort_words_window_coverage_and_who_signed(published, clauses, region):
    attributed, judged = clauses()
    assert "9 killed" in words_of(attributed)
    assert "the desk's judgement" in words_of(judged)
    (foot,) = region().xpath(".//section[@class='fronts']/p")
    assert "1 report from 1 source" in words_of(foot)
    assert "signed by Alice" in words_of(foot)
    assert foot.xpath(".//time/@datetime")[:2] == ["2015-10-20T00:00:00Z", "2015-10-23T00:00:00Z"]


def test_each_citation_leads_to_a_page_that_stands(published, clauses, site):
    ways = [way for clause in clauses() for way in clause.xpath(".//sup/a/@href")]
    assert len(ways) == 2
    for way in ways:
        assert site.has(posixpath.normpath(f"{BLOG}/{way}index.html"))


def test_newer_claims_outdate_a_clause(published, clauses, desk):
    _, incident, _ = published
    assert "outdate" not in "".join(map(words_of, clauses()))
    newer = strike(desk, OTHER, site="new.example", tolls=(toll("20 people", OTHER, 20),))
    desk.answer(newer, incident, "same")
    attributed, judged = clauses()
    assert "newer claims outdate this" in words_of(attributed)
    assert "outdate" not in words_of(judged)


def test_a_clause_goes_with_the_report_that_it_rests_on(published, clauses, alice, site):
    _, _, claim = published
    clauses()
    flag_report(by=alice, report=claim.report, flags=Flags(protected=True))
    (judged,) = clauses()
    assert "campaign" in words_of(judged)
    held = [path for path, data in site.files().items() if b"9 killed" in data]
    assert held == []


def test_the_desks_sentence_goes_when_it_is_withdrawn_or_replaced(
    blog, idlib, struck, summarise, clauses, alice
):
    incident, _ = struck()
    first = assess_incident(by=alice, incident=incident, sentence="It was deliberate.")
    summarise()
    assert "It was deliberate." in words_of(clauses()[1])
    other = "It was a campaign."
    newer = assess_incident(by=alice, incident=incident, sentence=other, replaces=first)
    assert len(clauses()) == 1
    again = "It was deliberate."
    assess_incident(by=alice, incident=incident, sentence=again, replaces=newer)
    assert len(clauses()) == 2
    withdraw_assessment(by=alice, assessment=standing_assessment(incident), reason="Wrong.")
    assert len(clauses()) == 1


def test_words_with_an_exact_place_go_when_it_is_closed(
    blog, idlib, desk, column, summarise, clauses, alice, site
):
    words = "Jets bombed Sarmin Bakery on Tuesday."
    bakery = here(words, "Sarmin Bakery", name="Sarmin Bakery", level="building", radius_m=100)
    incident = desk.incident(strike(desk, words, place=bakery))
    opened = open_place(by=alice, incident=incident, based_on=1)
    own = Clause(
        front=idlib.pk,
        sort="attributed",
        words="A strike on the Sarmin  bakery is reported.",
        incidents=(incident.pk,),
    )
    summarise(own)
    drafted, _ = clauses()
    assert "in Sarmin Bakery" in words_of(drafted)
    close_place(by=alice, incident=opened, based_on=2)
    assert clauses() == []
    assert "bakery" not in site.text(f"{BLOG}/index.html").casefold()


def test_the_name_of_a_speaker_goes_when_the_report_identifies_him(
    blog, idlib, desk, summarise, clauses, alice
):
    words = "Omar Privatename says that jets bombed Sarmin on Tuesday."
    claim = strike(desk, words, speakers=(speaker("Omar Privatename", words),))
    desk.incident(claim)
    summarise()
    assert "Omar Privatename" in words_of(clauses()[0])
    flag_report(by=alice, report=claim.report, flags=Flags(identifies=True))
    assert clauses() == []


def test_a_withdrawn_summary_is_gone(published, clauses, alice):
    assert clauses()
    withdraw_summary(by=alice, summary=published[0], reason="It was of another day.")
    assert clauses() == []
