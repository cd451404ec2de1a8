"""Every address of the desk asks who is there, and shows nobody another's column."""

import re
import uuid

import pytest
from django.urls import get_resolver, reverse

from dateline.desk.urls import urlpatterns as includes
from tests.desk.conftest import composed, words_of

OPEN = {"sign_in", "manifest", "icon-192.png", "icon-512.png", "icon.svg"}


EVERY_ROUTE = [
    pytest.param(pattern, id=pattern.name)
    for include in includes
    for pattern in include.url_patterns
]


def address(pattern, pk="00000000-0000-4000-8000-000000000000", slug="putin-in-syria"):
    values = {
        "pk": uuid.UUID(str(pk)),
        "slug": slug,
        "first": 1,
        "last": 1,
        "token": "x",
        "report": uuid.UUID(str(pk)),
    }
    names = pattern.pattern.converters
    return reverse(f"desk:{pattern.name}", kwargs={name: values[name] for name in names})


@pytest.mark.parametrize("pattern", EVERY_ROUTE)
def test_a_visitor_is_asked_to_sign_in(pattern, client, db):
    if pattern.name in OPEN:
        pytest.skip("this is how one signs in")
    response = client.get(address(pattern))
    assert response.status_code in (302, 405)
    if response.status_code == 302:
        assert response["Location"].startswith("/desk/accounts/login/?next=/desk/")


@pytest.mark.parametrize("pattern", EVERY_ROUTE)
def test_a_form_of_someone_signed_out_keeps_its_text(pattern, client, db):
    if pattern.name in OPEN:
        pytest.skip("this is how one signs in")
    response = client.post(address(pattern))
    assert response.status_code in (401, 405)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
@pytest.mark.parametrize("pattern", EVERY_ROUTE)
def test_other_methods_are_refused(pattern, method, enter, alice):
    assert getattr(enter(alice), method)(address(pattern)).status_code == 405


@pytest.mark.parametrize("pattern", EVERY_ROUTE)
def test_what_does_not_exist_and_what_is_anothers_look_alike(
    pattern, enter, alice, column, other_column, other_blog, write, owner
):
    if not pattern.pattern.converters or pattern.name == "sign_in":
        pytest.skip("no object in this address")
    update = write("Theirs", by=owner, blog=other_blog)
    here = enter(alice)
    for method in (here.get, here.post):
        nothing = method(address(pattern, slug="nothing-here"))
        if nothing.status_code == 405:
            continue
        for pk in (update.pk, other_blog.pk, other_column.pk):
            theirs = method(address(pattern, pk, "ukraine"))
            assert theirs.status_code == nothing.status_code
            assert "Theirs" not in words_of(theirs)
            assert "Donetsk" not in words_of(theirs)


def test_someone_without_a_role_sees_no_column(enter, sam, column, blog):
    page = words_of(enter(sam).get("/desk/"))
    assert "Putin in Syria" not in page
    assert "You have no role in any column yet" in page
    assert enter(sam).get("/desk/columns/putin-in-syria/").status_code == 404
    assert enter(sam).get(f"/desk/blogs/{blog.pk}/").status_code == 404
    assert enter(sam).post(f"/desk/blogs/{blog.pk}/", composed()).status_code == 404


def test_someone_shut_out_is_out_at_once(enter, owner, alice, blog):
    here = enter(alice)
    assert here.get(f"/desk/blogs/{blog.pk}/").status_code == 200
    enter(owner).post(f"/desk/people/{alice.pk}/active/", {"active": "0", "reason": "left"})
    assert here.get(f"/desk/blogs/{blog.pk}/").status_code == 302


def test_pages_are_kept_by_nobody_and_run_only_our_scripts(enter, alice, blog):
    response = enter(alice).get(f"/desk/blogs/{blog.pk}/")
    assert response["Cache-Control"] == "no-store"
    assert "script-src 'self';" in response["Content-Security-Policy"]
    page = words_of(response)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"\son\w+=|\sstyle=", page)


def test_no_form_is_taken_without_its_token(enter, alice, blog):
    response = enter(alice, enforce_csrf_checks=True).post(f"/desk/blogs/{blog.pk}/", composed())
    assert response.status_code == 403


def test_every_address_ends_in_words_where_nothing_stands(enter, alice):
    response = enter(alice).get("/desk/nothing/at/all/")
    assert response.status_code == 404
    assert "Nothing stands here" in words_of(response)
    assert get_resolver().resolve_error_handler(404)
