"""The blog that a page becomes, and the names by which an import knows what it made before."""

from datetime import date, datetime, time
from uuid import UUID, uuid5

from dateline.ledger.models import Column, LiveBlog, Person, Report
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.reading.liveblog import Left, LivePage, Piece

MOST_LEAD = 1000
TAKEN = (
    "This column has a blog of {day} already, and this very file did not make it. Nothing is "
    "imported over it: correct its updates on the desk, or import the file as another day."
)
NO_PICTURE = "whose the picture is; the picture is not in the text. Bring it in on the desk"


def name_of(page: Report, blog: LiveBlog, what: object) -> UUID:
    """Return the id of an update that is made of a page, the same in each run: `what` is its place
    in the order of publication, from 0.
    """
    return uuid5(page.pk, f"{blog.pk}:{what}")


def standing(column: Column, day: date, page: Report | None) -> LiveBlog | None:
    """Return the blog of a day, if there is one. Raises Refused where another page made it."""
    blog: LiveBlog | None = LiveBlog.objects.filter(column=column, slug=str(day)).first()
    if blog is None or not blog.updates.exists():
        return blog
    ours = page and blog.updates.filter(pk=name_of(page, blog, 0)).exists()
    if not ours:
        raise Refused(TAKEN.format(day=day))
    return blog


def start(by: Person, column: Column, day: date, page: LivePage) -> tuple[LiveBlog, list[Left]]:
    """Start the blog of a page; return what of its masthead has no place in it."""
    head = page.masthead
    headline = head.headline.words if head.headline else f"{column.name}, {day}"
    lead, over = _lead(head.lead)
    before = _before(column, day)
    blog = LiveBlog.objects.filter(column=column, slug=str(day)).first() or start_blog(
        by=by,
        column=column,
        slug=str(day),
        masthead=Masthead(headline=headline, lead=lead, previous=before if head.previous else None),
        day=day,
    )
    return blog, [*over, *_unplaced(page, column, day, before)]


def _lead(pieces: tuple[Piece, ...]) -> tuple[str, list[Left]]:
    lead, over = "", []
    for piece in pieces:
        longer = f"{lead} {piece.words}".strip()
        if len(longer) > MOST_LEAD:
            over.append(Left(piece, "the lead would be too long with it"))
        else:
            lead = longer
    return lead, over


def _before(column: Column, day: date) -> LiveBlog | None:
    start = datetime.combine(day, time(), column.zone_info)
    found = LiveBlog.objects.filter(column=column, started_at__lt=start)
    last: LiveBlog | None = found.order_by("-started_at").first()
    return last


def _unplaced(page: LivePage, column: Column, day: date, before: LiveBlog | None) -> list[Left]:
    head = page.masthead
    found = [Left(head.credit, NO_PICTURE)] if head.credit else []
    if head.date and head.date.day != day:
        found.append(Left(head.date.piece, f"the page's own date, which is not {day}"))
    if head.previous and not before:
        found.append(Left(head.previous, "no earlier blog of this column is here"))
    if head.previous and head.column and head.column.casefold() != column.name.casefold():
        found.append(Left(head.previous, f"it is imported into “{column.name}”"))
    return found
