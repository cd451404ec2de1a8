"""Forms about people. Addresses and names are the ledger's to judge."""

from typing import Any

from django import forms

from dateline.ledger.models import Column, Person, Role

ROLES = [("", "choose…"), *reversed(Role.Name.choices)]
SITE = "site"


class InviteForm(forms.Form):
    """Someone who is to come in."""

    email = forms.CharField(label="E-mail address", max_length=254)
    public_name = forms.CharField(
        max_length=80,
        required=False,
        label="Public name",
        help_text="The byline; empty means the column's own.",
    )


class ProfileForm(forms.Form):
    """What a person may change of themselves."""

    public_name = forms.CharField(
        max_length=80,
        required=False,
        label="Public name",
        help_text="Readers see it under your updates. Empty means the column's byline.",
    )


class RoleForm(forms.Form):
    """A role for someone, in a column or on the whole site."""

    name = forms.ChoiceField(choices=ROLES, label="Role")
    where = forms.ChoiceField(label="Where")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.columns = {str(column.pk): column for column in Column.objects.order_by("name")}
        named = [(pk, column.name) for pk, column in self.columns.items()]
        # Nothing is chosen beforehand: a role for the whole site must never be a slip.
        where: Any = self.fields["where"]
        where.choices = [("", "choose…"), *named, (SITE, "the whole site")]

    def clean_where(self) -> Column | None:
        """Return the column, or None for the whole site."""
        return self.columns.get(self.cleaned_data["where"])


class ColumnRoleForm(forms.Form):
    """A role in one column for someone who is here already, found by address."""

    email = forms.CharField(label="E-mail address", max_length=254)
    name = forms.ChoiceField(choices=ROLES, label="Role")

    def clean_email(self) -> Person:
        """Find the person."""
        email = str(self.cleaned_data["email"]).strip().lower()
        person: Person | None = Person.objects.filter(email=email, is_active=True).first()
        if person is None:
            raise forms.ValidationError(
                "Nobody here has this address. Ask the site's owner to invite them."
            )
        return person
