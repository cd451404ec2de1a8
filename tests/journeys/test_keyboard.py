"""Everything can be done by keys alone, and the focus is always in sight."""

import re

from playwright.sync_api import expect

FOCUS = """async () => {
  const frame = () => new Promise(done => requestAnimationFrame(done));
  await frame();  // a focus that scrolls is in sight a frame later
  await frame();
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const at = [...one.getClientRects()].map(r => document.elementFromPoint(
    Math.min(Math.max(r.x + r.width / 2, 0), innerWidth - 1), r.y + r.height / 2));
  return {
    name: `${one.tagName.toLowerCase()} ${(one.textContent || one.name || "").trim().slice(0, 40)}`,
    ring: (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      || style.boxShadow !== "none"
      || one.type === "datetime-local",  // the browser marks the part of it that has the focus
    inSight: box.bottom > 0 && box.top < innerHeight && box.width > 0,
    uncovered: at.some(top => top && (one.contains(top) || top.contains(one))),
  };
}"""


def walk(page, most=80):
    """Press Tab through the page; return where the focus stood, each judged."""
    stops = []
    for _ in range(most):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stop is None:
            break
        stops.append(stop)
    return stops


def unseen(stops):
    assert stops
    wanted = ("ring", "inSight", "uncovered")
    return [stop for stop in stops if not all(stop[one] for one in wanted)]


def press_tab_to(page, locator, most=40):
    for _ in range(most):
        page.keyboard.press("Tab")
        if locator.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError(f"{locator} cannot be reached by keys")


def test_the_focus_is_in_sight_all_the_way_through_the_readers_page(blog, visit):
    blog.fill(count=8)
    blog.publish("Pinned", "With [a link](https://example.org/).", marks=["pinned", "key_event"])
    assert unseen(walk(visit(blog.path))) == []


def test_the_skip_link_leads_past_the_head_to_the_updates(blog, visit):
    blog.fill(count=3)
    page = visit(blog.path)
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the updates")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#u3 .permalink")).to_be_focused()


def test_new_updates_are_shown_and_gone_to_by_keys(blog, visit):
    blog.fill(count=12)
    page = visit(blog.path)
    page.locator("#u6 .permalink").focus()
    page.locator("#u6").evaluate("one => one.scrollIntoView({block: 'center'})")
    page.wait_for_timeout(100)
    blog.publish("Update 13")
    button = page.get_by_role("button", name="1 new update")
    expect(button).to_be_visible()
    expect(page.locator("#u6 .permalink")).to_be_focused()
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#u13 h2")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#u13 .share")).to_be_focused()


def test_a_correction_leaves_the_focus_where_it_was(blog, visit):
    pk = blog.publish("Three wounded")
    page = visit(blog.path)
    page.locator("#u1 .share").focus()
    blog.newsroom.correct(pk=pk, body="Five wounded.", note="Five.")
    expect(page.locator("#u1 .correction")).to_be_visible()
    expect(page.locator("#u1 .share")).to_be_focused()


def test_pinned_copies_fold_by_keys(blog, visit):
    blog.publish("Pinned", "Words of it.", marks=["pinned"])
    page = visit(blog.path)
    summary = page.locator("#pinned summary")
    press_tab_to(page, summary)
    page.keyboard.press("Enter")
    expect(page.locator("#pinned .body")).to_be_hidden()
    page.keyboard.press("Space")
    expect(page.locator("#pinned .body")).to_be_visible()


def test_an_editor_writes_publishes_and_marks_by_keys(blog, visit, enter):
    reader, desk = visit(blog.path), enter("alice", blog.desk)
    press_tab_to(desk, desk.get_by_label("Headline"))
    desk.keyboard.type("Written by keys")
    press_tab_to(desk, desk.get_by_label("Text", exact=True))
    desk.keyboard.type("No mouse was near.")
    with desk.expect_navigation():
        desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("Published.", exact=True)).to_be_visible()
    expect(reader.locator("#u1")).to_contain_text("No mouse was near.")
    desk.keyboard.press("j")
    with desk.expect_navigation():
        desk.keyboard.press("Enter")
    expect(desk).to_have_url(re.compile("/desk/updates/"))
    key_event = desk.get_by_role("button", name="Key event")
    press_tab_to(desk, key_event)
    desk.keyboard.press("Enter")
    expect(reader.locator("#key-events li")).to_have_count(1)
    desk.keyboard.press("n")
    expect(desk).to_have_url(re.compile(rf"{blog.desk}\?new$"))
    expect(desk.get_by_label("Headline")).to_be_focused()


def test_the_desk_shows_its_keys_and_closes_them(blog, enter):
    desk = enter("alice", blog.desk)
    desk.keyboard.press("?")
    expect(desk.locator("#keys")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("#keys")).to_be_hidden()


def test_the_focus_is_in_sight_all_the_way_through_the_desk(blog, enter):
    pk = blog.publish("Kremlin confirms the visit")
    blog.fill(count=4)
    for path in (blog.desk, f"/desk/updates/{pk}/", "/desk/", "/desk/profile/"):
        desk = enter("alice", path, reduced_motion="reduce")  # else it is still on its way
        assert unseen(walk(desk)) == [], path
