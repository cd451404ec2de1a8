"""What is typed is kept every moment, for its writer alone."""

import json
import uuid

import pytest

from dateline.ledger.models import Draft
from tests.desk.conftest import composed, words_of


@pytest.fixture
def keep(enter, blog):
    """Send what the page sends while someone types."""

    def _keep(person, blog=blog, **change):
        fields = {**composed(), **change}
        return enter(person).post(f"/desk/blogs/{blog.pk}/updates/draft", fields)

    return _keep


def test_it_is_kept_and_offered_again(enter, alice, blog, keep):
    response = keep(alice, headline="Half a thought")
    assert "kept" in response.json()
    draft = Draft.objects.get()
    page = words_of(enter(alice).get(f"/desk/blogs/{blog.pk}/"))
    assert "unsaved text from" in page
    again = words_of(enter(alice).get(f"/desk/drafts/{draft.pk}/"))
    assert 'value="Half a thought"' in again
    assert str(draft.pk) in again


def test_it_makes_no_entry_in_the_log(alice, blog, keep, django_assert_num_queries):
    before = blog.entries.count()
    keep(alice)
    assert blog.entries.count() == before


def test_keeping_twice_keeps_one(alice, keep):
    draft = str(uuid.uuid4())
    keep(alice, draft=draft, body="One.")
    keep(alice, draft=draft, body="Two.")
    assert Draft.objects.get().body == "Two."


def test_one_that_arrives_after_its_text_was_saved_is_dropped(enter, alice, blog, keep):
    form = composed()
    enter(alice).post(f"/desk/blogs/{blog.pk}/", form)
    assert keep(alice, **form).status_code == 200
    assert not Draft.objects.exists()


def test_anothers_draft_is_neither_shown_nor_changed(enter, alice, owner, keep):
    keep(alice, headline="Alice's own")
    draft = Draft.objects.get()
    assert enter(owner).get(f"/desk/drafts/{draft.pk}/").status_code == 404
    assert keep(owner, draft=str(draft.pk), headline="Mine").status_code == 403
    enter(owner).post(f"/desk/drafts/{draft.pk}/drop/")
    assert Draft.objects.get().headline == "Alice's own"


def test_another_columns_blog_takes_none(alice, keep, other_blog):
    assert keep(alice, blog=other_blog).status_code == 404


def test_another_columns_update_is_not_named(alice, owner, keep, write, other_blog):
    theirs = write("Theirs", by=owner, blog=other_blog)
    assert keep(alice, update=str(theirs.pk)).status_code == 404
    assert not Draft.objects.exists()


def test_another_blogs_update_is_refused(owner, keep, write, other_blog):
    theirs = write("Theirs", by=owner, blog=other_blog)
    assert keep(owner, update=str(theirs.pk)).status_code == 400


def test_dropping_twice_is_no_error(enter, alice, keep):
    keep(alice)
    draft = Draft.objects.get()
    for _ in range(2):
        assert enter(alice).post(f"/desk/drafts/{draft.pk}/drop/").status_code == 302
    assert Draft.objects.get().dropped_at


def test_what_was_dropped_is_offered_nowhere_but_to_be_taken_back(enter, alice, blog, keep):
    keep(alice, headline="Half a thought")
    draft, here = Draft.objects.get(), enter(alice)
    page = words_of(here.post(f"/desk/drafts/{draft.pk}/drop/", follow=True))
    assert "Put aside" in page
    assert "Half a thought, continue" not in page
    assert 'value="Half a thought"' not in page
    assert "Half a thought" not in words_of(here.get("/desk/"))
    assert here.get(f"/desk/drafts/{draft.pk}/").status_code == 404
    again = here.post(f"/desk/drafts/{draft.pk}/take-back/", follow=True)
    assert 'value="Half a thought"' in words_of(again)
    assert "Put aside" not in words_of(here.get(f"/desk/blogs/{blog.pk}/"))


def test_nobody_takes_back_or_learns_of_what_another_dropped(enter, alice, owner, blog, keep):
    keep(alice, headline="Half a thought")
    draft = Draft.objects.get()
    enter(alice).post(f"/desk/drafts/{draft.pk}/drop/")
    answer = enter(owner).post(f"/desk/drafts/{draft.pk}/take-back/")
    assert answer.status_code == 400
    assert "Half a thought" not in words_of(answer)
    assert "Put aside" not in words_of(enter(owner).get(f"/desk/blogs/{blog.pk}/"))
    assert Draft.objects.get().dropped_at


@pytest.mark.parametrize(
    "change", [{"draft": "x"}, {"update": "x"}, {"based_on": "x"}, {"body": "a\x00"}]
)
def test_what_cannot_be_read_is_refused_in_words(alice, keep, change):
    response = keep(alice, **change)
    assert response.status_code == 400
    assert "kept in this browser" in response.json()["refused"]


@pytest.mark.parametrize(
    "body", ["{", "[]", "null", json.dumps({"body": "\ud800"}), "\x00", "a=b&draft=%ff%fe"]
)
@pytest.mark.parametrize("kind", ["application/json", "application/x-www-form-urlencoded"])
def test_malformed_bodies_are_refused_in_words(enter, alice, blog, body, kind):
    address = f"/desk/blogs/{blog.pk}/updates/draft"
    response = enter(alice).generic("POST", address, body, content_type=kind)
    assert response.status_code == 400
    assert response.json()["refused"]


def test_someone_signed_out_is_told_so_and_led_nowhere(client, blog):
    response = client.post(
        f"/desk/blogs/{blog.pk}/updates/draft", composed(), headers={"HX-Request": "true"}
    )
    assert response.status_code == 401
    assert "You are signed out" in words_of(response)


def test_a_preview_is_what_readers_will_see(enter, alice, blog, media):
    body = f"**Bold**\n\n::media{{id={media.pk}}}\n\n[x](javascript:alert(1))"
    response = enter(alice).post(f"/desk/blogs/{blog.pk}/updates/preview", {"body": body})
    page = words_of(response)
    assert "<strong>Bold</strong>" in page
    assert f'src="/desk/media/{media.pk}"' in page
    assert "Line 5" in page
    assert 'href="javascript' not in page


def test_a_preview_takes_the_strangest_text(enter, alice, blog):
    for body in ("", "\x00", ":::quote{", "x" * 150_000, "> " * 5000):
        address = f"/desk/blogs/{blog.pk}/updates/preview"
        assert enter(alice).post(address, {"body": body}).status_code == 200
