"""Kept bytes on their way to someone at the desk, so that they can run nothing where they open."""

import uuid

from django.http import Http404, HttpResponse

from dateline.desk.access import DeskRequest, desk_view, require
from dateline.desk.media.views import TYPES
from dateline.ledger import storage
from dateline.ledger.models import Capture

from .access import capture_or_404, open_report_or_404, secret


@desk_view("GET", "HEAD")
def picture(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Give a report's lead image, as the newest capture has it."""
    report = open_report_or_404(request.user, pk)
    capture = None if report.redacted else report.newest
    if capture is None or not capture.image:
        raise Http404
    kind = TYPES.get(capture.image_format, "application/octet-stream")
    response = _bytes(capture.image, kind)
    if capture.image_format not in TYPES:
        response["Content-Disposition"] = "attachment"
    if not secret(report):  # the preview shows it again with every word that is typed
        response["Cache-Control"] = "private, max-age=60"
    return response


@desk_view("GET", "HEAD")
def warc(request: DeskRequest, pk: uuid.UUID) -> HttpResponse:
    """Hand out a capture's bytes with request and response, never to be opened in the page."""
    require(request.user, "keep_archive")
    capture = capture_or_404(pk)
    response = _bytes(capture.warc, "application/warc")
    response["Content-Disposition"] = f'attachment; filename="{_file_name(capture)}"'
    return response


def _file_name(capture: Capture) -> str:
    return f"report-{capture.report_id}-{capture.number}.warc.gz"


def _bytes(sha256: str, kind: str) -> HttpResponse:
    try:
        data = storage.read(sha256)
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(data, content_type=kind)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store"
    return response
