"""Forms that bring pictures in."""

from django import forms

from dateline.ledger.models import Media, Person
from dateline.ledger.refusal import Refused

from .pictures import bring

ACCEPT = "image/jpeg,image/png,image/webp"


class PictureForm(forms.Form):
    """One picture with the words that say what it shows and whose it is."""

    picture = forms.FileField(
        label="Picture",
        help_text="JPEG, PNG or WebP, 20 MB at most.",
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
        error_messages={"required": "No picture arrived: choose one of 20 MB at most."},
    )
    alt = forms.CharField(
        label="What can be seen", max_length=500, help_text="For those who cannot see it."
    )
    credit = forms.CharField(label="Credit", max_length=200, help_text="Whose picture it is.")


class WithPicture(forms.Form):
    """Fields by which a form shows a picture: one kept before, or one brought in now."""

    kept = forms.ModelChoiceField(
        Media.objects.none(), required=False, widget=forms.HiddenInput, label="Kept picture"
    )
    picture = forms.FileField(
        required=False,
        label="New picture",
        help_text="JPEG, PNG or WebP, 20 MB at most.",
        widget=forms.FileInput(attrs={"accept": ACCEPT}),
    )
    alt = forms.CharField(
        required=False,
        max_length=500,
        label="What can be seen",
        help_text="Needed with a new picture, for those who cannot see it.",
    )
    credit = forms.CharField(
        required=False,
        max_length=200,
        label="Credit",
        help_text="Needed with a new picture: whose it is.",
    )
    without = forms.BooleanField(required=False, label="Show no picture")

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]
        self.fields["kept"].queryset = Media.objects.filter(redacted=False)  # type: ignore[attr-defined]

    @property
    def shown(self) -> Media | None:
        """Return the kept picture, for the page to show."""
        value = self["kept"].value()
        if not value or isinstance(value, Media):
            return value or None
        try:
            return Media.objects.filter(redacted=False, pk=value).first()
        except ValueError:
            return None
        except forms.ValidationError:
            return None

    def chosen(self, by: Person) -> Media | None:
        """Return the picture to show: the new one, brought in; else the kept one, or none."""
        said = self.cleaned_data
        if said["without"]:
            return None
        if not said["picture"]:
            kept: Media | None = said["kept"]
            return kept
        if not (said["alt"] and said["credit"]):
            raise Refused("A new picture needs both: what can be seen, and its credit.")
        media = bring(by=by, file=said["picture"], alt=said["alt"], credit=said["credit"])
        # Where the rest of the form is refused, the picture need not be sent again.
        self.data = {**self.data.dict(), "kept": str(media.pk), "alt": "", "credit": ""}  # type: ignore[attr-defined]
        return media
