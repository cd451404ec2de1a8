"""Who may do what where. Every verb asks here, at the moment it writes."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from .models import Column, Person, Role
from .refusal import NotAllowed

PERMISSIONS: dict[str, frozenset[str]] = {
    "write": frozenset({"owner", "editor", "contributor"}),
    "bring_media": frozenset({"owner", "editor", "contributor"}),
    "bring_report": frozenset({"owner", "editor", "contributor"}),
    "keep_archive": frozenset({"owner", "editor"}),
    "make_claim": frozenset({"owner", "editor", "contributor"}),
    "decide_claim": frozenset({"owner", "editor"}),
    "publish": frozenset({"owner", "editor"}),
    "edit_blog": frozenset({"owner", "editor"}),
    "redact": frozenset({"owner"}),
    "manage_column": frozenset({"owner"}),
    "manage_site": frozenset(),
}
"""Action → roles in the column that may do it; a role for the whole site counts in every column."""

OF_THE_SITE = frozenset(
    {"bring_media", "bring_report", "keep_archive", "make_claim", "decide_claim"}
)
"""Actions on what belongs to the site: a role in any column counts. A claim belongs to a column
once it is accepted, and then only that column's roles count."""

SITE_ACTIONS = frozenset({"manage_site"})
"""Actions that only the site's owner may do."""

IN_WORDS = {
    "write": "write updates",
    "bring_media": "bring pictures in",
    "bring_report": "bring reports in",
    "keep_archive": "keep the archive",
    "make_claim": "make claims",
    "decide_claim": "decide about claims",
    "publish": "publish",
    "edit_blog": "change live blogs",
    "redact": "redact",
    "manage_column": "manage this column",
    "manage_site": "manage the site",
}


def may(person: Person, action: str, column: Column | None = None) -> bool:
    """Tell whether a person may do `action` in a column, or on the site where it is None."""
    found: set[tuple[UUID | None, str]] = set(_roles(person).values_list("column_id", "name"))
    if (None, Role.Name.OWNER) in found:
        return True
    if action in SITE_ACTIONS:
        return False
    anywhere = column is None and action in OF_THE_SITE
    here = {None} if column is None else {None, column.pk}
    held = {name for where, name in found if anywhere or where in here}
    return bool(held & PERMISSIONS[action])


def columns_where(person: Person, action: str) -> QuerySet[Column]:
    """Return the columns in which a person may do `action`, by name."""
    here = Q(column=None) | Q(column=OuterRef("pk"))
    may_do = Q(column=None, name=Role.Name.OWNER) | (here & Q(name__in=PERMISSIONS[action]))
    return Column.objects.filter(Exists(_roles(person).filter(may_do))).order_by("name")


def _roles(person: Person) -> QuerySet[Role]:
    # Asked of the database: `person` may have been shut out since it was loaded.
    return Role.objects.filter(person=person, person__is_active=True, active=True)


def require(person: Person, action: str, column: Column | None = None) -> None:
    """Raise NotAllowed unless the person may do `action` there."""
    if not may(person, action, column):
        where = _where(person, column)
        raise NotAllowed(f"You may not {IN_WORDS[action]} {where}. Ask an owner for the role.")


def _where(person: Person, column: Column | None) -> str:
    if column is None:
        return "on this site"
    roles = Role.objects.filter(Q(column=None) | Q(column=column), person=person, active=True)
    # The name of a column in which they have no role is not theirs to know.
    return f"in “{column.name}”" if roles.exists() else "in its column"
