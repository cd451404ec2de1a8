"""The rows of what belongs to the whole site: sources, parties, watches and redaction."""

from .column_rows import WHY
from .row import KEEPERS, SITE_OWNER, Row, only, site

SOURCES = [
    Row(
        name="sources",
        get=site(KEEPERS),
        post=site(KEEPERS),
        body=lambda w: {"name": "New", "kind": "agency"},
    ),
    Row(
        name="find_source",
        post=site(KEEPERS),
        body=lambda w: {"name": "vermilion"},
        writes=False,
    ),
    *(
        Row(
            name="source",
            of=of,
            get=site(KEEPERS),
            post=site(KEEPERS),
            body=lambda w: {"name": "Renamed", "kind": "agency", "confidential": "on"},
        )
        for of in ("source", "mole")
    ),
    Row(
        name="merge_source",
        of="other_source",
        post=site(KEEPERS),
        body=lambda w: {"into": w.source.name, "sure": "1"},
    ),
    Row(name="part_source", of="merged", post=site(KEEPERS)),
    Row(
        name="parties",
        get=site(KEEPERS),
        post=site(KEEPERS),
        body=lambda w: {"name": "New army"},
    ),
    Row(name="find_party", post=site(KEEPERS), body=lambda w: {"name": "ochre"}, writes=False),
    Row(
        name="party",
        of="party",
        get=site(KEEPERS),
        post=site(KEEPERS),
        body=lambda w: {"name": "Renamed"},
    ),
    Row(
        name="merge_party",
        of="party",
        post=site(KEEPERS),
        body=lambda w: {"into": w.other_party.name, "sure": "1"},
    ),
    Row(name="part_party", of="merged_party", post=site(KEEPERS)),
]

WATCHES = [
    Row(
        name="watches",
        get=site(KEEPERS),
        post=site(KEEPERS),
        body=lambda w: {"address": "https://new.example/feed"},
    ),
    Row(name="watch_again", of="rested", post=site(KEEPERS)),
    Row(name="rest_watch", of="watch", post=site(KEEPERS)),
]

REDACTION = [
    Row(name="pictures", get=site(SITE_OWNER)),
    Row(
        name="redact_picture",
        of="photo",
        get=site(SITE_OWNER),
        post=site(SITE_OWNER),
        body=lambda w: WHY,
    ),
    Row(
        name="redact_words",
        get=site(SITE_OWNER),
        post=site(SITE_OWNER),
        body=lambda w: {"words": "quartz"},
        writes=False,
    ),
    Row(
        name="take_words",
        post=site(SITE_OWNER),
        body=lambda w: WHY | {"words": "half a sentence\nQuartz gone"},
    ),
    Row(name="redacted", of="hidden", get=only(SITE_OWNER | {"alice"})),
]

ROWS = [*SOURCES, *WATCHES, *REDACTION]
