"""What someone typed and never saved, and what was put aside: each can be taken up again."""

from typing import Any

from django.db.models import Max, QuerySet
from django.utils import timezone

from dateline.ledger.models import Draft, LiveBlog, Person, Update
from dateline.ledger.verbs.dropping import KEPT

MOST_ASIDE = 20


def unsaved(person: Person) -> QuerySet[Draft]:
    """Return the texts that a person typed, and neither saved nor dropped, the newest first."""
    return person.drafts.filter(dropped_at=None).order_by("-saved_at")


def aside(person: Person, blog: LiveBlog) -> dict[str, Any]:
    """Return what was put aside in a blog, the newest first: dropped texts, discarded updates."""
    kept = person.drafts.filter(blog=blog, dropped_at__gt=timezone.now() - KEPT)
    gone = blog.updates.filter(status=Update.Status.DISCARDED).select_related("author")
    return {
        "dropped": kept.select_related("update").order_by("-dropped_at")[:MOST_ASIDE],
        "discarded": gone.annotate(at=Max("revisions__at")).order_by("-at")[:MOST_ASIDE],
    }
