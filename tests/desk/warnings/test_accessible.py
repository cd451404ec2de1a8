"""The composer with warnings in it can be read and worked by everyone."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"


@pytest.mark.skipif(not AXE.is_file(), reason="make install-test brings axe")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_it(as_person, alice, blog, site, scheme):
    page = as_person(alice)
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{site}/desk/blogs/{blog.pk}/")
    page.get_by_label("Text", exact=True).fill("Jets bombed a market. Rescuers were hit.")
    expect(page.locator("#warnings p")).to_have_count(2)
    page.evaluate(AXE.read_text())
    found = page.evaluate("axe.run('#write')")["violations"]
    assert [(one["id"], node["html"]) for one in found for node in one["nodes"]] == []
