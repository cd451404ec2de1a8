"""A report's card in an update: what it says at each moment, and that all that shows it follows."""

import pytest
from lxml import html

from dateline.ledger.models import Entry
from dateline.ledger.verbs.capturing import Picture, give_back, note_look
from dateline.ledger.verbs.publishing import withdraw_update
from dateline.ledger.verbs.redacting import redact_report
from dateline.ledger.verbs.reports import bring_report
from tests.ledger.kept import AT, asked
from tests.live.site import BLOG, words_of
from tests.pictures import picture

SHOWING = ("index.html", "u/1/index.html", "embed/index.html", "day.html", "feed.json", "feed.atom")


@pytest.fixture
def card(follow, site):
    """Return the only card of page one, after the site followed: `card()`."""

    def _card(path="index.html"):
        follow()
        (found,) = site.parsed(f"{BLOG}/{path}").xpath("//article//figure")
        return found

    return _card


@pytest.fixture
def is_captured(keep):
    keep()


@pytest.fixture
def is_unreachable(report):
    give_back(report, trouble="example.org did not answer.", due_at=None)


@pytest.fixture
def is_unchanged(report, keep):
    keep()
    note_look(report, standing="unchanged", at=AT, due_at=None)


@pytest.fixture
def is_gone(report, keep):
    keep()
    note_look(report, standing="gone", at=AT.replace(day=23), due_at=None)


@pytest.fixture
def is_held(keep, flag):
    keep()
    flag("protected")


@pytest.fixture
def is_redacted(keep, report, owner):
    keep()
    redact_report(by=owner, report=report, reason="It named a shelter.")


SITE = "example.org"
AT_WORDS = "21 Oct 2015 20:58 EEST"
LEAVES = "The original at example.org"
KEPT = f"The Agency · {SITE} A strike on Sarmin A. Reporter Rescuers say twelve died."
STATES = {
    "captured": f"{KEPT} kept since {AT_WORDS} What the desk keeps {LEAVES}",
    "unreachable": f"{SITE} example.org/strike could not be reached yet {LEAVES}",
    "unchanged": f"{KEPT} unchanged since {AT_WORDS} What the desk keeps {LEAVES}",
    "gone": f"{KEPT} deleted at source since 23 Oct 2015 20:58 EEST What the desk keeps {LEAVES}",
    "held": "Report held by the desk",
    "redacted": "Report held by the desk",
}


def said(card):
    return " ".join(words_of(line) for line in card.iter("p"))


def test_a_card_stands_before_anything_is_kept(cite, card):
    cite()
    assert said(card()) == f"{SITE} example.org/strike being captured {LEAVES}"
    assert card().xpath(".//a/@href") == ["https://example.org/strike"] * 2


@pytest.mark.parametrize("state", STATES)
def test_what_a_card_says(state, request, cite, card):
    cite()
    card()
    request.getfixturevalue(f"is_{state}")
    assert said(card()) == STATES[state]


def test_a_card_of_an_unknown_report_says_so(publish, card):
    publish("They said", "::card{report=0190a7b0-0000-7000-8000-000000000000}")
    assert said(card()) == "report not available"


def test_a_capture_makes_one_delta_that_holds_the_new_card(cite, keep, follow, site):
    cite()
    follow()
    before = site.json(f"{BLOG}/head.json")["rev"]
    keep()
    follow()
    assert site.json(f"{BLOG}/head.json")["rev"] == before + 1
    (entry,) = site.newest_delta()["entries"]
    assert (entry["number"], entry["change"]) == (1, "changed")
    assert "A strike on Sarmin" in entry["html"]


def test_everything_that_shows_the_update_follows(cite, keep, follow, seen_in):
    cite()
    follow()
    keep()
    follow()
    assert seen_in("A strike on Sarmin") == {*SHOWING, "rev/3.json"}


def test_a_pinned_card_and_one_on_a_numbered_page_follow_too(
    short_pages, cite, publish, mark, keep, follow, seen_in, site
):
    mark(cite(), "pinned")
    for n in range(10):
        publish(f"Update {n}")
    follow()
    keep()
    follow()
    assert {"index.html", "page/1/index.html"} < seen_in("A strike on Sarmin")
    assert "A strike on Sarmin" in site.newest_delta()["regions"]["pinned"]


