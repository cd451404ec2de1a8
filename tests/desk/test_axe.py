"""axe finds nothing on any screen of the desk: the matrix knows them all, so none is forgotten."""

import pytest
from django.test import Client

from tests.web.judges import axe_script

from .matrix import ROWS
from .matrix.archive_rows import ICONS
from .matrix.row import IN
from .matrix.world import build

pytestmark = pytest.mark.browser

LAPTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
LOOKS = {"light": ("light", LAPTOP), "dark": ("dark", LAPTOP), "phone": ("light", PHONE)}

NO_SCREENS = {"media", "report_picture", "warc", "place_map", "updates_list", "manifest", *ICONS}
"""Addresses of files, and of a part of a screen."""
ALSO = {("report", "protected"): "carl", ("report", "mole_told"): "carl", ("index", ""): "sam"}
"""Screens that look otherwise for someone who may know less."""
PATHS = ["accounts/2fa/", "accounts/2fa/webauthn/add/", "accounts/2fa/totp/activate/", "nothing/"]
"""Screens beside the matrix: the second factor, and what does not exist."""

RUN = """async () => {
  const found = await axe.run(document, {
    rules: {"target-size": {enabled: true}}, resultTypes: ["violations"],
  });
  return found.violations.flatMap(one => one.nodes.slice(0, 3).map(
    node => `${one.id}: ${node.html.slice(0, 160)} ${node.failureSummary.slice(0, 200)}`));
}"""


@pytest.fixture
def world(site):
    return build()


@pytest.fixture
def look(page, request):
    """Give the browser a scheme and a size."""
    scheme, size = LOOKS[request.param]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.set_viewport_size(size)
    return request.param


def faults(page):
    """Return what axe finds on the page that stands open, with everything unfolded."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    page.evaluate(axe_script())
    return page.evaluate(RUN)


def in_words(found):
    """Return what axe found, a screen at a time."""
    return "\n".join(f"{screen}:\n  " + "\n  ".join(here) for screen, here in found.items())


def screens(world):
    """Yield who opens which address, so that every screen is seen by someone who may."""
    for row in ROWS:
        if row.get is None or row.name in NO_SCREENS:
            continue
        names = [next(name for name in world.people if row.get.outcome(name) == IN)]
        for name in filter(None, [*names, ALSO.get((row.name, row.of))]):
            yield name, f"{row.id} as {name}", row.address(world)
    yield from (("owner", path, f"/desk/{path}") for path in PATHS)


@pytest.mark.parametrize("look", LOOKS, indirect=True)
def test_every_screen_bars_nobody(world, site, page, as_person, look):
    found = {}
    for name, screen, address in screens(world):
        as_person(world.people[name])
        page.goto(f"{site}{address}")
        if here := faults(page):
            found[screen] = here
    page.context.clear_cookies()
    page.goto(f"{site}/desk/accounts/login/")
    if here := faults(page):
        found["login"] = here
    assert not found, in_words(found)


def answers(world):
    """Yield the screens with which the desk answers a form: its own, and an empty one."""
    client = Client()
    client.force_login(world.owner)
    for row in ROWS:
        bodies = [{}] if row.writes else [{}, row.body(world)]
        for body in bodies if row.post and row.name != "sign_in" else []:
            answer = client.post(row.address(world), body)
            html = answer.content.decode()
            if "<main" in html:  # neither a part of a screen, nor a way to another
                yield f"{row.id}, {answer.status_code}", html


def test_every_answer_to_a_form_bars_nobody(world, site, page):
    page.goto(f"{site}/desk/accounts/login/")
    found = {}
    for screen, html in answers(world):
        page.set_content(html)
        if here := faults(page):
            found[screen] = here
    assert not found, in_words(found)
