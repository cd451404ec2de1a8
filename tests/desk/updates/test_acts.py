"""Withdrawing, restoring, marking, review: each undone where it can be."""

from datetime import UTC, datetime

import pytest

from dateline.ledger.verbs.publishing import schedule_update
from dateline.ledger.verbs.writing import Text, edit_update, submit_update
from tests.desk.conftest import words_of


@pytest.fixture
def act(enter):
    """Do something with an update: `act(alice, update, "withdraw", reason="…")`."""

    def _act(person, update, name, htmx=False, **fields):
        headers = {"HX-Request": "true"} if htmx else {}
        return enter(person).post(f"/desk/updates/{update.pk}/{name}/", fields, headers=headers)

    return _act


def test_a_withdrawal_needs_its_reason_and_is_undone(act, alice, publish):
    update = publish("Old footage")
    assert act(alice, update, "withdraw", reason=" ").status_code == 400
    assert act(alice, update, "withdraw", reason="Filmed in 2013.").status_code == 302
    update.refresh_from_db()
    assert (update.status, update.gone_reason) == ("withdrawn", "Filmed in 2013.")
    again = act(alice, update, "withdraw", reason="Twice")
    assert again.status_code == 400
    assert "withdrawn" in words_of(again)
    assert act(alice, update, "restore").status_code == 302
    update.refresh_from_db()
    assert update.status == "published"
    assert act(alice, update, "restore").status_code == 400


def test_a_contributor_withdraws_nothing(act, carl, publish):
    update = publish("Stays")
    assert act(carl, update, "withdraw", reason="No").status_code == 403
    assert act(carl, update, "mark", mark="pinned", on="1").status_code == 403
    update.refresh_from_db()
    assert (update.status, update.pinned) == ("published", False)


@pytest.mark.parametrize("mark", ["pinned", "key_event", "summary"])
def test_a_mark_is_set_and_taken_away(act, alice, publish, mark):
    update = publish("Marked")
    for on, set_now in (("1", True), ("1", True), ("0", False)):
        assert act(alice, update, "mark", mark=mark, on=on).status_code == 302
        update.refresh_from_db()
        assert getattr(update, mark) is set_now


def test_the_page_gets_the_marks_alone(act, alice, publish):
    update = publish("Marked")
    response = act(alice, update, "mark", htmx=True, mark="pinned", on="1")
    assert response["HX-Trigger"] == "list-changed"
    assert 'id="marks"' in words_of(response)
    assert "<html" not in words_of(response)


def test_a_fourth_pin_is_refused_in_words(act, alice, publish):
    for n in range(3):
        act(alice, publish(f"Pin {n}"), "mark", mark="pinned", on="1")
    response = act(alice, publish("Pin 4"), "mark", htmx=True, mark="pinned", on="1")
    assert response.status_code == 400
    assert "Take one down first" in words_of(response)


@pytest.mark.parametrize("mark", ["status", "__class__", "", "pinned\x00"])
def test_no_other_field_is_a_mark(act, alice, publish, mark):
    update = publish("Unmarked")
    assert act(alice, update, "mark", mark=mark, on="1").status_code == 400
    update.refresh_from_db()
    assert update.status == "published"


def test_it_is_taken_off_the_schedule(act, alice, write):
    update = schedule_update(by=alice, update=write("Later"), when=datetime(2099, 1, 1, tzinfo=UTC))
    assert act(alice, update, "unschedule").status_code == 302
    update.refresh_from_db()
    assert update.status == "draft"
    assert act(alice, update, "unschedule").status_code == 400


@pytest.fixture
def waiting(carl, write):
    """What Carl sent for review."""
    return submit_update(by=carl, update=write("Carl's advance", by=carl))


def test_an_editor_sees_what_waits(enter, alice, carl, waiting):
    assert "Carl&#x27;s advance" in words_of(enter(alice).get("/desk/review/"))
    assert "Nothing waits" in words_of(enter(carl).get("/desk/review/"))


def test_an_editor_publishes_what_was_read(act, alice, waiting):
    assert act(alice, waiting, "publish", based_on="1").status_code == 302
    waiting.refresh_from_db()
    assert waiting.status == "published"
    assert act(alice, waiting, "publish", based_on="1").status_code == 302  # pressed twice


def test_a_text_that_changed_since_is_not_published_unread(act, alice, carl, waiting):
    edit_update(by=carl, update=waiting, text=Text(headline="Other words"), based_on=1)
    response = act(alice, waiting, "publish", based_on="1")
    assert response.status_code == 400
    assert "changed it since you read it" in words_of(response)
    waiting.refresh_from_db()
    assert waiting.status == "review"


def test_a_text_with_problems_is_not_published_from_the_queue(act, alice, carl, write):
    update = submit_update(by=carl, update=write("Bad", "::media{id=none}", by=carl))
    assert act(alice, update, "publish", based_on="1").status_code == 400


def test_handing_back_says_why(act, enter, alice, carl, waiting):
    act(alice, waiting, "return", reason="Who says so?")
    waiting.refresh_from_db()
    assert waiting.status == "draft"
    assert "Who says so?" in words_of(enter(carl).get(f"/desk/updates/{waiting.pk}/"))
    assert act(alice, waiting, "return", reason="Again").status_code == 400


def test_a_contributor_publishes_nothing_from_the_queue(act, carl, waiting):
    assert act(carl, waiting, "publish", based_on="1").status_code == 403


@pytest.mark.parametrize(
    "name", ["withdraw", "restore", "mark", "publish", "return", "submit", "unschedule"]
)
def test_another_columns_update_is_out_of_reach(act, owner, alice, write, other_blog, name):
    update = write("Theirs", by=owner, blog=other_blog)
    assert act(alice, update, name, mark="pinned", reason="x", on="1").status_code == 404


def test_a_draft_is_discarded_leaves_the_list_and_is_put_back(act, enter, alice, blog, write):
    update, here = write("Never mind"), enter(alice)
    assert "Discard" in words_of(here.get(f"/desk/updates/{update.pk}/"))
    assert act(alice, update, "discard").status_code == 302
    page = words_of(here.get(f"/desk/updates/{update.pk}/"))
    assert "Put it back" in page
    assert 'value="publish"' not in page
    assert f'data-update="{update.pk}" data-find' not in page
    assert "Put aside" in words_of(here.get(f"/desk/blogs/{blog.pk}/list/"))
    assert act(alice, update, "discard").status_code == 400
    assert act(alice, update, "put-back").status_code == 302
    update.refresh_from_db()
    assert update.status == "draft"
    assert "Put aside" not in words_of(here.get(f"/desk/blogs/{blog.pk}/list/"))


def test_what_is_public_is_not_discarded(act, alice, publish):
    update = publish("Stays")
    assert act(alice, update, "discard").status_code == 400
    update.refresh_from_db()
    assert update.status == "published"


def test_a_mark_that_is_refused_says_why_in_the_part_too(act, carl, publish):
    answer = act(carl, publish("Not mine"), "mark", htmx=True, mark="pinned", on="1")
    assert answer.status_code == 403
    assert "You may not publish" in words_of(answer)
