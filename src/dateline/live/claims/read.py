"""From the ledger's records to what a claim's page shows. Reads only."""

from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from dateline.codebook import Claim as Said
from dateline.codebook import Toll, When
from dateline.codebook.claim_json import from_json
from dateline.ledger import storage
from dateline.ledger.models import Claim, Grouping, Incident
from dateline.ledger.opened import opened_claims
from dateline.ledger.readable import column_of, readable
from dateline.live import address, codes
from dateline.live.evidence import speaking
from dateline.live.evidence.places import where
from dateline.live.evidence.reports import evidence_of
from dateline.live.evidence.view import Where
from dateline.live.held_words import held_in
from dateline.live.incidents.happened import shown_incidents
from dateline.live.passages import lines
from dateline.live.read import column_view
from dateline.live.view import Link, Passage
from dateline.weighing.public_place import exact_area, place_area
from dateline.weighing.ranges import Range

from .view import ClaimView, Counted, Kept


def claim_view(claim: Claim) -> ClaimView | None:
    """Return the page of a claim that readers may see, in the active language."""
    column = column_view(column_of(claim))
    report = evidence_of([claim.report_id], column.zone).get(claim.report_id)
    if report is None:
        return None
    said, capture = from_json(claim.said), claim.text.capture
    private = report.private
    about = _incidents(claim, Grouping.Answer.SAME)
    return ClaimView(
        id=str(claim.pk),
        column=column,
        chain=speaking.chain(claim, said, report),
        how=speaking.how(said),
        hedge=speaking.hedge_words(said, report),
        kind=codes.words(codes.KINDS, said.kind),
        negated=said.negated,
        lines=None if private else _lines(claim),
        actor=_name(said.actor.words if said.actor else "", private=private),
        target=_target(said, private=private),
        where=_where(said, opened=bool(opened_claims([claim.pk]))),
        when=_when(said.when, private=private),
        said_when=_when(said.said_when, private=private),
        tolls=tuple(_counted(toll, private=private) for toll in said.tolls),
        report=report,
        kept=Kept(capture.number, capture.captured_at, capture.sha256),
        language=claim.language or report.language,
        set_aside=claim.set_aside,
        supersedes=next(iter(_links(Q(pk=claim.supersedes_id))), None),
        superseded_by=_links(Q(supersedes=claim.pk)),
        incidents=tuple(map(_link, about)),
        may_be_in=tuple(map(_link, _incidents(claim, Grouping.Answer.MAY_BE))),
    )


def _lines(claim: Claim) -> Passage:
    """Return the quote where it stands, without the words of claims that are held near it."""
    try:
        text = storage.read(claim.text.sha256).decode()
    except FileNotFoundError:  # `archive verify` tells of it; the quote itself is in the ledger
        return Passage("", claim.said["quote"], "", found=True)
    return lines(text, claim.start, claim.end, held_in(text, claim.report_id))


def _name(words: str, *, private: bool) -> str:
    return gettext("a person or group that is not named here") if words and private else words


def _target(said: Said, *, private: bool) -> str:
    if said.target is None:
        return ""
    return codes.target(said.target.kind, "" if private else said.target.words)


def _where(said: Said, *, opened: bool) -> Where | None:
    return where(place_area(said, opened=opened), exact_area(said))


def _when(when: When | None, *, private: bool) -> str:
    """Return a time as it was resolved, in EDTF, with the words that it rests on."""
    if when is None:
        return ""
    said = f"“{when.words}”" if when.words and not private else ""
    return " = ".join(filter(None, (said, when.edtf)))


def _counted(toll: Toll, *, private: bool) -> Counted:
    groups = [codes.words(codes.GROUPS, group) for group in toll.groups if group != "unknown"]
    return Counted(
        number=codes.number(Range(toll.low, toll.high, toll.approximate)),
        category=codes.words(codes.CATEGORIES, toll.category),
        groups=gettext(", ").join(groups),
        words="" if private else toll.words,
    )


def _links(which: Q) -> tuple[Link, ...]:
    """Return ways to claims, named by the words that were quoted."""
    return tuple(
        Link(address.claim(one.pk), "" if one.report.identifies else one.said["quote"])
        for one in readable(which)
    )


def _incidents(claim: Claim, answer: str) -> list[Incident]:
    rows = Grouping.objects.filter(claim=claim, answer=answer, incident__column=claim.column_id)
    ids: list[UUID] = list(rows.values_list("incident", flat=True))
    return shown_incidents(ids) if ids else []


def _link(incident: Incident) -> Link:
    return Link(address.incident(incident.pk), incident.title)
