"""The Arabic page speaks Arabic throughout, from right to left, with its six plurals."""

import pytest
from playwright.sync_api import expect


@pytest.fixture
def blog(start):
    return start(headline="الأسد في موسكو", lead="زيارة لم يُعلن عنها.", language="ar")


def test_the_page_runs_from_right_to_left_in_arabic_words(blog, visit):
    pk = blog.publish("بوتين يستقبل الأسد", "نص", marks=["pinned", "key_event"])
    page = visit(blog.path)
    html = page.locator("html")
    expect(html).to_have_attribute("lang", "ar")
    expect(html).to_have_attribute("dir", "rtl")
    expect(page.locator("#state")).to_have_text("مباشر")
    expect(page.locator("#key-events-title")).to_have_text("أبرز الأحداث")
    line = page.locator("#u1 .entry-line").bounding_box()
    column = page.locator("#entries").bounding_box()
    place = page.locator("#u1 .permalink").bounding_box()
    assert column["x"] + column["width"] - (place["x"] + place["width"]) < 10
    assert line["width"] <= column["width"]
    blog.newsroom.correct(pk=pk, body="نص آخر", note="كان النص ناقصاً.")
    expect(page.locator("#u1 .correction")).to_contain_text("تصويب")


def test_new_updates_are_counted_in_all_the_plurals_of_arabic(blog, visit):
    blog.fill(count=9)
    page = visit(blog.path)
    title = page.title()
    page.evaluate("document.querySelector('#u3').scrollIntoView()")
    page.wait_for_timeout(100)
    button = page.locator("#arrivals")
    for count, words in (
        (1, "تحديث جديد"),
        (2, "تحديثان جديدان"),
        (3, "3 تحديثات جديدة"),
        (11, "11 تحديثًا جديدًا"),
    ):
        blog.fill(count=9 + count)
        expect(button).to_have_text(words)
        expect(page).to_have_title(f"({count}) {title}")
    button.click()
    expect(page.locator("#u20 h2")).to_be_focused()
    expect(page).to_have_title(title)


def test_a_returning_reader_is_counted_to_in_arabic(blog, visit, return_to):
    blog.fill(count=2)
    page = visit(blog.path)
    page.close()
    blog.fill(count=4)
    again = return_to(page, blog.path)
    expect(again.locator("#unread")).to_have_text("تحديثان منذ زيارتك: انتقل إلى أولهما")
