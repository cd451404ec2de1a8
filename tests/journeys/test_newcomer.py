"""What the README promises a newcomer: from nothing to a column, a watched feed, a sourced update.

`pytest tests/journeys/test_newcomer.py --pictures docs/pictures` makes the README's pictures anew.
"""

import io
import os
import re
from pathlib import Path
from unittest.mock import patch

import pytest
from PIL import Image
from playwright.sync_api import expect

from dateline.places.store import Store
from tests.archive.hostile import Hostile
from tests.archive.news import article
from tests.places.cast import CAST
from tests.processes.program import dateline

from .conftest import PATIENCE
from .serving import Server

README = Path(__file__).parents[2] / "README.md"
LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
READING = 120_000
"""Milliseconds that the first reading may take on a busy machine."""
NAMED = '<meta property="og:site_name" content="Idlib News">'
STORIES = {
    "Rescuers: hospital in Sarmin was hit": (
        "Rescuers said that Russian warplanes bombed a hospital in Sarmin on Tuesday. "
        "The rescue service said that the strike killed 12 people and wounded many more.",
        "The director of the hospital said that its generator still works.",
    ),
    "Ministry denies the strike on Sarmin": (
        "The ministry of defence denied that any of its aircraft had bombed Sarmin on Tuesday.",
    ),
}


@pytest.fixture
def feed():
    """A site with a feed and its stories."""
    with Hostile() as site:
        items = []
        for number, (title, told) in enumerate(STORIES.items()):
            page = site.put(f"/story/{number}", article(*told, title=title, head=NAMED))
            items.append(f"<item><title>{title}</title><link>{page}</link></item>")
        rss = (
            f"<rss version='2.0'><channel><title>Idlib News</title>{''.join(items)}</channel></rss>"
        )
        yield site.put("/feed", rss.encode(), {"Content-Type": "application/rss+xml"})


@pytest.fixture
def served(tmp_path):
    """A fresh folder with its owner, served, with a small gazetteer in place of the world's."""
    with patch("dateline.places.store.world", lambda: [CAST]):
        Store(tmp_path).rebuild()
    assert dateline("owner", "you@example.org", data=tmp_path).returncode == 0
    server = Server(tmp_path)
    with patch.dict(os.environ, DATELINE_ALLOW="127.0.0.0/8"):
        server.start()
    yield server
    server.stop()


@pytest.fixture
def page(browser, served):
    context = browser.new_context(base_url=served.at, viewport=LAPTOP)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def keep(request):
    """Keep a picture for the README where the run was asked for them: `keep(page, name)`."""
    folder = request.config.getoption("--pictures")

    def _keep(page, name):
        shot = Image.open(io.BytesIO(page.screenshot()))
        assert shot.getbbox()
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            small = shot.convert("RGB").quantize(256, dither=Image.Dither.NONE)
            small.save(Path(folder) / f"{name}.png", optimize=True)

    return _keep


def link(served):
    """Return the link that `dateline link` prints, at the port that is served."""
    said = dateline("link", "you@example.org", data=served.data).stdout
    return f"{served.at}{re.search(r'/desk/sign-in/[^ ]+', said)[0].strip()}"


def test_from_nothing_to_a_published_sourced_update(page, served, feed, keep, browser):
    page.goto(link(served))
    page.get_by_role("main").get_by_role("button").first.click()
    page.goto("/desk/")
    page.get_by_role("link", name="Open a column").click()
    for label, words in {"Name": "Idlib", "Address": "idlib", "Publisher": "Two Reporters"}.items():
        page.get_by_label(label, exact=True).fill(words)
    page.get_by_role("main").get_by_role("button").last.click()
    page.get_by_role("link", name="Start a blog").click()
    page.get_by_label("Headline").fill("A hospital in Sarmin")
    page.get_by_role("main").get_by_role("button").last.click()
    page.get_by_role("link", name="Wire").click()
    page.get_by_role("link", name="Watches").click()
    page.get_by_label("Watch an address").fill(feed)
    page.get_by_role("button", name="Watch it").click()
    keep(page, "watch")
    page.goto("/desk/")
    with page.expect_navigation():  # until its script has come too
        page.get_by_role("link", name="A hospital in Sarmin").click()
    row = page.locator("#wire a.row", has_text="hospital in Sarmin was hit")
    expect(row).to_contain_text("proposed", timeout=READING)
    row.click()
    page.locator("#report .claim", has_text="killed 12").first.click()
    keep(page, "screen")
    page.keyboard.press("u")
    body = page.locator("#write textarea[name=body]")
    expect(body).to_have_value(re.compile("claim="))
    page.get_by_label("Headline").fill("Rescuers: twelve dead in Sarmin")
    keep(page, "composer")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Published.").wait_for()
    reader = browser.new_context(viewport=PHONE).new_page()
    page.get_by_text("Blog", exact=True).click()
    reader.goto(served.at + page.get_by_role("link", name="Public page").get_attribute("href"))
    expect(reader.locator(".entry").first).to_contain_text("Rescuers: twelve dead in Sarmin")
    keep(reader, "page")
    reader.locator(".entry a", has_text="killed 12").click()
    expect(reader.locator("body")).to_contain_text("SHA-256")
    keep(reader, "claim")
    reader.context.close()


def test_the_readme_shows_pictures_that_are_there():
    shown = re.findall(r"\]\((docs/pictures/[^)]+)\)", README.read_text())
    assert len(shown) >= 4
    assert [one for one in shown if not (README.parent / one).is_file()] == []
