"""The demo's incidents: opened, kept apart, checked and judged, with fronts and their summary."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from dateline.ledger.models import Claim, Column, Grouping, Incident, Person, Report
from dateline.ledger.summarising import fresh_clauses
from dateline.ledger.verbs.checking import Finding, record_check
from dateline.ledger.verbs.fronts import FrontText, add_front
from dateline.ledger.verbs.grouping import answer_grouping
from dateline.ledger.verbs.incidents import open_incident
from dateline.ledger.verbs.merging import mark_apart
from dateline.ledger.verbs.ruling import assess_incident
from dateline.ledger.verbs.summaries import Clause, Window, publish_summary, save_summary


@dataclass(frozen=True)
class Weighing:
    """What the desk of the demo does with a column's claims."""

    owner: Person
    column: Column
    claims: dict[str, Claim]
    reports: dict[str, UUID]

    def load(self, content: Path) -> dict[str, Incident]:
        """Do all that `incidents.toml` says; return the incidents by name."""
        table = tomllib.loads((content / "incidents.toml").read_text(encoding="utf-8"))
        for position, front in enumerate(table["front"]):
            self._front(position, **front)
        incidents = {name: self._incident(one) for name, one in table["incident"].items()}
        for one in table["apart"]:
            mark_apart(
                by=self.owner,
                one=incidents[one["one"]],
                other=incidents[one["other"]],
                reason=one["reason"],
            )
        for check in table["check"]:
            report = Report.objects.get(pk=self.reports[check.pop("report")])
            record_check(by=self.owner, report=report, finding=Finding(**check))
        self._sum_up(Window(**table["summary"]))
        return incidents

    def _front(self, position: int, name: str, areas: list[str]) -> None:
        text = FrontText(name=name, areas=tuple(areas), position=position)
        add_front(by=self.owner, column=self.column, text=text)

    def _incident(self, one: dict[str, Any]) -> Incident:
        claims = [self.claims[name] for name in one["claims"]]
        incident = open_incident(
            by=self.owner, column=self.column, title=one["title"], claims=claims
        )
        for name in one.get("may_be", ()):
            answer_grouping(
                by=self.owner,
                claim=self.claims[name],
                incident=incident,
                answer=Grouping.Answer.MAY_BE,
                based_on=0,
            )
        if sentence := one.get("assessment"):
            assess_incident(by=self.owner, incident=incident, sentence=sentence)
        return incident

    def _sum_up(self, window: Window) -> None:
        """Publish the summary as its templates write it."""
        drafted = fresh_clauses(self.column, window.since, window.until)
        clauses = tuple(map(Clause.of, drafted))
        saved = save_summary(
            by=self.owner, column=self.column, window=window, clauses=clauses, based_on=0
        )
        publish_summary(by=self.owner, summary=saved, based_on=saved.revision)
