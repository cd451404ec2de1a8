"""Reports' cards in a real browser: nothing of another house loads before the reader asks for it.

Every request to another host is recorded and answered by nobody: playwright blocks it.
"""

import itertools
import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from .conftest import PHONE

HOUSE = "https://www.youtube-nocookie.com"
VIDEO = "https://www.youtube.com/watch?v="
LOAD = re.compile("^Load the video from youtube-nocookie.com$")
_names = (f"{n:011}" for n in itertools.count(1))
HOSTS = {"localhost", "127.0.0.1", ""}


@pytest.fixture
def block():
    """Let nobody else answer this page's browser, and return the addresses that it asked for."""

    def _block(page):
        asked_for = []

        def _judge(route):
            address = route.request.url
            if urlsplit(address).hostname in HOSTS:
                return route.fallback()
            asked_for.append(address)
            return route.fulfill(body="<!doctype html><title>Player</title><p>Playing")

        page.context.route("**/*", _judge)
        page.watch.expected_strangers = (HOUSE,)
        return asked_for

    return _block


@pytest.fixture
def reader(visit, block):
    """Open a page whose browser nobody else answers: `reader(path)`, with what it `asked_for`."""

    def _reader(path, **options):
        page = visit(**options)
        page.asked_for = block(page)
        page.goto(path)
        return page

    return _reader


@pytest.fixture
def video(newsroom):
    """Bring a video and keep it, each time another: `video(title="Over Sarmin")`.

    `video.name` is what its house calls the newest.
    """

    def _video(*, kept=True, **fields):
        _video.name = next(_names)
        pk = newsroom.bring(address=f"{VIDEO}{_video.name}")
        if kept:
            newsroom.keep(pk=pk, source_name="SMART", image=False, **fields)
        return pk

    return _video


def card(*pks):
    return "\n\n".join(f"::card{{report={pk}}}" for pk in pks)


def test_a_video_loads_only_from_its_house_and_only_on_a_click(blog, newsroom, video, reader):
    blog.publish("A video", card(video(title="Over Sarmin")))
    newsroom.settle()
    page = reader(blog.path)
    link = page.locator("#u1").get_by_role("link", name=LOAD)
    expect(link).to_be_visible()
    page.mouse.wheel(0, 2000)
    link.hover()
    link.focus()
    assert page.asked_for == []
    link.click()
    frame = page.locator("#u1 iframe")
    expect(frame).to_be_visible()
    expect(frame).to_be_focused()
    expect(page.frame_locator("#u1 iframe").locator("p")).to_have_text("Playing")
    assert page.asked_for == [f"{HOUSE}/embed/{video.name}"]
    assert frame.get_attribute("title") == "Load the video from youtube-nocookie.com"


@pytest.mark.parametrize(
    ("language", "name"),
    [("en", LOAD), ("ar", re.compile("حمّل الفيديو من youtube-nocookie.com"))],
)
def test_the_keyboard_opens_it_too(language, name, start, newsroom, video, reader):
    blog = start("Homs", language=language)
    blog.publish("A video", card(video()))
    newsroom.settle()
    page = reader(blog.path, viewport=PHONE)
    link = page.locator("#u1").get_by_role("link", name=name)
    for _ in range(40):
        page.keyboard.press("Tab")
        if link.evaluate("link => link === document.activeElement"):
            break
    assert page.asked_for == []
    page.keyboard.press("Enter")
    expect(page.locator("#u1 iframe")).to_be_focused()
    expect(page.frame_locator("#u1 iframe").locator("p")).to_have_text("Playing")
    assert page.asked_for == [f"{HOUSE}/embed/{video.name}"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["u/1/", "embed/"])
def test_it_plays_on_the_smaller_pages_too(path, blog, newsroom, video, reader):
    blog.publish("A video", card(video()))
    newsroom.settle()
    page = reader(f"{blog.path}{path}")
    page.get_by_role("link", name=LOAD).click()
    expect(page.frame_locator("#u1 iframe").locator("p")).to_have_text("Playing")
    assert page.asked_for == [f"{HOUSE}/embed/{video.name}"]


def test_a_card_is_filled_in_on_the_open_page(blog, newsroom, video, reader):
    pk = video(kept=False)
    blog.publish("A video", card(pk))
    newsroom.settle()
    page = reader(blog.path)
    expect(page.locator("#u1 .card .note")).to_have_text("being captured")
    newsroom.keep(pk=pk, title="Over Sarmin", image=True)
    expect(page.locator("#u1 .card .title")).to_have_text("Over Sarmin")
    expect(page.locator("#u1 .card img")).to_be_visible()
    newsroom.look(pk=pk, standing="gone")
    expect(page.locator("#u1 .card .note")).to_contain_text("deleted at source since")
    page.get_by_role("link", name="What the desk keeps").click()
    expect(page.get_by_role("heading", name="Over Sarmin")).to_be_visible()
    page.locator(".cited").get_by_role("link", name="A video").click()
    expect(page).to_have_url(re.compile("/u/1/$"))
    assert page.asked_for == []


@pytest.fixture
def playing(blog, newsroom, video, reader):
    """A page on which a video plays: its update cites another report too, and is pinned."""
    first, second = video(title="Over Sarmin"), video(title="Over Idlib")
    body = f"Before.\n\n{card(first, second)}\n\nAfter."
    pk = blog.publish("Two videos", body)
    blog.publish("Another")
    newsroom.settle()
    page = reader(blog.path)
    page.locator("#u1").get_by_role("link", name=LOAD).first.click()
    frame = page.locator("#u1 iframe")
    expect(page.frame_locator("#u1 iframe").locator("p")).to_have_text("Playing")
    frame.evaluate("frame => { frame.mine = true }")
    page.first, page.second, page.update = first, second, pk
    return page


