"""Taking out of the whole site what readers may no longer know of a report or a source."""

from collections.abc import Iterator
from uuid import UUID

from dateline.ledger.citing import named_in, shown_of
from dateline.ledger.models import Capture, Report, Revision, Source

from .plan import BlogPlan, Narrowed, Plan


def withhold(planned: Plan) -> None:
    """Have all that a blog's folder holds written again where it ever showed what is held now.

    An update that cites it no longer, or was withdrawn, hears nothing of it; but the deltas of
    when it did hold the card as it was.
    """
    ids = {pk for one in planned.narrowed for pk in _held(one, planned)}
    if not ids:
        return
    texts = Revision.objects.filter(update__number__isnull=False, body__contains="=")
    for blog, body in texts.values_list("update__blog", "body").iterator():
        if not ids.isdisjoint(named_in(body)):
            one = planned.blogs.setdefault(blog, BlogPlan())
            one.every_page = one.every_delta = True
    planned.reports |= ids


def _held(one: Narrowed, planned: Plan) -> Iterator[UUID]:
    """Give the ids by which texts name what is held, and note the entry as a removal."""
    redacted = one.sequence in planned.removals
    if one.kind == "capture":
        yield from Capture.objects.filter(pk=one.pk).values_list("report", flat=True)
    elif one.kind == "report":
        yield one.pk
    else:
        source = Source.objects.get(pk=one.pk)
        if not (redacted or source.is_held):
            return  # merged into one that anybody may know
        yield from shown_of(source)
    if not redacted:
        planned.removals.append(one.sequence)
