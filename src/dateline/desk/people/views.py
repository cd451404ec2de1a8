"""People: inviting them, their roles, shutting them out; and one's own profile."""

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dateline.desk.access import DeskRequest, column_or_404, desk_view, require, visible_columns
from dateline.desk.errors import status_of
from dateline.ledger.models import Column, Person, Role
from dateline.ledger.permission import may
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.people import (
    give_role,
    invite_person,
    note_sign_in_link,
    set_active,
    set_public_name,
    take_role,
)

from .forms import ColumnRoleForm, InviteForm, ProfileForm, RoleForm
from .links import sign_in_link


@desk_view("GET", "POST")
def people(request: DeskRequest) -> HttpResponse:
    """List the people, and invite another."""
    require(request.user, "manage_site")
    if request.method != "POST":
        return _people(request, InviteForm())
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _people(request, form, status=400)
    try:
        person = invite_person(by=request.user, **form.cleaned_data)
    except Refused as refused:
        return _people(request, form, notice=str(refused), status=status_of(refused))
    return _link_page(request, person)


def _people(
    request: DeskRequest, form: InviteForm, *, notice: str = "", status: int = 200
) -> HttpResponse:
    everyone = Person.objects.order_by("-is_active", "email").prefetch_related("roles__column")
    context = {"people": everyone, "form": form, "notice": notice}
    return render(request, "desk/people/list.html", context, status=status)


def _link_page(request: DeskRequest, person: Person) -> HttpResponse:
    note_sign_in_link(by=request.user, person=person)
    link = request.build_absolute_uri(sign_in_link(person))
    return render(request, "desk/people/link.html", {"person": person, "link": link})


@desk_view("GET")
def person(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Show one person with their roles."""
    require(request.user, "manage_site")
    return _person(request, get_object_or_404(Person, pk=pk))


def _person(
    request: DeskRequest,
    person: Person,
    *,
    form: RoleForm | None = None,
    notice: str = "",
    status: int = 200,
) -> HttpResponse:
    roles = person.roles.filter(active=True).select_related("column").order_by("column__name")
    context = {"person": person, "roles": roles, "form": form or RoleForm(), "notice": notice}
    return render(request, "desk/people/person.html", context, status=status)


@desk_view("POST")
def new_link(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Make a sign-in link to hand over."""
    require(request.user, "manage_site")
    person = get_object_or_404(Person, pk=pk)
    if not person.is_active:
        raise Refused("This person is shut out. Let them in again first.")
    return _link_page(request, person)


def _do(request: DeskRequest, person: Person, act: Callable[[], object], done: str) -> HttpResponse:
    try:
        act()
    except Refused as refused:
        return _person(request, person, notice=str(refused), status=status_of(refused))
    messages.success(request, done)
    return redirect("desk:person", person.pk)


@desk_view("POST")
def active(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Shut someone out at once, or let them in again."""
    require(request.user, "manage_site")
    person = get_object_or_404(Person, pk=pk)
    let_in = request.POST.get("active") == "1"
    reason = request.POST.get("reason", "").strip()[:300].replace("\x00", "")
    return _do(
        request,
        person,
        lambda: set_active(by=request.user, person=person, active=let_in, reason=reason),
        "Let in again." if let_in else "Shut out. Their sessions have ended.",
    )


@desk_view("POST")
def give(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Give someone a role, in a column or on the whole site."""
    require(request.user, "manage_site")
    person = get_object_or_404(Person, pk=pk)
    form = RoleForm(request.POST)
    if not form.is_valid():
        return _person(request, person, form=form, status=400)
    said = form.cleaned_data
    return _do(
        request,
        person,
        lambda: give_role(by=request.user, person=person, name=said["name"], column=said["where"]),
        "The role is given.",
    )


@desk_view("POST")
def take(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a role away: the site's owner anywhere, a column's owner in their column."""
    role = _role_or_404(request.user, pk)
    try:
        take_role(by=request.user, role=role)
    except Refused as refused:
        if role.column:
            words, status = str(refused), status_of(refused)
            return _column_people(request, role.column, notice=words, status=status)
        return _person(request, role.person, notice=str(refused), status=status_of(refused))
    messages.success(request, "The role is taken away.")
    if request.POST.get("from") == "column" and role.column:
        return redirect("desk:column_people", role.column.slug)
    return redirect("desk:person", role.person_id)


def _role_or_404(person: Person, pk: uuid.UUID) -> Role:
    role: Role = get_object_or_404(Role.objects.select_related("column", "person"), pk=pk)
    if role.column is None:
        require(person, "manage_site")
    elif not visible_columns(person).filter(pk=role.column.pk).exists():
        raise Http404
    return role


@desk_view("GET", "POST")
def column_people(request: DeskRequest, slug: str) -> HttpResponse:
    """Show who works in a column; its owner gives and takes roles there."""
    column = column_or_404(request.user, slug)
    require(request.user, "manage_column", column)
    if request.method != "POST":
        return _column_people(request, column)
    form = ColumnRoleForm(request.POST)
    if not form.is_valid():
        return _column_people(request, column, form=form, status=400)
    said = form.cleaned_data
    try:
        give_role(by=request.user, person=said["email"], name=said["name"], column=column)
    except Refused as refused:
        words, status = str(refused), status_of(refused)
        return _column_people(request, column, form=form, notice=words, status=status)
    messages.success(request, "The role is given.")
    return redirect("desk:column_people", column.slug)


def _column_people(
    request: DeskRequest,
    column: Column,
    *,
    form: ColumnRoleForm | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    roles = column.roles.filter(active=True).select_related("person").order_by("person__email")
    context |= {"column": column, "roles": roles, "form": form or ColumnRoleForm()}
    return render(request, "desk/people/column.html", context, status=status)


@desk_view("GET", "POST")
def profile(request: DeskRequest) -> HttpResponse:
    """Show and change one's own public name, and lead to passwords, passkeys and codes."""
    if request.method != "POST":
        initial = {"public_name": request.user.public_name}
        return _profile(request, ProfileForm(initial=initial))
    form = ProfileForm(request.POST)
    if not form.is_valid():
        return _profile(request, form, status=400)
    try:
        set_public_name(by=request.user, public_name=form.cleaned_data["public_name"])
    except Refused as refused:
        return _profile(request, form, notice=str(refused), status=status_of(refused))
    messages.success(request, "Your public name is changed. Older updates keep their byline.")
    return redirect("desk:profile")


def _profile(
    request: DeskRequest, form: ProfileForm, *, notice: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "notice": notice,
        "owns_site": may(request.user, "manage_site"),
        "roles": request.user.roles.filter(active=True).select_related("column"),
    }
    return render(request, "desk/people/profile.html", context, status=status)
