"""The composer: a text becomes a draft, a public update, a correction."""

import uuid

import pytest

from dateline.ledger.models import Draft, Entry, Update
from dateline.ledger.verbs.writing import Text, edit_update, keep_draft
from tests.desk.conftest import composed, words_of


@pytest.fixture
def desk(blog):
    """The address of the blog's desk."""
    return f"/desk/blogs/{blog.pk}/"


def only(blog):
    return blog.updates.get()


def test_a_draft_is_saved_inside_the_desk(enter, alice, blog, desk):
    response = enter(alice).post(desk, composed(), follow=True)
    update = only(blog)
    assert (update.status, update.headline, update.author) == ("draft", "Assad in Moscow", alice)
    assert "Draft saved." in words_of(response)


def test_an_editor_publishes(enter, alice, blog, desk):
    response = enter(alice).post(desk, composed(action="publish", place="Moscow"))
    assert response["Location"] == desk
    update = only(blog)
    assert (update.status, update.number, update.place) == ("published", 1, "Moscow")


def test_publishing_twice_publishes_once(enter, alice, blog, desk):
    here, form = enter(alice), composed(action="publish")
    first, second = here.post(desk, form), here.post(desk, form)
    assert first.status_code == second.status_code == 302
    assert only(blog).number == 1
    assert Entry.objects.filter(verb="publish_update").count() == 1


def test_publishing_a_draft_twice_publishes_once(enter, alice, blog, write):
    update = write("A draft")
    here = enter(alice)
    form = composed("A draft", "Other words.", action="publish", based_on="1")
    assert here.post(f"/desk/updates/{update.pk}/", form).status_code == 302
    assert here.post(f"/desk/updates/{update.pk}/", form).status_code == 302
    assert Entry.objects.filter(verb="publish_update").count() == 1


def test_saving_a_draft_twice_saves_one(enter, alice, blog, desk):
    here, form = enter(alice), composed()
    here.post(desk, form)
    here.post(desk, form)
    assert blog.updates.count() == 1


def test_typing_on_after_going_back_loses_neither_text(enter, alice, blog, desk):
    here, form = enter(alice), composed(body="First.")
    here.post(desk, form)
    response = here.post(desk, {**form, "body": "Second."})
    assert response.status_code == 409
    assert "First." in words_of(response)
    assert "Second." in words_of(response)
    assert only(blog).body == "First."


def test_a_contributor_sends_for_review(enter, carl, blog, desk):
    page = words_of(enter(carl).get(desk))
    assert 'value="publish"' not in page
    enter(carl).post(desk, composed(action="review"))
    assert only(blog).status == "review"


def test_a_contributor_publishes_nothing_and_keeps_the_text(enter, carl, blog, desk):
    response = enter(carl).post(desk, composed(action="publish"))
    assert response.status_code == 403
    page = words_of(response)
    assert "Your text is saved as a draft" in page
    assert "The Kremlin says so." in page
    assert only(blog).status == "draft"


@pytest.mark.parametrize("action", ["publish", "schedule"])
def test_a_text_with_problems_is_not_published(enter, alice, blog, desk, action):
    form = composed(body="Fine.\n\n::media{id=none}", action=action, when="2099-01-01T10:00")
    response = enter(alice).post(desk, form)
    assert response.status_code == 400
    page = words_of(response)
    assert "Line 3" in page
    assert "::media{id=none}" in page
    assert not blog.updates.exists()
    assert Draft.objects.get().body == "Fine.\n\n::media{id=none}"


def test_a_text_with_problems_is_saved_as_a_draft(enter, alice, blog, desk):
    enter(alice).post(desk, composed(body="::media{id=none}"))
    assert only(blog).body == "::media{id=none}"


def test_an_empty_update_is_not_published(enter, alice, blog, desk):
    response = enter(alice).post(desk, composed("", "", action="publish"))
    assert response.status_code == 400
    assert "text is missing" in words_of(response)
    assert only(blog).status == "draft"


def test_a_closed_blog_takes_no_more(enter, alice, blog, desk):
    enter(alice).post(f"{desk}close/")
    response = enter(alice).post(desk, composed(action="publish"))
    assert response.status_code == 400
    assert "This blog is closed" in words_of(response)


def test_a_correction_needs_its_note(enter, alice, publish):
    update = publish("Who was hit?", "Twelve.")
    here, form = enter(alice), composed("Who was hit?", "Thirteen.", action="correct", based_on="1")
    response = here.post(f"/desk/updates/{update.pk}/", form)
    assert response.status_code == 400
    assert "Thirteen." in words_of(response)
    here.post(f"/desk/updates/{update.pk}/", {**form, "note": "The number was wrong."})
    update.refresh_from_db()
    assert update.body == "Thirteen."
    assert update.revisions.get(number=2).note == "The number was wrong."


