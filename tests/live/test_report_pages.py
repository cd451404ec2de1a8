"""A report's own page: what it shows, when it is there, and the bytes beside it."""

import hashlib

import pytest

from dateline.ledger.verbs.blogs import Masthead, edit_blog
from dateline.ledger.verbs.capturing import Words, give_back, note_look, seal_capture
from dateline.ledger.verbs.columns import ColumnText, edit_column
from dateline.ledger.verbs.publishing import correct_update, restore_update, withdraw_update
from dateline.ledger.verbs.redacting import redact_report, redact_update, redact_words
from dateline.ledger.verbs.reports import bring_report
from dateline.ledger.verbs.writing import Text
from tests.ledger.kept import AT, asked
from tests.live.site import BLOG, words_of
from tests.live.unchanging import without_time

SAID = "Rescuers said “twelve people died”, among them a child."
KEPT_TEXT = f"Sarmin, Wednesday. {SAID} The ministry denied it."


@pytest.fixture
def quote(publish, report):
    """Publish words that the report says."""

    def _quote(words, headline="Quoted", **more):
        return publish(headline, f":::quote{{report={report.pk}}}\n{words}\n:::", **more)

    return _quote


@pytest.fixture
def files(site, report):
    """Return the names of what lies beside the report's page."""
    return lambda: {p.split("/")[-1] for p in site.files() if p.startswith(f"reports/{report.pk}/")}


@pytest.fixture
def says(follow, report_page):
    """Return what the page says, after the site followed."""

    def _says():
        follow()
        return words_of(report_page().xpath("//main")[0])

    return _says


def facts(page):
    """Return the page's list of facts."""
    terms = [words_of(one) for one in page.xpath("//dt")]
    return dict(zip(terms, [words_of(one) for one in page.xpath("//dd")], strict=True))


def test_it_shows_what_is_known_of_the_report(cite, keep, follow, report_page, site):
    capture = keep()
    seal_capture(capture, authority="https://tsa.example.org", token=b"t", at=AT)
    cite()
    follow()
    page = report_page()
    moment = "21 Oct 2015 20:58 EEST"
    assert words_of(page.xpath("//h1")[0]) == "A strike on Sarmin"
    assert facts(page) == {
        "Original": "https://example.org/strike",
        "Posted": moment,
        "Kept": moment,
        "Version": "1",
        "Content": f"text/html, {capture.size} bytes",
        "SHA-256": capture.sha256,
        "Time-stamped": f"{moment} · https://tsa.example.org",
        "Bytes": "kept by the desk, not open to the public",
    }
    main = words_of(page.xpath("//main")[0])
    for words in ("The Agency · example.org", "A. Reporter", f"kept since {moment}"):
        assert words in main
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    (original,) = page.xpath("//a[@class='leaves']")
    assert original.get("rel") == "noopener noreferrer"
    assert site.broken_links() == []


def test_it_lists_the_updates_that_cite_it_the_newest_first(cite, follow, report_page):
    cite(headline="First")
    cite(headline="")
    follow()
    links = report_page().xpath("//ul[@class='cited']//a")
    assert [words_of(one) for one in links] == ["Update 2", "First"]
    assert [one.get("href") for one in links] == [f"../../{BLOG}/u/{n}/" for n in (2, 1)]


def test_quoted_words_are_marked_within_the_lines_around_them(quote, keep, follow, report_page):
    keep(text=KEPT_TEXT, warc=b"w")
    quote("twelve people died")
    follow()
    (lines,) = report_page().xpath("//blockquote")
    assert words_of(lines) == KEPT_TEXT
    assert [words_of(one) for one in lines.iter("mark")] == ["twelve people died"]


def test_each_quotation_stands_there_once(quote, keep, follow, report_page):
    keep(text=KEPT_TEXT, warc=b"w")
    for words in ("twelve people died", "The ministry denied it.", "twelve people died"):
        quote(words)
    follow()
    marked = [words_of(one) for one in report_page().xpath("//mark")]
    assert marked == ["twelve people died", "The ministry denied it."]


def test_words_that_do_not_stand_in_the_kept_text_are_said_not_to(quote, keep, says, report_page):
    keep(text=KEPT_TEXT, warc=b"w")
    quote("Douze personnes sont mortes")
    assert "These words do not stand so in the kept text" in says()
    (lines,) = report_page().xpath("//blockquote")
    assert words_of(lines) == "Douze personnes sont mortes"


