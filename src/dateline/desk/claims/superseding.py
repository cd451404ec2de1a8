"""Which older figure of the same speaker an accepted claim takes the place of."""

import uuid
from collections.abc import Sequence

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from dateline.desk.access import DeskRequest, desk_view
from dateline.desk.reports.access import keeps, secret
from dateline.ledger.models import Claim, Person
from dateline.ledger.permission import require
from dateline.ledger.verbs.counting import supersede_claim
from dateline.ledger.weighed import origin_of

from .access import claim_or_404
from .doing import do
from .rows import Eyes, row_of

MOST = 100
"""Claims that are offered, the newest reports first."""


@desk_view("GET", "POST")
def supersede(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Choose the older claim that a claim is the newer figure of, or none."""
    claim = claim_or_404(request.user, pk)
    require(request.user, "decide_claim", claim.column)
    if request.method == "POST":
        older = _asked(request)
        done = "It supersedes the older claim." if older else "It supersedes nothing."
        return do(
            request,
            claim,
            lambda: supersede_claim(by=request.user, claim=claim, older=older),
            done,
        )
    if claim.status != Claim.Status.ACCEPTED or claim.redacted:
        raise Http404
    eyes = Eyes.of(request.user)
    context = {
        "row": row_of(claim, eyes),
        "claim": claim,
        "older": [row_of(one, eyes) for one in older_of(claim, request.user)],
        "page": request.GET.get("page", ""),
    }
    return render(request, "desk/claims/supersede.html", context)


def older_of(claim: Claim, person: Person) -> Sequence[Claim]:
    """Return what the same speaker said in accepted claims of the column, the newest first.

    Without a speaker it is the report that speaks, so its source. Left out is what this person
    may not know, and what another claim supersedes already, this one's own successors included.
    """
    found = Claim.objects.filter(
        _same_speaker(claim), column=claim.column, status=Claim.Status.ACCEPTED
    ).exclude(said={})
    free = found.filter(Q(superseded_by=None) | Q(superseded_by=claim)).exclude(pk=claim.pk)
    with_report = free.select_related(
        "column", "made_by", "reading", "text__capture", "report__source__merged_into"
    )
    later = _successors(claim)
    shown = with_report.exclude(pk__in=later).order_by("-report__brought_at", "start", "pk")[:MOST]
    known = [one for one in shown if keeps(person) or not secret(one.report)]
    origin = origin_of(claim)  # as the verb asks it: of two sources of one name, none is meant
    return [one for one in known if origin_of(one) == origin]


def _same_speaker(claim: Claim) -> Q:
    speakers = claim.said["speakers"]
    if speakers:
        return Q(said__speakers__0__name=speakers[0]["name"])
    return Q(said__speakers=[], report__source=claim.report.source_id)


def _successors(claim: Claim) -> list[uuid.UUID]:
    found: list[uuid.UUID] = []
    newer = Claim.objects.filter(supersedes=claim).first()
    while newer:
        found.append(newer.pk)
        newer = Claim.objects.filter(supersedes=newer).first()
    return found


def _asked(request: DeskRequest) -> Claim | None:
    asked = request.POST.get("older", "")
    if not asked:
        return None
    try:
        older: Claim = get_object_or_404(Claim, pk=asked)
    except ValidationError:
        raise Http404 from None
    return claim_or_404(request.user, older.pk)
