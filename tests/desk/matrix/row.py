"""A row of the matrix: an address, an object, and who may look at it and act on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from dateline.ledger.models import Column

WHERE = {Column: lambda one: {"slug": one.slug}, dict: dict}
"""How an address names an object, where not by its id."""

SITE_OWNER = {"owner"}
OWNERS = SITE_OWNER | {"boss"}
EDITORS = OWNERS | {"alice"}
WRITERS = EDITORS | {"carl"}
KEEPERS = EDITORS | {"eve"}
ANYONE = WRITERS | {"eve"}
EVERYONE = ANYONE | {"sam"}
STRANGERS = {"eve", "sam"}
WHOLE_WORLD = EVERYONE | {"shut_out", "nobody"}

IN, REFUSED, NOTHING, SIGN_IN = "in", "refused", "nothing", "sign in"
ASKED_AGAIN = "asked again"


@dataclass(frozen=True)
class Rule:
    """Who is let in, and to whom it looks as if nothing stood there; others are refused."""

    allowed: frozenset[str]
    unseen: frozenset[str] = frozenset()
    asked_again: frozenset[str] = frozenset()
    """Who gets the form back: what they chose is not among what they may choose from."""

    def outcome(self, name: str) -> str:
        """Return what one of the cast meets."""
        if name in self.allowed:
            return IN
        if name not in EVERYONE:
            return SIGN_IN
        if name in self.asked_again:
            return ASKED_AGAIN
        return NOTHING if name in self.unseen else REFUSED


def column(allowed: set[str]) -> Rule:
    """Let some of a column in; to strangers the object does not exist."""
    return Rule(frozenset(allowed), frozenset(STRANGERS))


def site(allowed: set[str]) -> Rule:
    """Let some in to what belongs to the whole site; its existence is no secret."""
    return Rule(frozenset(allowed))


def only(allowed: set[str]) -> Rule:
    """Let some in; to everyone else, their own column's editors included, nothing stands there."""
    return Rule(frozenset(allowed), frozenset(EVERYONE - allowed))


def nothing(world: Any) -> dict[str, Any]:
    """Return a form without fields."""
    return {}


@dataclass(frozen=True, kw_only=True)
class Row:
    """One address with one object: who may look (GET), and who may send which form (POST)."""

    name: str
    of: str = ""
    """The object's name in the world; empty where the address names none."""
    get: Rule | None = None
    post: Rule | None = None
    body: Callable[[Any], dict[str, Any]] = nothing
    writes: bool = True
    """Whether the form leaves an entry in the ledger where it is taken."""

    @property
    def id(self) -> str:
        """Return what the row is called in a failure."""
        return f"{self.name} of {self.of}" if self.of else self.name

    def address(self, world: Any) -> str:
        """Return the address of the object in a world."""
        found = getattr(world, self.of) if self.of else {}
        named = WHERE.get(type(found), lambda one: {"pk": getattr(one, "pk", one)})(found)
        return reverse(f"desk:{self.name}", kwargs=named)
