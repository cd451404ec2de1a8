"""Incidents that are one, and incidents that are not: merged, parted, split, marked as apart.

Ids never die: a merged incident leads to the other and says why, and parting takes that back.
"""

from collections.abc import Sequence

from django.db.models import Q

from ..checks import check_texts, require_words
from ..grouped import ids_of
from ..log import verb
from ..models import Apart, Claim, Grouping, Incident, Person
from ..refusal import Refused
from .grouping import join, say_answer
from .incidents import get_incident, keep_incident, new_incident, require_newest_incident


def merge_incidents(
    *, by: Person, incident: Incident, into: Incident, reason: str, based_on: int
) -> Incident:
    """Say that an incident is the same as another of its column. The reason is public.

    Raises Refused where they were marked as apart, or where a claim of one was answered as not
    about the other.
    """
    with verb("merge_incidents", by=by) as log:
        incident = get_incident(by, incident)
        if incident.merged_into_id:
            raise Refused("This incident is merged already. Part it first.")
        target = _other(incident, into)
        require_newest_incident(incident, based_on)
        _refuse_what_was_told_apart(incident, target)
        before = incident.content()
        incident.merged_into = target
        incident.reason = require_words(reason, "The reason")
        keep_incident(incident, log, before, incident.reason)
    return incident


def part_incident(*, by: Person, incident: Incident, based_on: int) -> Incident:
    """Undo a merge: the incident stands by itself again, with the claims that it had."""
    with verb("part_incident", by=by) as log:
        incident = get_incident(by, incident)
        if not incident.merged_into_id:
            raise Refused("This incident is not merged with another.")
        require_newest_incident(incident, based_on)
        before = incident.content()
        incident.merged_into, incident.reason = None, ""
        keep_incident(incident, log, before)
    return incident


def split_incident(
    *, by: Person, incident: Incident, claims: Sequence[Claim], title: str
) -> Incident:
    """Take some of an incident's claims out into a new one, which is returned."""
    with verb("split_incident", by=by) as log:
        whole: Incident = get_incident(by, incident).whole
        same = Grouping.objects.filter(incident__in=ids_of(whole), answer=Grouping.Answer.SAME)
        chosen = list(same.filter(claim__in=[claim.pk for claim in claims]))
        if not chosen or len(chosen) < len({claim.pk for claim in claims}):
            raise Refused("Choose claims of this incident, as it stands now.")
        if len(chosen) == same.count():
            raise Refused("Leave one claim at the least where it is.")
        for row in chosen:
            say_answer(row, "", log)
        new = new_incident(whole.column, title, log)
        for row in chosen:
            join(row.claim, new, log)
    return new


def mark_apart(*, by: Person, one: Incident, other: Incident, reason: str = "") -> Apart:
    """Mark two incidents of a column as not the same: they cannot be merged meanwhile."""
    with verb("mark_apart", by=by) as log:
        one = get_incident(by, one).whole
        other = _other(one, other)
        first, second = sorted((one, other), key=lambda incident: incident.pk)
        known = Apart.objects.filter(one=first, other=second).first()
        if known and known.standing:
            raise Refused("These two are marked as not the same already.")
        before = known.content() if known else None
        apart = known or Apart(one=first, other=second)
        apart.standing, apart.reason = True, reason.strip()
        check_texts(apart)
        apart.save()
        log.write(apart, before=before, reason=apart.reason)
    return apart


def unmark_apart(*, by: Person, apart: Apart) -> Apart:
    """Take back that two incidents are not the same."""
    with verb("unmark_apart", by=by) as log:
        apart = Apart.objects.select_related("one").get(pk=apart.pk)
        get_incident(by, apart.one)
        if not apart.standing:
            raise Refused("That was taken back already.")
        before = apart.content()
        apart.standing = False
        apart.save()
        log.write(apart, before=before)
    return apart


def _other(incident: Incident, other: Incident) -> Incident:
    """Return another incident's whole. Raises Refused where it is the same, or elsewhere."""
    found: Incident = Incident.objects.get(pk=other.pk).whole
    if found.column_id != incident.column_id:
        raise Refused("These incidents belong to two columns.")
    if found.pk == incident.whole.pk:
        raise Refused("These two are the same already.")
    return found


def _refuse_what_was_told_apart(incident: Incident, target: Incident) -> None:
    here, there = ids_of(incident), ids_of(target)
    pair = Q(one__in=here, other__in=there) | Q(one__in=there, other__in=here)
    if apart := Apart.objects.filter(pair, standing=True).first():
        why = f": “{apart.reason}”" if apart.reason else ""
        raise Refused(f"These two were marked as not the same{why}. Take that back first.")
    for about, not_about in ((here, there), (there, here)):
        claims = Grouping.objects.filter(
            incident__in=about, answer="same", claim__status=Claim.Status.ACCEPTED
        ).values("claim")
        denied = Grouping.objects.filter(incident__in=not_about, answer="not_same")
        if denied.filter(claim__in=claims).exists():
            raise Refused(
                "A claim of one was answered as not about the other. Take that answer back first."
            )
