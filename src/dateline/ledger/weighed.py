"""What incidents rest on, as weighing takes it: testimonies, derivations, what editors ruled."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, time
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from dateline.codebook import Claim as Said
from dateline.codebook import When
from dateline.codebook.claim_json import from_json
from dateline.weighing.testimony import Derivation as RestsOn
from dateline.weighing.testimony import Testimony, Voice

from .grouped import members, whole_id
from .models import Assessment, Check, Claim, Derivation, Grouping, Incident, RelationRuling
from .showing import shown
from .voices import Voices, voices_in

SAME, MAY_BE = Grouping.Answer.SAME, Grouping.Answer.MAY_BE
MOST_STEPS = 4
"""How far derivations are followed beyond an incident's own reports."""
READ = (
    *("incident", "answer", "claim__said", "claim__set_aside", "claim__hold_until"),
    *("claim__supersedes", "claim__report__source", "claim__report__source_address"),
    *("claim__report__protected", "claim__report__redacted", "claim__report__identifies"),
    *("claim__text__capture__posted_at", "claim__text__capture__captured_at"),
)
"""All that a testimony is made of: an incident's page reads a hundred of them."""


def told_of(
    incident: Incident, *, public: bool = False, now: datetime | None = None
) -> list[Testimony]:
    """Return the accepted claims of an incident, the oldest first; see `told_of_each`."""
    whole = whole_id(incident)
    return told_of_each([whole], public=public, now=now)[whole]


def told_of_each(
    incidents: Iterable[UUID], *, public: bool = False, now: datetime | None = None
) -> dict[UUID, list[Testimony]]:
    """Return, for each of these whole incidents, the accepted claims that are or may be about it.

    What was redacted is left out. With `public`, so is what readers may not know: claims of
    protected reports, claims held until after `now` (else this moment), names of confidential
    sources. The number of queries does not grow with that of claims.
    """
    found: dict[UUID, list[Testimony]] = {pk: [] for pk in incidents}
    whole_of = members(found)
    rows = {(whole_of[row.incident_id], row.claim_id): row for row in _rows(whole_of)}
    said = {claim: from_json(row.claim.said) for (_, claim), row in rows.items() if row.claim.said}
    givers = {row.claim.report.source_id for row in rows.values()}
    voices = voices_in(said.values(), givers)
    kept = {
        pair: row
        for pair, row in rows.items()
        if row.claim_id in said and not (public and _is_kept_back(row.claim, voices, now))
    }
    nameless = _nameless(row.claim for row in kept.values()) if public else set()
    for (whole, claim), row in kept.items():
        speaking = _speaking(row.claim, said[claim], voices, public, nameless)
        found[whole].append(_testimony(row, said[claim], speaking, voices))
    return {pk: sorted(told, key=lambda one: one.order) for pk, told in found.items()}


def derivations(told: Iterable[Testimony]) -> list[RestsOn]:
    """Return which reports rest on which, as far as that joins the reports of these testimonies.

    A protected report may be among them, by its id and nothing else.
    """
    sure: dict[tuple[UUID, UUID], bool] = {}
    seen: set[UUID] = set()
    wanted = {UUID(one.report) for one in told}
    for _ in range(MOST_STEPS):
        rows = Derivation.objects.filter(report__in=wanted).exclude(status="rejected")
        for report, on, status in rows.values_list("report", "on", "status"):
            sure[report, on] = sure.get((report, on), False) or status == "confirmed"
        seen |= wanted
        if not (wanted := {on for _, on in sure} - seen):
            break
    return [RestsOn(str(report), str(on), yes) for (report, on), yes in sorted(sure.items())]


def relation_rulings(incident: Incident) -> dict[str, str]:
    """Return the relations that editors corrected, by the source's id."""
    whole = whole_id(incident)
    rows = RelationRuling.objects.filter(incident__in=members([whole])).exclude(relation="")
    found = sorted(rows.select_related("source__merged_into"), key=lambda r: r.incident_id == whole)
    return {str(row.source.whole.pk): row.relation for row in found}  # its own come last, and hold


