"""More than one person at the desk: reviews, and two who change one update."""

import pytest
from playwright.sync_api import expect


def test_a_contributor_submits_and_an_editor_publishes(blog, visit, enter):
    reader, carl = visit(blog.path), enter("carl", blog.desk)
    expect(carl.get_by_role("button", name="Publish")).to_have_count(0)
    carl.get_by_label("Headline").fill("Carl saw it happen")
    carl.get_by_label("Text", exact=True).fill("He was there.")
    carl.get_by_role("button", name="Send for review").click()
    expect(carl.get_by_text("Sent for review.", exact=True)).to_be_visible()
    alice = enter("alice", blog.desk)
    alice.get_by_role("link", name="1 waiting for review").click()
    waiting = alice.get_by_role("article", name="Carl saw it happen")
    waiting.get_by_role("button", name="Publish").click()
    expect(alice.get_by_text("Published.", exact=True)).to_be_visible()
    expect(reader.get_by_role("heading", name="Carl saw it happen")).to_be_visible()
    expect(reader.locator("#u1 .by")).to_contain_text("Carl")


def test_what_is_handed_back_says_why(blog, enter):
    carl = enter("carl", blog.desk)
    carl.get_by_label("Headline").fill("Carl heard a rumour")
    carl.get_by_role("button", name="Send for review").click()
    expect(carl.get_by_text("Sent for review.", exact=True)).to_be_visible()
    alice = enter("alice", "/desk/review/")
    waiting = alice.get_by_role("article", name="Carl heard a rumour")
    waiting.get_by_label("Hand back, because").fill("Who said so?")
    waiting.get_by_role("button", name="Hand back").click()
    expect(alice.get_by_text("Handed back", exact=False).first).to_be_visible()
    carl.goto(blog.desk)
    carl.get_by_role("link", name="Carl heard a rumour").click()
    expect(carl.get_by_text("Who said so?")).to_be_visible()


@pytest.fixture
def both(blog, enter):
    """Alice and Alan with the same draft open; the order in which they save is theirs."""
    pk = blog.write(headline="Talks in Vienna", body="At nine.")
    return enter("alice", f"/desk/updates/{pk}/"), enter("alan", f"/desk/updates/{pk}/")


def save(desk, body):
    desk.get_by_label("Text", exact=True).fill(body)
    desk.get_by_role("button", name="Save draft").click()


def test_the_second_of_two_editors_sees_both_texts_and_loses_nothing(blog, both):
    alice, alan = both
    save(alice, "At ten, says the ministry.")
    expect(alice.get_by_text("Draft saved.", exact=True)).to_be_visible()
    alan.watch.expect("status of 409")
    save(alan, "At eleven, says the opposition.")
    expect(alan.get_by_role("heading", name="Two texts of one update")).to_be_visible()
    expect(alan.locator("#theirs")).to_contain_text("by Alice")
    expect(alan.get_by_text("At ten, says the ministry.")).to_be_visible()
    mine = alan.get_by_role("region", name="Yours").get_by_label("Text")
    expect(mine).to_have_value("At eleven, says the opposition.")
    mine.fill("At ten or eleven: ministry and opposition differ.")
    alan.get_by_role("button", name="Save my text").click()
    expect(alan.get_by_text("Draft saved.", exact=True)).to_be_visible()
    expect(alan.get_by_label("Text", exact=True)).to_have_value(
        "At ten or eleven: ministry and opposition differ."
    )
    alan.get_by_text("3 texts").click()
    alan.locator("details.text", has_text="Alice").first.click()
    expect(alan.get_by_text("At ten, says the ministry.")).to_be_visible()


def test_a_correction_that_collides_is_shown_before_readers_see_it(blog, visit, enter):
    pk = blog.publish("Talks in Vienna", "At nine.")
    reader = visit(blog.path)
    alan = enter("alan", f"/desk/updates/{pk}/")
    alan.watch.expect("status of 409")
    blog.newsroom.correct(pk=pk, body="At ten.", note="Not at nine.")
    alan.get_by_label("Text", exact=True).fill("At eleven.")
    alan.get_by_label("What was put right, for readers").fill("Not at nine either.")
    alan.get_by_role("button", name="Correct").click()
    expect(alan.get_by_role("heading", name="Two texts of one update")).to_be_visible()
    expect(reader.locator("#u1 .body")).to_have_text("At ten.")
    alan.get_by_role("button", name="Correct with my text").click()
    expect(alan.get_by_text("Corrected. Readers see the note.")).to_be_visible()
    expect(reader.locator("#u1 .body")).to_have_text("At eleven.")
    expect(reader.locator("#u1 .correction")).to_have_count(2)
