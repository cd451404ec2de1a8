"""What the desk itself finds out about reports, and takes back."""

from dataclasses import dataclass, fields
from urllib.parse import urlsplit

from ..checks import check_texts, require_words
from ..log import verb
from ..models import Check, Person
from ..models.report import Report
from ..permission import require
from ..refusal import Refused
from .in_hand import standing

MOST_ADDRESSES = 20


@dataclass(frozen=True, kw_only=True)
class Finding:
    """A question about a report, how it was answered, and what shows it."""

    question: str
    result: str
    question_words: str = ""
    method: str = ""
    evidence: str = ""
    addresses: str = ""
    """One a line."""


def record_check(*, by: Person, report: Report, finding: Finding) -> Check:
    """Record a finding about a report; the very same by the same person is recorded once."""
    with verb("record_check", by=by) as log:
        require(by, "keep_archive")
        check = Check(report=standing(report), by=by, at=log.now)
        _apply(check, finding)
        if known := _recorded(check):
            return known
        check.save()
        log.write(check, before=None)
        log.tell_readers([report.pk])
    return check


def withdraw_check(*, by: Person, check: Check, reason: str) -> Check:
    """Withdraw a finding. It stays, marked, with the reason, which is public."""
    with verb("withdraw_check", by=by) as log:
        require(by, "keep_archive")
        found: Check = Check.objects.select_related("report").get(pk=check.pk)
        standing(found.report)
        if found.withdrawn_at:
            raise Refused("This check is withdrawn already.")
        before = found.content()
        found.withdrawn_at, found.reason = log.now, require_words(reason, "The reason")
        check_texts(found)
        found.save()
        log.write(found, before=before, reason=found.reason)
        log.tell_readers([found.report_id])
    return found


def _apply(check: Check, finding: Finding) -> None:
    for field in fields(finding):
        setattr(check, field.name, getattr(finding, field.name).strip())
    check.signed = check.by.public_name or "the desk"
    if check.question not in Check.Question.values or check.result not in Check.Result.values:
        raise Refused("Choose a question and a result from the list.")
    if check.question == Check.Question.OTHER:
        require_words(check.question_words, "The question")
    require_words(check.method, "The method")
    check.addresses = _addresses(check.addresses)
    check_texts(check)


def _addresses(lines: str) -> str:
    """Return addresses, one a line. Raises Refused for what leads nowhere on the web."""
    found = [line.strip() for line in lines.splitlines() if line.strip()]
    if len(found) > MOST_ADDRESSES:
        raise Refused(f"Give {MOST_ADDRESSES} addresses at most.")
    for address in found:
        if not _leads_somewhere(address):
            raise Refused(f"“{address[:60]}” is no address. It begins with https:// or http://.")
    return "\n".join(found)


def _leads_somewhere(address: str) -> bool:
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in address
    except ValueError:
        return False


def _recorded(check: Check) -> Check | None:
    """Return the same finding of the same person, where a form was sent twice."""
    said = {field.name: getattr(check, field.name) for field in fields(Finding)}
    mine = Check.objects.filter(report=check.report, by=check.by, withdrawn_at=None, **said)
    found: Check | None = mine.first()
    return found
