"""Claims that stand in no incident yet, each with the incidents that it may be about and why."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.db.models import Exists, OuterRef

from dateline.codebook.claim_json import from_json
from dateline.desk.claims.words import Fact, facts_of
from dateline.desk.incidents.listing import titled
from dateline.desk.reports.words import moment, source_of
from dateline.ledger.candidates import Candidate, candidates, neighbours
from dateline.ledger.grouped import answered, answers
from dateline.ledger.models import Claim, Column, Grouping, Incident
from dateline.ledger.weighed import incident_of
from dateline.weighing.grouping import Proposal

from .title import drafted

PAGE = 10
MOST_FOUND = 20
APART_FROM_EVENTS = ("statement", "forecast", "assessment")
"""Kinds that seldom tell of a happening of their own."""


@dataclass(frozen=True)
class Choice:
    """An incident that a claim may be about, with the key that says so."""

    key: int
    """The number key; 0 where an editor answered already."""
    candidate: Candidate

    @property
    def answered(self) -> str:
        """Return what an editor answered, in words."""
        answer = self.candidate.answer
        return Grouping.Answer(answer).label if answer else ""


@dataclass(frozen=True)
class Row:
    """A claim, what it says, and what it may be about."""

    claim: Claim
    source: str
    kept: str
    facts: Sequence[Fact]
    incident: Incident | None
    choices: Sequence[Choice]
    alike: Sequence[tuple[Claim, Proposal]]
    title: str
    after: str = ""
    """Id of the claim at which the queue goes on once this one is answered."""


def waiting(column: Column, number: str, *, everything: bool) -> Page[Claim]:
    """Return a page of a column's accepted claims that wait for an answer, the newest first."""
    said = Grouping.objects.filter(claim=OuterRef("pk"), answer__in=("same", "may_be"))
    here = said.filter(incident__column=column.pk)
    rows = Claim.objects.filter(column=column, status=Claim.Status.ACCEPTED).exclude(said={})
    if not everything:
        rows = rows.exclude(said__kind__in=APART_FROM_EVENTS)
    rows = rows.filter(~Exists(here)).select_related("report__source__merged_into", "text__capture")
    return Paginator(rows.order_by("-text__capture__captured_at", "start", "pk"), PAGE).get_page(
        number
    )


def called(claim: Claim, column: Column, asked: str) -> list[Choice]:
    """Return the incidents of a column whose titles hold all these words, to choose from."""
    found = titled(column, asked).order_by("title", "pk")[:MOST_FOUND] if asked.strip() else []
    given = [(one, answers(claim.pk, one)) for one in found]
    return [Choice(0, Candidate(one, _standing(rows), answered(rows), None)) for one, rows in given]


def _standing(rows: Sequence[Grouping]) -> str:
    return next((row.answer for row in rows if row.answer), "")


def rows_of(claims: Sequence[Claim]) -> list[Row]:
    """Return the claims of the queue, each with the one after it."""
    after = [str(one.pk) for one in claims[1:]]
    return [row_of(one, on) for one, on in zip(claims, [*after, ""], strict=False)]


def row_of(claim: Claim, after: str = "") -> Row:
    """Return a claim with what it may be about; its cost is that of its block."""
    found = candidates(claim)
    answered = [Choice(0, one) for one in found if one.answer]
    asked = [one for one in found if not one.answer]
    return Row(
        claim=claim,
        source=source_of(claim.report) or claim.report.source_address or "source not said",
        kept=moment(claim.text.capture.captured_at),
        facts=[] if claim.redacted else facts_of(from_json(claim.said)),
        incident=incident_of(claim),
        choices=[*answered, *(Choice(n, one) for n, one in enumerate(asked, 1))],
        alike=neighbours(claim),
        title=drafted(claim),
        after=after,
    )
