"""The few words that the map's script needs, in the page's language."""

from django.utils.translation import gettext


def labels() -> dict[str, str]:
    """Return the map's labels in the active language; the script fills in `{day}` and `{n}`."""
    return {
        "map": gettext("Map of areas; arrow keys move it, plus and minus change its scale"),
        "until": gettext("until {day}"),
        "days": gettext("Show what happened until"),
        "in": gettext("Closer"),
        "out": gettext("Farther"),
        "two": gettext("Move the map with two fingers"),
        "close": gettext("Close"),
        "note": gettext("Areas show how exactly a place is known; hatched: disputed."),
        "land": gettext("Land: Natural Earth. No borders are drawn."),
        "failed": gettext("The map cannot be shown here; the list says the same."),
        "disputed": gettext("the place is disputed"),
    }
