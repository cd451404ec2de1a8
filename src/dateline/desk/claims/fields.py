"""The fields that a claim's form is made of."""

from collections.abc import Iterable
from typing import Any

from django import forms

from dateline.codebook import CATEGORIES, GROUPS
from dateline.desk.sent import number

DAYS = (
    "As 2015-10-20, or two with a / between them; ../2015-10-20 is by that day, 2015-10-20/.. from "
    "it on; empty: as the words say it."
)
MOST = 10**12


class Words(forms.CharField):
    """Words of the text, or a name; empty where the report says nothing of it."""

    def __init__(self, label: str, **options: Any) -> None:
        super().__init__(label=label, required=False, max_length=500, **options)
        self.widget.attrs["dir"] = "auto"


class Number(forms.CharField):
    """A number that the page itself put into the form; 0 where somebody made it something else."""

    widget = forms.HiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> int:
        """Return the number."""
        return number(str(value or ""))


def codes(known: Iterable[str]) -> list[tuple[str, str]]:
    """Return codes as choices, in plain words."""
    return [(code, code.replace("_", " ")) for code in known]


def toll_fields() -> dict[str, forms.Field]:
    """Return what is said of a number besides its words, by the name of each part."""
    return {
        "category": forms.ChoiceField(
            choices=codes(CATEGORIES), required=False, label="What is counted"
        ),
        "groups": forms.MultipleChoiceField(
            choices=codes(group for group in GROUPS if group != "unknown"),
            required=False,
            label="Who they are",
            widget=forms.SelectMultiple(attrs={"size": 3}),
        ),
        "low": _bound("At least"),
        "high": _bound("At most"),
        "approximate": forms.BooleanField(required=False, label="About"),
        "cumulative": forms.BooleanField(required=False, label="So far, over a period"),
        "as_of": Words("Counted up to which day", help_text="As 2015-10-20."),
    }


def _bound(label: str) -> forms.IntegerField:
    return forms.IntegerField(required=False, min_value=0, max_value=MOST, label=label)
