"""Which updates cite a report or a source, mark a claim, or embed an incident or a front."""

import re
from collections.abc import Iterable
from uuid import UUID

from .models import Cited, Report, Source, Update

UUID_OF = r"=\"?\s*((?:[0-9a-f]-*){32})"
NAMED = re.compile(rf"(?:report|source|claim|incident){UUID_OF}", re.IGNORECASE)
"""An id as pages read it: in either case, with hyphens or without. Whoever wrote one otherwise
would keep a card that never changes again."""
EMBEDDED = re.compile(rf"::(?:incident|front)\{{[ \t]*id{UUID_OF}", re.IGNORECASE)


def named_in(body: str) -> set[UUID]:
    """Return the ids of what a text's directives and marks name; pictures are not among them."""
    return {UUID(name) for name in (*NAMED.findall(body), *EMBEDDED.findall(body))}


def note_named(update: Update) -> None:
    """Keep the index of what an update's text names in step with the text."""
    named = named_in(update.body)
    rows = Cited.objects.filter(update=update)
    known = set(rows.values_list("named", flat=True))
    if known - named:
        rows.filter(named__in=known - named).delete()
    Cited.objects.bulk_create([Cited(update=update, named=pk) for pk in sorted(named - known)])


def citing(ids: Iterable[UUID]) -> list[Update]:
    """Return the public updates whose text names any of these ids."""
    named = Cited.objects.filter(named__in=set(ids)).values("update")
    public = Update.objects.filter(pk__in=named, status=Update.Status.PUBLISHED)
    return list(public.select_related("blog__column").order_by("published_at", "number"))


def same_as(source: Source) -> list[UUID]:
    """Return the ids of a source and of all that were merged into it, which show its name."""
    found = merged = [source.pk]
    while merged:
        merged = list(Source.objects.filter(merged_into__in=merged).values_list("pk", flat=True))
        found = found + merged
    return found


def shown_of(source: Source) -> list[UUID]:
    """Return the ids by which a source's name may stand in a text: its own, and its reports'."""
    same = same_as(source)
    return [*same, *Report.objects.filter(source__in=same).values_list("pk", flat=True)]
