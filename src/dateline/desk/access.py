"""Who is asking, and which columns, blogs and updates stand before them."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.contrib.auth.views import redirect_to_login
from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views.decorators.http import require_http_methods

from dateline.ledger.models import Column, LiveBlog, Person, Update
from dateline.ledger.permission import may
from dateline.ledger.refusal import NotAllowed, Refused

from .errors import refused_page, signed_out

Given = ParamSpec("Given")
Found = TypeVar("Found", bound=Model)


class DeskRequest(HttpRequest):
    """A request of someone who is signed in."""

    user: Person


View = Callable[Concatenate[DeskRequest, Given], HttpResponseBase]


def desk_view(*methods: str) -> Callable[[View[Given]], Callable[..., HttpResponseBase]]:
    """Let signed-in people in by these methods; show what the ledger refuses as plain words."""

    def dress(view: View[Given]) -> Callable[..., HttpResponseBase]:
        @require_http_methods(methods)
        @wraps(view)
        def guarded(request: Any, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return _turn_away(request)
            try:
                return view(request, *args, **kwargs)
            except Refused as refused:
                return refused_page(request, refused)

        return guarded

    return dress


def _turn_away(request: HttpRequest) -> HttpResponse:
    """Lead to sign-in; but a form's text would be lost on the way, so it is told to stay."""
    part = request.method == "POST" or request.headers.get("HX-Request")
    return signed_out(request) if part else redirect_to_login(request.path)


def visible_columns(person: Person) -> QuerySet[Column]:
    """Return the columns in which a person holds a role; a role for the site counts in all."""
    here = Q(column=None) | Q(column=OuterRef("pk"))
    roles = person.roles.filter(here, active=True)
    return Column.objects.filter(Exists(roles)).order_by("name")


def column_or_404(person: Person, slug: str) -> Column:
    """Return a column that the person may see; another's looks like one that does not exist."""
    return _one(Column, visible_columns(person).filter(slug=slug))


def blog_or_404(person: Person, pk: uuid.UUID) -> LiveBlog:
    """Return a blog of a column that the person may see."""
    blogs = LiveBlog.objects.select_related("column", "photo", "previous")
    return _one(LiveBlog, blogs.filter(pk=pk, column__in=visible_columns(person)))


def update_or_404(person: Person, pk: uuid.UUID) -> Update:
    """Return an update of a column that the person may see."""
    updates = Update.objects.select_related("blog__column", "author")
    return _one(Update, updates.filter(pk=pk, blog__column__in=visible_columns(person)))


def _one(kind: type[Found], query: QuerySet[Any]) -> Found:
    found = query.first()
    if not isinstance(found, kind):
        raise Http404
    return found


def require(person: Person, action: str, column: Column | None = None) -> None:
    """Refuse a page whose form this person could not send anyway."""
    if not may(person, action, column):
        raise NotAllowed("You may not do that here. Ask an owner for the role.")
