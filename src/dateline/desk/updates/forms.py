"""Forms of updates."""

import uuid
from datetime import UTC, datetime
from typing import Any

from django import forms

from dateline.ledger.models import Column, Draft, LiveBlog, Person, Update
from dateline.ledger.verbs.writing import Text

from .saving import ACTIONS, Wish

TEXT_FIELDS = ("headline", "place", "body", "byline")


class TextForm(forms.Form):
    """The words of an update. Lengths are the ledger's to judge: a draft always saves."""

    headline = forms.CharField(required=False)
    place = forms.CharField(required=False, label="Place")
    body = forms.CharField(
        required=False, strip=False, label="Text", widget=forms.Textarea(attrs={"rows": 14})
    )
    byline = forms.CharField(required=False)

    def text(self) -> Text:
        """Return what was typed, as the ledger takes it."""
        return Text(**{name: self.cleaned_data[name] for name in TEXT_FIELDS})


class DraftForm(TextForm):
    """What the page keeps while someone is typing."""

    draft = forms.UUIDField()
    update = forms.UUIDField(required=False)
    based_on = forms.IntegerField(min_value=0, required=False)


class ComposerForm(TextForm):
    """An update's words, and what is to happen with them."""

    draft = forms.UUIDField(widget=forms.HiddenInput)
    based_on = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    action = forms.ChoiceField(choices=[(name, name) for name in ACTIONS])
    when = forms.DateTimeField(
        required=False,
        label="Time",
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    note = forms.CharField(required=False, label="What was put right, for readers")

    def __init__(self, *args: Any, column: Column, **options: Any) -> None:
        super().__init__(*args, **options)
        self.column = column

    def clean_when(self) -> datetime | None:
        """Read the time in the column's zone, whatever zone the server or the browser has."""
        typed: datetime | None = self.cleaned_data["when"]
        if typed is None:
            return None
        moment = typed.replace(tzinfo=self.column.zone_info)
        try:
            there_and_back = moment.astimezone(UTC).astimezone(moment.tzinfo)
        except OverflowError:
            raise forms.ValidationError("No calendar has that time. Choose another.") from None
        if there_and_back.replace(tzinfo=None) != typed.replace(tzinfo=None):
            raise forms.ValidationError("Clocks skip that time on that day. Choose another.")
        return moment

    def wish(self) -> Wish:
        """Return what was asked for."""
        said = self.cleaned_data
        return Wish(
            action=said["action"],
            text=self.text(),
            based_on=said["based_on"],
            draft=said["draft"],
            when=said["when"],
            note=said["note"],
        )

    def onto(self, revision: int, **more: str) -> "ComposerForm":
        """Return this form as it was sent, but based on a newer text, and with `more` fields."""
        sent = self.data.dict()  # type: ignore[attr-defined]
        data = {**sent, "based_on": str(revision), **more}
        form = type(self)(data, column=self.column)
        form.is_valid()
        return form


def new_form(blog: LiveBlog, person: Person) -> ComposerForm:
    """Return the form of an update that is yet to be written."""
    byline = person.public_name or blog.column.byline
    initial = {"byline": byline, "draft": uuid.uuid4(), "based_on": 0}
    return ComposerForm(initial=initial, column=blog.column)


def form_of(update: Update) -> ComposerForm:
    """Return the form of an update as it stands."""
    return _from(update, uuid.uuid4(), update.revision, update.blog.column)


def form_of_draft(draft: Draft) -> ComposerForm:
    """Return the form of what someone was typing."""
    return _from(draft, draft.pk, draft.based_on, draft.blog.column)


def _from(text: Update | Draft, draft: uuid.UUID, based_on: int, column: Column) -> ComposerForm:
    initial: dict[str, Any] = {name: getattr(text, name) for name in TEXT_FIELDS}
    return ComposerForm(initial={**initial, "draft": draft, "based_on": based_on}, column=column)
