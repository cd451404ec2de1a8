"""What editors decide about claims: accept, mend, reject, withdraw, and take it back."""

from dateline.codebook import Claim as Said

from ..checks import check_texts, require_words
from ..grounds import grounded, kept_words, say
from ..log import Log, verb
from ..models import Claim, Column, Person
from ..permission import may, require
from ..refusal import Collision, NotAllowed, Refused

MEANWHILE = "Someone else changed this claim while you were looking. Look at it as it stands now."


def get_claim(claim: Claim) -> Claim:
    """Return a claim as it is now, with its report. Raises Refused where nothing is left of it."""
    found: Claim = Claim.objects.select_related(
        "column", "report__source__merged_into", "text__capture"
    ).get(pk=claim.pk)
    if found.report.redacted or found.redacted:
        raise Refused("The words of this claim were redacted. Nothing of it is left to change.")
    return found


def keep_claim(claim: Claim, log: Log, before: dict[str, object], reason: str = "") -> Claim:
    """Save a claim that a verb has changed, with its entry."""
    check_texts(claim)
    claim.save()
    log.write(claim, before=before, reason=reason)
    return claim


def accept_claim(*, by: Person, claim: Claim, column: Column, based_on: int) -> Claim:
    """Accept a proposal into a column, as it stood when it was looked at.

    Raises Collision where `based_on`, its revision then, is not the newest.
    """
    with verb("accept_claim", by=by) as log:
        claim = get_claim(claim)
        require(by, "decide_claim", column)
        _require_status(claim, Claim.Status.PROPOSED)
        _require_newest(claim, based_on)
        before = claim.content()
        claim.column, claim.status = Column.objects.get(pk=column.pk), Claim.Status.ACCEPTED
        return keep_claim(claim, log, before)


def mend_claim(
    *, by: Person, claim: Claim, said: Said, based_on: int, column: Column | None = None
) -> Claim:
    """Let a claim say something else that stands in its text; what it said stays in the log.

    Whoever made a proposal by hand may mend it; an editor mends every one, and with a `column`
    accepts it there at once. Raises Collision, as `accept_claim` does.
    """
    content = grounded(said, kept_words(claim.text))
    with verb("mend_claim", by=by) as log:
        claim = get_claim(claim)
        _require_own_or_decide(by, claim)
        _require_status(claim, Claim.Status.PROPOSED, Claim.Status.ACCEPTED)
        _require_newest(claim, based_on)
        before = claim.content()
        if column and claim.status == Claim.Status.PROPOSED:
            require(by, "decide_claim", column)
            claim.column, claim.status = Column.objects.get(pk=column.pk), Claim.Status.ACCEPTED
        say(claim, content)
        claim.made_by = by
        claim.revision += 1
        return keep_claim(claim, log, before)


def reject_claim(*, by: Person, claim: Claim, reason: str, based_on: int) -> Claim:
    """Say that a proposal is not what the report says. Raises Collision, as `accept_claim` does."""
    with verb("reject_claim", by=by) as log:
        claim = get_claim(claim)
        require(by, "decide_claim", claim.column)
        _require_status(claim, Claim.Status.PROPOSED)
        _require_newest(claim, based_on)
        before = claim.content()
        claim.status, claim.reason = Claim.Status.REJECTED, require_words(reason, "The reason")
        return keep_claim(claim, log, before, claim.reason)


def withdraw_claim(*, by: Person, claim: Claim, reason: str, based_on: int) -> Claim:
    """Take a claim out: an editor any that stands, whoever made a proposal by hand their own.

    Raises Collision, as `accept_claim` does.
    """
    with verb("withdraw_claim", by=by) as log:
        claim = get_claim(claim)
        _require_own_or_decide(by, claim)
        _require_status(claim, Claim.Status.PROPOSED, Claim.Status.ACCEPTED)
        _require_newest(claim, based_on)
        before = claim.content()
        claim.status, claim.reason = Claim.Status.WITHDRAWN, require_words(reason, "The reason")
        return keep_claim(claim, log, before, claim.reason)


def restore_claim(*, by: Person, claim: Claim) -> Claim:
    """Take the last decision back.

    What was accepted or rejected is proposed again, without what its column decided of its figure;
    what was withdrawn is as it was before.
    """
    with verb("restore_claim", by=by) as log:
        claim = get_claim(claim)
        require(by, "decide_claim", claim.column)
        if claim.status == Claim.Status.PROPOSED:
            raise Refused("Nobody has decided about this claim yet.")
        before = claim.content()
        if claim.status == Claim.Status.WITHDRAWN and claim.column:
            claim.status = Claim.Status.ACCEPTED
        else:
            claim.status, claim.column = Claim.Status.PROPOSED, None
            claim.set_aside, claim.supersedes = "", None
        claim.reason = ""
        return keep_claim(claim, log, before)


def _require_status(claim: Claim, *statuses: str) -> None:
    if claim.status not in statuses:
        raise Refused(f"This claim is {claim.get_status_display()} already.")


def _require_newest(claim: Claim, based_on: int) -> None:
    if claim.revision != based_on:
        raise Collision(claim.revision, MEANWHILE)


def _require_own_or_decide(by: Person, claim: Claim) -> None:
    if may(by, "decide_claim", claim.column):
        return
    require(by, "make_claim")
    if claim.made_by_id != by.pk or claim.status != Claim.Status.PROPOSED:
        raise NotAllowed("You may change only a claim of your own that nobody has decided about.")
    if claim.protected:
        raise NotAllowed("This report is held by the desk. Ask an editor about it.")
