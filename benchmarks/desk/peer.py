"""The peer: a plain Django view that writes one row, on the same settings of SQLite.

python -m benchmarks.desk.peer FOLDER PORT     serves until its input ends
"""

import subprocess
import sys
import threading
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import django
from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.urls import path

import dateline.server.sqlite  # noqa: F401  the same SQLite, before Django loads its own
from benchmarks.click import free_port

from .keys import WATCH, browser, press

PAGE = """<!doctype html><title>Peer</title><ul><li class="claim proposed">?</li></ul><script>
addEventListener('keydown', async () => {
  const answer = await fetch('/', {method: 'POST'});
  document.querySelector('ul').innerHTML = await answer.text();
});</script>"""


def plain_view(data: Path, presses: int) -> list[float]:
    """Press a key so often; return the milliseconds until each answer was in the page."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.desk.peer", str(data), str(port)]
    server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert server.stdout
    try:
        server.stdout.readline()
        with browser() as chromium:
            page = chromium.new_page()
            page.add_init_script(f"({WATCH})()")
            page.goto(f"http://localhost:{port}/")
            return [press(page, "a", "['li.accepted:nth-child(1)']")[0] for _ in range(presses)]
    finally:
        server.communicate()


def serve(data: str, port: int) -> None:
    """Serve a table of one column."""
    options = {
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
        "transaction_mode": "IMMEDIATE",
    }
    file = {"ENGINE": "django.db.backends.sqlite3", "NAME": f"{data}/peer.sqlite3"}
    database = file | {"CONN_MAX_AGE": None, "OPTIONS": options}
    settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"], DATABASES={"default": database})
    django.setup()
    _make_table()
    server = make_server("", port, get_wsgi_application(), _Server, _Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(port, flush=True)
    sys.stdin.read()


def _make_table() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE accepted (said TEXT)")


def view(request: HttpRequest) -> HttpResponse:
    """Show the page, or write a row."""
    if request.method != "POST":
        return HttpResponse(PAGE)
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO accepted VALUES ('yes')")
    return HttpResponse('<li class="claim accepted">yes</li>')


urlpatterns = [path("", view)]


class _Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


if __name__ == "__main__":
    serve(sys.argv[1], int(sys.argv[2]))
