"""Signed-in clients of the named cast, and the desk in a real browser."""

import mimetypes
import threading
import uuid
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.wsgi import get_wsgi_application
from django.test import Client

from dateline.ledger.verbs.media import bring_media
from dateline.ledger.verbs.people import give_role
from dateline.places import build
from tests.pictures import picture
from tests.places.cast import CAST

STATIC = Path(__file__).parents[2] / "src/dateline/desk/static"
PATIENCE = 60_000
"""Milliseconds that a page may take on a machine that does much else."""
BROWSER = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--no-first-run",
]


@pytest.fixture(autouse=True)
def _forget_rates():
    cache.clear()


@pytest.fixture
def enter():
    """Sign someone in: `enter(alice).get("/desk/")`."""

    def _enter(person, **options):
        client = Client(**options)
        client.force_login(person)
        return client

    return _enter


@pytest.fixture
def olivia(owner, column, sam):
    """Sam, made the owner of this one column."""
    give_role(by=owner, person=sam, name="owner", column=column)
    return sam


@pytest.fixture
def gazetteer(data):
    """A gazetteer of a few places, where the site keeps its own."""
    folder = data / "places"
    folder.mkdir()
    build(folder / "gazetteer.sqlite", [CAST])
    return folder / "gazetteer.sqlite"


@pytest.fixture
def media(alice):
    """A kept picture."""
    return bring_media(by=alice, data=picture(), alt="A red field", credit="Alice")


@pytest.fixture
def upload():
    """Make an upload: `upload(data, name)`."""

    def _upload(data=None, name="field.png"):
        return SimpleUploadedFile(name, picture() if data is None else data, "image/png")

    return _upload


def composed(headline="Assad in Moscow", body="The Kremlin says so.", **more):
    """Return what the composer sends."""
    fields = {"headline": headline, "body": body, "place": "", "byline": "Alice"}
    fields |= {"draft": str(uuid.uuid4()), "based_on": "0", "action": "draft"}
    return {**fields, **more}


def words_of(response):
    """Return a response's text."""
    return response.content.decode()


def until(page, done):
    """Wait for what no page shows: that the browser told of a request, or that a row was kept."""
    for _ in range(PATIENCE // 50):
        if done():
            return
        page.wait_for_timeout(50)
    assert done()


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture
def site(transactional_db):
    """The desk on a port, with its built files; return its address."""
    desk = get_wsgi_application()

    def app(environ, start_response):
        path = environ["PATH_INFO"]
        if not path.startswith("/desk/static/"):
            return desk(environ, start_response)
        file = STATIC / Path(path).name
        if not file.is_file():
            start_response("404 Not Found", [])
            return [b""]
        start_response("200 OK", [("Content-Type", mimetypes.guess_type(file.name)[0])])
        return [file.read_bytes()]

    server = make_server("127.0.0.1", 0, app, server_class=_Server, handler_class=_Quiet)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def _playwright(monkeypatch):
    # Playwright's loop runs in this very thread, which Django would take for a mistake.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    sync_api = pytest.importorskip("playwright.sync_api")
    sync_api.expect.set_options(timeout=PATIENCE)
    with sync_api.sync_playwright() as playwright:
        yield playwright


@pytest.fixture
def page(site, _playwright):
    """A page of a real browser; what it complains about fails the test."""
    browser = _playwright.chromium.launch(executable_path="/usr/bin/chromium", args=BROWSER)
    page = browser.new_context(base_url=site).new_page()
    page.set_default_timeout(PATIENCE)
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            complaints.append(message.text) if "Content Security Policy" in message.text else None
        ),
    )
    yield page
    browser.close()
    assert complaints == []


@pytest.fixture
def as_person(page, site):
    """Give the browser someone's session."""

    def _as(person):
        client = Client()
        client.force_login(person)
        value = client.cookies["dateline_session"].value
        page.context.add_cookies(
            [{"name": "dateline_session", "value": value, "domain": "localhost", "path": "/desk/"}]
        )
        return page

    return _as
