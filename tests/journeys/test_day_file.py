"""The day in one file, as someone gets it by chat: opened from their own disk, with no network."""

from playwright.sync_api import expect

from .newsroom import COLUMN
from .serving import until

MOST = 100_000


def test_it_reads_complete_from_disk_with_no_request(start, server, newsroom, visit):
    blog = start(photo=True, lead="The day after.")
    blog.publish("Kremlin confirms", "He came **alone**.", marks=["key_event"])
    shown = newsroom.picture()
    blog.publish("With a picture", f"::media{{id={shown}}}\n\nAfter the picture.")
    wrong = blog.publish("Wrong", "It never happened.")
    newsroom.withdraw(pk=wrong, reason="It never happened so.")
    file = server.data / "site" / COLUMN / blog.slug / "day.html"
    until(lambda: file.exists() and "It never happened so." in file.read_text())
    assert file.stat().st_size <= MOST
    page = visit()
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", level=1)).to_have_text("Assad in Moscow")
    expect(page.locator(".entry")).to_have_count(3)
    expect(page.get_by_text("He came alone.")).to_be_visible()
    expect(page.get_by_text("After the picture.")).to_be_visible()
    expect(page.get_by_text("It never happened so.")).to_be_visible()
    photo = page.get_by_role("img", name="A red field").first
    assert photo.evaluate("image => image.complete && image.naturalWidth > 0")
    assert page.locator("body").evaluate("body => getComputedStyle(body).margin") == "0px"
    asked = [one.url for one in page.watch.requests if not one.url.startswith("data:")]
    assert asked == [file.as_uri()]


def test_a_long_day_still_fits_and_says_what_it_leaves_out(blog, server, visit):
    text = "Words of one update, and then some more of them. " * 60
    for n in range(1, 46):
        blog.publish(f"Update {n}", text)
    file = server.data / "site" / COLUMN / blog.slug / "day.html"
    until(lambda: file.exists() and "Update 45" in file.read_text())
    assert file.stat().st_size <= MOST
    page = visit()
    page.goto(file.as_uri())
    expect(page.get_by_role("heading", name="Update 45")).to_be_visible()
    expect(page.get_by_text("do not fit into this file")).to_be_visible()
