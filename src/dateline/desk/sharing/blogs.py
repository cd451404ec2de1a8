"""The live blogs into which someone may write, the one they used last first."""

from django.db.models import F, Max, Q

from dateline.desk.access import visible_columns
from dateline.ledger.models import LiveBlog, Person
from dateline.ledger.permission import may

MOST = 40


def blogs_of(person: Person) -> list[LiveBlog]:
    """Return the live blogs that a person may choose from."""
    mine = Q(updates__revisions__by=person)
    blogs = LiveBlog.objects.filter(
        column__in=visible_columns(person), state=LiveBlog.State.LIVE
    ).annotate(used=Max("updates__revisions__at", filter=mine))
    newest = blogs.select_related("column").order_by(F("used").desc(nulls_last=True), "-started_at")
    return [blog for blog in newest[:MOST] if may(person, "write", blog.column)]
