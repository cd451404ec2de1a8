"""The claims of a report, in the order of its text, as one person sees them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from django.core.paginator import Page, Paginator

from dateline.codebook.claim_json import from_json
from dateline.desk.reports.access import keeps, secret
from dateline.ledger.models import Claim, Column, Person, Report
from dateline.ledger.permission import may
from dateline.text.direction import is_tag

from .access import columns_of
from .words import Fact, facts_of

PAGE = 100
"""Claims on one page."""


@dataclass(frozen=True)
class Row:
    """A claim as it stands, and what this person may do with it."""

    claim: Claim
    language: str
    facts: Sequence[Fact]
    standing: str
    by: str
    version: int
    decides: bool
    """May accept, reject, and take a decision back."""
    changes: bool
    """May mend or withdraw it."""
    supersedes: str = ""
    """What the older claim quotes whose place it takes."""
    held_until: str = ""
    """As its column tells the time, with the zone."""


@dataclass(frozen=True)
class Eyes:
    """Who looks, and what their roles let them decide."""

    person: Person
    columns: Sequence[Column]
    anywhere: bool
    """Whether they decide about what belongs to no column yet."""

    @classmethod
    def of(cls, person: Person) -> "Eyes":
        """Return what a person's roles say."""
        return cls(person, columns_of(person), may(person, "decide_claim"))

    def decide(self, claim: Claim) -> bool:
        """Tell whether this person decides about a claim."""
        if claim.column_id is None:
            return self.anywhere
        return claim.column_id in {one.pk for one in self.columns}


def page_of(report: Report, number: str) -> Page[Claim]:
    """Return one page of a report's claims."""
    found = Claim.objects.filter(report=report)
    claims = found.select_related("column", "made_by", "reading", "text__capture")
    claims = claims.prefetch_related("supersedes__report__source__merged_into")  # few have one
    return Paginator(claims.order_by("start", "end", "pk"), PAGE).get_page(number)


def rows_of(claims: Iterable[Claim], person: Person) -> list[Row]:
    """Return claims as a person sees them; whatever was redacted says nothing."""
    eyes = Eyes.of(person)
    return [row_of(one, eyes) for one in claims]


def row_of(claim: Claim, eyes: Eyes) -> Row:
    """Return one claim as a person sees it."""
    decides = eyes.decide(claim) and not claim.redacted
    own = claim.made_by_id == eyes.person.pk and claim.status == Claim.Status.PROPOSED
    return Row(
        claim=claim,
        language=claim.language if is_tag(claim.language) else "",
        facts=[] if claim.redacted else facts_of(from_json(claim.said)),
        standing=_standing(claim, eyes),
        by=_by(claim),
        version=claim.text.capture.number,
        decides=decides,
        changes=decides or (own and not claim.redacted),
        supersedes=_older(claim, eyes),
        held_until=_local(claim.hold_until, zone_of(claim)),
    )


def zone_of(claim: Claim, asked: Column | None = None) -> tzinfo:
    """Return the zone of a claim's column; of the one asked for where it has none yet; or UTC."""
    column = claim.column or asked
    return column.zone_info if column else UTC


def _local(moment: datetime | None, zone: tzinfo) -> str:
    local = moment and moment.astimezone(zone)
    return f"{local.day} {local:%b %Y %H:%M} {zone}" if local else ""


def _older(claim: Claim, eyes: Eyes) -> str:
    older = claim.supersedes
    if older is None or older.redacted or not eyes.decide(claim):
        return ""
    may_know = keeps(eyes.person) or not secret(older.report)
    return str(older.said["quote"]) if may_know else ""


def _standing(claim: Claim, eyes: Eyes) -> str:
    if claim.status != Claim.Status.ACCEPTED:
        return str(claim.get_status_display())
    # The name of a column in which they have no role is not theirs to know.
    return f"accepted into {claim.column}" if eyes.decide(claim) else "accepted"


def _by(claim: Claim) -> str:
    if claim.made_by is None:
        return f"read by {claim.reading.reader}" if claim.reading else ""
    return f"{'mended' if claim.reading_id else 'made'} by {claim.made_by}"
