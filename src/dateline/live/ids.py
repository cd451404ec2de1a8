"""Ids as texts write them."""

from uuid import UUID


def uuid(name: str) -> UUID | None:
    """Return the id that a text names, if it is one."""
    try:
        return UUID(name)
    except ValueError:
        return None
