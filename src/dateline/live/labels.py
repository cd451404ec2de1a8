"""The few labels that the reader's script needs, in the page's language, with all its plurals."""

from collections.abc import Callable

from django.utils.translation import get_language, gettext, ngettext

SAMPLES: dict[str, dict[str, int]] = {
    "ar": {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 11, "other": 100},
}
"""Language → CLDR plural category → a number that falls into it."""

USUAL = {"one": 1, "other": 2}


def script_labels() -> dict[str, str | dict[str, str]]:
    """Return the labels in the active language; the script fills in `{n}`, `{ago}` and `{time}`."""
    return {
        "new_updates": _plural(lambda n: ngettext("{n} new update", "{n} new updates", n)),
        "unread": _plural(
            lambda n: ngettext(
                "{n} update since you were here: go to it",
                "{n} updates since you were here: go to the first",
                n,
            )
        ),
        "live": gettext("Live"),
        "closed": gettext("Closed"),
        "updated": gettext("updated {ago}"),
        "offline": gettext("offline since {time}"),
        "reconnecting": gettext("reconnecting…"),
        "copied": gettext("The link is copied."),
        "corrected": gettext("An update was corrected."),
        "withdrawn": gettext("An update was withdrawn."),
    }


def _plural(sample: Callable[[int], str]) -> dict[str, str]:
    language = (get_language() or "en").split("-")[0]
    return {name: sample(n) for name, n in SAMPLES.get(language, USUAL).items()}
