"""What editors say of an incident themselves: a source's relation to it, a signed sentence."""

from ..checks import check_texts, require_words
from ..log import Log, verb
from ..models import Assessment, Incident, Person, RelationRuling, Source
from ..refusal import Collision, Refused
from .incidents import get_incident

MEANWHILE = "Someone else signed a sentence while you were writing. Read it first."


def rule_relation(
    *, by: Person, incident: Incident, source: Source, relation: str, reason: str = ""
) -> RelationRuling:
    """Correct a source's relation to an incident; it holds whatever is computed."""
    with verb("rule_relation", by=by) as log:
        if relation not in RelationRuling.Relation.values:
            raise Refused("Choose a relation from the list.")
        return _rule(by, incident, source, log, relation, reason.strip())


def unrule_relation(*, by: Person, incident: Incident, source: Source) -> RelationRuling:
    """Take a correction back: the computed relation stands again."""
    with verb("unrule_relation", by=by) as log:
        return _rule(by, incident, source, log, "", "")


def _rule(
    by: Person, incident: Incident, source: Source, log: Log, relation: str, reason: str
) -> RelationRuling:
    whole = get_incident(by, incident).whole
    speaking = Source.objects.get(pk=source.pk).whole
    known = RelationRuling.objects.filter(incident=whole, source=speaking).first()
    if not relation and not (known and known.relation):
        raise Refused("Nobody has corrected this relation.")
    before = known.content() if known else None
    ruling: RelationRuling = known or RelationRuling(incident=whole, source=speaking)
    ruling.relation, ruling.reason = relation, reason
    check_texts(ruling)
    ruling.save()
    log.write(ruling, before=before, reason=reason)
    return ruling


def assess_incident(
    *, by: Person, incident: Incident, sentence: str, replaces: Assessment | None = None
) -> Assessment:
    """Sign a sentence on an incident, under the public name that the person chose.

    One stands at a time; the one that it `replaces` is kept. Raises Collision where another one
    stands than that.
    """
    with verb("assess_incident", by=by) as log:
        incident = get_incident(by, incident).whole
        standing = incident.assessments.filter(status=Assessment.Status.STANDING).first()
        if standing != replaces:
            raise Collision(incident.assessments.count(), MEANWHILE)
        if standing:
            _end(standing, Assessment.Status.REPLACED, "", log)
        new = Assessment(incident=incident, by=by, at=log.now)
        new.sentence = require_words(sentence, "The sentence")
        new.signed = by.public_name or incident.column.byline
        check_texts(new)
        new.save()
        log.write(new, before=None)
    return new


def withdraw_assessment(*, by: Person, assessment: Assessment, reason: str) -> Assessment:
    """Withdraw a sentence that stands. The reason is public, and so does the sentence stay."""
    with verb("withdraw_assessment", by=by) as log:
        found: Assessment = Assessment.objects.select_related("incident").get(pk=assessment.pk)
        get_incident(by, found.incident)
        if found.status != Assessment.Status.STANDING:
            raise Refused(f"This sentence is {found.get_status_display()} already.")
        _end(found, Assessment.Status.WITHDRAWN, require_words(reason, "The reason"), log)
    return found


def _end(assessment: Assessment, status: str, reason: str, log: Log) -> None:
    before = assessment.content()
    assessment.status, assessment.reason = status, reason
    check_texts(assessment)
    assessment.save()
    log.write(assessment, before=before, reason=reason)