def test_an_update_cited_in_two_blogs_changes_in_both(cite, keep, follow, site, other_blog, owner):
    cite()
    cite(by=owner, blog=other_blog)
    follow()
    keep()
    follow()
    for blog in (BLOG, "ukraine/2015-10-21"):
        assert "A strike on Sarmin" in site.newest_delta(blog)["entries"][0]["html"]


def test_what_is_not_cited_changes_nothing(publish, keep, follow, site):
    publish("Aleppo")
    follow()
    before = site.files()
    keep()
    follow()
    assert site.files() == before


def test_a_withdrawn_update_hears_no_more_of_it(cite, keep, follow, alice):
    update = cite()
    withdraw_update(by=alice, update=update, reason="Wrong.")
    revisions = Entry.objects.exclude(revision=None).count()
    keep()
    assert Entry.objects.exclude(revision=None).count() == revisions


def test_the_lead_image_is_the_archives_own_in_its_widths(cite, keep, card, site):
    data = picture("JPEG", (1000, 500))
    keep(picture=Picture(data=data, format="JPEG", width=1000, height=500))
    cite()
    (image,) = card().iter("img")
    assert image.get("alt") == ""  # its title stands beside it
    assert (image.get("width"), image.get("height")) == ("1000", "500")
    assert [one.split()[1] for one in image.get("srcset").split(", ")] == ["480w", "960w", "1000w"]
    assert site.broken_links() == []


def test_a_lost_picture_costs_only_itself(cite, keep, follow, site, data):
    capture = keep()
    next(path for path in (data / "bytes").rglob(capture.image)).unlink()
    cite()
    follow()
    assert "A strike on Sarmin" in site.text(f"{BLOG}/index.html")


@pytest.mark.parametrize("path", SHOWING)
def test_a_graphic_picture_stands_only_behind_a_fold(path, cite, keep, flag, follow, site):
    keep()
    flag("graphic")
    cite()
    follow()
    text = site.text(f"{BLOG}/{path}")
    if path.endswith(".json"):
        text = site.json(f"{BLOG}/{path}")["items"][0]["content_html"]
    if path.endswith(".atom"):
        page = html.fromstring(text.encode())
        text = page.xpath("//entry/summary")[0].text_content()
    page = html.fragment_fromstring(f"<div>{text}</div>")
    pictures = page.xpath("//img[contains(@src, '/media/')]")
    assert len(pictures) == (0 if path == "day.html" else 1)
    assert all(one.getparent().tag == "details" for one in pictures)
    assert not any("open" in one.getparent().attrib for one in pictures)
    assert all(one.get("alt") for one in pictures)  # it is on its own there


def test_a_picture_no_longer_graphic_comes_out(cite, keep, flag, card):
    keep()
    flag("graphic")
    cite()
    assert card().xpath(".//details")
    flag()
    assert not card().xpath(".//details")


def test_who_is_identified_stands_in_no_card(cite, keep, flag, card):
    keep()
    flag("identifies")
    cite()
    shown = html.tostring(card(), encoding="unicode")
    assert "A strike on Sarmin" in shown
    assert not any(secret in shown for secret in ("A. Reporter", "twelve", "<img"))


def test_a_video_is_only_a_link_until_a_script_turns_it_into_a_player(cite, carl, keep, card, site):
    address = "https://www.youtube.com/watch?v=dQw4w9WgXcQ"
    video = bring_report(by=carl, asked=asked(address))
    keep(video, canonical="", source_address="youtube.com/@smart", picture=None)
    cite(video)
    (link,) = card().xpath(".//a[@data-player]")
    assert link.get("href") == address
    assert link.get("data-player") == "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ"
    assert words_of(link) == "Load the video from youtube-nocookie.com"
    assert card("day.html").xpath(".//a[@data-player]") == []
    loads = [one for path in site.html_files() for one in site.page(path).loads]
    assert not any("//" in one for one in loads)


def test_forty_cards_cost_as_few_queries_as_one(
    cite, carl, keep, follow, publish, django_assert_max_num_queries
):
    for n in range(40):
        one = bring_report(by=carl, asked=asked(f"https://example.org/{n}"))
        keep(one)
        cite(one)
    follow()
    publish("One more")
    with django_assert_max_num_queries(45) as asked_for:
        follow()
    assert sum("ledger_report" in query["sql"] for query in asked_for) <= 12
