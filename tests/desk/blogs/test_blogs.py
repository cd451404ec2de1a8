"""Starting a blog, its masthead, closing and opening it again."""

import pytest
from django.utils import timezone

from dateline.ledger.models import LiveBlog
from tests.desk.conftest import words_of

START = "/desk/media/columns/putin-in-syria/start/"


def filled(**more):
    fields = {"headline": "Assad in Moscow", "slug": "2015-10-21", "lead": "", "language": "en"}
    return {**fields, "previous": "", **more}


def test_an_editor_starts_one_with_its_photo(enter, alice, upload):
    said = {"picture": upload(), "alt": "Two presidents", "credit": "Kremlin"}
    response = enter(alice).post(START, filled(**said))
    blog = LiveBlog.objects.get()
    assert response["Location"] == f"/desk/blogs/{blog.pk}/"
    assert blog.photo.credit == "Kremlin"


def test_today_and_the_last_blog_are_proposed(enter, alice, column, blog):
    form = enter(alice).get(START).context["form"]
    today = timezone.now().astimezone(column.zone_info).date().isoformat()
    assert form["slug"].value() == today
    assert form["previous"].value() == blog.pk


def test_a_second_blog_of_the_day_gets_its_own_address(enter, alice, column):
    here = enter(alice)
    first = here.get(START).context["form"]["slug"].value()
    here.post(START, filled(slug=first))
    assert here.get(START).context["form"]["slug"].value() == f"{first}-2"


def test_a_contributor_starts_none(enter, carl):
    assert enter(carl).get(START).status_code == 403
    assert enter(carl).post(START, filled()).status_code == 403


def test_the_same_address_twice_is_refused_and_the_form_kept(enter, alice, blog):
    response = enter(alice).post(START, filled(headline="Another day"))
    assert response.status_code == 400
    assert 'value="Another day"' in words_of(response)


def test_another_columns_blog_is_no_previous_one(enter, owner, other_blog, column):
    response = enter(owner).post(START, filled(previous=str(other_blog.pk)))
    assert response.status_code == 400
    assert "Donetsk" not in words_of(response)


@pytest.mark.parametrize(
    "change", [{"headline": " "}, {"slug": "A b"}, {"language": "!"}, {"lead": "x" * 1001}]
)
def test_what_cannot_be_is_refused_in_words(enter, alice, column, change):
    assert enter(alice).post(START, filled(**change)).status_code == 400
    assert not LiveBlog.objects.exists()


def test_the_masthead_is_changed(enter, alice, blog):
    response = enter(alice).post(f"/desk/media/blogs/{blog.pk}/", filled(headline="New words"))
    assert response.status_code == 302
    blog.refresh_from_db()
    assert blog.headline == "New words"
    assert blog.slug == "2015-10-21"


def test_a_contributor_changes_no_masthead(enter, carl, blog):
    response = enter(carl).post(f"/desk/media/blogs/{blog.pk}/", filled(headline="New words"))
    assert response.status_code == 403


def test_it_is_closed_and_opened_again(enter, alice, blog):
    here, address = enter(alice), f"/desk/blogs/{blog.pk}/"
    assert here.post(f"{address}close/").status_code == 302
    assert here.post(f"{address}close/").status_code == 400
    blog.refresh_from_db()
    assert blog.state == "closed"
    assert here.post(f"{address}reopen/").status_code == 302
    assert here.post(f"{address}reopen/").status_code == 400


def test_a_contributor_closes_nothing(enter, carl, blog):
    assert enter(carl).post(f"/desk/blogs/{blog.pk}/close/").status_code == 403
    blog.refresh_from_db()
    assert blog.state == "live"
