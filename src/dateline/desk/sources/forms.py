"""Forms of sources and parties. Lengths and addresses are the ledger's to judge."""

from typing import Any

from django import forms

from dateline.ledger.models import Party, Source
from dateline.ledger.verbs.sources import PartyText, SourceText

KINDS = [("other", "not said"), *(pair for pair in Source.Kind.choices if pair[0] != "other")]
RELIABILITY = [("", "not judged yet"), *Source.Reliability.choices]


class SourceForm(forms.Form):
    """What the desk says of a source."""

    name = forms.CharField(max_length=120)
    kind = forms.ChoiceField(choices=KINDS)
    address = forms.CharField(
        max_length=300,
        required=False,
        help_text="Where it publishes, without https://: example.org, or t.me/channel.",
    )
    party = forms.ModelChoiceField(
        Party.objects.none(), required=False, label="Speaks for", empty_label="nobody, or not known"
    )
    reliability = forms.ChoiceField(choices=RELIABILITY, required=False)
    reliability_note = forms.CharField(
        max_length=500, required=False, label="Why", widget=forms.Textarea(attrs={"rows": 2})
    )
    confidential = forms.BooleanField(
        required=False, label="Confidential: its name and its reports never leave the desk"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        party: Any = self.fields["party"]
        party.queryset = Party.objects.filter(merged_into=None).order_by("name")

    @classmethod
    def of(cls, source: Source) -> "SourceForm":
        """Return the form of a source as it stands."""
        names = ("name", "kind", "address", "reliability", "reliability_note", "confidential")
        party = source.party.whole if source.party else None
        return cls(initial={name: getattr(source, name) for name in names} | {"party": party})

    def said(self) -> SourceText:
        """Return what was typed, as the ledger takes it."""
        return SourceText(**self.cleaned_data)


class PartyForm(forms.Form):
    """What the desk says of a party."""

    name = forms.CharField(max_length=120)
    aliases = forms.CharField(
        max_length=4000,
        required=False,
        label="Other names",
        help_text="One a line, in any script.",
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
    )
    note = forms.CharField(max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))

    @classmethod
    def of(cls, party: Party) -> "PartyForm":
        """Return the form of a party as it stands."""
        return cls(initial={name: getattr(party, name) for name in ("name", "aliases", "note")})

    def said(self) -> PartyText:
        """Return what was typed, as the ledger takes it."""
        names = [line.strip() for line in self.cleaned_data["aliases"].splitlines()]
        aliases = "\n".join(dict.fromkeys(filter(None, names)))
        return PartyText(**{**self.cleaned_data, "aliases": aliases})


class FindForm(forms.Form):
    """A name to look for."""

    name = forms.CharField(max_length=120)


class IntoForm(forms.Form):
    """What something is to be merged into, by its name."""

    into = forms.CharField(
        max_length=450,
        label="It is the same as",
        widget=forms.TextInput(attrs={"list": "others", "autocomplete": "off"}),
    )
