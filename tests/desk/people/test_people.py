"""Inviting people, giving and taking roles, shutting out."""

import re

import pytest
from django.test import Client

from dateline.ledger.models import Person, Role
from tests.desk.conftest import words_of


def role_of(person, column=None):
    return Role.objects.filter(person=person, column=column, active=True).first()


def test_an_invitation_shows_a_link_that_lets_them_in(enter, owner):
    fields = {"email": "dora@example.org", "public_name": "Dora"}
    page = words_of(enter(owner).post("/desk/people/", fields))
    link = re.search(r"http://testserver(/desk/sign-in/\S+/)\"", page).group(1)
    client = Client()
    client.post(link)
    assert client.get("/desk/").status_code == 200


@pytest.mark.parametrize("email", ["", "no address", "olga@example.org", "x\x00@example.org"])
def test_an_address_that_cannot_be_is_refused_and_kept(enter, owner, email):
    response = enter(owner).post("/desk/people/", {"email": email, "public_name": "Dora"})
    assert response.status_code == 400
    assert "Dora" in words_of(response)
    assert Person.objects.count() == 1


@pytest.mark.parametrize("who", ["alice", "carl", "sam", "olivia"])
def test_nobody_but_the_owner_of_the_site_sees_people(request, enter, owner, who):
    person = request.getfixturevalue(who)
    here = enter(person)
    assert here.get("/desk/people/").status_code == 403
    assert here.post("/desk/people/", {"email": "eve@example.org"}).status_code == 403
    assert here.post(f"/desk/people/{owner.pk}/link/").status_code == 403
    assert here.post(f"/desk/people/{owner.pk}/active/", {"active": "0"}).status_code == 403
    assert here.post(f"/desk/people/{person.pk}/roles/", {"name": "owner"}).status_code == 403
    assert not Person.objects.filter(email="eve@example.org").exists()


def test_the_owner_gives_and_takes_a_role(enter, owner, sam, column):
    here = enter(owner)
    here.post(f"/desk/people/{sam.pk}/roles/", {"name": "editor", "where": str(column.pk)})
    role = role_of(sam, column)
    assert role.name == "editor"
    here.post(f"/desk/roles/{role.pk}/take/")
    assert role_of(sam, column) is None


def test_a_role_for_the_whole_site(enter, owner, sam):
    enter(owner).post(f"/desk/people/{sam.pk}/roles/", {"name": "editor", "where": "site"})
    assert role_of(sam).name == "editor"


@pytest.mark.parametrize("where", ["", "x", "00000000-0000-4000-8000-000000000000"])
def test_a_role_for_the_whole_site_is_never_a_slip(enter, owner, sam, where):
    response = enter(owner).post(
        f"/desk/people/{sam.pk}/roles/", {"name": "editor", "where": where}
    )
    assert response.status_code == 400
    assert not Role.objects.filter(person=sam).exists()


@pytest.mark.parametrize("name", ["king", "", "owner\x00"])
def test_no_other_role_is_given(enter, owner, sam, name):
    assert (
        enter(owner)
        .post(f"/desk/people/{sam.pk}/roles/", {"name": name, "where": "site"})
        .status_code
        == 400
    )
    assert role_of(sam) is None


def test_the_last_owner_stays(enter, owner):
    response = enter(owner).post(f"/desk/roles/{role_of(owner).pk}/take/")
    assert response.status_code == 400
    assert "needs an owner" in words_of(response)
    assert role_of(owner)


def test_nobody_shuts_themselves_out(enter, owner):
    response = enter(owner).post(f"/desk/people/{owner.pk}/active/", {"active": "0"})
    assert response.status_code == 400
    owner.refresh_from_db()
    assert owner.is_active


def test_someone_shut_out_gets_no_link(enter, owner, sam):
    here = enter(owner)
    here.post(f"/desk/people/{sam.pk}/active/", {"active": "0"})
    assert here.post(f"/desk/people/{sam.pk}/link/").status_code == 400
    here.post(f"/desk/people/{sam.pk}/active/", {"active": "1"})
    assert here.post(f"/desk/people/{sam.pk}/link/").status_code == 200


COLUMN = "/desk/columns/putin-in-syria/people/"


def test_a_columns_owner_gives_and_takes_roles_there(enter, olivia, carl, column):
    here = enter(olivia)
    here.post(COLUMN, {"email": "Carl@example.org", "name": "editor"})
    role = role_of(carl, column)
    assert role.name == "editor"
    here.post(f"/desk/roles/{role.pk}/take/", {"from": "column"})
    assert role_of(carl, column) is None


def test_someone_unknown_is_to_be_invited(enter, olivia):
    response = enter(olivia).post(COLUMN, {"email": "eve@example.org", "name": "editor"})
    assert response.status_code == 400
    assert "Ask the site" in words_of(response)


def test_an_editor_gives_none(enter, alice, carl, column):
    assert enter(alice).get(COLUMN).status_code == 403
    response = enter(alice).post(COLUMN, {"email": "carl@example.org", "name": "owner"})
    assert response.status_code == 403
    assert enter(alice).post(f"/desk/roles/{role_of(carl, column).pk}/take/").status_code == 403
    assert role_of(carl, column).name == "contributor"


def test_a_columns_owner_takes_no_role_of_the_site(enter, olivia, owner):
    assert enter(olivia).post(f"/desk/roles/{role_of(owner).pk}/take/").status_code == 403
    assert role_of(owner)


def test_another_columns_role_is_out_of_reach(enter, olivia, owner, other_column, carl):
    enter(owner).post(
        f"/desk/people/{carl.pk}/roles/", {"name": "editor", "where": str(other_column.pk)}
    )
    role = role_of(carl, other_column)
    assert enter(olivia).post(f"/desk/roles/{role.pk}/take/").status_code == 404
    assert role_of(carl, other_column)


def test_one_changes_ones_own_public_name(enter, carl):
    here = enter(carl)
    assert here.post("/desk/profile/", {"public_name": "C. Jung"}).status_code == 302
    carl.refresh_from_db()
    assert carl.public_name == "C. Jung"
    assert here.post("/desk/profile/", {"public_name": "x" * 81}).status_code == 400
    assert here.post("/desk/profile/", {"public_name": "a\x00"}).status_code == 400
