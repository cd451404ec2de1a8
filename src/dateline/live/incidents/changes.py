"""The log of an incident in public words: what was changed, when, and under which public name."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext, gettext_noop, ngettext

from dateline.ledger.grouped import ids_of
from dateline.ledger.models import Apart, Assessment, Check, Claim, Entry, Grouping, Incident
from dateline.ledger.models import RelationRuling as Ruling
from dateline.ledger.readable import readable
from dateline.ledger.showing import source_names
from dateline.ledger.weighed import told_of
from dateline.live import codes
from dateline.weighing.testimony import Testimony

from .view import Changed

MOST = 100
"""Changes that a page lists, the newest."""
OF_ITSELF = {
    "name_incident": gettext_noop("given another title"),
    "open_place": gettext_noop("its place was opened to readers"),
    "close_place": gettext_noop("its place was closed to readers again"),
    "part_incident": gettext_noop("it stands by itself again: it was merged with another"),
    "redact": gettext_noop("words were removed that should never have been public"),
}
ANSWERS = {
    "same": gettext_noop("added: what {source} says"),
    "may_be": gettext_noop("may belong here: what {source} says"),
    "not_same": gettext_noop("does not belong here: what {source} says"),
    "": gettext_noop("taken out: what {source} says"),
}
OF_CLAIMS = {
    "mend_claim": gettext_noop("put right: what {source} says"),
    "set_aside_claim": gettext_noop("set aside: what {source} says. {reason}"),
    "put_back_claim": gettext_noop("it counts again: what {source} says"),
    "supersede_claim": gettext_noop("a newer figure replaces an older one: {source}"),
    "release_claim": gettext_noop("let go by the desk: what {source} says"),
}
OPENING = ("open_incident", "split_incident")


@dataclass(frozen=True)
class Known:
    """What readers may know of those that the log names."""

    claims: Mapping[str, str]
    """By a claim's id the source of its report; only claims that readers may see."""
    sources: Mapping[str, str]
    """Names of the sources that were ruled on, by their ids; only those that readers hear."""

    @classmethod
    def about(
        cls, groupings: Iterable[Grouping], rulings: Iterable[Ruling], told: Iterable[Testimony]
    ) -> "Known":
        """Return what is known of these claims, and of the sources ruled on that still speak."""
        claims = readable(Q(pk__in=[row.claim_id for row in groupings]))
        givers = {pk for claim in claims if (pk := claim.report.source_id)}
        named = source_names(givers)
        heard = {voice.id: voice.name for one in told for voice in one.voices}
        ruled = {str(row.source_id): heard.get(str(row.source.whole.pk), "") for row in rulings}
        return cls({str(claim.pk): _source_of(claim, named) for claim in claims}, ruled)


def _source_of(claim: Claim, named: Mapping[UUID, str]) -> str:
    """Return who gave a claim's report, as far as readers may know it."""
    source = claim.report.source_id
    known = named.get(source, "") if source and not claim.report.identifies else ""
    return known or gettext("a report")


def changes(incident: Incident) -> tuple[Changed, ...]:
    """Return the newest changes of a whole incident, the newest first, in the active language."""
    ids = ids_of(incident)
    groupings = list(Grouping.objects.filter(incident__in=ids))
    rulings = list(Ruling.objects.filter(incident__in=ids).select_related("source__merged_into"))
    known = Known.about(groupings, rulings, told_of(incident, public=True) if rulings else [])
    objects = [f"incident:{pk}" for pk in ids]
    objects += [row.name_in_log for row in (*groupings, *rulings)]
    objects += [f"claim:{pk}" for pk in known.claims]
    objects += [row.name_in_log for row in _others(ids, known)]
    found = Entry.objects.filter(object__in=objects).select_related("who", "content")
    rows = list(found.order_by("-sequence"))
    opened = _opened(rows, known)[str(incident.pk)]
    told = [(entry, _in_words(entry, incident, known, opened)) for entry in rows]
    byline = incident.column.byline
    return tuple(
        Changed(entry.time, said, (entry.who.public_name if entry.who else "") or byline)
        for entry, said in told
        if said
    )[:MOST]


