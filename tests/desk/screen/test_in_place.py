"""The one screen stays where it is, however long its columns are: only they scroll."""

import pytest

from dateline.archive.bring import bring_address
from tests.desk.claims.said import proposed, said
from tests.desk.reports.archive import captured

pytestmark = pytest.mark.browser
LINES = [f"Shells fell on quarter {n} on Tuesday." for n in range(40)]
TALLER = "document.scrollingElement.scrollHeight - innerHeight"


@pytest.fixture
def full(as_person, site, alice, blog):
    """The screen with a wire and a report that are far longer than it is high."""
    for n in range(60):
        bring_address(by=alice, address=f"https://example.org/{n}")
    text = "\n".join(LINES)
    report = captured(alice, text=text)
    proposed(report, *(said(line, text, event="shelling") for line in LINES))
    page = as_person(alice)
    page.goto(f"{site}/desk/blogs/{blog.pk}/wire/{report.pk}/")
    page.locator(".claim").last.wait_for(state="attached")
    return page


def test_nothing_reaches_beyond_the_screen(full):
    assert full.evaluate(TALLER) <= 0
    for hidden in ("#wire .hidden", "#report .claim dt"):
        full.evaluate("of => [...document.querySelectorAll(of)].at(-1).scrollIntoView()", hidden)
    full.wait_for_timeout(600)  # it scrolls smoothly
    assert full.evaluate("scrollY") == 0
    assert full.locator(".bar").bounding_box()["y"] == 0


def test_the_composer_s_page_does_so_too(full, blog, site, write):
    for n in range(40):
        write(f"Strikes {n}")
    full.goto(f"{site}/desk/blogs/{blog.pk}/")
    assert full.evaluate(TALLER) <= 0
