"""Whether an accepted claim counts in what is weighed, and from when readers may see it."""

from datetime import datetime

from ..checks import require_aware, require_words
from ..log import verb
from ..models import Claim, Person
from ..permission import require
from ..refusal import Refused
from ..weighed import origin_of
from .claims import get_claim, keep_claim


def set_aside_claim(*, by: Person, claim: Claim, reason: str) -> Claim:
    """Let an accepted claim count in no range. It stays visible, and so is the reason."""
    with verb("set_aside_claim", by=by) as log:
        claim = _accepted(by, claim)
        if claim.set_aside:
            raise Refused("This claim is set aside already.")
        before = claim.content()
        claim.set_aside = require_words(reason, "The reason")
        return keep_claim(claim, log, before, claim.set_aside)


def put_back_claim(*, by: Person, claim: Claim) -> Claim:
    """Let a claim that was set aside count again."""
    with verb("put_back_claim", by=by) as log:
        claim = _accepted(by, claim)
        if not claim.set_aside:
            raise Refused("This claim is not set aside.")
        before = claim.content()
        claim.set_aside = ""
        return keep_claim(claim, log, before)


def supersede_claim(*, by: Person, claim: Claim, older: Claim | None) -> Claim:
    """Say that a claim is the newer figure for what an `older` one said; None takes that back."""
    with verb("supersede_claim", by=by) as log:
        claim = _accepted(by, claim)
        before = claim.content()
        claim.supersedes = _older(claim, _accepted(by, older)) if older else None
        return keep_claim(claim, log, before)


def hold_claim(*, by: Person, claim: Claim, until: datetime | None) -> Claim:
    """Keep a claim from readers until a time; None lets it go."""
    with verb("hold_claim", by=by) as log:
        claim = get_claim(claim)
        require(by, "decide_claim", claim.column)
        if until:
            require_aware(until, "The time")
            if until <= log.now:
                raise Refused("That time is over. Choose one that is still to come.")
        before = claim.content()
        claim.hold_until = until
        return keep_claim(claim, log, before)


def _accepted(by: Person, claim: Claim) -> Claim:
    claim = get_claim(claim)
    require(by, "decide_claim", claim.column)
    if claim.status != Claim.Status.ACCEPTED:
        raise Refused("Only an accepted claim counts at all. Accept it first.")
    return claim


def _older(claim: Claim, older: Claim) -> Claim:
    if claim.column_id != older.column_id:
        raise Refused("These claims belong to two columns.")
    if not (claim.said and older.said and origin_of(claim) == origin_of(older)):
        raise Refused("These claims come from two speakers. Only its own replaces a figure.")
    if Claim.objects.filter(supersedes=older).exclude(pk=claim.pk).exists():
        raise Refused("Another claim supersedes that one already.")
    before: Claim | None = older
    while before:  # each is superseded once, so a ring can only close at the claim itself
        if before.pk == claim.pk:
            raise Refused("A claim cannot supersede itself, or one that came after it.")
        before = before.supersedes
    return older
