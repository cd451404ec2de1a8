"""A page as a reader saw it."""

import io

import pytest
from PIL import Image
from playwright.sync_api import sync_playwright

from dateline.archive.rendering import Renderer, RenderError, why_not
from dateline.archive.wacz import Item, pack
from dateline.archive.warc import faults, record, records
from tests.archive.exchanges import NOW
from tests.archive.replay import pywb, replaying
from tests.journeys.conftest import BROWSER
from tests.pictures import picture

from .conftest import CHROMIUM, all_gone

assert pywb  # a fixture, found by its name

pytestmark = pytest.mark.browser

WORDS = "Twelve people were killed, قُتل اثنا عشر"
SHELL = """<!doctype html><title>Sarmin</title><style>body { margin: 0 }</style>
<div id=app></div><script src=/app.js></script>"""
SCRIPT = """fetch('words.json?of=today').then(answer => answer.json()).then(said => {
  document.getElementById('app').innerHTML = `<p>${said.words}</p><img src=/red.png>`;
});"""


@pytest.fixture
def page(site):
    """Return a page that is nothing without its script."""
    site.put("/app.js", SCRIPT, "text/javascript")
    site.put("/words.json", f'{{"words": "{WORDS}"}}', "application/json")
    site.put("/red.png", picture(size=(40, 30)), "image/png")
    return site.put("/sarmin", SHELL)


def test_what_scripts_write_stands_in_it(page, render):
    rendered = render(page)
    assert f"<p>{WORDS}</p>".encode() in rendered.html
    assert rendered.words == ""


def test_it_says_that_it_was_made_here(page, render):
    first, note, *_ = render(page).html.splitlines()
    assert first == b"<!doctype html>"
    assert note.startswith(b"<!-- The page as Chromium 1")


def test_the_screenshot_shows_the_whole_page(site, render):
    tall = "<!doctype html><style>body{margin:0;height:3000px;background:linear-gradient(red,blue)}"
    seen = Image.open(io.BytesIO(render(site.put("/", tall)).screenshot))
    assert (seen.format, seen.size) == ("JPEG", (1280, 3000))
    top, bottom = seen.getpixel((640, 20)), seen.getpixel((640, 2980))
    assert top[0] > 200 > 60 > top[2]
    assert bottom[2] > 200 > 60 > bottom[0]


def test_a_page_without_end_is_cut(site, render):
    rendered = render(site.put("/", "<body style='margin:0;height:99999px'>"), height=2000)
    assert Image.open(io.BytesIO(rendered.screenshot)).size == (1280, 2000)
    assert rendered.words == "It was cut short: what stands below 2,000 pixels is missing."
    assert rendered.words.encode() in rendered.html


def test_pictures_that_wait_to_be_seen_are_loaded(site, render):
    site.put("/far.png", picture(), "image/png")
    render(site.put("/", "<div style='height:9000px'></div><img loading=lazy src=/far.png>"))
    assert "/far.png" in site.paths()


def test_all_that_it_loaded_is_kept_and_asked_for_once(page, site, render):
    rendered = render(page)
    paths = ["/app.js", "/words.json?of=today", "/red.png"]
    assert [exchange.url for exchange in rendered.exchanges] == [site.url(path) for path in paths]
    assert site.paths() == ["/sarmin", *paths]


def test_a_frame_that_was_redirected_has_the_address_that_it_ended_at(site, render):
    site.put("/old", "", status=302, Location="/new/")
    site.put("/new/", "<script src=inner.js></script>")
    site.put("/new/inner.js", "parent.document.body.append('from within')", "text/javascript")
    assert b"from within" in render(site.put("/", "<body><iframe src=/old></iframe>")).html


def test_the_page_is_judged_by_the_address_that_it_came_from(site, render):
    site.put("/old", "", status=301, Location="/new/page")
    site.put("/new/page", "<script>document.write(location.pathname)</script>")
    assert b"/new/page" in render(site.url("/old")).html


def test_a_screen_of_blocking_questions_is_waved_through(site, render):
    asks = "alert(1); confirm(2); prompt(3); print(); onbeforeunload = () => 'stay';"
    page = site.put("/", f"<body><script>{asks} document.body.append('then')</script>")
    assert b"then</body>" in render(page).html


def test_a_browser_that_does_not_start_is_told_of_once(site, fetcher, folder, caplog):
    renderer = Renderer(fetcher, "/bin/false")
    for _ in range(2):
        with pytest.raises(RenderError, match="could not be started"):
            renderer.render(fetcher.get(site.put("/", "<p>Words")))
    (words,) = caplog.messages
    assert words.startswith("The browser that DATELINE_BROWSER names does not start: ")
    assert "127.0.0" not in words
    assert why_not("/nowhere/chromium") == "/nowhere/chromium is no program on this machine."
    assert why_not(CHROMIUM) == ""


def test_without_playwright_it_says_what_to_install(monkeypatch):
    monkeypatch.setattr("dateline.archive.rendering.renderer.find_spec", lambda _: None)
    assert why_not(CHROMIUM) == "playwright is not installed: pip install 'dateline[browser]'."


def test_stopping_dateline_ends_it(site, fetcher, folder):
    def stop():
        fetcher.close()
        return b""

    site.put("/late.js", stop, "text/javascript")
    document = fetcher.get(site.put("/", "<script src=/late.js></script>"))
    with pytest.raises(RenderError, match="being stopped"):
        Renderer(fetcher, CHROMIUM).render(document)
    assert all_gone(folder)


def test_a_peer_replays_it_with_the_words_that_scripts_write(page, fetcher, folder, pywb, tmp_path):
    document = fetcher.get(page)
    rendered = Renderer(fetcher, CHROMIUM).render(document)
    exchanges = (*document.exchanges, *rendered.exchanges)
    kept = record(exchanges, now=NOW, resources=rendered.resources())
    assert faults(kept) == []
    own = {one.uri.rpartition(":")[0]: one for one in records(kept) if one.kind == "resource"}
    assert own["urn:dateline:rendered"].payload == rendered.html
    assert own["urn:dateline:screenshot"].payload == rendered.screenshot
    at = document.exchanges[0].began_at
    item = Item(url=page, captured_at=at, title="Sarmin", warc=kept)
    pack(tmp_path / "kept.wacz", [item], now=NOW)
    with replaying(pywb, tmp_path / "kept.wacz", tmp_path) as peer, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=BROWSER)
        tab = browser.new_page()
        tab.goto(f"{peer}/{at:%Y%m%d%H%M%S}/{page}")
        replayed = tab.frame_locator("iframe")
        assert replayed.locator("p").inner_text() == WORDS
        natural = "async image => { await image.decode(); return image.naturalWidth }"
        assert replayed.locator("img").evaluate(natural) == 40
        browser.close()
