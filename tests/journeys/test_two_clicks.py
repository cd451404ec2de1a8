"""Every number that the demo computes leads to quoted words and a SHA-256 within two clicks."""

import httpx
import pytest

from tests.processes.program import Server, until

from .clicks import Reader

COLUMN = "putin-in-syria"
BLOGS = ("2015-10-21", "2015-10-21-ar", "2015-10-20")
COMPUTED = {
    "incidents": "//main",
    "boards": "//figure[contains(@class, 'board')]",
    "situation": "//*[@id='situation']",
}


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """The address at which `dateline demo` serves its pages."""
    folder = tmp_path_factory.mktemp("two-clicks")
    server = Server(folder / "data", folder / "log", None, "demo")
    try:
        until(lambda: all(server.shows(f"{COLUMN}/{blog}/", "</html>") for blog in BLOGS))
        until(lambda: (server.site / ".sequence").exists())
        yield server
        server.end()
    finally:
        server.close()


@pytest.fixture(scope="module")
def reader():
    with httpx.Client(timeout=10) as client:
        yield Reader(lambda address: client.get(address).raise_for_status().text)


def pages(demo, kind):
    """Return the addresses of the pages where such numbers stand."""
    if kind != "incidents":
        return [f"{demo.address}/{COLUMN}/{blog}/" for blog in BLOGS]
    found = sorted((demo.site / "incidents").glob("*/index.html"))
    return [f"{demo.address}/incidents/{page.parent.name}/" for page in found]


@pytest.mark.parametrize("kind", COMPUTED)
def test_each_computed_number_leads_to_words_and_hash_in_two_clicks(kind, demo, reader):
    shown = [one for page in pages(demo, kind) for one in reader.numbers(page, COMPUTED[kind])]
    assert len(shown) >= {"incidents": 60, "boards": 8, "situation": 20}[kind]
    lost = {(one.page, one.words) for one in shown if not reader.reaches(one, clicks=2)}
    assert sorted(lost) == []


CLAIM = f"<main><blockquote>Twelve <mark>died</mark>.</blockquote><code>{'ab' * 32}</code></main>"
ELSEWHERE = "<main><blockquote>Twelve died.</blockquote></main>"


@pytest.mark.parametrize(
    ("shown", "reached"),
    [
        ('<a href="/claim">12 killed</a>', True),
        ('<a href="/far">12 killed</a>', True),
        ('<a href="/farther">12 killed</a>', False),
        ('<a href="/words">12 killed</a>', False),
        ('<a href="#nowhere">12 killed</a>', False),
        ('<a href="https://elsewhere.example/claim">12 killed</a>', False),
        ('<section>12 killed</section><a href="/claim">words</a>', False),
        ('<details><summary>12 killed</summary><a href="/claim">words</a></details>', True),
        ('<details><summary>12 killed</summary><a href="/far">words</a></details>', False),
    ],
)
def test_the_clicks_are_counted_as_a_reader_makes_them(shown, reached):
    site = {
        "/": f"<main>{shown}</main>",
        "/claim": CLAIM,
        "/words": ELSEWHERE,
        "/far": '<main><a href="/claim">words</a></main>',
        "/farther": '<main><a href="/far">words</a></main>',
    }
    reader = Reader(lambda address: site[address.removeprefix("http://x")])
    [number] = reader.numbers("http://x/", "//main")
    assert reader.reaches(number, clicks=2) is reached
