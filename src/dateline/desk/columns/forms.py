"""Forms of columns."""

from django import forms

from dateline.desk.media.forms import WithPicture
from dateline.ledger.models import Column, Media
from dateline.ledger.verbs.columns import ColumnText


class ColumnForm(WithPicture):
    """What a column says of itself."""

    name = forms.CharField(max_length=120)
    publisher = forms.CharField(max_length=120, help_text="Who answers for it.")
    description = forms.CharField(max_length=300, required=False)
    language = forms.CharField(max_length=35, initial="en", help_text="Such as en, ar or pt-BR.")
    zone = forms.CharField(
        max_length=60, label="Time zone", initial="UTC", help_text="Such as Asia/Damascus."
    )
    byline = forms.CharField(
        max_length=80,
        required=False,
        initial="the desk",
        help_text="Stands under updates of people who chose no public name.",
    )
    tolls_since = forms.DateField(
        required=False,
        label="Running tolls count from",
        help_text="A day in its zone, such as 2015-09-30; empty: from the first incident.",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    field_order = [
        *("name", "publisher", "description", "language", "zone", "byline", "tolls_since")
    ]

    @classmethod
    def initial_of(cls, column: Column) -> dict[str, object]:
        """Return what the form shows of a column."""
        names = ("name", "publisher", "description", "language", "zone", "byline", "tolls_since")
        return {name: getattr(column, name) for name in names} | {"kept": column.logo}

    def text(self, logo: Media | None) -> ColumnText:
        """Return what was typed, as the ledger takes it."""
        said = self.cleaned_data
        return ColumnText(
            name=said["name"],
            publisher=said["publisher"],
            description=said["description"],
            language=said["language"],
            zone=said["zone"],
            byline=said["byline"],
            logo=logo,
            tolls_since=said["tolls_since"],
        )


class NewColumnForm(ColumnForm):
    """A column that is to be opened, with the address that it will keep."""

    slug = forms.CharField(
        label="Address", max_length=60, help_text="Small letters, digits and hyphens; it stays."
    )
    field_order = ["name", "slug", *ColumnForm.field_order[1:]]
