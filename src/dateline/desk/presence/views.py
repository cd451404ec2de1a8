"""The beat of a page: it says what its person does, and hears of the others."""

import uuid

from django.http import HttpResponse, JsonResponse

from dateline.desk.access import DeskRequest, blog_or_404, desk_view

from .changed import changed_since
from .here import DOINGS, Doing, note_here
from .telling import told_of_others


@desk_view("POST")
def here(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Take a beat: `doing` with the `on` it is done on, and `since`, the last entry it heard of.

    A page out of sight says no `doing`: it asks without speaking for its person.
    """
    person, blog = request.user, blog_or_404(request.user, pk)
    what = request.POST.get("doing", "")
    if what in DOINGS:
        note_here(person, blog.column, Doing(what, _id(request.POST.get("on", ""))))
    told = {"people": told_of_others(person, blog.column)}
    since = changed_since(person, blog, _sequence(request.POST.get("since", "")))
    return JsonResponse(told | since.as_json())


def _id(words: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(words)
    except ValueError:
        return None


def _sequence(words: str) -> int | None:
    return int(words) if words.isascii() and words.isdigit() and len(words) < 16 else None
