"""Whether an accepted claim counts, and from when readers may see it: each view is one verb."""

import uuid
from datetime import UTC, datetime, tzinfo

from django.http import HttpResponse

from dateline.desk.access import DeskRequest, desk_view, visible_columns
from dateline.ledger.models import Claim
from dateline.ledger.permission import require
from dateline.ledger.refusal import Refused
from dateline.ledger.verbs.counting import hold_claim, put_back_claim, set_aside_claim

from .access import claim_or_404
from .doing import do
from .rows import zone_of


@desk_view("POST")
def set_aside(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Let an accepted claim count in nothing, with a reason that readers see."""
    claim, reason = claim_or_404(request.user, pk), request.POST.get("reason", "")
    return do(
        request,
        claim,
        lambda: set_aside_claim(by=request.user, claim=claim, reason=reason),
        "Set aside. You can put it back.",
    )


@desk_view("POST")
def put_back(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Let a claim that was set aside count again."""
    claim = claim_or_404(request.user, pk)
    return do(
        request,
        claim,
        lambda: put_back_claim(by=request.user, claim=claim),
        "Put back: it counts again.",
    )


@desk_view("POST")
def hold(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Keep a claim from readers until a time of its column."""
    claim, typed = claim_or_404(request.user, pk), request.POST.get("until", "")

    def act() -> Claim:
        require(request.user, "decide_claim", claim.column)
        until = _time(typed, _zone(request, claim))
        return hold_claim(by=request.user, claim=claim, until=until)

    return do(request, claim, act, "Held. You can release it at any time.")


@desk_view("POST")
def release(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Let readers see a claim from now on."""
    claim = claim_or_404(request.user, pk)
    return do(
        request,
        claim,
        lambda: hold_claim(by=request.user, claim=claim, until=None),
        "Released.",
    )


def _zone(request: DeskRequest, claim: Claim) -> tzinfo:
    asked = request.POST.get("column", "")
    return zone_of(claim, visible_columns(request.user).filter(slug=asked).first())


def _time(typed: str, zone: tzinfo) -> datetime:
    """Return a time as a browser writes it, in a zone. Raises Refused where there is none."""
    try:
        wanted = datetime.fromisoformat(typed).replace(tzinfo=zone)
        if wanted.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == wanted.replace(
            tzinfo=None
        ):
            return wanted
    except (ValueError, OverflowError):
        raise Refused("Choose a day and a time until which it is held.") from None
    raise Refused("Clocks skip that time on that day. Choose another.")
