"""What the place names of a text mean, resolved together."""

from dateline.places.resolving.context import Context
from dateline.places.resolving.resolution import Resolution, Role
from dateline.places.resolving.resolve import resolve

__all__ = ["Context", "Resolution", "Role", "resolve"]
