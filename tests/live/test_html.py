"""Every kind of page is valid HTML, in English and in Arabic, whatever people type."""

import re

import pytest

from dateline.ledger.verbs.blogs import Masthead, close_blog, edit_blog, start_blog
from dateline.ledger.verbs.capturing import give_back, keep_capture, note_look
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.publishing import correct_update, mark_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_report, redact_update, redact_words
from dateline.ledger.verbs.reports import Flags, bring_report, flag_report
from dateline.ledger.verbs.writing import Text
from tests.ledger.kept import AT, asked, kept
from tests.live.site import BLOG, COLUMN, words_of
from tests.web.judges import html_faults

HOSTILE = "<script>alert(1)</script> \"'> </title><!-- & evil \u2066 😀 {{ x }} {% x %}"
HOSTILE_BODY = f"""{HOSTILE} \u202e

## A heading

[a link](javascript:alert(1)) and [another](https://example.org/?a=1&b="2")

:::quote{{source="{HOSTILE.replace('"', "")}" lang=ar translation="Nobody." by="A" machine}}
لا أحد
:::

::media{{id=PHOTO alt="<img src=x onerror=alert(1)>"}}

| a | b |
|---|---|
| 1 | 2 |

- one
- two
"""
OURS = {
    "index.html": ["application/ld+json", "module", "application/json"],
    "page/1/index.html": ["application/ld+json", "module", "application/json"],
    "u/1/index.html": ["application/ld+json", "module", "application/json"],
    "embed/index.html": ["module", "application/json"],
    "day.html": [],
}
"""The scripts of each page of a blog, in order."""


@pytest.fixture(params=["en", "ar"])
def language(request):
    return request.param


@pytest.fixture
def hostile_site(short_pages, publish, follow, site, alice, owner, blog, column, bring, language):
    """A site in which every field that people write is hostile, and everything has happened."""
    photo = bring(alt=HOSTILE, credit=HOSTILE)
    byline = HOSTILE[:80]
    text = ColumnText(
        name=HOSTILE[:120],
        publisher=HOSTILE[:120],
        description=HOSTILE,
        language=language,
        zone="Asia/Damascus",
        logo=photo,
        byline=byline,
    )
    edit_column(by=owner, column=column, text=text)
    before = Masthead(headline=HOSTILE, language=language)
    yesterday = start_blog(by=alice, column=column, slug="2015-10-20", masthead=before)
    masthead = Masthead(
        headline=HOSTILE, lead=HOSTILE, photo=photo, language=language, previous=yesterday
    )
    edit_blog(by=alice, blog=blog, masthead=masthead)
    body = HOSTILE_BODY.replace("PHOTO", str(photo.pk))
    updates = [publish(HOSTILE, body, place=HOSTILE[:120], byline=byline) for _ in range(6)]
    updates += [publish("", body), publish("", f"::media{{id={photo.pk}}}")]
    for mark in ("pinned", "key_event", "summary"):
        for update in updates[-3:]:
            mark_update(by=alice, update=update, mark=mark, on=True)
    text = Text(headline=HOSTILE, body=body)
    correct_update(by=alice, update=updates[5], text=text, note=HOSTILE, based_on=1)
    withdraw_update(by=alice, update=updates[4], reason=HOSTILE)
    redact_update(by=owner, update=updates[3], reason=HOSTILE)
    redact_words(by=owner, words=["evil"], reason="It must go.")
    follow()
    return site


def test_no_page_has_a_fault(hostile_site):
    pages = [hostile_site.root / path for path in hostile_site.html_files()]
    assert len(pages) == 19
    assert html_faults(*pages) == ""


@pytest.fixture
def carded_site(publish, follow, site, carl, alice, owner, column, language):
    """A site with a card in every state, and its reports' pages; what was captured is hostile."""
    masthead = Masthead(headline="Cards", language=language)
    blog = start_blog(by=alice, column=column, slug="cards", masthead=masthead)
    fields = dict.fromkeys(("title", "author", "excerpt", "site_name", "source_name"), HOSTILE[:90])
    states = {"capturing": (), "plain": ("opened",), "graphic": ("graphic",)}
    states |= {"identifies": ("identifies",), "held": ("protected",), "unreachable": ()}
    states |= {"gone": (), "unchanged": (), "redacted": ()}
    reports = {}
    for n, (state, flags) in enumerate(states.items()):
        address = f"https://www.youtube.com/watch?v={n:011}"
        one = reports[state] = bring_report(by=carl, asked=asked(address))
        if state == "unreachable":
            give_back(one, trouble=HOSTILE, due_at=None)
        elif state != "capturing":
            keep_capture(
                one, kept(HOSTILE, canonical=address, source_address=f"t.me/{n}", **fields)
            )
        if state in ("gone", "unchanged"):
            note_look(one, standing=state, at=AT, due_at=None)
        flag_report(by=alice, report=one, flags=Flags(**dict.fromkeys(flags, True)))
    redact_report(by=owner, report=reports["redacted"], reason=HOSTILE)
    for one in reports.values():
        quote = f":::quote{{report={one.pk}}}\nalert\n:::"
        publish(
            "Cards", f"::card{{report={one.pk}}}\n\n::card{{report={one.pk}}}\n\n{quote}", blog=blog
        )
    publish("Unknown", "::card{report=0190a7b0-0000-7000-8000-000000000000}", blog=blog)
    follow()
    return site


