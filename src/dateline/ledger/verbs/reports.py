"""What people do with reports: bring them in, say what they are, open or protect them."""

from dataclasses import dataclass, replace

from django.utils import timezone

from .. import storage
from ..checks import check_texts
from ..citing import citing
from ..log import Log, verb
from ..models import Derivation, Person, Report, Source, Watch
from ..permission import may, require
from ..refusal import Refused


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What somebody asks to be kept: an address, or bytes that they hand in."""

    key: str
    """64 hexadecimal digits by which the same thing is known again."""
    address: str = ""
    source_address: str = ""
    """Whose that address is, as `Source.address` says it."""
    given_warc: bytes = b""
    given_name: str = ""
    given_title: str = ""


@dataclass(frozen=True, kw_only=True)
class Caution:
    """What is to be minded about a report, as whoever brings it in may know already."""

    graphic: bool = False
    identifies: bool = False
    protected: bool = False


@dataclass(frozen=True, kw_only=True)
class Flags(Caution):
    """What an editor says about a report."""

    opened: bool = False


NO_CAUTION = Caution()


def bring_report(
    *,
    by: Person | None,
    asked: Asked,
    caution: Caution = NO_CAUTION,
    source: Source | None = None,
    watch: Watch | None = None,
) -> Report:
    """Ask for a report to be kept, and return it at once; the worker captures it.

    What was asked for before is returned as it is. `by` is None where a watch or the command line
    asks. A report from a confidential source is protected whatever is said here, from the first
    moment on, also where only its address tells whose it is.
    """
    with verb("bring_report", by=by) as log:
        if by:
            require(by, "bring_report")
        source = Source.objects.get(pk=source.pk) if source else None  # it may have changed since
        if any(one.is_held for one in _speaking(asked, source)):
            caution = replace(caution, protected=True)
        known: Report | None = Report.objects.filter(key=asked.key).first()
        if known:
            return _known(known, log, asked, caution)
        report = Report(
            address=asked.address,
            key=asked.key,
            given_name=asked.given_name,
            given_title=asked.given_title,
            source=source,
            source_address=asked.source_address,
            watch=watch,
            brought_by=by,
            brought_at=log.now,
            due_at=timezone.now(),
            **vars(caution),
        )
        check_texts(report)
        if asked.given_warc:  # last: what is refused leaves no bytes
            report.given_warc = storage.keep(asked.given_warc)
        report.save()
        log.write(report, before=None)
    return report


def _speaking(asked: Asked, source: Source | None) -> list[Source]:
    """Return who speaks in what is asked for: who was named, and whose its address is."""
    found = Source.objects.filter(address=asked.source_address).exclude(address="")
    return [*found, *([source] if source else [])]


def _known(report: Report, log: Log, asked: Asked, caution: Caution) -> Report:
    """Return a report that was brought before.

    Whoever says now that it needs caution is heard; but what readers see, only an editor changes.
    """
    if report.redacted:
        raise Refused("This very report was redacted. It may not come back.")
    before = report.content()
    new = [name for name, said in vars(caution).items() if said and not getattr(report, name)]
    if new:
        if log.by and citing([report.pk]) and not may(log.by, "keep_archive"):
            raise Refused("Readers see this report already. Ask an editor to change how.")
        for name in new:
            setattr(report, name, True)
        report.opened = report.opened and not (report.protected or report.identifies)
        _change(report, log, before)
    if asked.address and not report.due_at and not report.captures.exists():
        # It failed for good: perhaps the address as it is asked for now is a better one.
        report.address, report.due_at = asked.address, timezone.now()
        report.tries, report.trouble = 0, ""
        check_texts(report)
        _change(report, log, before)
    return report


def ask_again(*, by: Person, report: Report) -> Report:
    """Ask for the report to be captured once more, now, as a new version."""
    with verb("ask_again", by=by) as log:
        require(by, "bring_report")
        report = _standing(report)
        if "://" not in report.address:  # handed in, or its address was redacted
            raise Refused("This report has no address. There is nothing to capture again.")
        before = report.content()
        report.due_at, report.tries, report.trouble = timezone.now(), 0, ""
        report.wanted = True
        report.save()
        log.write(report, before=before)
    return report


def flag_report(*, by: Person, report: Report, flags: Flags, reason: str = "") -> Report:
    """Say whether a report is graphic, identifies a person, is protected, is open to the public."""
    with verb("flag_report", by=by) as log:
        require(by, "keep_archive")
        report = _standing(report)
        if flags.protected and flags.opened:
            raise Refused("A protected report cannot be open to the public. Choose one.")
        if flags.identifies and flags.opened:
            raise Refused("Its bytes identify a person, so they cannot be open to the public.")
        if report.source and report.source.is_held and not flags.protected:
            raise Refused("Its source is confidential, so the report stays protected.")
        before = report.content()
        for name, value in vars(flags).items():
            setattr(report, name, value)
        _change(report, log, before, reason)
    return report


def attribute_report(*, by: Person, report: Report, source: Source | None) -> Report:
    """Say which source a report comes from; None takes that back.

    A report that a confidential source made protected stays so until someone says otherwise.
    """
    with verb("attribute_report", by=by) as log:
        require(by, "keep_archive")
        report = _standing(report)
        before = report.content()
        report.source = Source.objects.get(pk=source.pk) if source else None
        if report.source and report.source.is_held:
            report.protected, report.opened = True, False
        _change(report, log, before)
    return report


def decide_derivation(*, by: Person, derivation: Derivation, status: str) -> Derivation:
    """Confirm or reject that a report rests on another; either can be taken back."""
    with verb("decide_derivation", by=by) as log:
        require(by, "keep_archive")
        if status not in Derivation.Status.values:
            raise Refused("A derivation is proposed, confirmed or rejected.")
        found: Derivation = Derivation.objects.get(pk=derivation.pk)
        before = found.content()
        found.status = status
        found.save()
        log.write(found, before=before)
    return found


def _standing(report: Report) -> Report:
    found: Report = Report.objects.select_related("source").get(pk=report.pk)
    if found.redacted:
        raise Refused("This report was redacted. Nothing of it is left to change.")
    return found


def _change(report: Report, log: Log, before: dict[str, object], reason: str = "") -> None:
    report.save()
    log.write(report, before=before, reason=reason)
    log.tell_readers([report.pk])
