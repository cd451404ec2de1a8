"""The people of the desk: founding the site, inviting, names, shutting out."""

import pytest

from dateline.ledger.models import Entry, Person, Role
from dateline.ledger.refusal import NotAllowed, Refused
from dateline.ledger.verbs.people import (
    found_site,
    give_role,
    invite_person,
    set_active,
    set_public_name,
    take_role,
)
from dateline.ledger.verbs.writing import Text, write_update

pytestmark = pytest.mark.django_db


def test_the_first_person_owns_the_site(owner, holds):
    role = Role.objects.get()
    assert (role.person, role.column, role.name, role.active) == (owner, None, "owner", True)
    assert list(Entry.objects.values_list("verb", "who")) == [("found_site", None)] * 2
    assert holds()


def test_a_site_is_founded_once(owner):
    with pytest.raises(Refused, match="its owner already"):
        found_site(email="usurper@example.org")
    assert Person.objects.count() == 1


def test_an_invited_person_has_no_password_and_no_role(sam, column):
    assert not sam.has_usable_password()
    assert not sam.roles.exists()


def test_the_log_never_sees_a_password(owner):
    content = Entry.objects.first().content.body["after"]
    assert "email" in content
    assert not {"password", "last_login"} & set(content)


@pytest.mark.parametrize("email", ["sam@example.org", " SAM@Example.ORG "])
def test_nobody_is_invited_twice(owner, sam, email):
    with pytest.raises(Refused, match="here already"):
        invite_person(by=owner, email=email)


@pytest.mark.parametrize(
    "email",
    [
        *("", " ", "sam", "sam@", "@x.org", "a b@x.org", "sam@x.org, y@x.org"),
        *("sam@x.org\nBcc: y@x.org", "sam\0@x.org", "sam\ud800@x.org", f"{'x' * 250}@x.org"),
    ],
)
def test_only_an_address_is_invited(owner, email):
    with pytest.raises(Refused):
        invite_person(by=owner, email=email)
    assert Person.objects.count() == 1


def test_one_chooses_ones_own_public_name(alice, holds):
    assert set_public_name(by=alice, public_name=" A. ").public_name == "A."
    assert Entry.objects.last().content.body["before"]["public_name"] == "Alice"
    assert set_public_name(by=alice, public_name="").public_name == ""
    assert holds()


def test_who_is_shut_out_can_write_no_more_and_may_come_back(owner, carl, blog, holds):
    set_active(by=owner, person=carl, active=False, reason="Lost their laptop.")
    assert Entry.objects.last().content.body["reason"] == "Lost their laptop."
    with pytest.raises(NotAllowed):
        write_update(by=carl, blog=blog, text=Text(headline="Still here"))
    set_active(by=owner, person=carl, active=True)
    assert write_update(by=carl, blog=blog, text=Text(headline="Back")).author == carl
    assert holds()


def test_nobody_shuts_themselves_out(owner):
    with pytest.raises(Refused, match="shut yourself out"):
        set_active(by=owner, person=owner, active=False)


def test_a_role_is_given_changed_and_taken(owner, sam, column, holds):
    role = give_role(by=owner, person=sam, name="contributor", column=column)
    again = give_role(by=owner, person=sam, name="editor", column=column)
    assert (again.pk, again.name) == (role.pk, "editor")
    assert Entry.objects.last().content.body["before"]["name"] == "contributor"
    taken = take_role(by=owner, role=role, reason="Left us.")
    assert not taken.active
    assert Role.objects.filter(pk=role.pk).exists()
    assert give_role(by=owner, person=sam, name="editor", column=column).active
    assert holds()


def test_a_role_taken_twice_stays_taken(owner, sam, column, holds):
    role = give_role(by=owner, person=sam, name="editor", column=column)
    for _ in range(2):
        assert not take_role(by=owner, role=role).active
    assert holds()


@pytest.mark.parametrize("name", ["", "admin", "Owner", "owner ", "\0"])
def test_there_are_only_three_roles(owner, sam, column, name):
    with pytest.raises(Refused, match="is no role"):
        give_role(by=owner, person=sam, name=name, column=column)


def test_the_owner_of_a_column_gives_roles_there_and_nowhere_else(owner, eve, sam, column):
    other = eve.roles.get().column
    assert give_role(by=eve, person=sam, name="owner", column=other).column == other
    for elsewhere in (column, None):
        with pytest.raises(NotAllowed):
            give_role(by=eve, person=sam, name="owner", column=elsewhere)


def test_the_owner_of_a_column_takes_no_role_elsewhere(eve, alice, owner):
    for role in (alice.roles.get(), owner.roles.get()):
        with pytest.raises(NotAllowed):
            take_role(by=eve, role=role)


def test_the_last_owner_stays(owner, holds):
    role = Role.objects.get()
    with pytest.raises(Refused, match="needs an owner"):
        take_role(by=owner, role=role)
    with pytest.raises(Refused, match="needs an owner"):
        give_role(by=owner, person=owner, name="editor", column=None)
    assert Role.objects.get().name == "owner"
    assert holds()


def test_an_owner_who_is_shut_out_does_not_count_as_the_other_owner(owner, sam):
    give_role(by=owner, person=sam, name="owner", column=None)
    set_active(by=owner, person=sam, active=False)
    with pytest.raises(Refused, match="needs an owner"):
        take_role(by=owner, role=owner.roles.get())


def test_an_owner_may_leave_once_there_is_another(owner, sam, holds):
    give_role(by=owner, person=sam, name="owner", column=None)
    take_role(by=owner, role=owner.roles.get())
    with pytest.raises(Refused, match="needs an owner"):
        take_role(by=sam, role=sam.roles.get())
    assert holds()


def test_two_owners_cannot_shut_each_other_out(owner, sam, holds):
    give_role(by=owner, person=sam, name="owner", column=None)
    set_active(by=owner, person=sam, active=False)
    assert sam.is_active  # as the request of that moment still holds him
    with pytest.raises(NotAllowed):
        set_active(by=sam, person=owner, active=False)
    assert holds()
