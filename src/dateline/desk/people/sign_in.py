"""Signing in by a link: it stands for the password, never for the second factor."""

import uuid
from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from allauth.core.ratelimit import consume
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dateline.desk.errors import too_many
from dateline.ledger.models import Person

from .links import person_of_link
from .way_back import forget, kept


@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest, pk: uuid.UUID, token: str) -> HttpResponse:
    """Ask first, so that a chat's preview of the link does not use it up; then sign in."""
    if not consume(request, action="reset_password_from_key"):
        return too_many(request)
    person = person_of_link(pk, token)
    if person is None:
        return render(request, "desk/people/dead_link.html", status=404)
    if request.method != "POST":
        return render(request, "desk/people/sign_in.html", {"person": person})
    return _enter(request, person)


def _enter(request: HttpRequest, person: Person) -> HttpResponse:
    if person.has_usable_password():  # the link replaces it, and dies of this
        person.set_unusable_password()
        person.save(update_fields=["password"])
    record_authentication(request, person, method="link", reauthenticated=True)
    login: Any = Login(user=person, redirect_url=kept(request) or reverse("desk:profile"))
    response: HttpResponse = perform_login(request, login)
    forget(response)
    return response
