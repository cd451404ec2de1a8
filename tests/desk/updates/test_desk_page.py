"""The blog's desk as a page: what stands in the list, the strip and the panel."""

import pytest

from tests.desk.conftest import words_of


def test_updates_stand_newest_first_with_their_standing_in_words(
    enter, alice, blog, write, publish
):
    publish("First")
    publish("Second")
    write("Not yet")
    page = words_of(enter(alice).get(f"/desk/blogs/{blog.pk}/"))
    assert page.index("Not yet") < page.index("Second") < page.index("First")
    assert ">draft<" in page
    assert "published " in page


def test_a_long_list_is_cut_and_goes_on(enter, alice, blog, publish, monkeypatch):
    monkeypatch.setattr("dateline.desk.updates.page.SHOWN", 2)
    for n in range(5):
        publish(f"Number {n}")
    here = enter(alice)
    page = words_of(here.get(f"/desk/blogs/{blog.pk}/"))
    assert "Number 4" in page
    assert "Number 2" not in page
    older = words_of(here.get(f"/desk/blogs/{blog.pk}/?before=4"))
    assert "Number 2" in older
    assert "Number 3" not in older


@pytest.mark.parametrize("before", ["x", "-1", "1e9", "9" * 400, "\x00", "²"])
def test_a_nonsense_place_in_the_list_is_the_newest(enter, alice, blog, publish, before):
    publish("Here")
    response = enter(alice).get(f"/desk/blogs/{blog.pk}/", {"before": before})
    assert "Here" in words_of(response)


def test_trouble_with_the_site_is_said(enter, alice, blog, data):
    trouble = data / "live-trouble.txt"
    trouble.write_text("The site could not be written since 18:02: the disk is full. <b>")
    try:
        page = words_of(enter(alice).get(f"/desk/blogs/{blog.pk}/"))
    finally:
        trouble.unlink()
    assert "the disk is full. &lt;b&gt;" in page
    assert "disk is full" not in words_of(enter(alice).get(f"/desk/blogs/{blog.pk}/"))


def test_only_an_owner_is_shown_the_way_to_redaction(enter, alice, owner, publish):
    update = publish("Something")
    address = f"/desk/updates/{update.pk}/redact/"
    assert address in words_of(enter(owner).get(f"/desk/updates/{update.pk}/"))
    assert address not in words_of(enter(alice).get(f"/desk/updates/{update.pk}/"))


def test_the_list_comes_alone_for_the_page_that_renews_it(enter, alice, blog, publish):
    publish("Here")
    page = words_of(enter(alice).get(f"/desk/blogs/{blog.pk}/list/"))
    assert "Here" in page
    assert "<html" not in page


def test_the_public_page_is_a_link_within_the_site(enter, alice, blog):
    page = words_of(enter(alice).get(f"/desk/blogs/{blog.pk}/"))
    assert 'href="/putin-in-syria/2015-10-21/"' in page


def test_a_page_asks_the_database_no_more_for_more_updates(
    enter, alice, blog, publish, django_assert_max_num_queries
):
    for n in range(12):
        publish(f"Number {n}")
    here = enter(alice)
    with django_assert_max_num_queries(40):
        here.get(f"/desk/blogs/{blog.pk}/")
