"""Incidents and grouping in a real browser: by keys alone, and open to everyone."""

from pathlib import Path

import pytest

from dateline.ledger.verbs.fronts import FrontText, add_front
from dateline.ledger.verbs.ruling import assess_incident
from dateline.ledger.weighed import incident_of
from tests.ledger.happened import Desk, strike, toll

pytestmark = pytest.mark.browser

AXE = Path(__file__).parents[2] / "web/node_modules/axe-core/axe.min.js"
QUEUE = "/desk/columns/putin-in-syria/to-group/"


@pytest.fixture
def desk(site, alice, column):
    return Desk(alice, column)


@pytest.fixture
def incident(desk, alice):
    words = "Jets bombed Sarmin on Tuesday and killed twelve people."
    counted = strike(desk, words, site="one.example", tolls=(toll("twelve people", words, 12),))
    found = desk.incident(counted, strike(desk, site="two.example"))
    assess_incident(by=alice, incident=found, sentence="Nobody disputes the strike.")
    return found


def test_claims_are_grouped_by_keys_alone(as_person, alice, desk, incident):
    first, second = (strike(desk, site=f"{name}.example") for name in ("a", "b"))
    page = as_person(alice)
    page.goto(QUEUE)
    page.keyboard.press("j")
    with page.expect_navigation():  # until its script has come too, and keys are heard
        page.keyboard.press("1")
    page.wait_for_selector("text=Answered last")
    page.keyboard.press("k")
    page.keyboard.press("n")
    page.wait_for_selector("text=Every accepted claim has its incident")
    found = {incident_of(first), incident_of(second)}
    assert incident in found
    assert len(found) == 2


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_incidents_bar_nobody(as_person, alice, desk, column, incident, scheme):
    if not AXE.is_file():
        pytest.skip("make install-test brings axe")
    claim = strike(desk, site="later.example")
    add_front(by=alice, column=column, text=FrontText(name="Idlib", areas=("Idlib",)))
    page = as_person(alice)
    page.emulate_media(color_scheme=scheme)
    found = {}
    paths = [f"incidents/{incident.pk}/?q=strike", f"claims/{claim.pk}/incident/"]
    here = ("incidents", "to-group", "fronts", "fronts/new", "summary", "public")
    paths += [f"columns/putin-in-syria/{name}/" for name in here]
    paths += [f"reports/{claim.report_id}/checks/"]
    for path in paths:
        page.goto(f"/desk/{path}")
        page.evaluate(AXE.read_text())
        faults = page.evaluate("axe.run()")["violations"]
        found |= {(path, one["id"]): [n["html"][:120] for n in one["nodes"]] for one in faults}
    assert found == {}
