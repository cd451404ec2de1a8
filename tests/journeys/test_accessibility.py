"""axe finds nothing that bars anyone, on any page, in light and dark, on a phone and a laptop."""

import pytest
from playwright.sync_api import expect

from tests.web.judges import axe_script

from .conftest import LAPTOP, PHONE
from .newsroom import COLUMN

RUN = """async () => {
  const found = await axe.run(document, {
    rules: {"target-size": {enabled: true}}, resultTypes: ["violations"],
  });
  const nodes = one => one.nodes.slice(0, 3).map(node => `${node.target} ${node.failureSummary}`);
  return found.violations.map(one => `${one.id}: ${one.nodes.length}: ${nodes(one).join("; ")}`);
}"""

QUOTE = """:::quote{lang=ru source="Vladimir Putin" translation="Thank you." by="the desk"}
Спасибо.
:::"""

LOOKS = [(scheme, size) for size in (PHONE, LAPTOP) for scheme in ("light", "dark")]


def faults(page):
    """Return what axe finds in a page, in every look."""
    page.evaluate(axe_script())
    found = []
    for scheme, size in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size(size)
        found += [f"{scheme} {size['width']}: {one}" for one in page.evaluate(RUN)]
    return found


def every_card(newsroom, blog):
    """Bring reports, one in each state that a card has, and a quotation that rests on one."""
    states = {
        "capturing": [],
        "graphic": ["graphic"],
        "plain": ["opened"],
        "identifies": ["identifies"],
        "held": ["protected"],
    }
    reports = {}
    for state, flags in states.items():
        pk = newsroom.bring(address=f"https://example.org/{blog.slug}/{state}")
        if state != "capturing":
            newsroom.keep(pk=pk, text="Rescuers say twelve died in Sarmin.")
        newsroom.flag(pk=pk, flags=flags)
        reports[state] = pk
    reports["video"] = newsroom.bring(address=f"https://vimeo.com/{10**6 + int(blog.slug[4:])}")
    newsroom.keep(pk=reports["video"], image=False)
    newsroom.look(pk=reports["plain"], standing="gone")
    cards = [f"::card{{report={pk}}}" for pk in reports.values()]
    quote = f":::quote{{report={reports['plain']}}}\ntwelve died\n:::"
    blog.publish("Cards", "\n\n".join([*cards, quote]))
    return reports


def full_house(start, newsroom, language="en"):
    """A blog in which everything stands that a page can show."""
    before = start("The day before")
    blog = start(lead="A lead.", photo=True, language=language, previous=before.slug)
    blog.fill(count=81)
    blog.publish("Quoted", f"Words.\n\n{QUOTE}\n\n- one\n- two\n\n[A link](https://example.org/).")
    blog.publish("Pictured", f"::media{{id={newsroom.picture()}}}")
    gone = blog.publish("Wrong")
    newsroom.withdraw(pk=gone, reason="It never happened.")
    redacted = blog.publish("Named a shelter")
    newsroom.redact(pk=redacted, reason="It named what must not be named.")
    marked = blog.publish("All marks", marks=["pinned", "key_event", "summary"], place="Sarmin")
    newsroom.correct(pk=marked, body="Put right.", note="It was wrong.")
    newsroom.publish(blog_pk=blog.pk, body="No headline.")
    return blog, every_card(newsroom, blog)


@pytest.fixture(scope="package", params=["en", "ar"])
def house(request):
    return {"language": request.param}


@pytest.fixture
def shown(house, start, newsroom):
    if "blog" not in house:
        house["blog"], house["reports"] = full_house(start, newsroom, house["language"])
    return house["blog"]


@pytest.mark.parametrize(
    "path",
    ["", "page/1/", "u/82/", "u/84/", "u/88/", "embed/", "day.html"],
    ids=lambda path: path or "index",
)
def test_readers_pages_bar_nobody(shown, visit, path):
    page = visit(f"{shown.path}{path}")
    expect(page.locator("body")).to_be_visible()
    assert faults(page) == []


@pytest.mark.parametrize("state", ["capturing", "graphic", "plain", "identifies", "held"])
def test_a_reports_page_bars_nobody(state, shown, house, visit):
    page = visit(f"/reports/{house['reports'][state]}/")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    for fold in page.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    assert faults(page) == []


@pytest.mark.parametrize("path", ["/", f"/{COLUMN}/"])
def test_the_fronts_bar_nobody(blog, visit, path):
    blog.publish("Words")
    assert faults(visit(path)) == []


def test_a_page_with_news_waiting_bars_nobody(blog, visit, return_to):
    blog.fill(count=12)
    page = visit(blog.path)
    expect(page.locator("#u12")).to_be_visible()
    page.close()
    blog.fill(count=14)
    again = return_to(page, blog.path)
    expect(again.locator("#unread")).to_be_visible()
    again.evaluate("document.querySelector('#u6').scrollIntoView()")
    again.wait_for_timeout(100)
    blog.publish("Waiting")
    expect(again.locator("#arrivals")).to_be_visible()
    assert faults(again) == []


@pytest.mark.parametrize(
    "path",
    [
        "/desk/",
        "/desk/profile/",
        "/desk/people/",
        "/desk/review/",
        "/desk/redaction/words/",
        "/desk/redaction/pictures/",
        "/desk/media/new-column/",
        f"/desk/columns/{COLUMN}/",
        f"/desk/columns/{COLUMN}/people/",
        "/desk/media/",
    ],
)
def test_the_desks_screens_bar_nobody(blog, enter, path):
    page = enter("olga", path)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert faults(page) == []


def test_the_sign_in_screen_bars_nobody(visit):
    assert faults(visit("/desk/accounts/login/")) == []


def test_the_composer_bars_nobody(blog, enter):
    blog.write(headline="A draft", by="olga")
    pk = blog.publish("All marks", "Put **right**.", marks=["pinned", "key_event"])
    assert faults(enter("olga", blog.desk)) == []
    desk = enter("olga", f"/desk/updates/{pk}/")
    desk.keyboard.press("?")
    for fold in desk.locator("details").all():
        fold.evaluate("fold => fold.open = true")
    assert faults(desk) == []
    assert faults(enter("olga", f"/desk/updates/{pk}/redact/")) == []


def test_two_texts_side_by_side_bar_nobody(blog, enter):
    pk = blog.publish("Talks in Vienna", "At nine.")
    alan = enter("alan", f"/desk/updates/{pk}/")
    alan.watch.expect("status of 409")
    blog.newsroom.correct(pk=pk, body="At ten.", note="Not at nine.")
    alan.get_by_label("Text", exact=True).fill("At eleven.")
    alan.get_by_label("What was put right, for readers").fill("Not at nine either.")
    alan.get_by_role("button", name="Correct").click()
    expect(alan.get_by_role("heading", name="Two texts of one update")).to_be_visible()
    assert faults(alan) == []
