"""Finding where words stand, and what shows them: before they are redacted, and after."""

import uuid
from collections.abc import Iterable

from django.apps import apps
from django.db.models import Q

from . import storage
from .citing import citing, shown_of
from .models import (
    Apart,
    Assessment,
    Capture,
    Check,
    Claim,
    Column,
    Content,
    Front,
    Grouping,
    Incident,
    LiveBlog,
    Media,
    Party,
    Person,
    Reading,
    Record,
    RelationRuling,
    Report,
    ReportText,
    Revision,
    Source,
    Summary,
    Update,
    Watch,
)
from .scrub import Scrub, scrub_content, scrubbed, text_fields, words_scrub

SCRUBBED_MODELS: tuple[type[Record], ...] = (
    *(Update, LiveBlog, Column, Media, Person),
    *(Report, Capture, Source, Party, Watch),
    *(Claim, Reading),
    *(Incident, Apart, RelationRuling, Assessment, Check),
    *(Front, Summary),
)


def find_words(words: Iterable[str]) -> list[Record]:
    """Return the records in which words stand, now or in the past, for a look before redacting."""
    scrub = words_scrub(words)
    found = {one.name_in_log: one for one in (*records_with(scrub), *reports_holding(scrub))}
    return list(found.values())


def reports_holding(scrub: Scrub) -> list[Report]:
    """Return the reports whose kept text holds the words. The text is evidence and stays as it is:
    such a report is protected, so that no reader sees any of it."""
    texts = ReportText.objects.filter(capture__report__redacted=False)
    found: dict[uuid.UUID, Report] = {}
    for text in texts.select_related("capture__report").iterator():
        words = _kept_words(text)
        if scrub(words) != words:
            found[text.capture.report_id] = text.capture.report
    return list(found.values())


def _kept_words(text: ReportText) -> str:
    try:
        return storage.read(text.sha256).decode(errors="replace")  # damaged, it must not hinder
    except FileNotFoundError:
        return ""  # `archive verify` tells of it


def records_with(scrub: Scrub) -> list[Record]:
    """Return records whose own words, older texts or log contents the scrub would change."""
    names = {
        record.name_in_log: record
        for model in SCRUBBED_MODELS
        for record in model.objects.all()
        if _would_change(record, scrub)
    }
    for revision in Revision.objects.select_related("update"):
        if _would_change(revision, scrub):
            names.setdefault(revision.update.name_in_log, revision.update)
    for content in Content.objects.select_related("entry").iterator():
        name = content.entry.object
        if name not in names and scrub_content(content.body, name, scrub) != content.body:
            names[name] = record_named(name)
    return list(names.values())


def _would_change(record: Record | Revision, scrub: Scrub) -> bool:
    texts = {name: getattr(record, name) for name in text_fields(type(record))}
    return any(scrubbed(name, text, "", scrub) != text for name, text in texts.items())


def record_named(name: str) -> Record:
    """Return the record that entries call `kind:id`."""
    kind, _, pk = name.partition(":")
    model = apps.get_model("ledger", kind)
    record: Record = model._default_manager.get(pk=uuid.UUID(pk))
    return record


def naming_any(records: Iterable[Record]) -> list[Record]:
    """Return the blogs and updates whose pages repeat words of these records."""
    naming: list[Record] = []
    for record in records:
        if isinstance(record, Media):
            naming += showing(record)
        if isinstance(record, Column):
            naming += LiveBlog.objects.filter(column=record)
        if isinstance(record, LiveBlog):
            naming += LiveBlog.objects.filter(previous=record)
        if isinstance(record, Report | Capture | Source):
            naming += citing(_shown_as(record))
    return list({record.name_in_log: record for record in naming}.values())


def _shown_as(record: Report | Capture | Source) -> list[uuid.UUID]:
    """Return the ids by which a text may show this record."""
    if isinstance(record, Source):
        return shown_of(record)
    return [record.report_id if isinstance(record, Capture) else record.pk]


def showing(media: Media) -> list[Record]:
    """Return the blogs and updates that show a picture."""
    blogs: list[Record] = list(LiveBlog.objects.filter(photo=media))
    updates = Update.objects.filter(Q(body__contains=str(media.pk)), number__isnull=False)
    return blogs + list(updates.select_related("blog"))


def summaries_citing(report: Report) -> list[Summary]:
    """Return the summaries, of any standing, in which a clause rests on a claim of this report.

    So does one that rests on an incident of which nothing else tells: the desk's own sentence.
    """
    ids = {*report.claims.values_list("pk", flat=True), *incidents_alone_on(report)}
    resting = set(map(str, ids))
    found = Summary.objects.filter(column__claims__report=report).distinct()
    return [
        one
        for one in found
        if any(not resting.isdisjoint((*c["claims"], *c["incidents"])) for c in one.clauses)
    ]


def incidents_alone_on(report: Report) -> list[uuid.UUID]:
    """Return the incidents that only claims of this report were ever answered to be about."""
    rows = Grouping.objects.filter(incident__groupings__claim__report=report, answer="same")
    reports: dict[uuid.UUID, set[uuid.UUID]] = {}
    for incident, of in rows.values_list("incident", "claim__report").distinct():
        reports.setdefault(incident, set()).add(of)
    return [incident for incident, of in reports.items() if of == {report.pk}]
