"""What is said of sources and of parties in the same way: finding, changing, merging, parting."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from dateline.ledger.models import Party, Source
from dateline.ledger.verbs.sources import add_party, add_source, edit_party, edit_source

from .forms import PartyForm, SourceForm


@dataclass(frozen=True)
class Kind:
    """Sources, or parties."""

    one: str
    many: str
    model: type[Source] | type[Party]
    form: type[SourceForm] | type[PartyForm]
    add: Callable[..., Any]
    edit: Callable[..., Any]
    found_in: tuple[str, ...]

    def called(self, words: str) -> Q:
        """Return what finds those whose names hold these words."""
        found = Q()
        for field in self.found_in:
            found |= Q(**{f"{field}__icontains": words})
        return found


SOURCES = Kind(
    "source", "sources", Source, SourceForm, add_source, edit_source, ("name", "address")
)
PARTIES = Kind("party", "parties", Party, PartyForm, add_party, edit_party, ("name", "aliases"))
