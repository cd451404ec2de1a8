"""What a form sent, read without trust: a field, a number, the records that it names."""

import uuid
from typing import TypeVar

from django.db.models import Model, QuerySet

from .access import DeskRequest

Found = TypeVar("Found", bound=Model)
MOST_DIGITS = 9
MOST_NAMED = 500


def sent(request: DeskRequest, name: str) -> str:
    """Return a field of a form as it was sent; empty where it was not."""
    return str(request.POST.get(name, ""))


def sent_number(request: DeskRequest, name: str) -> int:
    """Return a number that the page itself put into a form; 0 where somebody changed it."""
    return number(sent(request, name))


def number(words: str) -> int:
    """Return a number that came with a request, 0 where it is none."""
    fits = len(words) <= MOST_DIGITS and words.isascii() and words.isdecimal()
    return int(words) if fits else 0


def sent_one(request: DeskRequest, name: str, query: "QuerySet[Found]") -> Found | None:
    """Return the record that a field names among these; None where it names none of them."""
    return next(iter(_among(query, [sent(request, name)])), None)


def sent_all(request: DeskRequest, name: str, query: "QuerySet[Found]") -> list[Found]:
    """Return the records that a field names among these."""
    return _among(query, request.POST.getlist(name))


def _among(query: "QuerySet[Found]", words: list[str]) -> list[Found]:
    ids = []
    for one in words[:MOST_NAMED]:
        try:
            ids.append(uuid.UUID(one))
        except ValueError:
            continue  # what is no id names nothing
    return list(query.filter(pk__in=ids)) if ids else []
