"""Reading: from a report's text to proposed claims, each resting on its words."""

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from dateline.reading.reader import Reader
    from dateline.reading.reading import Reading

VERSION: Final = "1"
"""Changes whenever the same text would be read otherwise; kept with what was read."""

__all__ = ["VERSION", "Reader", "Reading"]


def __getattr__(name: str) -> Any:
    """Load what reads when it is asked for: the desk's warnings live in a process without it."""
    if name not in ("Reader", "Reading"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{name.lower()}"), name)
