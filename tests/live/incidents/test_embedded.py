"""Updates mark claims and embed incidents and tolls: readers learn of every change to them."""

from datetime import UTC, datetime, timedelta

import pytest

from dateline.ledger.verbs.claims import withdraw_claim
from dateline.ledger.verbs.counting import hold_claim, set_aside_claim
from dateline.ledger.verbs.fronts import FrontText, add_front
from dateline.ledger.verbs.summaries import Clause, Window, publish_summary, save_summary
from tests.ledger.happened import strike
from tests.ledger.kept import AT
from tests.live.site import BLOG, articles, words_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def embed(rivals, publish):
    """Publish an update that marks a claim and embeds the incident and its toll."""
    pk = rivals.incident.pk
    marked = f"Rescuers say [twelve died]{{claim={rivals.rescuers.pk}}}."
    boards = f"::incident{{id={pk}}}\n\n::toll{{incident={pk} category=killed}}"
    return publish("Sarmin", f"{marked}\n\n{boards}")


def entries_since(revision, site):
    """Return what the deltas after one tell of updates."""
    newest = site.json(f"{BLOG}/head.json")["rev"]
    return [one for n in range(revision + 1, newest + 1) for one in site.delta(n)["entries"]]


@pytest.fixture
def index(site):
    return lambda: site.parsed(f"{BLOG}/index.html")


def test_marked_words_say_who_said_them_and_lead_to_the_claim(embed, rivals, follow, index):
    follow()
    (mark,) = index().xpath("//a[contains(@class, 'claim')]")
    assert mark.get("href") == f"../../claims/{rivals.rescuers.pk}/"
    assert mark.get("title") == "said by Civil Defence"
    assert mark.get("class") == "claim said"


def test_boards_say_what_the_incident_says_and_lead_to_it(embed, rivals, follow, index, site):
    follow()
    incident, toll = index().xpath("//figure[contains(@class, 'board')]")
    assert "Who did it? denied · Russian jets (Civil Defence)" in words_of(incident)
    assert "3 reports, 3 original sources".replace(", ", " · ") in words_of(incident)
    assert "killed 9 to 12" in words_of(toll)
    assert toll.xpath(".//a/@href") == [f"../../incidents/{rivals.incident.pk}/#toll-killed"]
    assert site.broken_links() == []
    assert "9 to 12" in site.text(f"{BLOG}/day.html")
    assert "9 to 12" in site.json(f"{BLOG}/feed.json")["items"][0]["content_html"]


def test_a_change_reaches_open_pages_as_a_labelled_change(embed, rivals, alice, follow, site):
    follow()
    before = site.json(f"{BLOG}/head.json")["rev"]
    set_aside_claim(by=alice, claim=rivals.rescuers, reason="They corrected it.")
    follow()
    (entry,) = entries_since(before, site)
    assert (entry["number"], entry["change"]) == (1, "changed")
    assert "What is embedded here changed" in entry["html"]
    assert "9 to 12" not in entry["html"]
    assert articles(site.text(f"{BLOG}/index.html"))[1] == entry["html"]


def test_what_changes_nothing_that_is_embedded_makes_no_delta(embed, rivals, follow, site, desk):
    follow()
    before = site.json(f"{BLOG}/head.json")["rev"]
    strike(desk, "Elsewhere jets bombed Sarmin on Tuesday.", site="else.example")
    follow()
    assert entries_since(before, site) == []


def test_one_change_makes_one_delta(embed, rivals, desk, follow, site):
    follow()
    before = site.json(f"{BLOG}/head.json")["rev"]
    desk.answer(rivals.agency, rivals.incident, "", based_on=1)
    follow()
    assert [one["number"] for one in entries_since(before, site)] == [1]


def test_a_withdrawn_claim_leaves_its_words_plain(embed, rivals, alice, follow, index):
    withdraw_claim(
        by=alice, claim=rivals.rescuers, based_on=rivals.rescuers.revision, reason="Misread."
    )
    follow()
    assert index().xpath("//a[contains(@class, 'claim')]") == []
    assert "twelve died" in words_of(index())


def test_what_belongs_to_another_column_or_to_nobody_is_not_shown(
    rivals, publish, owner, other_blog, follow, site
):
    body = f"::incident{{id={rivals.incident.pk}}}\n\n::front{{id={rivals.incident.pk}}}"
    publish("Elsewhere", body, by=owner, blog=other_blog)
    follow()
    said = words_of(site.parsed("ukraine/2015-10-21/index.html").find_class("body")[0])
    assert said == "not available at the moment not available at the moment"


def test_a_front_says_what_the_published_summary_says_of_it(
    rivals, column, alice, publish, follow, index
):
    front = add_front(by=alice, column=column, text=FrontText(name="Idlib", areas=("Idlib",)))
    publish("Fronts", f"::front{{id={front.pk}}}")
    follow()
    assert "No summary of this front is published." in words_of(index())
    clause = Clause(
        front=front.pk,
        sort="attributed",
        words="Rescuers say twelve died.",
        claims=(rivals.rescuers.pk,),
    )
    window = Window(since=AT - timedelta(days=1), until=AT)
    draft = save_summary(by=alice, column=column, window=window, clauses=(clause,), based_on=0)
    publish_summary(by=alice, summary=draft, based_on=1)
    follow()
    said = words_of(index().find_class("board")[0])
    assert "Rescuers say twelve died." in said
    assert "signed by Alice" in said


def test_a_front_says_nothing_of_an_incident_that_is_held(
    rivals, column, alice, publish, follow, site
):
    front = add_front(by=alice, column=column, text=FrontText(name="Idlib", areas=("Idlib",)))
    publish("Fronts", f"::front{{id={front.pk}}}")
    words = "The offensive has failed, the desk judges."
    pk = rivals.incident.pk
    clause = Clause(front=front.pk, sort="assessment", words=words, incidents=(pk,))
    window = Window(since=AT - timedelta(days=1), until=AT)
    draft = save_summary(by=alice, column=column, window=window, clauses=(clause,), based_on=0)
    publish_summary(by=alice, summary=draft, based_on=1)
    follow()
    assert any(words.encode() in data for data in site.files().values())
    for claim in (rivals.rescuers, rivals.ministry, rivals.agency):
        hold_claim(by=alice, claim=claim, until=datetime(2100, 1, 1, tzinfo=UTC))
    follow()
    assert [path for path, data in site.files().items() if words.encode() in data] == []
