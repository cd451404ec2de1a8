"""Which claims an incident rests on: grouping proposes, an editor answers, every answer stands in
the log and is taken back by another."""

from ..checks import check_texts
from ..grouped import answered, answers, wholes
from ..log import Log, verb
from ..models import Claim, Entry, Grouping, Incident, Person
from ..permission import require
from ..refusal import Collision, Refused
from .claims import get_claim

MEANWHILE = "Someone else answered this while you were looking. Look at it as it stands now."


def answer_grouping(
    *, by: Person, claim: Claim, incident: Incident, answer: str, based_on: int
) -> Grouping:
    """Answer whether an accepted claim is about an incident; an empty answer takes one back.

    A claim is about one incident at most, and may be about several. `based_on` is how many answers
    there were to this pair (`grouped.answered`); raises Collision where there are more by now.
    """
    with verb("answer_grouping", by=by) as log:
        incident = Incident.objects.select_related("column").get(pk=incident.pk).whole
        require(by, "decide_claim", incident.column)
        if answer not in ("", *Grouping.Answer.values):
            raise Refused("A claim is about an incident, is not, or may be.")
        claim = _groupable(claim, incident)
        rows = answers(claim.pk, incident)
        if answered(rows) != based_on:
            raise Collision(answered(rows), MEANWHILE)
        if answer == Grouping.Answer.SAME:
            _leave_others(claim, incident, log)
        return _settle(rows, claim, incident, answer, log)


def join(claim: Claim, incident: Incident, log: Log) -> None:
    """Say that an accepted claim is about an incident that was just opened."""
    claim = _groupable(claim, incident)
    _leave_others(claim, incident, log)
    _answer(None, claim, incident, Grouping.Answer.SAME, log)


def say_answer(row: Grouping, answer: str, log: Log) -> None:
    """Save another answer in a row that is known, with its entry."""
    before = row.content()
    row.answer = answer
    row.revision += 1
    check_texts(row)
    row.save()
    log.write(row, before=before)


def _settle(
    rows: list[Grouping], claim: Claim, incident: Incident, answer: str, log: Log
) -> Grouping:
    """Let one row of a pair have the answer, and the others none besides.

    It is the row answered last, though its incident was merged: parted again, it has its claims.
    """
    holding = _holding(rows)
    for row in rows:
        if row != holding and row.answer:
            say_answer(row, "", log)
    return _answer(holding, claim, incident, answer, log)


def _holding(rows: list[Grouping]) -> Grouping | None:
    """Return the row that says what the claim is about, or did so last."""
    answers_held = (Grouping.Answer.SAME, Grouping.Answer.MAY_BE, Grouping.Answer.NOT_SAME)
    for answer in answers_held:
        if found := next((row for row in rows if row.answer == answer), None):
            return found
    names = {row.name_in_log: row for row in rows}
    last = Entry.objects.filter(object__in=names).order_by("-sequence").first()
    return names[last.object] if last else None


def _answer(
    row: Grouping | None, claim: Claim, incident: Incident, answer: str, log: Log
) -> Grouping:
    if row:
        if row.answer != answer:
            say_answer(row, answer, log)
        return row
    new = Grouping(claim=claim, incident=incident, answer=answer)
    new.save()
    log.write(new, before=None)
    return new


def _groupable(claim: Claim, incident: Incident) -> Claim:
    claim = get_claim(claim)
    if claim.status != Claim.Status.ACCEPTED:
        raise Refused("Only an accepted claim is grouped. Accept it first.")
    if claim.column_id != incident.column_id:
        raise Refused("This claim belongs to another column than the incident.")
    return claim


def _leave_others(claim: Claim, incident: Incident, log: Log) -> None:
    """Refuse where a claim is about another incident; one of a column that it has left lets go."""
    rows = Grouping.objects.filter(claim=claim, answer=Grouping.Answer.SAME)
    for row in rows.select_related("incident"):
        if row.incident.column_id != claim.column_id:
            say_answer(row, "", log)
        elif wholes([row.incident_id])[row.incident_id] != incident.pk:
            title = row.incident.whole.title
            raise Refused(f"This claim is about “{title}” already. Take it out of there first.")
