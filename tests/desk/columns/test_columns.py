"""Opening and changing a column."""

import pytest

from dateline.ledger.models import Column, Media
from tests.desk.conftest import words_of
from tests.pictures import bomb

NEW = "/desk/media/new-column/"


def filled(**more):
    fields = {"name": "Ukraine", "slug": "ukraine", "publisher": "The Interpreter"}
    fields |= {"description": "", "language": "en", "zone": "Europe/Kyiv", "byline": ""}
    return {**fields, **more}


def test_the_owner_opens_one(enter, owner):
    response = enter(owner).post(NEW, filled())
    assert response["Location"] == "/desk/columns/ukraine/"
    assert Column.objects.get().byline == "the desk"


def test_its_running_tolls_count_from_a_day_that_is_kept_and_shown(enter, owner):
    here = enter(owner)
    here.post(NEW, filled(tolls_since="2015-09-30"))
    assert Column.objects.get().tolls_since.isoformat() == "2015-09-30"
    assert 'value="2015-09-30"' in words_of(here.get("/desk/media/columns/ukraine/"))
    assert here.post(NEW, filled(slug="b", tolls_since="soon")).status_code == 400


def test_an_editor_does_not(enter, alice):
    assert enter(alice).get(NEW).status_code == 403
    assert enter(alice).post(NEW, filled()).status_code == 403
    assert not Column.objects.filter(slug="ukraine").exists()


def test_the_same_address_twice_is_refused_and_the_form_kept(enter, owner):
    enter(owner).post(NEW, filled())
    response = enter(owner).post(NEW, filled(name="Another"))
    assert response.status_code == 400
    assert 'value="Another"' in words_of(response)


@pytest.mark.parametrize(
    "change",
    [
        {"slug": "desk"},
        {"slug": "../x"},
        {"zone": "Mars/Base"},
        {"zone": "../../etc/passwd"},
        {"language": "<b>"},
        {"name": " "},
        {"name": "x\x00"},
        {"kept": "no uuid"},
        {"kept": "00000000-0000-4000-8000-000000000000"},
    ],
)
def test_what_cannot_be_is_refused_in_words(enter, owner, change):
    response = enter(owner).post(NEW, filled(**change))
    assert response.status_code == 400
    assert not Column.objects.exists()


def test_a_logo_is_brought_in_and_kept(enter, owner, column, upload):
    address = "/desk/media/columns/putin-in-syria/"
    said = {"picture": upload(), "alt": "A torch", "credit": "The Interpreter"}
    assert enter(owner).post(address, filled(**said)).status_code == 302
    column.refresh_from_db()
    assert column.logo.alt == "A torch"
    enter(owner).post(address, filled(kept=str(column.logo.pk)))
    column.refresh_from_db()
    assert column.logo is not None
    enter(owner).post(address, filled(kept=str(column.logo.pk), without="on"))
    column.refresh_from_db()
    assert column.logo is None


def test_a_picture_without_its_words_is_refused(enter, owner, column, upload):
    said = {"picture": upload(), "alt": "", "credit": "x"}
    response = enter(owner).post("/desk/media/columns/putin-in-syria/", filled(**said))
    assert response.status_code == 400
    assert "needs both" in words_of(response)
    assert not Media.objects.exists()


def test_a_bomb_is_refused(enter, owner, column, upload):
    said = {"picture": upload(bomb()), "alt": "x", "credit": "x"}
    response = enter(owner).post("/desk/media/columns/putin-in-syria/", filled(**said))
    assert response.status_code == 400


def test_the_picture_is_not_asked_for_again_when_the_rest_is_refused(enter, owner, column, upload):
    said = {"picture": upload(), "alt": "A torch", "credit": "x", "zone": "Mars/Base"}
    response = enter(owner).post("/desk/media/columns/putin-in-syria/", filled(**said))
    assert response.status_code == 400
    assert str(Media.objects.get().pk) in words_of(response)


def test_an_editor_changes_nothing(enter, alice):
    response = enter(alice).post("/desk/media/columns/putin-in-syria/", filled())
    assert response.status_code == 403
    assert Column.objects.get().name == "Putin in Syria"


def test_a_columns_owner_changes_it(enter, olivia):
    response = enter(olivia).post("/desk/media/columns/putin-in-syria/", filled(name="Syria"))
    assert response.status_code == 302
    assert Column.objects.get().name == "Syria"
