"""Summary, tolls and map follow in an open page; the map loads only when somebody comes to it."""

import itertools

import pytest
from playwright.sync_api import expect

from .conftest import PHONE

_slugs = (f"theatre-{n}" for n in itertools.count(1))
MAP = ("map-worker", "land-50m", "map.geojson")


@pytest.fixture
def theatre(newsroom):
    """Open a column with a blog in it: `theatre(language=…)` returns the blog's id and path."""

    def _theatre(**options):
        slug = next(_slugs)
        return newsroom.theatre(slug=slug, **options), f"/{slug}/day/"

    return _theatre


@pytest.fixture
def sarmin(theatre, newsroom):
    """A blog beside which one strike stands, with its front summed up."""
    pk, path = theatre()
    newsroom.front(blog_pk=pk, name="Idlib", areas=["Idlib"])
    incident = newsroom.strike(blog_pk=pk, dead=9)
    newsroom.summarise(blog_pk=pk)
    return pk, path, incident


def fetched_map(page):
    asked = [one.url.rsplit("/", 1)[-1] for one in page.watch.requests]
    return [one for one in asked if one.startswith(MAP)]


def drawn(page):
    """How many different bytes the map's picture has: that of a blank one has few."""
    image = page.locator(".map-canvas canvas").screenshot()
    return len(set(image))


def test_a_claim_that_is_accepted_moves_toll_summary_and_list(sarmin, newsroom, visit):
    pk, path, incident = sarmin
    page = visit(path)
    toll = page.locator(".total summary")
    expect(toll).to_contain_text("9 killed")
    toll.click()
    newsroom.strike(blog_pk=pk, dead=12, incident=incident, site="agency.example")
    expect(toll).to_contain_text("9 to 12 killed")
    expect(page.locator(".total ul")).to_be_visible()
    expect(page.locator(".outdated")).to_have_text("newer claims outdate this")
    page.locator(".places summary").click()
    expect(page.locator(".place-item")).to_contain_text("2 original sources")
    fresh = visit(path)
    fresh.locator(".places summary").click()
    fresh.locator(".total summary").click()
    for one in (page, fresh):
        expect(one.get_by_role("button", name="Sarmin")).to_be_visible()
    said = fresh.locator("#situation").inner_text()
    assert page.locator("#situation").evaluate("one => one.innerText") == said


def test_on_a_phone_the_map_is_one_tap_away_and_never_loads_before(sarmin, newsroom, visit):
    _, path, _ = sarmin
    page = visit(path, viewport=PHONE, has_touch=True)
    page.mouse.wheel(0, 3000)
    button = page.get_by_role("button", name="Load the map")
    expect(button).to_be_visible()
    assert fetched_map(page) == []
    button.tap()
    expect(page.locator(".map-canvas canvas")).to_be_visible()
    expect(page.get_by_role("button", name="Sarmin")).to_be_visible()
    assert drawn(page) > 20
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_open_map_follows_and_leads_to_the_incident(sarmin, newsroom, visit):
    pk, path, _ = sarmin
    page = visit(path)
    page.locator("#map").scroll_into_view_if_needed()
    name = page.get_by_role("button", name="Sarmin")
    expect(name).to_be_visible()
    page.locator(".map-canvas").evaluate("one => { one.mine = true }")
    newsroom.strike(
        blog_pk=pk, dead=3, name="Hama", lat=35.13, lon=36.75, within=["Hama"], day="2015-10-21"
    )
    expect(page.get_by_role("button", name="Hama")).to_be_visible()
    assert page.locator(".map-canvas").evaluate("one => one.mine")
    page.locator(".places summary").click()
    expect(page.locator(".place-item:visible")).to_have_count(2)
    slider = page.get_by_role("slider")
    expect(slider).to_have_attribute("aria-valuetext", "until 21 Oct 2015")
    slider.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", "until 20 Oct 2015")
    expect(page.locator(".place-item:visible")).to_have_count(1)
    expect(page.get_by_role("button", name="Hama")).to_have_count(0)
    name.press("Enter")
    link = page.locator(".maplibregl-popup a")
    expect(link).to_be_focused()
    link.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sarmin, 2015-10-20")