def test_no_card_and_no_reports_page_has_a_fault(carded_site):
    pages = carded_site.html_files()
    assert len([path for path in pages if path.startswith("reports/")]) == 9
    assert html_faults(*(carded_site.root / path for path in pages)) == ""
    assert carded_site.broken_links() == []
    for path in pages:
        page = carded_site.parsed(path)
        assert not page.xpath("//@*[starts-with(name(), 'on') or name() = 'style']")
        assert not [one for one in page.xpath("//script[not(contains(@type, 'json'))]") if one.text]
        assert not [one for one in carded_site.page(path).loads if "//" in one]


def test_an_empty_site_and_a_closed_blog_have_no_faults(follow, site, alice, blog, publish):
    follow()
    empty = html_faults(*(site.root / path for path in site.html_files()))
    publish("Aleppo")
    close_blog(by=alice, blog=blog)
    follow()
    assert empty + html_faults(*(site.root / path for path in site.html_files())) == ""


def test_no_page_has_a_script_that_is_not_ours(hostile_site):
    for path, ours in OURS.items():
        scripts = hostile_site.parsed(f"{BLOG}/{path}").xpath("//script")
        assert [one.get("type") for one in scripts] == ours, path
        for script in scripts:
            is_data = script.get("src") is None
            assert is_data == ("json" in script.get("type"))
    for path in ("index.html", "404.html", f"{COLUMN}/index.html"):
        assert hostile_site.parsed(path).xpath("//script") == []


def test_no_page_has_a_handler_a_style_or_a_way_to_run_script(hostile_site):
    for path in hostile_site.html_files():
        page = hostile_site.parsed(path)
        names = {name.lower() for one in page.iter() for name in one.attrib}
        assert not [name for name in names if name.startswith("on") or name == "style"]
        ways = page.xpath("//@href | //@src")
        assert not [way for way in ways if re.match(r"\s*(javascript|vbscript)", way, re.I)]


def test_what_was_typed_is_read_as_it_was_typed(publish, follow, site):
    publish("<script>alert(1)</script>", "<b>bold?</b> {{ x }}", place="<i>Homs</i>", byline="<u>")
    follow()
    for path in ("index.html", "u/1/index.html", "embed/index.html"):
        article = site.parsed(f"{BLOG}/{path}").get_element_by_id("u1")
        for typed in ("<script>alert(1)</script>", "<b>bold?</b> {{ x }}", "<i>Homs</i>", "— <u>"):
            assert typed in words_of(article)


def test_every_page_forbids_all_that_it_does_not_need(hostile_site):
    for path in hostile_site.html_files():
        if path == "404.html":
            continue
        policy = hostile_site.parsed(path).xpath("//meta[@http-equiv][1]/@content")[0]
        assert policy.startswith("default-src 'none'; ")
        assert ("unsafe-inline" in policy) == path.endswith("day.html")
        assert "script-src" not in policy.replace("script-src 'self'", "")


def test_a_place_in_another_direction_does_not_turn_the_time_around(publish, follow, site):
    publish("Strike", place="دمشق")
    follow()
    (place,) = site.parsed(f"{BLOG}/index.html").find_class("place")
    assert place.get("dir") == "auto"


def test_an_update_that_is_only_a_picture_still_has_a_name(publish, follow, site, bring, mark):
    mark(publish("", f"::media{{id={bring().pk}}}"), "key_event")
    follow()
    page = site.parsed(f"{BLOG}/index.html")
    assert words_of(page.get_element_by_id("h1")) == "#1"
    assert words_of(page.get_element_by_id("key-events").find_class("what")[0]) == "#1"
    assert site.json(f"{BLOG}/feed.json")["items"][0]["title"] == "#1"
