"""Bringing something in: an address, a file, or pasted text."""

from django import forms

from dateline.desk.sources.choosing import WithSource
from dateline.ledger.verbs.reports import Caution

CAUTION = ("graphic", "identifies", "protected")
TITLE = "Readers see it in place of the title that the report gives itself."


class WithCaution(forms.Form):
    """What whoever brings something in knows already of how it may be shown."""

    graphic = forms.BooleanField(required=False, label="Graphic: readers open it by a click")
    identifies = forms.BooleanField(
        required=False, label="Identifies a person: readers get no author, excerpt or picture"
    )
    protected = forms.BooleanField(required=False, label="Protected: never leave the desk")

    def caution(self) -> Caution:
        """Return it, as the ledger takes it."""
        return Caution(**{name: self.cleaned_data[name] for name in CAUTION})


class AddressForm(WithCaution):
    """An address to be captured."""

    # The ledger judges it: a browser's own idea of an address would refuse some that work.
    address = forms.CharField(
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://", "dir": "ltr"}),
    )


class FileForm(WithCaution, WithSource):
    """A file handed in."""

    file = forms.FileField(
        label="File",
        help_text="A saved page, a PDF, a picture, a video: 20 MB at most.",
        error_messages={"required": "No file arrived: choose one of 20 MB at most."},
    )
    title = forms.CharField(required=False, max_length=200, help_text=TITLE)
    field_order = ["file", "title", "source", *CAUTION]


class TextForm(WithCaution, WithSource):
    """Pasted text."""

    text = forms.CharField(
        label="Text",
        strip=False,
        max_length=1_000_000,
        widget=forms.Textarea(attrs={"rows": 6, "dir": "auto"}),
        error_messages={"max_length": "This is very long. Save it as a file and bring that in."},
    )
    title = forms.CharField(required=False, max_length=200, help_text=TITLE)
    field_order = ["text", "title", "source", *CAUTION]
