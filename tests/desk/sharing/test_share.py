"""Sharing a page with the desk: shown first, brought in by one press, never lost on the way."""

import json
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest

from dateline.desk.people.links import sign_in_link
from dateline.desk.people.way_back import COOKIE
from dateline.ledger.models import Draft, Entry, Report
from dateline.ledger.verbs.blogs import Masthead, close_blog, start_blog
from tests.desk.conftest import words_of
from tests.desk.reports.archive import ADDRESS, captured, flagged

WORDS = "Twelve people died."


def shared(**said):
    return f"/desk/share/?{urlencode(said)}"


def sent(blog, words=WORDS, address=ADDRESS):
    return {"address": address, "words": words, "blog": str(blog.pk)}


def test_looking_at_it_writes_nothing(enter, alice, blog):
    before = Entry.objects.count()
    page = words_of(enter(alice).get(shared(title="A raid", text=f"“{WORDS}” {ADDRESS}")))
    assert ADDRESS in page
    assert WORDS in page
    assert Entry.objects.count() == before
    assert not Report.objects.exists()
    assert not Draft.objects.exists()


@pytest.mark.parametrize("words", [WORDS, ""], ids=["a quotation", "a card"])
def test_one_press_begins_an_update(enter, alice, blog, words):
    here = enter(alice)
    answer = here.post("/desk/share/", sent(blog, words))
    draft = alice.drafts.get()
    assert answer["Location"] == f"/desk/drafts/{draft.pk}/"
    pk = Report.objects.get().pk
    block = f":::quote{{report={pk}}}\n{WORDS}\n:::" if words else f"::card{{report={pk}}}"
    assert (draft.body, draft.blog, draft.byline) == (f"{block}\n\n", blog, "Alice")
    assert str(pk) in words_of(here.get(answer["Location"]))


def test_the_blog_used_last_stands_first(enter, alice, column, blog, write):
    other = start_blog(by=alice, column=column, slug="next", masthead=Masthead(headline="Next"))
    assert words_of(enter(alice).get(shared(url=ADDRESS))).index("Next") > 0
    write("Here", blog=blog)
    page = words_of(enter(alice).get(shared(url=ADDRESS)))
    assert page.index(str(blog.pk)) < page.index(str(other.pk))


def test_a_closed_blog_and_anothers_are_not_offered(enter, alice, blog, other_blog):
    close_blog(by=alice, blog=blog)
    page = words_of(enter(alice).get(shared(url=ADDRESS)))
    assert "no live blog" in page
    assert "Donetsk" not in page
    for one in (blog, other_blog):
        assert enter(alice).post("/desk/share/", sent(one)).status_code == 400
    assert not Report.objects.exists()


def test_whoever_is_signed_out_comes_back_with_every_word(client, enter, alice, blog):
    address = shared(title="A raid", text=f"{WORDS} & «قال» {ADDRESS}")
    answer = client.get(address)
    way = parse_qs(urlsplit(answer["Location"]).query)["next"][0]
    assert answer["Location"].startswith("/desk/accounts/login/?")
    assert way == address
    assert f"{WORDS} &amp; «قال" in words_of(enter(alice).get(way))


def test_whoever_signs_in_by_a_link_comes_back_too_and_once(client, alice, blog):
    address = shared(title="A raid", text=f"{WORDS} & «قال» {ADDRESS}")
    client.get(address)
    assert client.post(sign_in_link(alice))["Location"] == address
    client.logout()
    alice.refresh_from_db()
    assert client.post(sign_in_link(alice))["Location"] == "/desk/profile/"


@pytest.mark.parametrize("way", ["https://evil.example/", "//evil.example/desk/", "/desk/share/"])
def test_a_way_back_that_this_desk_did_not_write_leads_nowhere(client, alice, blog, way):
    client.cookies[COOKIE] = way
    assert client.post(sign_in_link(alice))["Location"] == "/desk/profile/"


def test_a_way_back_too_long_for_a_browser_is_not_kept(client, alice, blog):
    client.get(shared(text="word " * 1_000 + ADDRESS))
    assert client.post(sign_in_link(alice))["Location"] == "/desk/profile/"


def test_a_stranger_may_not(enter, sam, blog):
    assert enter(sam).get(shared(url=ADDRESS)).status_code == 403
    assert enter(sam).post("/desk/share/", sent(blog)).status_code == 403
    assert not Report.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "",
        "ftp://a.org/",
        "https://user:word@a.org/",
        "https://" + "a" * 3000,
    ],
)
def test_what_is_no_address_is_refused_and_stays_in_the_form(enter, alice, blog, address):
    answer = enter(alice).post("/desk/share/", sent(blog, address=address))
    assert answer.status_code == 400
    assert WORDS in words_of(answer)
    assert not Report.objects.exists()


@pytest.mark.parametrize("words", [":::\n::card{report=x}", "# a\n- b", "[a]{claim=x}"])
def test_shared_words_are_words_and_nothing_else(enter, alice, blog, words):
    enter(alice).post("/desk/share/", sent(blog, words))
    where = f"/desk/blogs/{blog.pk}/updates/preview"
    page = words_of(enter(alice).post(where, {"body": alice.drafts.get().body}))
    assert page.count("<blockquote") == 1
    for line in words.split("\n"):
        assert line in page


def test_very_many_words_are_refused(enter, alice, blog):
    answer = enter(alice).post("/desk/share/", sent(blog, "word " * 20_000))
    assert answer.status_code == 400
    assert enter(alice).get(shared(text="word " * 20_000)).status_code == 200


def test_a_protected_report_gives_nothing_away(enter, alice, carl, blog):
    flagged(alice, captured(carl, title="Zephyrine"), protected=True)
    here = enter(carl)
    answer = here.post("/desk/share/", sent(blog, ""), follow=True)
    assert "Zephyrine" not in words_of(answer)


def test_the_manifest_offers_the_share_target(client, db):
    answer = client.get("/desk/manifest.webmanifest")
    said = json.loads(answer.content)
    assert answer["Content-Type"] == "application/manifest+json"
    assert said["share_target"]["action"] == "/desk/share/"
    assert (said["share_target"]["method"], said["display"]) == ("GET", "standalone")
    assert {one["sizes"] for one in said["icons"]} == {"192x192", "512x512", "any"}
    for one in said["icons"]:
        icon = client.get(one["src"])
        assert (icon.status_code, icon["Content-Type"]) == (200, one["type"])


def test_every_page_names_the_manifest(client, db):
    page = client.get("/desk/accounts/login/")
    assert '<link rel="manifest" href="/desk/manifest.webmanifest">' in words_of(page)
    assert "manifest-src 'self'" in page["Content-Security-Policy"]
