"""The rows of the archive: the wire, the one screen, sharing, reports and their checks."""

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.pictures import picture

from .row import ANYONE, KEEPERS, SITE_OWNER, WHOLE_WORLD, WRITERS, Row, Rule, site

WHY = {"reason": "It must not be public."}


def uploaded(name):
    """Return a picture as a browser sends it."""
    return SimpleUploadedFile(name, picture(), "image/png")


WIRE = [
    Row(
        name="wire",
        get=site(ANYONE),
        post=site(ANYONE),
        body=lambda w: {"address": "https://new.example/page"},
    ),
    Row(name="bring_text", post=site(ANYONE), body=lambda w: {"text": "Pasted words."}),
    Row(
        name="bring_file",
        post=site(ANYONE),
        body=lambda w: {"file": uploaded("new.png"), "title": "A picture"},
    ),
    Row(
        name="upload",
        get=site(ANYONE),
        post=site(ANYONE),
        body=lambda w: {"picture": uploaded("new.png"), "alt": "Red", "credit": "A desk"},
    ),
    Row(name="media", of="photo", get=site(ANYONE)),
]

WORKING = Rule(frozenset(WRITERS), frozenset({"eve"}))
"""Who works in the one screen of the blog; whoever has no role at all is refused before."""

SCREEN = [
    Row(name="screen", of="blog", get=WORKING),
    Row(name="screen_rows", of="blog", get=WORKING),
    Row(name="screen_report", of="beside", get=WORKING),
    Row(name="screen_report", of="beside_held", get=WORKING),
    Row(
        name="see_all",
        post=site(ANYONE),
        body=lambda w: {"before": "2099-01-01T00:00:00Z"},
        writes=False,
    ),
    Row(name="unsee", of="report", post=site(ANYONE), writes=False),
]

ICONS = ("icon-192.png", "icon-512.png", "icon.svg")

SHARING = [
    Row(
        name="share",
        get=site(ANYONE),
        post=Rule(frozenset(WRITERS), asked_again=frozenset({"eve"})),
        body=lambda w: {"address": "https://shared.example/page", "blog": str(w.blog.pk)},
    ),
    # A browser asks for these without a session, and they say nothing of any newsroom.
    *(Row(name=name, get=site(WHOLE_WORLD)) for name in ("manifest", *ICONS)),
]

OPEN_REPORT = [
    Row(name="report", of="report", get=site(ANYONE)),
    Row(name="capture_again", of="report", post=site(ANYONE)),
    Row(name="report_picture", of="report", get=site(ANYONE)),
    Row(name="warc", of="capture", get=site(KEEPERS)),
    Row(
        name="flag_report",
        of="report",
        post=site(KEEPERS),
        body=lambda w: {"graphic": "on"},
    ),
    Row(
        name="report_source",
        of="report",
        post=site(KEEPERS),
        body=lambda w: {"source": w.source.name},
    ),
    Row(
        name="derivation",
        of="derived",
        post=site(KEEPERS),
        body=lambda w: {"status": "rejected"},
    ),
    Row(
        name="checks",
        of="report",
        get=site(ANYONE),
        post=site(KEEPERS),
        body=lambda w: {"question": "place", "result": "confirmed", "method": "Compared."},
    ),
    Row(name="withdraw_check", of="check", post=site(KEEPERS), body=lambda w: WHY),
    Row(
        name="redact_report",
        of="report",
        get=site(SITE_OWNER),
        post=site(SITE_OWNER),
        body=lambda w: WHY,
    ),
]

# That a report is held is no secret from whoever has a role; what it is, is.
HELD_REPORT = [
    row
    for of in ("protected", "mole_told")
    for row in (
        Row(name="report", of=of, get=site(ANYONE)),
        Row(name="capture_again", of=of, post=site(KEEPERS)),
        Row(name="report_picture", of=of, get=site(KEEPERS)),
        Row(
            name="flag_report",
            of=of,
            post=site(KEEPERS),
            body=lambda w: {"graphic": "on", "protected": "on"},
        ),
        Row(
            name="report_source",
            of=of,
            post=site(KEEPERS),
            body=lambda w: {"source": w.source.name},
        ),
        Row(
            name="checks",
            of=of,
            get=site(KEEPERS),
            post=site(KEEPERS),
            body=lambda w: {"question": "date", "result": "confirmed", "method": "Compared."},
        ),
    )
]
HELD_REPORT += [
    Row(name="warc", of="held_capture", get=site(KEEPERS)),
    Row(name="withdraw_check", of="held_check", post=site(KEEPERS), body=lambda w: WHY),
]

ROWS = [*WIRE, *SCREEN, *SHARING, *OPEN_REPORT, *HELD_REPORT]
