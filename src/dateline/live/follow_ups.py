"""How updates take one another up, as readers see it at both ends."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from dateline.ledger.models import FollowUp, Update

from . import address
from .view import Link, TakenUp

ACTIVE: dict[str, Promise] = {
    "follows": _("Follows"),
    "corrects": _("Corrects"),
    "contradicts": _("Contradicts"),
    "translates": _("Translates"),
}
PASSIVE: dict[str, Promise] = {
    "follows": _("Followed by"),
    "corrects": _("Corrected by"),
    "contradicts": _("Contradicted by"),
    "translates": _("Translated by"),
}


def follow_ups(updates: Collection[UUID]) -> dict[UUID, tuple[TakenUp, ...]]:
    """Return the links of these updates with others that stand, oldest first."""
    stands = Q(
        standing=True,
        update__status=Update.Status.PUBLISHED,
        on__status=Update.Status.PUBLISHED,
    )
    either = Q(update__in=updates) | Q(on__in=updates)
    links = FollowUp.objects.filter(stands & either)
    found: dict[UUID, list[TakenUp]] = defaultdict(list)
    for one in links.select_related("update__blog__column", "on__blog__column").order_by(
        "update__published_at", "on__published_at", "pk"
    ):
        found[one.update_id].append(TakenUp(ACTIVE[one.kind], _link(one.on)))
        found[one.on_id].append(TakenUp(PASSIVE[one.kind], _link(one.update)))
    return {pk: tuple(found[pk]) for pk in updates if pk in found}


def _link(update: Update) -> Link:
    blog, number = update.blog, update.number or 0
    path = address.update(blog.column.slug, blog.slug, number)
    return Link(path, update.headline or f"#{number}", update.day or update.published_at)