def still_playing(page):
    """The very frame that the reader opened stands there, and never loaded again."""
    expect(page.locator("#u1 iframe")).to_have_count(1)
    assert page.locator("#u1 iframe").evaluate("frame => frame.mine")
    assert len(page.asked_for) == 1


def same_as_fresh(page, visit, blog):
    """But for the frame, the update is what a fresh page shows."""
    fresh = visit(blog.path)
    bare = """article => {
      const copy = article.cloneNode(true);
      for (const one of copy.querySelectorAll("iframe, [data-player]")) one.remove();
      for (const one of copy.querySelectorAll("[data-ago]")) one.textContent = "";
      copy.classList.remove("arrived");
      return copy.outerHTML;
    }"""
    shown, expected = (one.locator("#u1").evaluate(bare) for one in (page, fresh))
    assert shown == expected


def test_it_plays_on_while_its_card_the_other_and_another_update_change(
    playing, blog, newsroom, visit
):
    newsroom.look(pk=playing.first, standing="unchanged")
    notes = playing.locator("#u1 .card .note")
    expect(notes.first).to_contain_text("unchanged since")
    still_playing(playing)
    newsroom.keep(pk=playing.second, title="Over Idlib again", image=True)
    expect(playing.locator("#u1 .card").last).to_contain_text("Over Idlib again")
    blog.publish("One more")
    newsroom.mark(pk=playing.update, mark="pinned", on=True)
    expect(playing.locator("#u1 .mark")).to_have_text("Pinned")
    still_playing(playing)
    same_as_fresh(playing, visit, blog)


def test_it_plays_on_while_the_words_around_it_are_put_right(playing, blog, newsroom, visit):
    body = f"Put right.\n\n{card(playing.first)}\n\nAnd **more**.\n\n{card(playing.second)}"
    newsroom.correct(pk=playing.update, body=body, note="It was wrong.")
    expect(playing.locator("#u1 .correction")).to_be_visible()
    still_playing(playing)
    same_as_fresh(playing, visit, blog)


def test_it_ends_with_the_card(playing, blog, newsroom, visit):
    newsroom.correct(pk=playing.update, body=card(playing.second), note="Not that one.")
    expect(playing.locator("#u1 .correction")).to_be_visible()
    expect(playing.locator("#u1 iframe")).to_have_count(0)
    same_as_fresh(playing, visit, blog)


def test_it_ends_with_a_withdrawal(playing, newsroom):
    newsroom.withdraw(pk=playing.update, reason="It was another town.")
    expect(playing.locator("#u1.stone")).to_be_visible()
    expect(playing.locator("iframe")).to_have_count(0)


def test_it_ends_where_its_report_is_held(playing, blog, newsroom, visit):
    newsroom.flag(pk=playing.first, flags=["protected"])
    expect(playing.locator("#u1 .card.held")).to_be_visible()
    expect(playing.locator("#u1 iframe")).to_have_count(0)
    expect(playing.locator("#u1")).not_to_contain_text("Sarmin")
    same_as_fresh(playing, visit, blog)


def test_it_plays_on_where_the_other_report_is_held(playing, blog, newsroom, visit):
    newsroom.flag(pk=playing.second, flags=["protected"])
    expect(playing.locator("#u1 .card.held")).to_be_visible()
    expect(playing.locator("#u1")).not_to_contain_text("Idlib")
    still_playing(playing)
    same_as_fresh(playing, visit, blog)


def test_two_that_play_both_play_on(playing, blog, newsroom, visit):
    playing.locator("#u1").get_by_role("link", name=LOAD).click()
    expect(playing.locator("#u1 iframe")).to_have_count(2)
    expect(playing.frame_locator("#u1 iframe").last.locator("p")).to_have_text("Playing")
    playing.locator("#u1 iframe").last.evaluate("frame => { frame.mine = true }")
    newsroom.look(pk=playing.first, standing="unchanged")
    expect(playing.locator("#u1 .card .note").first).to_contain_text("unchanged since")
    mine = "frames => frames.map(frame => frame.mine)"
    assert playing.locator("#u1 iframe").evaluate_all(mine) == [True, True]
    assert len(playing.asked_for) == 2
    same_as_fresh(playing, visit, blog)


def test_a_graphic_picture_that_the_reader_opened_stays_open(blog, newsroom, visit):
    pk = newsroom.bring(address="https://example.org/graphic")
    newsroom.keep(pk=pk)
    newsroom.flag(pk=pk, flags=["graphic"])
    blog.publish("A strike", card(pk))
    page = visit(blog.path)
    image = page.locator("#u1 .card img")
    expect(image).to_be_hidden()
    page.locator("#u1").get_by_text("Graphic picture: show it").click()
    expect(image).to_be_visible()
    newsroom.look(pk=pk, standing="unchanged")
    expect(page.locator("#u1 .card .note")).to_contain_text("unchanged since")
    expect(image).to_be_visible()


def test_without_a_script_a_player_leads_to_the_original_and_the_fold_opens(
    blog, newsroom, video, reader
):
    pk = newsroom.bring(address="https://example.org/graphic-too")
    newsroom.keep(pk=pk)
    newsroom.flag(pk=pk, flags=["graphic"])
    blog.publish("Both", card(video(), pk))
    newsroom.settle()
    page = reader(blog.path, java_script_enabled=False)
    page.watch.expected_strangers = ("https://www.youtube.com/",)
    image = page.locator("#u1 .card img")
    expect(image).to_be_hidden()
    page.locator("#u1 summary").click()
    expect(image).to_be_visible()
    assert page.asked_for == []
    page.locator("#u1").get_by_role("link", name=LOAD).click()
    expect(page).to_have_url(f"{VIDEO}{video.name}")
