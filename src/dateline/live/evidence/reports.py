"""Reports and findings about them, as the pages of claims and incidents show them."""

from collections.abc import Iterable
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext

from dateline.ledger.models import Check
from dateline.ledger.showing import Shown, shown
from dateline.ledger.weighed import checks_of
from dateline.live import address, codes
from dateline.live.standing import standing
from dateline.text.address import is_link

from .view import Checked, Evidence

MOST_CHECKS = 20
"""Findings about one report that are shown, the newest."""


def evidence_of(reports: Iterable[UUID], zone: ZoneInfo) -> dict[UUID, Evidence]:
    """Return these reports in the active language, but those that are held."""
    found = shown(reports)
    checks = checks_of(found, public=True)
    return {
        pk: _evidence(one, checks.get(pk, []), zone)
        for pk, one in found.items()
        if one.state != "held"
    }


def checked(check: Check) -> Checked:
    """Return a finding in the active language."""
    return Checked(
        question=check.question_words or codes.words(codes.CHECKED, check.question),
        result=codes.words(codes.RESULTS, check.result),
        method=check.method,
        evidence=check.evidence,
        addresses=tuple(one for one in check.addresses.splitlines() if is_link(one)),
        signed=check.signed,
        at=check.at,
        withdrawn_at=check.withdrawn_at,
        reason=check.reason,
    )


def _evidence(one: Shown, checks: list[Check], zone: ZoneInfo) -> Evidence:
    return Evidence(
        page=address.report(one.id),
        title=one.title or one.site or gettext("A report without a title"),
        source=one.source or one.site,
        note=standing(one, zone),
        sha256=one.sha256,
        original=one.address if is_link(one.address) else "",
        language=one.language,
        private=one.identifies,
        checks=tuple(checked(check) for check in checks[:MOST_CHECKS]),
    )
