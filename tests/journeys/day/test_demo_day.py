"""The demo's own day by keys: a page is imported into its column, reviewed, used and published."""

import fcntl
import json
import re
from unittest.mock import patch

import pytest
from playwright.sync_api import expect

from dateline.places.store import Store
from tests.day.review import Decision
from tests.journeys.watch import Watch
from tests.places.cast import CAST
from tests.processes.program import Server, dateline

from .grouping import group
from .journey import sign_in
from .keyboard import PATIENCE, Effort, Keyboard
from .pages import link
from .screen import Screen

COLUMN, DAY = "putin-in-syria", "2015-10-22"
STRIKE = "Rescuers said that Russian warplanes bombed a hospital in Sarmin on Thursday."
DEAD = "The rescue service said that the strike killed 9 people."
DENIED = "The ministry of defence denied that its aircraft had bombed Sarmin."
LEFT = "Activists said that 40 families had left the town."
PAGE = f"""Idlib in October

October 22, 2015

12:40 GMT

The Ministry Denies It

{DENIED} {LEFT}

10:05 GMT

A Hospital in Sarmin Is Hit

{STRIKE} {DEAD} Its generator still works.
"""
SPEAKER = {"speaker_0_name": "Ministry of Defence of Russia"}
INCIDENT = {
    "name": "hospital",
    "title": "A hospital in Sarmin is hit",
    "claims": ["strike", "dead"],
}
LINK = re.compile(r"For the desk: (\S+)")


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    """`dateline demo`, whose worker reads nothing: another has the lock."""
    folder = tmp_path_factory.mktemp("demo-day")
    data = folder / "data"
    data.mkdir()
    with patch("dateline.places.store.world", lambda: [CAST]):
        Store(data).rebuild()
    with (data / "reading.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        server = Server(data, folder / "log", None, "demo")
        try:
            yield server.started()
            server.end()
        finally:
            server.close()


@pytest.fixture(scope="module")
def imported(demo, tmp_path_factory):
    """What `dateline import` says that it made of the page."""
    file = tmp_path_factory.mktemp("page") / "page.txt"
    file.write_text(PAGE)
    done = dateline("import", file, "--column", COLUMN, "--day", DAY, "--json", data=demo.data)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.fixture
def opened(demo, browser):
    """Two browsers, an editor's and a reader's; neither complains nor asks a stranger."""
    at = f"http://localhost:{demo.port}"
    contexts = [browser.new_context(base_url=at) for _ in range(2)]
    watched = [Watch(context, at) for context in contexts]
    for context in contexts:
        context.set_default_timeout(PATIENCE)
    yield [context.new_page() for context in contexts]
    for context in contexts:
        context.close()
    assert [one for watch in watched for one in (*watch.strangers, *watch.complaints)] == []


def decision(do, words, name="", **more):
    start = PAGE.index(words)
    return Decision(do, (start, start + len(words)), words, name, **more)


DECISIONS = (
    decision("mend", DENIED, "denied", fields=SPEAKER),
    decision("reject", LEFT, reason="Nobody says from which town."),
    decision("accept", STRIKE, "strike"),
    decision("accept", DEAD, "dead"),
)


def test_from_the_wire_to_the_reader_by_keys_alone(demo, imported, opened):
    page, reader = opened
    hands = Keyboard(page, Effort())
    sign_in(hands, LINK.search(demo.said())[1])
    hands.follow(link(hands, "Dateline"))
    hands.follow(page.locator("a.row", has_text="Idlib in October"))
    screen = Screen(hands)
    screen.open(imported["report"])
    for one in DECISIONS:
        screen.decide(one)
    group(screen, [INCIDENT])
    use(hands, screen, "dead")
    write(hands)
    expect(page.get_by_text("Published.", exact=True)).to_be_visible()
    judge_what_readers_get(reader, screen)
    print("\n" + hands.effort.row("the demo’s day"))  # noqa: T201  a row of docs/benchmarks.md


def use(hands, screen, name):
    """Put a claim into the update that is being written."""
    screen.go_to(screen.claims[name])
    with hands.decision():
        hands.press("u")
        body = hands.page.locator("#write textarea[name=body]")
        hands.has_focus(body)
        expect(body).to_have_value(re.compile(re.escape(screen.claims[name])))


def write(hands):
    """Write on; what nobody is behind is warned of, and mended by a key; publish it."""
    warned = hands.page.locator("#warnings p")
    told = warned.count()
    hands.type("Rescuers were hit at work.")
    expect(warned).to_have_count(told + 1)
    hands.press("Control+.")
    hands.type("two residents")
    expect(warned).to_have_count(told)
    hands.tab_to(hands.page.locator("#write input[name=headline]"))
    hands.type("Nine are dead in Sarmin")
    hands.press("Control+Enter")


def judge_what_readers_get(reader, screen):
    reader.goto(f"/{COLUMN}/{DAY}/")
    entry = reader.locator("#u3")
    expect(entry).to_contain_text("Nine are dead in Sarmin")
    expect(entry).to_contain_text("9 people")
    expect(entry).to_contain_text("Rescuers were hit at work, according to two residents.")
    incident = screen.incidents["hospital"]
    expect(reader.locator(f"a[href*='{incident}']").first).to_be_attached()
    reader.goto(f"/incidents/{incident}/")
    expect(reader.get_by_role("heading", level=1)).to_have_text(INCIDENT["title"])
    expect(reader.locator("main")).to_contain_text("killed 9 people")