def test_a_quotation_without_any_kept_text_says_nothing_of_it(quote, says):
    quote("twelve people died")
    assert "do not stand" not in says()
    assert "being captured" in says()


def test_words_that_a_later_version_lost_are_shown_as_they_stood(quote, keep, says, report_page):
    keep(text=KEPT_TEXT, warc=b"one")
    quote("twelve people died")
    keep(text="Sarmin, Wednesday. Nobody died.", warc=b"two")
    assert "These words stood in version 1. The newest has them no longer." in says()
    assert [words_of(one) for one in report_page().xpath("//mark")] == ["twelve people died"]
    assert facts(report_page())["Version"] == "2"


def test_a_hostile_text_stays_a_text(quote, keep, follow, site, report, report_page):
    hostile = "<script>alert(1)</script> & <b>twelve</b>"
    keep(text=hostile, title=hostile, excerpt=hostile, author=hostile, site_name=hostile, warc=b"w")
    quote("twelve")
    follow()
    assert "<script" not in site.text(f"reports/{report.pk}/index.html")
    assert words_of(report_page().xpath("//h1")[0]) == hostile


@pytest.mark.parametrize(
    ("looks_like", "words"), [("paywall", "behind a paywall"), ("consent", "asks for consent")]
)
def test_a_kept_page_that_looks_like_something_else_says_so(looks_like, words, cite, keep, says):
    keep(looks_like=looks_like)
    cite()
    assert words in says()


def test_how_it_stands_at_its_source(cite, keep, report, says):
    cite()
    assert "being captured" in says()
    give_back(report, trouble="example.org did not answer.", due_at=None)
    assert "could not be reached yet" in says()
    keep()
    assert "kept since 21 Oct 2015" in says()
    note_look(report, standing="unchanged", at=AT, due_at=None)
    assert "unchanged since 21 Oct 2015" in says()
    note_look(report, standing="gone", at=AT.replace(day=23), due_at=None)
    assert "deleted at source since 23 Oct 2015" in says()


def test_what_the_desk_was_given_has_no_address(cite, carl, keep, follow, report_page):
    handed = asked(given_warc=b"WARC", given_name="secret-name.pdf", given_title="A leaflet")
    given = bring_report(by=carl, asked=handed)
    keep(given, url="", canonical="", source_address="", title="", site_name="", warc=b"WARC")
    cite(given)
    follow()
    page = report_page(given)
    assert "Original" not in facts(page)
    assert words_of(page.xpath("//h1")[0])
    assert "secret-name" not in words_of(page)


def test_a_graphic_picture_stands_behind_a_fold(cite, keep, flag, follow, report_page):
    keep()
    flag("graphic")
    cite()
    follow()
    (image,) = report_page().iter("img")
    assert image.getparent().tag == "details"
    flag()
    follow()
    (image,) = report_page().iter("img")
    assert image.getparent().tag == "main"


def test_who_is_identified_stands_nowhere_on_it(quote, keep, flag, follow, report_page):
    keep(text=KEPT_TEXT, warc=b"w")
    flag("identifies")
    quote("twelve people died")
    follow()
    page = words_of(report_page())
    assert not any(words in page for words in ("A. Reporter", "twelve", "Rescuers", "ministry"))
    assert list(report_page().iter("img")) == []
    assert "SHA-256" in page


def test_a_protected_report_is_held_and_nothing_else_is_shown(
    cite, keep, flag, follow, report_page, files, site
):
    keep()
    flag("opened")
    cite(headline="They said")
    follow()
    flag("protected")
    follow()
    (main,) = report_page().xpath("//main")
    assert words_of(main) == (
        "Report held by the desk The desk has seen this report. Showing more could harm somebody."
    )
    assert main.xpath(".//a | .//img") == []
    assert files() == {"index.html"}
    assert not any(path.startswith("media/") for path in site.files())


