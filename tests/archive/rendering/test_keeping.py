"""Captures where the newsroom set a browser: what is kept besides, and whose words count."""

import logging

import pytest

from dateline.archive import outward
from dateline.archive.bring import bring_address, bring_given
from dateline.archive.capture import Capturer
from dateline.archive.extract import EXTRACTOR
from dateline.archive.keep import Keeper
from dateline.archive.rendering import Bounds, Renderer
from dateline.archive.verify import faults_of
from dateline.archive.warc import records
from dateline.ledger import storage
from dateline.ledger.verbs.in_hand import look_at_once, take
from tests.archive.news import SENTENCES, article, photograph

from .conftest import CHROMIUM

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

SHELL = "<!doctype html><title>A strike</title><div id=app></div><script src=/app.js></script>"


def built(*sentences):
    """Return a script that writes an article."""
    told = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    return f"document.getElementById('app').innerHTML = `<article>{told}</article>`"


@pytest.fixture
def look(fetcher, apart, folder):
    """Look at a report as the worker does, with a browser: `look(report, seconds=9)`."""

    def _look(report, **bounds):
        renderer = Renderer(fetcher, CHROMIUM, bounds=Bounds(**bounds))
        look_at_once(report)
        keeper = Keeper(fetcher, apart, renderer=renderer)
        kept = Capturer(fetcher, keeper).look(take(report))
        report.refresh_from_db()
        return kept

    return _look


def text_of(capture):
    return storage.read(capture.text.sha256).decode()


def resources(capture):
    """Return what of a capture's WARC we made ourselves, by the middle of its name."""
    found = records(storage.read(capture.warc))
    return {one.uri.split(":")[2]: one for one in found if one.kind == "resource"}


def test_words_that_scripts_write_are_the_report_s(site, look):
    site.put("/app.js", built(*SENTENCES), "text/javascript")
    kept = look(bring_address(by=None, address=site.put("/strike", SHELL)))
    assert SENTENCES[0] in text_of(kept)
    assert kept.text.extractor == f"{EXTRACTOR} rendered"
    assert (kept.looks_like, kept.title) == ("", "A strike")
    assert kept.sha256 == storage.sha256_of(SHELL.encode())
    assert list(faults_of(kept)) == []


def test_a_page_that_speaks_for_itself_keeps_its_own_words(site, look):
    late = b"<script>document.body.innerHTML = '<article><p>Other words.</p></article>'</script>"
    kept = look(bring_address(by=None, address=site.put("/", article() + late)))
    assert SENTENCES[0] in text_of(kept)
    assert kept.text.extractor == EXTRACTOR
    assert b"Other words." in resources(kept)["rendered"].payload


def test_the_warc_holds_the_page_as_it_was_seen(site, look):
    site.put("/red.jpg", photograph(1), "image/jpeg")
    page = site.put("/", article(chatter="<img src=/red.jpg>"))
    kept = look(bring_address(by=None, address=page))
    own = resources(kept)
    assert own["rendered"].media_type == "text/html"
    assert own["screenshot"].media_type == "image/jpeg"
    assert own["screenshot"].payload.startswith(b"\xff\xd8\xff")
    assert own["screenshot"].uri.endswith(storage.sha256_of(own["screenshot"].payload))
    answers = [one.uri for one in records(storage.read(kept.warc)) if one.kind == "response"]
    assert answers == [page, site.url("/red.jpg")]
    assert list(faults_of(kept)) == []


def test_a_page_that_the_browser_cannot_show_is_kept_as_it_came(site, look):
    page = site.put("/", article() + b"<script>for (;;);</script>")
    kept = look(bring_address(by=None, address=page), seconds=6)
    assert SENTENCES[0] in text_of(kept)
    assert resources(kept) == {}
    assert list(faults_of(kept)) == []


def test_the_same_shell_with_new_words_is_a_new_version(site, look):
    site.put("/app.js", built(*SENTENCES), "text/javascript")
    report = bring_address(by=None, address=site.put("/strike", SHELL))
    look(report)
    assert look(report) is None
    assert report.standing == "unchanged"
    site.put(
        "/app.js", built("The ministry took back what it said.", *SENTENCES), "text/javascript"
    )
    again = look(report)
    assert (again.number, text_of(again).splitlines()[0]) == (
        2,
        "The ministry took back what it said.",
    )


@pytest.mark.parametrize("name", ["page.html", "picture.jpg"])
def test_what_was_handed_in_is_shown_to_no_browser(look, name):
    data = article() if name == "page.html" else photograph(1)
    assert set(resources(look(bring_given(by=None, data=data, name=name)))) == {"given"}


def test_a_picture_is_shown_to_no_browser(site, look):
    page = site.put("/picture", photograph(1), "image/jpeg")
    assert resources(look(bring_address(by=None, address=page))) == {}


def test_a_browser_that_cannot_work_is_told_of_once_and_done_without(
    settings, fetcher, monkeypatch, caplog
):
    settings.DATELINE_BROWSER = CHROMIUM
    assert outward.renderer(fetcher)
    settings.DATELINE_BROWSER = "/nowhere/chromium"
    with caplog.at_level(logging.WARNING):
        assert outward.renderer(fetcher) is None
    assert caplog.messages == [
        "DATELINE_BROWSER is set, but /nowhere/chromium is no program on this machine. "
        "Pages are kept without being shown."
    ]
    settings.DATELINE_BROWSER = ""
    assert outward.renderer(fetcher) is None