def _others(ids: list[UUID], known: Known) -> list[Apart | Assessment | Check]:
    apart = Apart.objects.filter(Q(one__in=ids) | Q(other__in=ids))
    checks = Check.objects.filter(report__claims__in=list(known.claims)).distinct()
    return [*apart, *Assessment.objects.filter(incident__in=ids), *checks]


def _in_words(entry: Entry, incident: Incident, known: Known, opened: int) -> str:
    """Return what an entry says to readers; empty for what tells them nothing."""
    kind, _, pk = entry.object.partition(":")
    after, before = entry.content.body["after"], entry.content.body["before"]
    reason = entry.content.body.get("reason", "")
    match kind:
        case "incident":
            if entry.verb in OPENING:
                return _opening(opened) if UUID(pk) == incident.pk else ""
            return _of_incident(entry.verb, after, reason)
        case "grouping" if entry.verb not in OPENING and after["claim_id"] in known.claims:
            source = known.claims[after["claim_id"]]
            return gettext(ANSWERS[after["answer"]]).format(source=source)
        case "claim" if entry.verb in OF_CLAIMS:
            said = gettext(OF_CLAIMS[entry.verb])
            return said.format(source=known.claims[pk], reason=reason)
        case "apart":
            return _of_apart(after["standing"])
        case "relationruling":
            return _of_ruling(after, known)
        case "assessment":
            return _of_assessment(before, after)
        case "check":
            return _of_check(before, after)
    return ""


def _opening(count: int) -> str:
    said = ngettext("opened, from {count} claim", "opened, from {count} claims", count)
    return said.format(count=count)


def _of_incident(verb: str, after: Mapping[str, str], reason: str) -> str:
    if verb == "merge_incidents":
        return gettext("another incident was merged with it. {reason}").format(reason=reason)
    if verb == "set_part_of":
        return (
            gettext("said to be part of a larger incident")
            if after["part_of_id"]
            else gettext("no longer said to be part of a larger incident")
        )
    return gettext(OF_ITSELF[verb]) if verb in OF_ITSELF else ""


def _opened(rows: Iterable[Entry], known: Known) -> Counter[str]:
    """Return from how many claims each incident was opened, of those that readers may see."""
    bodies = (
        entry.content.body["after"]
        for entry in rows
        if entry.verb in OPENING and entry.object.startswith("grouping:")
    )
    return Counter(
        after["incident_id"]
        for after in bodies
        if after["answer"] == "same" and after["claim_id"] in known.claims
    )


def _of_apart(standing: bool) -> str:
    if standing:
        return gettext("marked as not the same as another incident")
    return gettext("no longer marked as not the same as another incident")


def _of_ruling(after: Mapping[str, str], known: Known) -> str:
    source = known.sources[after["source_id"]]
    if not source:
        return ""
    if not after["relation"]:
        return gettext("relation of {source} as computed again").format(source=source)
    relation = codes.words(codes.RELATIONS, after["relation"])
    said = gettext("relation of {source} put right: {relation}")
    return said.format(source=source, relation=relation)


def _of_assessment(before: object, after: Mapping[str, str]) -> str:
    if after["status"] == Assessment.Status.WITHDRAWN:
        return gettext("the desk withdrew its sentence. {reason}").format(reason=after["reason"])
    return "" if before else gettext("the desk signed a sentence")


def _of_check(before: object, after: Mapping[str, str]) -> str:
    if after["withdrawn_at"]:
        return gettext("a check of a report was withdrawn. {reason}").format(reason=after["reason"])
    question = after["question_words"] or codes.words(codes.CHECKED, after["question"])
    result = codes.words(codes.RESULTS, after["result"])
    said = gettext("a report was checked: {question} {result}")
    return "" if before else said.format(question=question, result=result)
