"""From a flat sentence to a sourced one, by keys, and out to a reader: nothing is ever held up."""

import re

from playwright.sync_api import expect

from .serving import Blog

ID = re.compile(r"claims?[/-]([0-9a-f-]{36})")


def claim_of(page):
    """Return the id of the first claim that a page leads to."""
    found = ID.search(page.content())
    assert found, page.url
    return found[1]


def test_a_figure_and_a_source_are_mended_by_one_key_each_and_published(newsroom, visit, enter):
    pk = newsroom.theatre(slug="warned", name="Warned")
    incident = newsroom.strike(blog_pk=pk, dead=9)
    claim = claim_of(enter("alice", f"/desk/incidents/{incident}/"))
    blog = Blog(newsroom, pk, "day")
    desk = enter("alice", blog.desk)
    desk.get_by_label("Headline").fill("Nine dead")
    text = desk.get_by_label("Text", exact=True)
    text.focus()
    desk.keyboard.type(f"[7 people died]{{claim={claim}}}. Rescuers were hit at work.")
    expect(desk.locator(".mirror u")).to_have_text(["7", "hit"])
    text.evaluate("one => one.setSelectionRange(1, 1)")
    desk.keyboard.press("Control+.")
    expect(text).to_have_value(re.compile(r"^\[9 people died\]"))
    desk.keyboard.press("Control+.")
    desk.keyboard.type("two residents")
    expect(text).to_have_value(re.compile("at work, according to two residents[.]$"))
    expect(desk.locator("#warnings")).to_be_hidden()
    desk.keyboard.type(
        ". Jets bombed a school"
    )  # nothing behind it: told, and published all the same
    expect(desk.locator("#warnings p")).to_have_count(1)
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("Published.", exact=True)).to_be_visible()
    reader = visit("/warned/day/")
    expect(reader.locator("#u1")).to_contain_text("9 people died")
    expect(reader.locator("#u1")).to_contain_text("according to two residents")
