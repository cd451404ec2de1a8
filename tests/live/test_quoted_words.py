"""Quoted words against what is kept: nothing is called kept that does not stand there."""

from datetime import UTC, datetime

import pytest

from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.capturing import Words, add_text, give_back, note_look
from tests.ledger.kept import AT
from tests.live.site import BLOG, words_of

WORDS = "twelve people died in Sarmin"
SHOWING = ("index.html", "u/1/index.html", "embed/index.html", "day.html", "feed.json", "feed.atom")
KEPT = "kept since 21 Oct 2015 20:58 EEST"


@pytest.fixture
def quote(publish, report):
    """Publish words quoted from the report, or another: `quote("words")`."""

    def _quote(words=WORDS, one=report, **more):
        return publish("They said", f":::quote{{report={one.pk}}}\n{words}\n:::", **more)

    return _quote


@pytest.fixture
def note(follow, site):
    """Return how the quotation stands on page one, after the site followed."""

    def _note(path="index.html"):
        follow()
        (found,) = site.parsed(f"{BLOG}/{path}").xpath("//article//figcaption//span[@class='note']")
        return words_of(found)

    return _note


def test_until_it_is_kept_it_is_not_yet_checked(quote, note):
    quote()
    assert note() == "not yet checked"


def test_a_failed_capture_is_told(quote, report, note):
    quote()
    give_back(report, trouble="example.org did not answer.", due_at=None)
    assert note() == "not yet checked; the original could not be fetched"


def test_once_it_is_kept_all_that_shows_it_says_so_by_itself(quote, keep, note, seen_in, site):
    quote()
    note()
    keep()
    assert note() == KEPT
    assert seen_in(KEPT) == {*SHOWING, "rev/3.json"}
    (entry,) = site.newest_delta()["entries"]
    assert (entry["number"], entry["change"]) == (1, "changed")
    for path in SHOWING:
        assert "example.org/strike" in site.text(f"{BLOG}/{path}").replace("\\/", "/")


@pytest.mark.parametrize(
    "words",
    [
        "Twelve people died in Sarmin",
        "thirteen people died in Sarmin",
        "2 people",
        "Rescuers … in Aleppo",
        "people twelve",
        "they are not there",
    ],
)
def test_words_that_stand_otherwise_are_not_checked(quote, keep, note, words):
    quote(words)
    keep()
    assert note() == "not checked"


@pytest.mark.parametrize("words", ["Rescuers say … died in Sarmin.", "Rescuers  say\nthat twelve"])
def test_spacing_and_gaps_are_no_difference(quote, keep, note, words):
    quote(words)
    keep()
    assert note() == KEPT


def test_it_stands_as_its_report_does(quote, report, keep, note):
    quote()
    keep()
    note_look(report, standing="unchanged", at=AT, due_at=None)
    assert note() == "unchanged since 21 Oct 2015 20:58 EEST"
    note_look(report, standing="gone", at=AT.replace(day=23), due_at=None)
    assert note() == "deleted at source since 23 Oct 2015 20:58 EEST"


def test_words_that_a_page_no_longer_has_are_kept_from_an_older_version(quote, keep, note):
    quote()
    keep()
    later = datetime(2015, 10, 22, 6, 0, tzinfo=UTC)
    keep(text="Rescuers say that ten people died.", captured_at=later)
    assert note() == "kept 21 Oct 2015 20:58 EEST; the page has changed since"


def test_words_that_a_better_reading_of_the_page_finds_are_kept_from_then_on(quote, keep, note):
    capture = keep()
    quote("nine people died in Binnish")
    assert note() == "not checked"
    add_text(capture, Words(text="They said nine people died in Binnish.", extractor="dateline-2"))
    assert note() == KEPT


def test_words_that_another_reading_leaves_out_stay_kept(quote, keep, note):
    quote()
    add_text(keep(), Words(text="Rescuers say nothing.", extractor="dateline-2"))
    assert note() == KEPT


def test_lost_bytes_are_not_checked(quote, keep, note, data):
    capture = keep()
    next(path for path in (data / "bytes").rglob(capture.text.sha256)).unlink()
    quote("say that twelve")
    assert note() == "not checked"


def test_each_quotation_stands_for_itself(publish, report, keep, follow, site):
    bodies = [f":::quote{{report={report.pk}}}\n{words}\n:::" for words in (WORDS, "ten died")]
    publish("Both", "\n\n".join(bodies))
    keep()
    follow()
    notes = site.parsed(f"{BLOG}/index.html").xpath("//article//span[@class='note']")
    assert [words_of(one) for one in notes] == [KEPT, "not checked"]


def test_another_columns_blog_quotes_the_same_report(
    quote, keep, follow, site, other_blog, owner, report
):
    quote(by=owner, blog=other_blog)
    follow()
    keep()
    follow()
    assert "kept since" in site.newest_delta("ukraine/2015-10-21")["entries"][0]["html"]


def test_it_is_said_in_the_blogs_language(alice, column, quote, keep, follow, site):
    blog = start_blog(
        by=alice, column=column, slug="homs", masthead=Masthead(headline="حمص", language="ar")
    )
    quote(blog=blog)
    follow()
    page = site.text("putin-in-syria/homs/index.html")
    assert "لم يُتحقَّق منه بعد" in page
    assert "not yet checked" not in page
    keep()
    follow()
    assert "محفوظ منذ" in site.text("putin-in-syria/homs/index.html")


def test_forty_quotations_cost_as_few_queries_as_one(
    quote, keep, follow, publish, django_assert_max_num_queries
):
    keep()
    for n in range(40):
        quote(f"{WORDS[: 10 + n % 3]} {n}")
    follow()
    publish("One more")
    with django_assert_max_num_queries(50) as asked_for:
        follow()
    assert sum("ledger_reporttext" in query["sql"] for query in asked_for) <= 12