def test_a_correction_that_changes_nothing_is_none(enter, alice, publish):
    update = publish("Who was hit?", "Twelve.", byline="Alice")
    form = composed("Who was hit?", "Twelve.", action="correct", based_on="1", note="?")
    response = enter(alice).post(f"/desk/updates/{update.pk}/", form)
    assert response.status_code == 400
    assert "Nothing was changed" in words_of(response)


def test_two_texts_stand_side_by_side(enter, alice, owner, write):
    update = write("Sarmin", "Both started here.")
    edit_update(by=owner, update=update, text=Text(headline="Sarmin", body="Theirs."), based_on=1)
    form = composed("Sarmin", "Mine.", based_on="1")
    response = enter(alice).post(f"/desk/updates/{update.pk}/", form)
    assert response.status_code == 409
    page = words_of(response)
    for words in ("Both started here.", "Theirs.", "Mine.", "Olga"):
        assert words in page
    assert response.context["form"]["based_on"].value() == "2"
    update.refresh_from_db()
    assert update.body == "Theirs."
    assert Draft.objects.get(person=alice).body == "Mine."

    enter(alice).post(f"/desk/updates/{update.pk}/", {**form, "based_on": "2"})
    update.refresh_from_db()
    assert update.body == "Mine."


def test_saving_drops_the_kept_draft(enter, alice, blog, desk):
    form = composed()
    text, draft = Text(headline="Assad in Moscow"), uuid.UUID(form["draft"])
    keep_draft(by=alice, draft=draft, blog=blog, update=None, based_on=0, text=text)
    enter(alice).post(desk, form)
    assert not Draft.objects.exists()


def test_a_time_is_read_in_the_columns_zone(enter, alice, blog, desk):
    enter(alice).post(desk, composed(action="schedule", when="2099-06-01T10:00"))
    update = only(blog)
    assert update.status == "scheduled"
    assert update.scheduled_for.isoformat() == "2099-06-01T07:00:00+00:00"
    page = words_of(enter(alice).get(desk))
    assert "scheduled for 1 Jun 2099 10:00" in page
    assert "Asia/Damascus" in page


@pytest.mark.parametrize("when", ["", "2001-01-01T10:00", "tomorrow", "2099-13-01T10:00"])
def test_a_time_that_is_none_is_refused(enter, alice, blog, desk, when):
    response = enter(alice).post(desk, composed(action="schedule", when=when))
    assert response.status_code == 400
    assert "The Kremlin says so." in words_of(response)
    assert not Update.objects.filter(status="scheduled").exists()


def test_a_time_that_clocks_skip_is_refused(enter, owner, other_blog):
    form = composed(action="schedule", when="2027-03-28T03:30")  # Kyiv goes from 3:00 to 4:00
    response = enter(owner).post(f"/desk/blogs/{other_blog.pk}/", form)
    assert response.status_code == 400
    assert "Clocks skip that time" in words_of(response)


def test_a_contributor_cannot_change_anothers_text(enter, carl, write):
    update = write("Alice's")
    response = enter(carl).post(f"/desk/updates/{update.pk}/", composed("Mine now", based_on="1"))
    assert response.status_code == 403
    assert "Mine now" in words_of(response)
    update.refresh_from_db()
    assert update.headline == "Alice's"


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    '"><svg onload=alert(1)>',
    "{{ settings.SECRET_KEY }}{% csrf_token %}",
    "</textarea><script>alert(1)</script>",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_are_only_words(enter, alice, blog, desk, words):
    here = enter(alice)
    form = composed(words[:200], words, place=words[:120], byline=words[:80])
    page = words_of(here.post(desk, form, follow=True))
    assert only(blog).body == words
    for tag in ("<script>alert", "<img src=x", "<svg", 'href="javascript'):
        assert tag not in page


@pytest.mark.parametrize(
    "change",
    [
        {"body": "a\x00b"},
        {"headline": "x" * 201},
        {"body": "x" * 100_001},
        {"draft": "no uuid"},
        {"draft": ""},
        {"based_on": "-1"},
        {"based_on": "many"},
        {"action": "delete"},
        {"action": ""},
    ],
)
def test_what_cannot_be_saved_is_refused_in_words(enter, alice, blog, desk, change):
    response = enter(alice).post(desk, {**composed(), **change})
    assert response.status_code == 400
    assert 'role="alert"' in words_of(response)
    assert not blog.updates.exists()


def test_a_body_of_many_megabytes_is_refused(enter, alice, blog, desk):
    response = enter(alice).post(desk, composed(body="x" * 2_600_000))
    assert response.status_code == 400
    assert "could not be read" in words_of(response)
