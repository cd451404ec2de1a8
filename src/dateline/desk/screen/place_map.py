"""Where a claim's place lies: a small map of it among the places that are spoken of."""

import uuid

from django.db.models import Q
from django.http import Http404, HttpResponse

from dateline.codebook import Place
from dateline.codebook.claim_json import from_json
from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.claims.access import claim_or_404
from dateline.desk.claims.words import far_in_words
from dateline.desk.reports.access import secret
from dateline.ledger.models import Claim

from .drawing import drawn

MOST_NAMED = 200
"""Claims whose places may stand around, the newest."""


@desk_view("GET")
def place_map(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Draw where a claim says that it happened."""
    claim = claim_or_404(request.user, pk)
    place = None if claim.redacted else from_json(claim.said).place
    if place is None:
        raise Http404
    picture = drawn(place, _around(claim, place), far_in_words)
    return HttpResponse(picture, content_type="image/svg+xml")


def _around(claim: Claim, place: Place) -> list[Place]:
    """Return other places that the report and its column name, each once."""
    told = Claim.objects.filter(
        Q(report=claim.report) | Q(column__isnull=False, column=claim.column)
    )
    rows = told.select_related("report__source").order_by("-text__capture__captured_at")
    # What a protected report names is not for everyone who may see this claim.
    known = [
        one
        for one in rows[:MOST_NAMED]
        if one.report_id == claim.report_id or not secret(one.report)
    ]
    named = [from_json(one.said).place for one in known if not one.redacted]
    others = {one.name: one for one in named if one and one.name != place.name}
    return list(others.values())
