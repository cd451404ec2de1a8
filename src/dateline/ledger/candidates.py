"""Which incidents a claim may be about, and which claims are alone like it. A look at its block
only: its cost does not grow with the column's claims."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from dateline.codebook.claim_json import from_json
from dateline.weighing.grouping import Proposal, Signature, asked, propose, signature_of

from .grouped import members, wholes
from .keys import digest_of
from .models import Claim, Grouping, GroupingKey, Incident
from .voices import Parties, known_parties

SAME = Grouping.Answer.SAME
MOST_ROWS = 2_000
"""Index rows that are read, the newest: only what says neither day nor place has as many."""
MOST_CLAIMS = 500
MOST_OF_ONE = 30
"""Claims of one incident that are compared."""


@dataclass(frozen=True)
class Candidate:
    """An incident that a claim is said to be about, or may be."""

    incident: Incident
    answer: str
    """What an editor answered; "" where nobody did."""
    based_on: int
    """How many answers the pair has had, for the next one."""
    proposal: Proposal | None
    """The program's reasons; None where it sees none."""


def candidates(claim: Claim) -> list[Candidate]:
    """Return the incidents of its column that an accepted claim is or may be about, with reasons.

    Those that an editor answered stand first, then the proposals, the likeliest first.
    """
    if not claim.said or not claim.column_id:
        return []
    answers, counts = _answered(claim)
    parties = known_parties()
    new = _signature(claim, parties)
    block = _incidents(claim, _block(claim, new)) | set(answers)
    refused = {str(pk) for pk, answer in answers.items() if answer == "not_same"}
    likely = propose(new, _signatures(block, claim, parties), refused)
    proposals = {UUID(one.incident): one for one in likely}
    found = Incident.objects.in_bulk([*answers, *proposals])
    return [
        Candidate(found[pk], answers.get(pk, ""), counts.get(pk, 0), proposals.get(pk))
        for pk in dict.fromkeys([*answers, *proposals])
    ]


def neighbours(claim: Claim) -> list[tuple[Claim, Proposal]]:
    """Return the accepted claims of its column that are like a claim and in no incident yet."""
    if not claim.said or not claim.column_id:
        return []
    parties = known_parties()
    new = _signature(claim, parties)
    near = _block(claim, new)
    about = set(
        Grouping.objects.filter(claim__in=near, answer=SAME).values_list("claim", flat=True)
    )
    alone = {str(one.pk): one for one in _standing(set(near) - about, claim)}
    single = {pk: [_signature(one, parties)] for pk, one in alone.items()}
    return [(alone[one.incident], one) for one in propose(new, single)]


def _answered(claim: Claim) -> tuple[dict[UUID, str], dict[UUID, int]]:
    """Return what was answered about a claim by whole incident, and how often."""
    rows = Grouping.objects.filter(claim=claim, incident__column=claim.column_id).order_by("answer")
    known = list(rows.values_list("incident", "answer", "revision"))
    whole_of = wholes(incident for incident, _, _ in known)
    counts: dict[UUID, int] = defaultdict(int)
    for incident, _, revision in known:
        counts[whole_of[incident]] += revision
    # "same" is the last by the alphabet, and holds before whatever was said of a merged one.
    return {whole_of[incident]: answer for incident, answer, _ in known if answer}, counts


def _block(claim: Claim, new: Signature) -> list[UUID]:
    """Return the newest claims that share a key with this one."""
    keys = [digest_of(key) for key in asked(new)]
    rows = GroupingKey.objects.filter(key__in=keys).exclude(claim=claim).order_by("-pk")
    shared = rows.values_list("claim", flat=True)[:MOST_ROWS]
    return list(dict.fromkeys(shared))[:MOST_CLAIMS]


def _incidents(claim: Claim, block: Iterable[UUID]) -> set[UUID]:
    about = Grouping.objects.filter(claim__in=list(block), answer=SAME)
    found = set(wholes(about.values_list("incident", flat=True)).values())
    # Asked beside the ids, SQLite would walk through all of the column.
    rows = Incident.objects.filter(pk__in=found).values_list("pk", "column")
    return {pk for pk, column in rows if column == claim.column_id}


def _signatures(
    incidents: Iterable[UUID], claim: Claim, parties: Parties
) -> dict[str, list[Signature]]:
    """Return what is compared of the claims of each incident, without the claim itself."""
    whole_of = members(incidents)
    rows = Grouping.objects.filter(incident__in=list(whole_of), answer=SAME).exclude(claim=claim)
    ids: dict[UUID, list[UUID]] = defaultdict(list)
    for incident, pk in rows.values_list("incident", "claim").order_by("claim"):
        ids[whole_of[incident]].append(pk)
    chosen = [pk for group in ids.values() for pk in group[-MOST_OF_ONE:]]
    found = {one.pk: one for one in _standing(chosen, claim)}
    return {
        str(whole): [_signature(found[pk], parties) for pk in group if pk in found]
        for whole, group in ids.items()
    }


def _standing(claims: Iterable[UUID], like: Claim) -> list[Claim]:
    """Return those of some claims that stand in the column of another, and say something."""
    rows = Claim.objects.filter(pk__in=list(claims)).only("column", "report", "status", "said")
    return [
        one
        for one in rows
        if one.said and one.status == Claim.Status.ACCEPTED and one.column_id == like.column_id
    ]


def _signature(claim: Claim, parties: Parties) -> Signature:
    said = from_json(claim.said)
    party = parties.of(said.actor)
    of = {"id": str(claim.pk), "report": str(claim.report_id)}
    return signature_of(said, **of, parties=[party] if party else ())
