"""The column in the middle: a report's words, what it claims, and how it stands."""

import uuid
from typing import Any

from dateline.desk.access import DeskRequest
from dateline.desk.claims.page import claims_of_report
from dateline.desk.reports.access import keeps, report_or_404, secret
from dateline.desk.reports.page import about_report
from dateline.desk.wire.seeing import look_at
from dateline.ledger.models import LiveBlog
from dateline.ledger.permission import may


def pane_of(request: DeskRequest, blog: LiveBlog, pk: uuid.UUID) -> dict[str, Any]:
    """Return what the pane shows of a report; of one that is held back from this person, that."""
    report = report_or_404(request.user, pk)
    look_at(request.user, report)
    if report.redacted or (secret(report) and not keeps(request.user)):
        return {"report": report, "held": True}
    return {
        **about_report(report, report.newest),
        **claims_of_report(request, report, column=blog.column),
        "checks": may(request.user, "keep_archive"),
    }
