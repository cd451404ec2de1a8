"""What readers may not see of a claim, and why."""

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from dateline.desk.reports.words import moment
from dateline.ledger.models import Claim


def kept_back(claim: Claim, now: datetime | None = None) -> str:
    """Say why readers do not see a claim; empty where they do."""
    if claim.redacted:
        return "redacted"
    if claim.status != Claim.Status.ACCEPTED:
        return "not accepted" if claim.status != "withdrawn" else "withdrawn"
    return _of_report(claim) or _until(claim, now)


def _of_report(claim: Claim) -> str:
    report = claim.report
    if report.redacted:
        return "its report was redacted"
    if report.protected:
        return "its report is protected"
    return "its source is confidential" if report.is_held else ""


def _until(claim: Claim, now: datetime | None) -> str:
    held = claim.hold_until
    return f"held until {moment(held)}" if held and held > (now or timezone.now()) else ""


def kept_back_of(claims: Iterable[Claim]) -> dict[str, str]:
    """Return, by their ids, why readers do not see these claims; only those that they do not."""
    now = timezone.now()
    found = ((str(claim.pk), kept_back(claim, now)) for claim in claims)
    return {pk: why for pk, why in found if why}