def test_it_appears_with_the_first_public_update_and_goes_with_the_last(
    cite, write, keep, follow, report_page, alice, report, site
):
    keep()
    write("A draft", f"::card{{report={report.pk}}}")
    follow()
    assert report_page() is None
    first, second = cite(), cite()
    follow()
    assert report_page() is not None
    withdraw_update(by=alice, update=first, reason="Wrong.")
    follow()
    assert words_of(report_page().xpath("//ul")[0]).startswith("They said")
    text = Text(headline="They said", body="Nothing.")
    correct_update(by=alice, update=second, text=text, note="It was put right.", based_on=1)
    follow()
    assert report_page() is None
    restore_update(by=alice, update=first)
    follow()
    assert report_page() is not None
    assert site.broken_links() == []


def test_it_goes_with_a_redacted_update(cite, keep, follow, report_page, owner, files):
    keep()
    update = cite()
    follow()
    redact_update(by=owner, update=update, reason="It named a shelter.")
    follow()
    assert report_page() is None
    assert files() == set()


def test_it_loses_the_headline_of_a_redacted_update(cite, keep, says, owner):
    keep()
    update, _ = cite(headline="The shelter"), cite(headline="Another")
    assert "The shelter" in says()
    redact_update(by=owner, update=update, reason="It named a shelter.")
    assert "The shelter" not in says()
    assert "Another" in says()


def test_it_loses_redacted_words(cite, keep, says, owner, follow, site):
    keep()
    cite(headline="The shelter of Zarqa")
    follow()
    redact_words(by=owner, words=["Zarqa"], reason="It named a shelter.")
    assert "Zarqa" not in says()
    assert not any(b"Zarqa" in data for data in site.files().values())


def test_it_names_its_column_as_that_is_called_now(cite, follow, report_page, owner, column, fresh):
    cite()
    follow()
    text = ColumnText(name="Syria", publisher="The Interpreter", zone="Europe/Moscow")
    edit_column(by=owner, column=column, text=text)
    follow()
    assert words_of(report_page().xpath("//header")[0]).startswith("Syria")


def test_it_follows_a_blogs_language(cite, follow, report_page, alice, blog):
    cite()
    follow()
    edit_blog(by=alice, blog=blog, masthead=Masthead(headline="حلب", language="ar"))
    follow()
    assert report_page().getroottree().getroot().get("dir") == "rtl"


def test_bytes_are_public_only_while_an_editor_opened_them(cite, keep, flag, follow, files, site):
    capture = keep(warc=b"the first")
    keep(warc=b"the second", text="Other words.")
    cite()
    follow()
    assert files() == {"index.html"}
    flag("opened")
    follow()
    assert files() == {"index.html", "version-1.warc.gz", "version-2.warc.gz"}
    (first,) = (data for path, data in site.files().items() if path.endswith("1.warc.gz"))
    assert hashlib.sha256(first).hexdigest() == capture.warc
    assert site.broken_links() == []
    flag()
    follow()
    assert files() == {"index.html"}


def test_a_new_version_of_an_opened_report_is_open_too(cite, keep, flag, follow, files):
    keep(warc=b"the first")
    flag("opened")
    cite()
    follow()
    keep(warc=b"the second", text="Other words.")
    follow()
    assert files() == {"index.html", "version-1.warc.gz", "version-2.warc.gz"}


def test_lost_bytes_cost_only_themselves(cite, keep, flag, publish, says, files, data, site):
    capture = keep()
    flag("opened")
    for lost in (capture.warc, capture.text.sha256, capture.image):
        next((data / "bytes").rglob(lost)).unlink()
    cite()
    publish("Aleppo")
    assert "not open to the public" in says()
    assert files() == {"index.html"}
    assert "Aleppo" in site.text(f"{BLOG}/index.html")


def test_a_redacted_report_leaves_neither_words_nor_bytes(
    cite, keep, flag, report, says, files, owner, site
):
    capture = keep()
    flag("opened")
    cite()
    says()
    redact_report(by=owner, report=report, reason="It named a shelter.")
    assert "Report held by the desk" in says()
    assert files() == {"index.html"}
    assert not any(capture.sha256.encode() in data for data in site.files().values())


def test_a_site_made_anew_has_the_same_pages(quote, cite, keep, flag, follow, site, fresh):
    keep(text=KEPT_TEXT, warc=b"w", words=Words(text=KEPT_TEXT, extractor="dateline-1"))
    quote("twelve people died")
    follow()
    flag("opened", "graphic")
    cite()
    follow()
    assert without_time(fresh()) == without_time(site)
