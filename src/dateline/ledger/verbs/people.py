"""Who works here: people, their public names and their roles."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from ..checks import check_texts
from ..log import verb
from ..models import Column, Person, Role
from ..permission import require
from ..refusal import NotAllowed, Refused


def found_site(*, email: str, public_name: str = "") -> Person:
    """Make the first person, who owns the site. Raises Refused where someone is here already."""
    with verb("found_site", by=None) as log:
        if Person.objects.exists():
            raise Refused("This site has its owner already. Ask them for an invitation.")
        person = _new_person(email, public_name)
        log.write(person, before=None)
        role = Role(person=person, name=Role.Name.OWNER)
        role.save()
        log.write(role, before=None)
    return person


def invite_person(*, by: Person, email: str, public_name: str = "") -> Person:
    """Make a person who can sign in by a link; roles are given apart."""
    with verb("invite_person", by=by) as log:
        require(by, "manage_site")
        person = _new_person(email, public_name)
        log.write(person, before=None)
    return person


def _new_person(email: str, public_name: str) -> Person:
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError:
        raise Refused(f"“{email}” is no e-mail address.") from None
    if Person.objects.filter(email=email).exists():
        raise Refused("Someone with this e-mail address is here already.")
    person = Person(email=email, public_name=public_name.strip())
    check_texts(person)
    person.set_unusable_password()
    person.save()
    return person


def set_public_name(*, by: Person, public_name: str) -> Person:
    """Change one's own public name; empty means the column's byline."""
    with verb("set_public_name", by=by) as log:
        person: Person = Person.objects.get(pk=by.pk)
        if not person.is_active:
            raise NotAllowed("You were shut out. Ask an owner to let you in again.")
        before = person.content()
        person.public_name = public_name.strip()
        check_texts(person)
        person.save()
        log.write(person, before=before)
    return person


def set_active(*, by: Person, person: Person, active: bool, reason: str = "") -> Person:
    """Let someone in again, or shut them out at once; what they did stays."""
    with verb("set_active", by=by) as log:
        require(by, "manage_site")
        if by.pk == person.pk:
            raise Refused("You cannot shut yourself out. Ask another owner.")
        person = Person.objects.get(pk=person.pk)
        before = person.content()
        person.is_active = active
        if not active:  # sessions hang on the password: one that was stolen must not wake up again
            person.set_unusable_password()
        person.save()
        log.write(person, before=before, reason=reason)
    return person


def note_sign_in_link(*, by: Person | None, person: Person) -> None:
    """Log that someone made a link by which `person` signs in; the link itself is no content."""
    with verb("make_sign_in_link", by=by) as log:
        if by is not None:
            require(by, "manage_site")
        log.write(person, before=person.content())


def give_role(*, by: Person, person: Person, name: str, column: Column | None) -> Role:
    """Give someone a role in a column, or on the whole site where `column` is None."""
    with verb("give_role", by=by) as log:
        require(by, "manage_column" if column else "manage_site", column)
        if name not in Role.Name.values:
            raise Refused(f"“{name}” is no role. Roles are {', '.join(Role.Name.values)}.")
        role = Role.objects.filter(person=person, column=column).first()
        before = role.content() if role else None
        role = role or Role(person=person, column=column)
        _keep_an_owner(role, becomes=name)
        role.name, role.active = name, True
        role.save()
        log.write(role, before=before)
    return role


def take_role(*, by: Person, role: Role, reason: str = "") -> Role:
    """Take a role away; it stays in the log."""
    with verb("take_role", by=by) as log:
        role = Role.objects.select_related("column").get(pk=role.pk)
        require(by, "manage_column" if role.column else "manage_site", role.column)
        _keep_an_owner(role, becomes=None)
        before = role.content()
        role.active = False
        role.save()
        log.write(role, before=before, reason=reason)
    return role


def _keep_an_owner(role: Role, *, becomes: str | None) -> None:
    """Refuse to leave the site without an owner: nobody could then let anyone in."""
    is_site_owner = role.column_id is None and role.name == Role.Name.OWNER and role.active
    if not is_site_owner or becomes == Role.Name.OWNER:
        return
    owners = Role.objects.filter(column=None, name=Role.Name.OWNER, active=True)
    if not owners.exclude(pk=role.pk).filter(person__is_active=True).exists():
        raise Refused("The site needs an owner. Make someone else an owner first.")
