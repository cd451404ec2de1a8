"""Taking out of the whole site what readers may no longer know of it."""

from uuid import UUID

from django.db.models import Q

from dateline.codebook.claim_json import from_json
from dateline.ledger.citing import named_in, shown_of
from dateline.ledger.grouped import members, wholes
from dateline.ledger.models import (
    Capture,
    Claim,
    Front,
    Grouping,
    Incident,
    LiveBlog,
    Revision,
    Source,
)
from dateline.ledger.opened import opened_incidents
from dateline.weighing.public_place import is_sensitive

from .narrowing import ABOUT, Narrowed
from .plan import BlogPlan, Plan


def withhold(planned: Plan) -> None:
    """Have all that a blog's folder holds written again where it ever showed what is held now.

    An update that cites it no longer, or was withdrawn, hears nothing of it; but the deltas of
    when it did hold the card as it was.
    """
    ids: set[UUID] = set()
    for one in planned.narrowed:
        if found := _held(one, redacted=one.sequence in planned.removals):
            ids |= found
            planned.removals.append(one.sequence)
    planned.removals = sorted(set(planned.removals))
    planned.reports |= ids
    for pk in _that_ever_named(ids | _resting_on(ids)) if ids else ():
        blog = planned.blogs.setdefault(pk, BlogPlan())
        blog.every_page = blog.every_delta = True
    for pk in _that_stood_beside(ids) if ids else ():
        planned.blogs.setdefault(pk, BlogPlan()).every_situation = True


def _held(one: Narrowed, *, redacted: bool) -> set[UUID]:
    """Return the ids by which texts name what is held; none for a merge that hides nothing."""
    if one.kind == "report":
        return {one.pk}
    if one.kind == "capture":
        return set(Capture.objects.filter(pk=one.pk).values_list("report", flat=True))
    if one.kind == "claim":
        return {one.pk}
    if one.kind == "endangering":
        return _endangered_by(Claim.objects.get(pk=one.pk))
    if one.kind == "incident":
        return _of_incident(one.pk, redacted=redacted)
    source = Source.objects.get(pk=one.pk)
    return set(shown_of(source)) if redacted or source.is_held else set()


def _endangered_by(claim: Claim) -> set[UUID]:
    """Return the opened incidents, with all that is merged into them, that a claim closes."""
    if claim.redacted or not is_sensitive(from_json(claim.said)):
        return set()
    rows = Grouping.objects.filter(claim=claim, answer__in=ABOUT)
    about = set(wholes(rows.values_list("incident", flat=True)).values())
    opened = Incident.objects.filter(pk__in=about, place_opened=True)
    return set(members(opened.values_list("pk", flat=True)))


def _of_incident(pk: UUID, *, redacted: bool) -> set[UUID]:
    """Return an incident's whole and all of it; none where its place is as open as before."""
    whole = wholes([pk])[pk]
    was_opened = Incident.objects.filter(pk__in={pk, whole}, place_opened=True).exists()
    closed = (was_opened or whole == pk) and not opened_incidents([whole])
    return set(members([whole])) if redacted or closed else set()


def _resting_on(ids: set[UUID]) -> set[UUID]:
    """Return the claims, incidents and fronts in which something of these was shown."""
    claims = Claim.objects.filter(Q(pk__in=ids) | Q(report__in=ids) | Q(report__source__in=ids))
    about = Grouping.objects.filter(claim__in=claims).exclude(answer="")
    incidents = set(about.values_list("incident", flat=True)) | ids
    wide = {*incidents, *wholes(incidents).values()}
    fronts = Front.objects.filter(column__incidents__in=wide)
    return {
        *claims.values_list("pk", flat=True),
        *wide,
        *fronts.values_list("pk", flat=True),
    }


def _that_stood_beside(ids: set[UUID]) -> set[UUID]:
    """Return the blogs beside whose updates something of these was weighed, closed ones too."""
    claims = Claim.objects.filter(Q(pk__in=ids) | Q(report__in=ids) | Q(report__source__in=ids))
    about = Q(column__in=claims.values("column")) | Q(column__incidents__in=ids)
    return set(LiveBlog.objects.filter(about).values_list("pk", flat=True))


def _that_ever_named(ids: set[UUID]) -> set[UUID]:
    """Return the blogs of which any published text, an old one too, names one of these."""
    texts = Revision.objects.filter(update__number__isnull=False, body__contains="=")
    named = texts.values_list("update__blog", "body").iterator()
    return {blog for blog, body in named if not ids.isdisjoint(named_in(body))}
