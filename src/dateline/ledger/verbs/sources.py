"""Sources and parties: made by hand or by a capture, renamed, judged, merged and parted again."""

from dataclasses import dataclass, fields
from typing import TypeVar

from django.db.models import Q

from ..checks import check_texts, require_words
from ..citing import same_as, shown_of
from ..log import Log, verb
from ..models import Party, Person, Report, Source
from ..permission import require
from ..refusal import Refused

Kind = TypeVar("Kind", Source, Party)


@dataclass(frozen=True, kw_only=True)
class SourceText:
    """What the desk says of a source."""

    name: str
    kind: str = Source.Kind.OTHER
    address: str = ""
    party: Party | None = None
    reliability: str = ""
    reliability_note: str = ""
    confidential: bool = False


@dataclass(frozen=True, kw_only=True)
class PartyText:
    """What the desk says of a party; aliases one a line."""

    name: str
    aliases: str = ""
    note: str = ""


def add_source(*, by: Person, text: SourceText) -> Source:
    """Add a source by hand."""
    with verb("add_source", by=by) as log:
        require(by, "keep_archive")
        source = Source()
        _apply(source, text, log, before=None)
    return source


def edit_source(*, by: Person, source: Source, text: SourceText) -> Source:
    """Change what the desk says of a source; every card that names it changes too."""
    with verb("edit_source", by=by) as log:
        require(by, "keep_archive")
        source = Source.objects.get(pk=source.pk)
        _apply(source, text, log, before=source.content())
        if source.is_held:
            _protect_reports(source, log)
        log.tell_readers(shown_of(source))
    return source


def add_party(*, by: Person, text: PartyText) -> Party:
    """Add a party by hand."""
    with verb("add_party", by=by) as log:
        require(by, "keep_archive")
        party = Party()
        _apply(party, text, log, before=None)
    return party


def edit_party(*, by: Person, party: Party, text: PartyText) -> Party:
    """Change what the desk says of a party."""
    with verb("edit_party", by=by) as log:
        require(by, "keep_archive")
        party = Party.objects.get(pk=party.pk)
        _apply(party, text, log, before=party.content())
    return party


def merge(*, by: Person, one: Kind, into: Kind) -> Kind:
    """Say that two sources, or two parties, are the same; both keep their ids."""
    with verb("merge", by=by) as log:
        require(by, "keep_archive")
        found = type(one).objects.get(pk=one.pk)
        target = type(into).objects.get(pk=into.pk).whole
        if found.merged_into_id:
            raise Refused(f"“{found.name}” is merged already. Part it first.")
        if target.pk == found.pk:
            raise Refused("These two are the same already.")
        if isinstance(found, Source) and found.is_held and not target.is_held:
            _hold(target, log)
        _point(found, target, log)
    return found


def _hold(source: Source, log: Log) -> None:
    """Make a source confidential: it turns out to be the same as one that is."""
    before = source.content()
    source.confidential = True
    source.save()
    log.write(source, before=before)
    _protect_reports(source, log)
    log.tell_readers(shown_of(source))


def part(*, by: Person, one: Kind) -> Kind:
    """Undo a merge."""
    with verb("part", by=by) as log:
        require(by, "keep_archive")
        found = type(one).objects.get(pk=one.pk)
        if not found.merged_into_id:
            raise Refused(f"“{found.name}” is not merged with another.")
        _point(found, None, log)
    return found


def _point(found: Kind, target: Kind | None, log: Log) -> None:
    before = found.content()
    found.merged_into = target
    found.save()
    log.write(found, before=before)
    if isinstance(found, Source):
        if found.is_held:
            _protect_reports(found, log)
        log.tell_readers(shown_of(found))


def _apply(
    record: Source | Party, text: SourceText | PartyText, log: Log, before: dict[str, object] | None
) -> None:
    for field in fields(text):
        value = getattr(text, field.name)
        setattr(record, field.name, value.strip() if isinstance(value, str) else value)
    require_words(record.name, "The name")
    check_texts(record)
    if isinstance(record, Source):
        _check_source(record)
    record.save()
    log.write(record, before=before)


def _check_source(source: Source) -> None:
    if source.kind not in Source.Kind.values or source.reliability not in (
        "",
        *Source.Reliability.values,
    ):
        raise Refused("Choose a kind and a reliability from the list.")
    same = Source.objects.filter(address=source.address).exclude(pk=source.pk).first()
    if source.address and same:
        raise Refused(f"“{same.name}” has this address already. Merge the two instead.")


def _protect_reports(source: Source, log: Log) -> None:
    """Protect what came from a source that turns out to be confidential, and from its others."""
    same = Source.objects.filter(pk__in=same_as(source))
    theirs = Q(source__in=same)
    theirs |= Q(source=None, source_address__in=same.exclude(address="").values("address"))
    for report in Report.objects.filter(theirs, protected=False):
        before = report.content()
        report.protected, report.opened = True, False
        report.save()
        log.write(report, before=before)
