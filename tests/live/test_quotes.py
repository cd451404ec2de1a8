"""Quotations that rest on a report or name a source by its id."""

import pytest

from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.reports import bring_report
from dateline.ledger.verbs.sources import SourceText, add_source, edit_source, merge
from tests.ledger.kept import asked
from tests.live.site import BLOG, words_of

ADDRESS = "https://example.org/strike"


@pytest.fixture
def source(alice):
    return add_source(by=alice, text=SourceText(name="Civil Defence"))


@pytest.fixture
def quote(publish):
    """Publish words that someone said: `quote("source=…")`."""

    def _quote(named, words="Twelve people died."):
        return publish("They said", f":::quote{{{named}}}\n{words}\n:::")

    return _quote


@pytest.fixture
def caption(follow, site):
    """Return what stands below the quotation on page one, after the site followed."""

    def _caption():
        follow()
        (found,) = site.parsed(f"{BLOG}/index.html").xpath("//article//figcaption")
        return found

    return _caption


def test_a_source_is_named(quote, source, caption, seen_in):
    quote(f"source={source.pk}")
    assert words_of(caption()) == "Civil Defence"
    assert seen_in(str(source.pk)) == set()


def test_a_renamed_source_is_named_anew_everywhere(quote, source, caption, alice, seen_in):
    quote(f"source={source.pk}")
    caption()
    before = seen_in("Civil Defence") - {"rev/2.json"}
    edit_source(by=alice, source=source, text=SourceText(name="The White Helmets"))
    assert words_of(caption()) == "The White Helmets"
    assert seen_in("The White Helmets") == before | {"rev/3.json"}


def test_a_merged_source_bears_the_others_name(quote, source, caption, alice):
    quote(f"source={source.pk}")
    other = add_source(by=alice, text=SourceText(name="The White Helmets"))
    merge(by=alice, one=source, into=other)
    assert words_of(caption()) == "The White Helmets"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "a source known to the desk"), ("ar", "مصدر معروف لدى فريق التحرير")],
)
def test_a_confidential_source_is_not_named(
    language, words, column, alice, publish, site, follow, seen_in
):
    masthead = Masthead(headline="Homs", language=language)
    blog = start_blog(by=alice, column=column, slug="homs", masthead=masthead)
    text = SourceText(name="Zephyrine Quill", confidential=True)
    source = add_source(by=alice, text=text)
    publish("Said", f":::quote{{source={source.pk}}}\nTwelve died.\n:::", blog=blog)
    follow()
    (found,) = site.parsed("putin-in-syria/homs/index.html").xpath("//article//figcaption")
    assert words_of(found) == words
    assert not any(b"Zephyrine" in data for data in site.files().values())


def test_a_quotation_names_its_reports_source_and_leads_to_its_page(
    quote, report, keep, caption, site
):
    keep()
    quote(f"report={report.pk}")
    page, original = caption().xpath(".//a")
    assert (words_of(page), page.get("href")) == ("The Agency", f"../../reports/{report.pk}/")
    assert (words_of(original), original.get("href")) == ("example.org/strike", ADDRESS)
    assert site.broken_links() == []


def test_until_it_is_kept_it_leads_to_the_original(quote, report, caption):
    quote(f"report={report.pk}")
    (link,) = caption().xpath(".//a")
    assert (words_of(link), link.get("href")) == ("example.org/strike", ADDRESS)
    assert words_of(caption()) == "example.org · example.org/strike · not yet checked"


def test_of_a_report_that_is_held_only_that_is_said(quote, report, keep, flag, follow, site):
    keep()
    quote(f"report={report.pk} source=Zephyrine", "Twelve died where the zinnias grow.")
    follow()
    flag("protected")
    follow()
    (said,) = site.parsed(f"{BLOG}/index.html").xpath("//article//figure")
    assert words_of(said) == "Report held by the desk"
    for secret in (b"Zephyrine", b"zinnias"):
        assert not any(secret in data for data in site.files().values())


def test_a_capture_changes_the_feeds_and_the_descriptions_too(
    quote, report, keep, caption, seen_in
):
    quote(f"report={report.pk}")
    caption()
    keep()
    caption()
    assert {"feed.atom", "feed.json", "u/1/index.html"} < seen_in("The Agency")


def test_ids_in_capitals_or_without_hyphens_name_the_same(quote, carl, keep, caption):
    report = bring_report(by=carl, asked=asked("https://example.org/other"))
    quote(f"report={report.pk.hex.upper()}")
    caption()
    keep(report)
    assert words_of(caption()).startswith("The Agency")
