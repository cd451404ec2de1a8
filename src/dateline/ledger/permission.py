"""Who may do what where. Every verb asks here, at the moment it writes."""

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
    # Asked of the database: `person` may have been shut out since it was loaded.
    roles = Role.objects.filter(person=person, person__is_active=True, active=True)
    site_roles = set(roles.filter(column=None).values_list("name", flat=True))
    if Role.Name.OWNER in site_roles:
        return True
    if action in SITE_ACTIONS:
        return False
    held = site_roles
    if column is not None:
        held |= set(roles.filter(column=column).values_list("name", flat=True))
    elif action in OF_THE_SITE:
        held |= set(roles.values_list("name", flat=True))
    return bool(held & PERMISSIONS[action])


def require(person: Person, action: str, column: Column | None = None) -> None:
    """Raise NotAllowed unless the person may do `action` there."""
    if not may(person, action, column):
        where = f"in “{column.name}”" if column else "on this site"
        raise NotAllowed(f"You may not {IN_WORDS[action]} {where}. Ask an owner for the role.")