def standing_assessment(incident: Incident) -> Assessment | None:
    """Return the desk's sentence that stands on an incident."""
    found: Assessment | None = Assessment.objects.filter(
        incident=whole_id(incident), status=Assessment.Status.STANDING
    ).first()
    return found


def checks_of(reports: Iterable[UUID], *, public: bool = False) -> dict[UUID, list[Check]]:
    """Return the desk's findings about reports, the newest first, withdrawn ones among them.

    With `public`, those about reports that are held are left out.
    """
    found: dict[UUID, list[Check]] = defaultdict(list)
    rows = Check.objects.filter(report__in=set(reports)).order_by("-at", "pk")
    for check in rows.select_related("report__source__merged_into__merged_into"):
        if not (public and check.report.is_held):
            found[check.report_id].append(check)
    return dict(found)


def incident_of(claim: Claim) -> Incident | None:
    """Return the incident that a claim is about; None where nobody said so."""
    row = Grouping.objects.filter(claim=claim, answer=SAME, incident__column=claim.column_id)
    found = row.select_related("incident__merged_into").first()
    return found.incident.whole if found else None


def origin_of(claim: Claim) -> str:
    """Return the id of the voice from which a claim comes, as the desk knows it."""
    said = from_json(claim.said)
    voices = voices_in([said], [claim.report.source_id])
    return _speaking(claim, said, voices, public=False, nameless=set())[0].id


def _rows(incidents: Iterable[UUID]) -> Iterator[Grouping]:
    """Yield the answers that hold, those that count last: they stand where there are two."""
    here = {"claim": OuterRef("claim"), "incident__column": OuterRef("incident__column")}
    elsewhere = Grouping.objects.filter(**here, answer=SAME)
    holds = Q(answer=SAME) | Q(answer=MAY_BE) & ~Exists(elsewhere)
    accepted = Q(claim__status=Claim.Status.ACCEPTED, claim__column=F("incident__column"))
    rows = Grouping.objects.filter(holds, accepted, incident__in=list(incidents))
    rows = rows.select_related("claim__report", "claim__text__capture").only(*READ)
    yield from rows.order_by("answer")


def _is_kept_back(claim: Claim, voices: Voices, now: datetime | None) -> bool:
    report = claim.report
    if report.protected or report.redacted or voices.is_held(report.source_id):
        return True
    return bool(claim.hold_until and claim.hold_until > (now or timezone.now()))


def _nameless(claims: Iterable[Claim]) -> set[UUID]:
    """Return the reports of which readers may not learn who gave them."""
    private = {claim.report_id for claim in claims if claim.report.identifies}
    return {pk for pk, card in shown(private).items() if not card.source}


def _speaking(
    claim: Claim, said: Said, voices: Voices, public: bool, nameless: set[UUID]
) -> tuple[Voice, ...]:
    """Return who speaks, from the origin outwards; who follows on himself is one."""
    giver = voices.giver(claim.report)
    if claim.report_id in nameless:
        giver = replace(giver, name="")  # still the same voice in each report: it counts once
    found = [voices.speaker(one.name, public=public) for one in said.speakers]
    further = [*found, giver][1:]
    return (*(one for one, on in zip(found, further, strict=True) if one.id != on.id), giver)


def _testimony(row: Grouping, said: Said, speaking: tuple[Voice, ...], voices: Voices) -> Testimony:
    claim, capture = row.claim, row.claim.text.capture
    return Testimony(
        id=str(claim.pk),
        claim=said,
        report=str(claim.report_id),
        voices=speaking,
        said_at=_day(said.said_when) or capture.posted_at or capture.captured_at,
        party=voices.parties.of(said.actor),
        set_aside=claim.set_aside,
        supersedes=str(claim.supersedes_id or ""),
        may_be=row.answer == MAY_BE,
    )


def _day(when: When | None) -> datetime | None:
    """Return the noon of the one day that something was said on; None where it is not known."""
    if not when or not when.start or when.start[:10] != when.end[:10]:
        return None
    try:
        return datetime.combine(datetime.fromisoformat(when.start[:10]), time(12), tzinfo=UTC)
    except ValueError:
        return None  # a month, or a year: no day
