"""The wire in a browser: it narrows as one types, grows as one scrolls, and keeps its place."""

import re

import pytest
from playwright.sync_api import expect

from dateline.archive.bring import bring_address
from dateline.desk.wire.rows import PAGE
from dateline.ledger.verbs.capturing import Likeness, keep_capture
from tests.desk.conftest import until
from tests.desk.reports.archive import captured, kept

pytestmark = pytest.mark.browser
SEARCH = re.compile(r"\?q=sarmin$")
RENEW = "document.body.dispatchEvent(new CustomEvent('wire-changed'))"


@pytest.fixture
def wire(as_person, alice, site):
    """Open the wire as Alice."""

    def _wire():
        page = as_person(alice)
        page.goto(f"{site}/desk/wire/")
        return page

    return _wire


def test_it_narrows_as_one_types_and_the_words_stay(wire, alice):
    captured(alice, "https://one.example.org/", title="Twelve dead in Sarmin")
    bring_address(by=alice, address="https://two.example.org/")
    page = wire()
    rows = page.locator("#wire .w-row")
    expect(rows).to_have_count(2)
    search = page.get_by_label("Search the wire")
    search.press_sequentially("SARMIN")
    expect(page.locator("#wire-new[hx-get*='q=SARMIN&']")).to_be_attached()  # the last answer
    expect(rows).to_have_count(1)
    expect(search).to_be_focused()
    bring_address(by=alice, address="https://three.example.org/sarmin")
    page.evaluate(RENEW)
    expect(rows).to_have_count(2)
    search.fill("")
    expect(rows).to_have_count(3)
    page.get_by_label("unread").check()
    expect(rows).to_have_count(3)


def test_what_came_in_while_a_search_was_answered_is_found_too(wire, alice):
    captured(alice, "https://one.example.org/", title="Twelve dead in Sarmin")
    page = wire()
    rows = page.locator("#wire .w-row")
    held = []
    page.route(SEARCH, lambda route: held.append((route, route.fetch())))
    page.get_by_label("Search the wire").fill("sarmin")
    until(page, lambda: held)
    bring_address(by=alice, address="https://two.example.org/sarmin")
    page.evaluate(RENEW)
    expect(rows).to_have_count(2)
    route, older = held.pop()
    route.fulfill(response=older)
    expect(page.locator("#wire-new[hx-get*='q=sarmin']")).to_be_attached()
    expect(rows).to_have_count(2)


def test_older_rows_come_as_one_scrolls_each_once(wire, alice):
    for number in range(2 * PAGE + 5):
        bring_address(by=alice, address=f"https://example.org/{number:03}")
    page = wire()
    rows = page.locator("#wire .w-row")
    for count in (2 * PAGE, 2 * PAGE + 5):
        page.locator("#older").scroll_into_view_if_needed()
        expect(rows).to_have_count(count)
    expect(page.locator("#older")).to_have_count(0)
    names = [row.split("/")[-1][:3] for row in rows.locator("b").all_text_contents()]
    assert names == sorted(names, reverse=True)


def test_near_copies_that_are_open_stay_open_when_the_rows_are_renewed(wire, alice):
    first = captured(alice, "https://one.example.org/", title="First")
    copy = bring_address(by=alice, address="https://two.example.org/")
    like = [Likeness(on=first.pk, why="text", score=95)]
    keep_capture(copy, kept("Words", title="Second", rests_on=like))
    page = wire()
    page.get_by_text("1 near-copy").press("Enter")
    expect(page.get_by_role("link", name="Second")).to_be_visible()
    bring_address(by=alice, address="https://new.example.org/")
    page.evaluate(RENEW)
    expect(page.locator("#wire .rows > .w-row")).to_have_count(2)
    expect(page.get_by_role("link", name="Second")).to_be_visible()


def test_a_report_that_was_opened_is_read_and_unread_again_by_a_press(wire, alice):
    bring_address(by=alice, address="https://one.example.org/")
    page = wire()
    page.get_by_role("link", name="unread, ").click()
    page.get_by_role("button", name="Mark as unread").wait_for()
    page.go_back()
    page.reload()
    expect(page.get_by_role("link", name="unread, ")).to_have_count(0)
    page.locator("#wire .row").click()
    page.get_by_role("button", name="Mark as unread").click()
    expect(page.get_by_role("link", name="unread, ")).to_have_count(1)
    expect(page.locator("#unread")).to_have_text("· 1 unread")
