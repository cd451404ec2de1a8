"""A column's summary by front: drafted, edited, signed, and withdrawn again."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import get_args
from uuid import UUID

from dateline.weighing.summary import Clause as Drafted
from dateline.weighing.summary import Sort

from ..checks import check_texts, require_aware, require_words, storable
from ..log import Log, verb
from ..models import Claim, Column, Front, Incident, Person, Summary
from ..permission import require
from ..refusal import Collision, Refused

MOST_CLAUSES = 300
LONGEST = 1000
MEANWHILE = "Someone else saved the summary while you were writing. Look at both."


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One clause of a summary, with what it rests on."""

    front: UUID
    sort: Sort
    words: str
    claims: tuple[UUID, ...] = ()
    incidents: tuple[UUID, ...] = ()
    basis: str = ""
    """Digest of what it was drafted from; empty where an editor wrote it."""

    @classmethod
    def of(cls, drafted: Drafted) -> "Clause":
        """Take a clause as it was drafted."""
        return cls(
            front=UUID(drafted.front),
            sort=drafted.sort,
            words=drafted.words,
            claims=tuple(map(UUID, drafted.claims)),
            incidents=tuple(map(UUID, drafted.incidents)),
            basis=drafted.basis,
        )


@dataclass(frozen=True, kw_only=True)
class Window:
    """The time that a summary covers."""

    since: datetime
    until: datetime


def save_summary(
    *, by: Person, column: Column, window: Window, clauses: tuple[Clause, ...], based_on: int
) -> Summary:
    """Save the column's draft. `based_on` is the draft's revision as it was seen, 0 where none was.

    Raises Collision where there is a newer one.
    """
    with verb("save_summary", by=by) as log:
        require(by, "decide_claim", column)
        draft = column.summaries.filter(status=Summary.Status.DRAFT).first()
        if (draft.revision if draft else 0) != based_on:
            raise Collision(draft.revision if draft else 0, MEANWHILE)
        before = draft.content() if draft else None
        summary: Summary = draft or Summary(column=column, revision=0)
        summary.since, summary.until, summary.by = *_checked_window(window), by
        summary.clauses = [_as_json(clause) for clause in _checked(column, clauses)]
        summary.revision += 1
        _keep(summary, log, before)
    return summary


def publish_summary(*, by: Person, summary: Summary, based_on: int) -> Summary:
    """Sign the draft and publish it; it replaces the one that stood."""
    with verb("publish_summary", by=by) as log:
        draft = _get(by, summary, Summary.Status.DRAFT)
        if draft.revision != based_on:
            raise Collision(draft.revision, MEANWHILE)
        if not draft.clauses:
            raise Refused("This summary says nothing yet.")
        for standing in draft.column.summaries.filter(status=Summary.Status.PUBLISHED):
            _end(standing, Summary.Status.REPLACED, "", log)
        before = draft.content()
        draft.status, draft.published_at = Summary.Status.PUBLISHED, log.now
        draft.signed = by.public_name or draft.column.byline
        _keep(draft, log, before)
    return draft


def withdraw_summary(*, by: Person, summary: Summary, reason: str) -> Summary:
    """Withdraw the published summary; the reason is public."""
    with verb("withdraw_summary", by=by) as log:
        standing = _get(by, summary, Summary.Status.PUBLISHED)
        _end(standing, Summary.Status.WITHDRAWN, require_words(reason, "The reason"), log)
    return standing


def _get(by: Person, summary: Summary, status: str) -> Summary:
    found: Summary = Summary.objects.select_related("column").get(pk=summary.pk)
    require(by, "publish", found.column)
    if found.status != status:
        raise Refused(f"This summary is {found.get_status_display()}.")
    return found


def _end(summary: Summary, status: str, reason: str, log: Log) -> None:
    before = summary.content()
    summary.status, summary.reason = status, reason
    _keep(summary, log, before, reason)


def _keep(summary: Summary, log: Log, before: dict[str, object] | None, reason: str = "") -> None:
    check_texts(summary)
    summary.save()
    log.write(summary, before=before, reason=reason)


def _checked_window(window: Window) -> tuple[datetime, datetime]:
    require_aware(window.since, "The start")
    require_aware(window.until, "The end")
    if window.since >= window.until:
        raise Refused("The summary's window ends before it begins.")
    return window.since, window.until


def _checked(column: Column, clauses: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Refuse what a summary may not say: a clause without words, or resting on nothing of ours."""
    if len(clauses) > MOST_CLAUSES:
        raise Refused(f"A summary has at most {MOST_CLAUSES} clauses.")
    for clause in clauses:
        _check(clause)
    _require_all(Front, column, {clause.front for clause in clauses}, "a front")
    _require_all(Claim, column, {pk for clause in clauses for pk in clause.claims}, "a claim")
    incidents = {pk for clause in clauses for pk in clause.incidents}
    _require_all(Incident, column, incidents, "an incident")
    return clauses


def _check(clause: Clause) -> None:
    require_words(clause.words, "A clause")
    if clause.sort not in get_args(Sort):
        raise Refused("A clause is attributed, a silence or an assessment.")
    if len(clause.words) > LONGEST:
        raise Refused(f"A clause has at most {LONGEST} characters.")
    if clause.sort == "attributed" and not (clause.claims or clause.incidents):
        raise Refused(f"“{clause.words[:60]}” is attributed and cites no claim. Cite one.")


def _require_all(
    model: type[Front | Claim | Incident], column: Column, ids: set[UUID], what: str
) -> None:
    known = set(model.objects.filter(pk__in=ids, column=column).values_list("pk", flat=True))
    if ids - known:
        raise Refused(f"A clause rests on {what} that this column does not have.")


def _as_json(clause: Clause) -> dict[str, object]:
    return asdict(clause) | {
        "front": str(clause.front),
        "words": storable(clause.words.strip()),
        "claims": [str(pk) for pk in clause.claims],
        "incidents": [str(pk) for pk in clause.incidents],
    }
