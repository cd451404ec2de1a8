"""Reports made for tests of the desk, without a network."""

import hashlib
from datetime import UTC, datetime

from dateline.archive.bring import bring_address, bring_given
from dateline.ledger.models import Report
from dateline.ledger.verbs.capturing import Kept, Picture, Words, keep_capture
from dateline.ledger.verbs.reports import Caution, Flags, flag_report
from tests.pictures import picture

AT = datetime(2015, 10, 21, 17, 58, tzinfo=UTC)
ADDRESS = "https://smart.example.org/sarmin"
TEXT = "Twelve people were killed in Sarmin.\nThe town lies in Idlib.\nRescuers came."

SECRETS = {
    "address": "https://planted-host.example.net/planted-path",
    "title": "PlantedTitle of the shelter",
    "text": "PlantedText says where it is",
    "author": "PlantedAuthor",
    "excerpt": "PlantedExcerpt",
    "source": "PlantedSource",
}
FILE_NAME = "planted-file-name.pdf"
PLANTED = "planted"
"""All of them hold this, in some case."""


def kept(text=TEXT, **more):
    """Return what a capture brings home."""
    body = text.encode()
    values = {
        "captured_at": AT,
        "warc": b"WARC of " + body,
        "sha256": hashlib.sha256(body).hexdigest(),
        "size": len(body),
        "media_type": "text/html",
        "words": Words(text=text, extractor="test-1"),
        "title": "Twelve dead in raids on Sarmin",
        "author": "SMART",
        "excerpt": "Twelve people were killed.",
        "language": "en",
        "status": 200,
        "source_address": "smart.example.org",
        "source_name": "SMART News",
    }
    return Kept(**{**values, **more})


def lead_image(data=None):
    """Return a lead image as a capture brings it."""
    return Picture(data=data or picture(), format="PNG", width=4, height=3)


def captured(by, address=ADDRESS, **more):
    """Bring an address in and keep one capture of it."""
    report = bring_address(by=by, address=address)
    keep_capture(report, kept(**more))
    return fresh(report)


def fresh(report):
    """Return a report as it stands now."""
    return Report.objects.get(pk=report.pk)


def planted(owner):
    """Return a protected report whose every word is a secret, and a protected file."""
    report = bring_address(by=owner, address=SECRETS["address"], caution=Caution(protected=True))
    keep_capture(
        report,
        kept(
            SECRETS["text"],
            title=SECRETS["title"],
            author=SECRETS["author"],
            excerpt=SECRETS["excerpt"],
            canonical=SECRETS["address"],
            source_address="planted-host.example.net",
            source_name=SECRETS["source"],
            picture=lead_image(),
            looks_like="paywall",
        ),
    )
    file = bring_given(
        by=owner, data=b"%PDF planted", name=FILE_NAME, caution=Caution(protected=True)
    )
    return fresh(report), file


def flagged(by, report, **flags):
    """Set a report's flags."""
    return flag_report(by=by, report=report, flags=Flags(**flags))
