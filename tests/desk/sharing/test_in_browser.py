"""Sharing on a phone: one press from what was shared to the composer that holds it."""

from pathlib import Path
from urllib.parse import urlencode

import pytest

from dateline.ledger.models import Report
from tests.desk.reports.archive import ADDRESS

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_one_press_leads_to_the_composer(as_person, alice, blog, site, scheme):
    page = as_person(alice)
    page.set_viewport_size(PHONE)
    page.emulate_media(color_scheme=scheme)
    said = urlencode({"title": "A raid", "text": f"“Twelve died.” {ADDRESS}"})
    page.goto(f"{site}/desk/share/?{said}")
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    if AXE.is_file():
        page.evaluate(AXE.read_text())
        assert page.evaluate("axe.run()")["violations"] == []
    page.get_by_role("button", name="Bring in", exact=True).click()
    page.wait_for_url("**/desk/drafts/**")
    body = page.locator("#write textarea[name=body]").input_value()
    assert body.strip() == f":::quote{{report={Report.objects.get().pk}}}\nTwelve died.\n:::"
    page.locator("#seen .quote", has_text="not yet checked").wait_for()
