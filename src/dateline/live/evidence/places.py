"""Where something happened, in a reader's words."""

from dataclasses import replace

from django.utils.formats import number_format
from django.utils.translation import gettext

from dateline.live import codes
from dateline.weighing.area import Area

from .view import Where


def where(found: Area | None, exact: Area | None) -> Where | None:
    """Return an area in words of the active language; `exact` is what the desk knows."""
    if found is None or exact is None:
        return None
    return Where(
        name=found.name,
        within=found.within,
        level=codes.words(codes.LEVELS, found.level),
        radius=kilometres(found.radius_m),
        held=replace(found, disputed=exact.disputed) != exact,
        disputed=found.disputed,
    )


def kilometres(metres: int) -> str:
    """Return a distance in words: "50 m", "1.5 km"; below ten kilometres with one decimal."""
    if metres < 1000:
        return gettext("{number} m").format(number=number_format(metres))
    km = metres / 1000
    return gettext("{number} km").format(number=number_format(km, 1 if km < 10 else 0))
