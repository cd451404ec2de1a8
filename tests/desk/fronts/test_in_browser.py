"""Drawing a front by clicks, in a real browser: no script, and no scaled picture."""

import pytest

from dateline.desk.fronts.map import HEIGHT, WIDTH
from dateline.ledger.models import Front
from tests.ledger.happened import Desk, strike

pytestmark = pytest.mark.browser
NEW = "/desk/columns/putin-in-syria/fronts/new/"


@pytest.mark.parametrize("width", [1280, 390])
def test_a_click_sets_a_corner_where_it_falls(as_person, site, alice, column, width):
    desk = Desk(alice, column)
    desk.incident(strike(desk))
    page = as_person(alice)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(NEW)
    page.fill("#name", "Sarmin")
    middle = {"x": WIDTH // 2, "y": HEIGHT // 2}
    for dx, dy in ((0, 0), (-60, -40), (-60, 40)):
        at = {"x": middle["x"] + dx, "y": middle["y"] + dy}
        page.locator(".draw").click(position=at)
    page.click("text=Add it")
    page.wait_for_selector("text=The front is saved.")
    (ring,) = Front.objects.get().rings
    assert ring[0] == pytest.approx([36.726, 35.904], abs=0.01)
    assert ring[1][0] < ring[0][0]
    assert ring[1][1] > ring[0][1] > ring[2][1]
