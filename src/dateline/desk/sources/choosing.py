"""Choosing a source or a party by its name, from those that someone may know."""

from typing import Any

from django import forms
from django.db.models import Exists, OuterRef, Q, QuerySet

from dateline.ledger.models import Party, Person, Report, Source
from dateline.ledger.permission import may

OFFERED = 500
"""Names in a list to choose from; others are typed."""


def knowable_sources(person: Person) -> QuerySet[Source]:
    """Return the sources that a person may know, merged ones left out.

    Whoever does not keep the archive learns of none that is confidential, nor of one that only
    protected reports made known.
    """
    sources = Source.objects.filter(merged_into=None).order_by("name", "pk")
    if may(person, "keep_archive"):
        return sources
    # Also by its address: a report that was given to a held source still tells whose it looked.
    reports = Report.objects.filter(
        Q(source=OuterRef("pk"))
        | Q(source__merged_into=OuterRef("pk"))
        | Q(source_address=OuterRef("address")) & ~Q(source_address="")
    )
    hidden = Exists(reports.filter(protected=True)) & ~Exists(reports.filter(protected=False))
    return sources.filter(confidential=False).exclude(hidden)


def label(one: Source | Party) -> str:
    """Return how a source or a party is named in a list."""
    address = one.address if isinstance(one, Source) else ""
    return f"{one.name} · {address}" if address else one.name


def labels(query: QuerySet[Any]) -> list[str]:
    """Return the names to choose from."""
    return [label(one) for one in query[:OFFERED]]


def named(query: QuerySet[Any], words: str) -> Any:
    """Return the one that words mean. Raises ValidationError where it is none, or several."""
    found: list[Any] = []
    if query.model is Source:
        by_address = query.filter(address=words.rpartition(" · ")[2]).exclude(address="")
        found = list(by_address[:1])
    found = found or list(query.filter(name__iexact=words)[:2])
    if not found:
        raise forms.ValidationError("Nothing here has this name. Choose one from the list.")
    if len(found) > 1:
        raise forms.ValidationError("Several have this name. Choose one with its address.")
    return found[0]


class WithSource(forms.Form):
    """A form that says which source something comes from."""

    source_needed = False
    source = forms.CharField(
        required=False,
        max_length=450,
        label="Source",
        widget=forms.TextInput(attrs={"list": "sources", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        super().__init__(*args, **options)
        self.person = person
        self.fields["source"].required = self.source_needed

    def clean_source(self) -> Source | None:
        """Find the source."""
        words = str(self.cleaned_data["source"])
        found: Source | None = named(knowable_sources(self.person), words) if words else None
        return found
