"""What is weighed changes beside open pages, is weighed once, and costs an update nothing."""

import json
from datetime import UTC, datetime

import pytest

from dateline.ledger.models import Entry
from dateline.ledger.verbs.blogs import close_blog
from dateline.ledger.verbs.counting import hold_claim
from dateline.ledger.verbs.fronts import FrontText, edit_front
from dateline.ledger.verbs.incidents import name_incident, open_place
from dateline.live.situation import memo, read, whole
from tests.live.site import BLOG, COLUMN, as_parsed, regions, words_of

pytestmark = pytest.mark.django_db


def file_of(site):
    return json.loads(site.text(f"{COLUMN}/map.geojson"))["features"]


def test_an_incident_is_a_revision_that_has_this_region_only(blog, struck, follow, site):
    follow()
    before = site.json(f"{BLOG}/head.json")["rev"]
    struck()
    follow()
    assert site.json(f"{BLOG}/head.json")["rev"] == before + 1
    delta = site.newest_delta()
    assert list(delta["regions"]) == ["situation"]
    assert delta["entries"] == []
    shown = regions(site.text(f"{BLOG}/index.html"))["situation"]
    assert as_parsed(delta["regions"]["situation"]) == shown


def test_a_verb_tells_each_blog_once_and_closed_ones_not_at_all(blog, alice, struck):
    incident, _ = struck()
    entries = Entry.objects.filter(object=blog.name_in_log)
    before = entries.count()
    name_incident(by=alice, incident=incident, title="A strike", based_on=incident.revision)
    assert entries.count() == before + 1
    close_blog(by=alice, blog=blog)
    before = entries.count()
    incident.refresh_from_db()
    name_incident(by=alice, incident=incident, title="Again", based_on=incident.revision)
    assert entries.count() == before


def test_a_front_that_is_renamed_is_told_too(blog, alice, idlib, follow, site):
    follow()
    south = FrontText(name="Idlib, south", areas=("Idlib",))
    edit_front(by=alice, front=idlib, text=south, based_on=1)
    follow()
    assert list(site.newest_delta()["regions"]) == ["situation"]


def test_publishing_an_update_weighs_nothing(blog, struck, publish, follow, monkeypatch):
    struck()
    follow()
    asked = []
    monkeypatch.setattr(memo, "situation", lambda *_: asked.append(1))
    monkeypatch.setattr(memo, "happened", lambda *_: asked.append(1) or [])
    publish("Another")
    follow()
    assert asked == []


def test_only_the_incident_that_changed_is_weighed_again(blog, alice, struck, follow, monkeypatch):
    incident, _ = struck()
    struck(3, title="Another")
    follow()
    weighed = []
    plain = memo.happened
    monkeypatch.setattr(memo, "happened", lambda rows: weighed.extend(rows) or plain(rows))
    name_incident(by=alice, incident=incident, title="A strike", based_on=incident.revision)
    follow()
    assert [one.pk for one in weighed] == [incident.pk]


def test_the_place_is_the_town_in_list_and_file_until_it_is_opened(
    blog, alice, struck, follow, site, region
):
    incident, _ = struck()
    follow()
    (feature,) = file_of(site)
    assert feature["properties"]["place"] == "Sarmin, Idlib"
    assert feature["properties"]["radius_m"] >= 1500
    assert feature["properties"]["tolls"] == "9 killed"
    assert feature["properties"]["path"] == f"incidents/{incident.pk}/"
    (item,) = region().find_class("place-item")
    assert "Sarmin, Idlib" in words_of(item)
    assert "A strike on Sarmin" in words_of(item)
    open_place(by=alice, incident=incident, based_on=incident.revision)
    follow()
    assert len(file_of(site)) == 1


def test_a_held_claim_leaves_file_page_and_old_deltas(blog, alice, struck, follow, site):
    _, claim = struck(title="At the bakery")
    follow()
    assert len(file_of(site)) == 1
    hold_claim(by=alice, claim=claim, until=datetime(2100, 1, 1, tzinfo=UTC))
    follow()
    assert file_of(site) == []
    assert [path for path, data in site.files().items() if b"At the bakery" in data] == []


def test_a_closed_blog_loses_what_is_held_too(blog, alice, struck, follow, site):
    _, claim = struck(title="At the bakery")
    close_blog(by=alice, blog=blog)
    follow()
    assert "At the bakery" in site.text(f"{BLOG}/index.html")
    hold_claim(by=alice, claim=claim, until=datetime(2100, 1, 1, tzinfo=UTC))
    follow()
    assert [path for path, data in site.files().items() if b"At the bakery" in data] == []


def test_long_lists_are_cut_and_lead_to_all(blog, struck, follow, site, region, monkeypatch):
    monkeypatch.setattr(read.situation, "__defaults__", (1,))
    monkeypatch.setattr(whole, "MOST", 1)
    struck()
    struck(3, title="Another")
    follow()
    (total,) = region().find_class("total")
    assert words_of(total.find("summary")) == "12 killed 2 incidents"
    assert total.xpath(".//li/a/@href")[-1] == "../../putin-in-syria/situation.html#tolls-title"
    page = site.parsed(f"{COLUMN}/situation.html")
    assert len(page.find_class("total")[0].xpath(".//li")) == 2
    assert not site.broken_links(f"{COLUMN}/situation.html", f"{BLOG}/index.html")
