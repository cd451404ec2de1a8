"""A sign-in that expires in mid-sentence: nothing typed is lost, whatever one does next."""

import pytest
from playwright.sync_api import expect

SIGNED_OUT = "You are signed out. What you type is kept in this browser."
REFUSED = ("status of 401", "Response Status Error Code 401")


@pytest.fixture
def desk(enter, blog):
    """Alice's composer, in which she has begun a sentence that the server has kept."""
    page = enter("alice", blog.desk)
    for words in REFUSED:
        page.watch.expect(words)
    page.get_by_label("Headline").fill("Talks in Vienna")
    status(page, "Draft saved")
    return page


def status(page, words):
    expect(page.locator("#status")).to_contain_text(words)


def expire(page):
    """Let the session end, as when it is too old or someone was shut out."""
    page.context.clear_cookies(name="dateline_session")


def sign_in_again(page, enter):
    """Sign in again in another tab, as the page's link leads to; the token changes with it."""
    # In the old ones' place: a beat of the page between two steps would be refused.
    page.context.add_cookies(enter("alice").context.cookies())


def test_the_page_says_so_and_offers_to_sign_in_in_a_new_tab(desk):
    expire(desk)
    desk.get_by_label("Text", exact=True).fill("They met at")
    status(desk, SIGNED_OUT)
    with desk.context.expect_page() as opened:
        desk.get_by_role("link", name="Sign in again in a new tab").click()
    expect(opened.value.get_by_label("Email")).to_be_visible()
    expect(desk.get_by_label("Text", exact=True)).to_have_value("They met at")


def test_after_signing_in_the_sentence_is_kept_and_published(desk, enter, blog):
    expire(desk)
    desk.get_by_label("Text", exact=True).fill("They met at nine.")
    status(desk, SIGNED_OUT)
    sign_in_again(desk, enter)
    desk.evaluate("window.dispatchEvent(new Event('focus'))")  # the tab is looked at again
    status(desk, "Draft saved")
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_role("status").filter(has_text="Published.")).to_be_visible()
    assert len(blog.updates()) == 1


def test_publishing_while_signed_out_stays_on_the_page_and_works_afterwards(desk, enter, blog):
    expire(desk)
    text = desk.get_by_label("Text", exact=True)
    text.fill("They met at nine.")
    status(desk, SIGNED_OUT)
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("link", name="Sign in again in a new tab")).to_be_focused()
    expect(text).to_have_value("They met at nine.")
    assert blog.updates() == []
    sign_in_again(desk, enter)
    text.focus()
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_role("status").filter(has_text="Published.")).to_be_visible()
    assert len(blog.updates()) == 1


def test_a_form_sent_before_anyone_noticed_is_sent_again_from_the_answer(desk, enter, blog):
    text = desk.get_by_label("Text", exact=True)
    text.fill("They met at nine, “all” of <them>.\n\nAnd left.")
    status(desk, "Draft saved")
    expire(desk)
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_role("heading", name="You are signed out")).to_be_visible()
    expect(desk.locator("pre", has_text="And left.")).to_have_count(1)
    sign_in_again(desk, enter)
    desk.get_by_role("button", name="Send it again").click()
    expect(desk.get_by_role("status").filter(has_text="Published.")).to_be_visible()
    desk.goto(f"/desk/updates/{blog.updates()[0]}/")
    expect(text).to_have_value("They met at nine, “all” of <them>.\n\nAnd left.")


def test_what_was_typed_while_signed_out_outlives_a_reload(desk, enter, blog):
    expire(desk)
    desk.get_by_label("Headline").fill("Talks in Vienna, third day")
    status(desk, SIGNED_OUT)
    desk.reload()
    expect(desk.get_by_label("Email")).to_be_visible()
    sign_in_again(desk, enter)
    desk.goto(blog.desk)
    desk.get_by_role("link", name="Talks in Vienna, third day, continue").click()
    expect(desk.get_by_label("Headline")).to_have_value("Talks in Vienna, third day")
    desk.get_by_role("button", name="Publish").click()
    expect(desk.get_by_role("status").filter(has_text="Published.")).to_be_visible()
    assert len(blog.updates()) == 1
