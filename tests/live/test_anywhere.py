"""The site as plain files in any folder of any web server: it reads complete, and asks nobody."""

import re
import shutil
import threading
import urllib.request
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin

import pytest

from dateline.ledger.verbs.blogs import Masthead, edit_blog, start_blog
from dateline.ledger.verbs.columns import ColumnText, edit_column
from tests.live.site import BLOG, COLUMN, Page

FOLDER = "/some/sub/folder/"


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


@pytest.fixture
def day(short_pages, publish, follow, alice, owner, column, blog, other_blog, bring, mark):
    """A site with pictures, numbered pages, two columns and a blog before this one."""
    logo, photo = bring("PNG", (60, 20)), bring(size=(1000, 600))
    text = ColumnText(name="Putin in Syria", publisher="The Interpreter", logo=logo)
    edit_column(by=owner, column=column, text=text)
    masthead = Masthead(headline="Assad flies to Moscow")
    before = start_blog(by=alice, column=column, slug="2015-10-20", masthead=masthead)
    masthead = Masthead(headline="Assad in Moscow", photo=photo, previous=before)
    edit_blog(by=alice, blog=blog, masthead=masthead)
    for n in range(1, 14):
        words = f"Words.\n\n::media{{id={photo.pk}}}\n\n[Report](https://example.org/)"
        mark(publish(f"Update {n}", words), "key_event")
    follow()


@pytest.fixture
def address(day, site, tmp_path):
    """Serve a copy of the site from a subfolder, and return its address."""
    shutil.copytree(site.root, f"{tmp_path}{FOLDER}", ignore=shutil.ignore_patterns(".*"))
    handler = partial(_Quiet, directory=tmp_path)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
        server.shutdown()


def get(address):
    """Return the status and, of a page, its text."""
    try:
        with urllib.request.urlopen(address) as answer:
            kind = answer.headers.get_content_type()
            return answer.status, answer.read().decode() if kind == "text/html" else ""
    except HTTPError as error:
        error.close()
        return error.code, ""


def test_every_link_from_the_first_page_onwards_is_answered(address, site):
    found, waiting = {}, [address]
    while waiting:
        here = waiting.pop()
        if here in found:
            continue
        found[here], text = get(here)
        page = Page.of(text)
        ways = (urldefrag(urljoin(here, way)).url for way in (*page.links, *page.loads))
        waiting += [way for way in ways if way.startswith("http://127.0.0.1")]
    assert {way: status for way, status in found.items() if status != 200} == {}
    assert all(way.startswith(address) for way in found)
    reached = {way.removeprefix(address) for way in found}
    pages = {f"{BLOG}/page/{k}/" for k in (1, 2, 3)} | {f"{BLOG}/u/{n}/" for n in range(1, 14)}
    assert pages | {f"{COLUMN}/2015-10-20/", "ukraine/", f"{BLOG}/day.html"} <= reached
    assert {path.split("/")[0] for path in reached} >= {"assets", "media", COLUMN}


def test_no_page_leads_to_the_root_of_its_server(day, site):
    for path in site.html_files():
        page = site.page(path)
        assert not [way for way in (*page.links, *page.loads) if way.startswith("/")], path
    for name in ("feed.json", "head.json", "rev/1.json", "feed.atom"):
        assert not re.search(r'(href="|url": ")/', site.text(f"{BLOG}/{name}"))


def test_no_page_loads_anything_from_elsewhere(day, site):
    for path in site.html_files():
        loads = site.page(path).loads
        assert not [way for way in loads if "//" in way.removeprefix("data:")], path
        assert loads or path.endswith(("404.html", "/day.html"))


ADDRESS = re.compile(r"(?:https?:)?//[a-zA-Z][^\s\"'`]*")
NAMED = (
    "http://www.w3.org/",
    *("https://github.com/ma", "https://maplibre.org/", "https://maplibre.invalid/"),
    *("https://wiki.openstreetmap.org/wiki/This_map_requires_WebGL", "//android"),
)
"""What the map's library has in comments, in links and in what it says; it fetches none of it."""


def test_style_and_script_load_nothing_from_elsewhere(day, site):
    for name in (path for path in site.files() if path.startswith("assets/")):
        text = site.text(name)
        assert "url(http" not in text.replace('"', "").replace("'", "")
        assert "@import" not in text
        assert not [found for found in ADDRESS.findall(text) if not found.startswith(NAMED)]
