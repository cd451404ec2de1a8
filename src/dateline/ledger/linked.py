"""Which updates show the headline of one that changed: those that it is linked with."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Q, QuerySet

from .models import Entry, FollowUp, Update
from .readable import sides_of

SHOWN = ("headline", "status")
"""What of an update shows at the other end of a link."""


def linked_with(entries: Iterable[Entry]) -> list[Update]:
    """Return the public updates whose links with others show what these entries changed."""
    changed = {
        UUID(pk)
        for entry in entries
        for kind, _, pk in [entry.object.partition(":")]
        if kind == "update" and entry.revision is not None and _shows(entry)
    }
    ends = _ends_of(FollowUp.objects.filter(standing=True), changed)
    public = Update.objects.filter(pk__in=ends, status=Update.Status.PUBLISHED)
    return list(public.select_related("blog__column").order_by("published_at", "number"))


def ever_linked_with(updates: Iterable[UUID]) -> set[UUID]:
    """Return the updates that were ever linked with these, also where the link was taken back."""
    return _ends_of(FollowUp.objects.all(), set(updates))


def _ends_of(links: QuerySet[FollowUp], updates: set[UUID]) -> set[UUID]:
    """Return the updates that such links join with these, on either side."""
    if not updates:
        return set()
    pairs = links.filter(Q(update__in=updates) | Q(on__in=updates)).values_list("update", "on")
    return {
        end
        for update, on in pairs
        for end, other in ((update, on), (on, update))
        if other in updates
    }


def _shows(entry: Entry) -> bool:
    sides = sides_of(entry)
    if len(sides) < 2:  # a redaction gives no state of before
        return True
    return any(sides[0][field] != sides[1][field] for field in SHOWN)
