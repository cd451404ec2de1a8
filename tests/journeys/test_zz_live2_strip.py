from .test_zz_live2_shots import fill, loaded, AR
from .conftest import PHONE


def test_strip(newsroom, visit):
    _, ar = fill(newsroom, "strip-ar", **AR)
    page = visit(ar, viewport=PHONE, has_touch=True)
    page.locator(".load-map").tap()
    loaded(page)
    page.wait_for_timeout(9000)
    page.locator("#map").scroll_into_view_if_needed()
    page.screenshot(path="/tmp/live2/strip.png")
    print(
        page.evaluate(
            "[...document.querySelectorAll('.map-canvas, .map-canvas canvas, .maplibregl-canvas-container')].map(e => [e.className, e.clientWidth, e.clientHeight, e.getAttribute('style')])"
        )
    )
