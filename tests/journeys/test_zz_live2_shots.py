from playwright.sync_api import expect
from .conftest import PHONE

OUT = "/tmp/live2/"
AR = dict(
    language="ar",
    name="بوتين في سوريا",
    headline="مسعفون أم قادة؟",
    lead="ماذا أصابت الطائرات في سرمين؟",
)


def fill(newsroom, slug, **more):
    ar = more.get("language") == "ar"
    pk = newsroom.theatre(slug=slug, **more)
    n = lambda en, arb: arb if ar else en
    newsroom.front(blog_pk=pk, name=n("Idlib", "إدلب"), areas=["Idlib"])
    newsroom.front(blog_pk=pk, name=n("Aleppo, south", "حلب، الجنوب"), areas=["Aleppo"])
    newsroom.front(blog_pk=pk, name=n("Hama, Latakia", "حماة واللاذقية"), areas=["Hama", "Latakia"])
    newsroom.front(blog_pk=pk, name=n("Daraa", "درعا"), areas=["Daraa"])
    a = newsroom.strike(
        blog_pk=pk,
        dead=12,
        name=n("Sarmin", "سرمين"),
        title=n("A strike on Sarmin: rescuers or commanders?", "غارة على سرمين: مسعفون أم قادة؟"),
    )
    newsroom.strike(
        blog_pk=pk,
        dead=4,
        name=n("Kweires", "كويرس"),
        lat=36.19,
        lon=37.56,
        radius_m=5000,
        within=["Aleppo"],
        day="2015-10-16",
    )
    newsroom.strike(
        blog_pk=pk,
        dead=45,
        name=n("Aleppo", "حلب"),
        lat=36.2,
        lon=37.15,
        radius_m=12000,
        level="city",
        within=["Aleppo"],
        day="2015-10-18",
    )
    newsroom.strike(
        blog_pk=pk,
        dead=2,
        name=n("Jabal al-Akrad", "جبل الأكراد"),
        lat=35.7,
        lon=36.1,
        radius_m=9000,
        level="district",
        within=["Latakia"],
        day="2015-10-08",
    )
    newsroom.strike(
        blog_pk=pk,
        dead=7,
        name=n("Hama", "حماة"),
        lat=35.13,
        lon=36.75,
        radius_m=4000,
        level="city",
        within=["Hama"],
        day="2015-10-10",
    )
    newsroom.summarise(
        blog_pk=pk,
        judgement=n(
            "The desk sees a pattern of strikes behind the lines (J. Miller)",
            "يرى المحررون نمطا من الغارات خلف الخطوط",
        ),
    )
    newsroom.strike(
        blog_pk=pk,
        dead=15,
        incident=a,
        name=n("Sarmin", "سرمين"),
        lat=35.95,
        lon=36.79,
        site="agency.example",
    )
    for i in range(3):
        newsroom.publish(
            blog_pk=pk,
            headline=n(f"Who was hit in Sarmin? {i}", f"من أصيب في سرمين؟ {i}"),
            body=n(
                "The ministry says its jets struck a meeting with a guided bomb. A video from civil defence shows a strike on rescuers at work. ",
                "تقول الوزارة إن طائراتها قصفت اجتماعا بقنبلة موجهة. ",
            )
            * 3,
            marks=["key_event"],
        )
    return pk, f"/{slug}/day/"


def loaded(page):
    expect(page.locator(".map-canvas canvas")).to_be_visible(timeout=30000)
    page.wait_for_timeout(4000)


def test_shots(newsroom, visit):
    _, en = fill(newsroom, "shot-en", lead="What did the jets hit in Sarmin?")
    _, ar = fill(newsroom, "shot-ar", **AR)
    for name, path, options in (
        ("laptop", en, {}),
        ("dark", en, {"color_scheme": "dark"}),
        ("arabic", ar, {}),
        ("middle", en, {"viewport": {"width": 1024, "height": 800}}),
    ):
        page = visit(path, **options)
        page.locator("#map").scroll_into_view_if_needed()
        loaded(page)
        page.evaluate("scrollTo(0,0)")
        if name == "laptopp":
            page.locator(".total summary").click()
            page.locator(".places summary").click()
        page.screenshot(path=f"{OUT}{name}.png", full_page=True)
    for name, path in (("phone", en), ("phone-ar", ar)):
        page = visit(path, viewport=PHONE, has_touch=True)
        page.screenshot(path=f"{OUT}{name}.png", full_page=True)
        page.locator(".load-map").tap()
        loaded(page)
        page.locator("#map").scroll_into_view_if_needed()
        page.locator(".map-name:not(.quiet)").first.press("Enter")
        page.wait_for_timeout(600)
        page.screenshot(path=f"{OUT}{name}-map.png")
