"""Plays the recorded review over the ledger's verbs, one after another, as an editor goes."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from dateline.codebook.claim_json import from_json
from dateline.desk.claims.forms import ClaimForm
from dateline.desk.claims.shown import initial_of
from dateline.ledger.grounds import kept_words
from dateline.ledger.grouped import answered, answers
from dateline.ledger.models import Claim, Column, Front, Incident, Person, Report, Summary
from dateline.ledger.summarising import fresh_clauses
from dateline.ledger.verbs.claims import accept_claim, mend_claim, reject_claim
from dateline.ledger.verbs.fronts import FrontText, add_front
from dateline.ledger.verbs.grouping import answer_grouping
from dateline.ledger.verbs.incidents import open_incident, set_part_of
from dateline.ledger.verbs.merging import mark_apart
from dateline.ledger.verbs.proposing import make_claim
from dateline.ledger.verbs.reports import attribute_report
from dateline.ledger.verbs.ruling import assess_incident
from dateline.ledger.verbs.sources import PartyText, SourceText, add_party, add_source, merge
from dateline.ledger.verbs.summaries import Clause, Window, publish_summary, save_summary

from .review import Decision, decisions, review

ANSWERS = ("same", "may_be", "not_same")


def know_sources(owner: Person) -> dict[str, Any]:
    """Enter the parties and sources of the record; return the sources by name."""
    parties = {
        one["name"]: add_party(
            by=owner,
            text=PartyText(name=one["name"], aliases="\n".join(one.get("aliases", ()))),
        )
        for one in review()["party"]
    }
    sources = {}
    for one in review()["source"]:
        party = parties.get(one.get("party", ""))
        text = SourceText(name=one["name"], kind=one["kind"], party=party)
        sources[one["name"]] = add_source(by=owner, text=text)
        for name in one.get("also", ()):
            other = add_source(by=owner, text=SourceText(name=name))
            merge(by=owner, one=other, into=sources[one["name"]])
    return sources


@dataclass
class Player:
    """An editor who goes through the report's proposals and then through the day."""

    by: Person
    owner: Person
    column: Column
    report: Report
    claims: dict[str, Claim] = field(default_factory=dict)
    incidents: dict[str, Incident] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def play(self) -> None:
        """Decide about every claim, group them, and publish the summary."""
        source = know_sources(self.owner)[review()["page"]["source"]]
        attribute_report(by=self.owner, report=self.report, source=source)
        for one in decisions():
            claim = getattr(self, f"_{one.do}")(one)
            self.counts[one.do] += 1
            if one.name:
                self.claims[one.name] = claim
        for told in review()["incident"]:
            self._open(**told)
        for told in review()["incident"]:
            self._judge(**told)
        for told in review()["apart"]:
            one, other = self.incidents[told["one"]], self.incidents[told["other"]]
            mark_apart(by=self.by, one=one, other=other, reason=told["reason"])
        for position, told in enumerate(review()["front"]):
            text = FrontText(name=told["name"], areas=tuple(told["areas"]), position=position)
            add_front(by=self.by, column=self.column, text=text)
        self._sum_up()

    def undecided(self) -> list[str]:
        """Return the quotes of proposals that the record says nothing of."""
        rows = self.report.claims.filter(status=Claim.Status.PROPOSED)
        return [one.said["quote"] for one in rows.order_by("start")]

    def _accept(self, one: Decision) -> Claim:
        claim = self._proposed(one)
        based_on = claim.revision
        return accept_claim(by=self.by, claim=claim, column=self.column, based_on=based_on)

    def _reject(self, one: Decision) -> Claim:
        claim = self._proposed(one)
        return reject_claim(by=self.by, claim=claim, reason=one.reason, based_on=claim.revision)

    def _mend(self, one: Decision) -> Claim:
        claim = self._proposed(one)
        said = self._said(from_json(claim.said), one.fields)
        based_on = claim.revision
        return mend_claim(by=self.by, claim=claim, said=said, based_on=based_on, column=self.column)

    def _make(self, one: Decision) -> Claim:
        words = kept_words(self._text)
        start, end = one.at
        said = self._said(None, {"quote": words[start:end], "near": start, **one.fields})
        return make_claim(by=self.by, text=self._text, said=said, column=self.column)

    @property
    def _text(self) -> Any:
        return self.report.newest.text

    def _proposed(self, one: Decision) -> Claim:
        """Return the proposal that a decision means. Raises LookupError where none stands there."""
        start, end = one.at
        rows = self.report.claims.filter(start=start, end=end, status=Claim.Status.PROPOSED)
        found = [claim for claim in rows if one.words in " ".join(claim.said["quote"].split())]
        if len(found) != 1:
            raise LookupError(f"{len(found)} proposals at {one.at} say “{one.words}”.")
        return found[0]

    def _said(self, before: Any, fields: dict[str, Any]) -> Any:
        """Return what a form says that was filled in so, on top of what stood in it."""
        text = self._text
        sent = {"target_kind": "people", "near": 0} | (_sent(before) if before else {}) | fields
        told = {"words": kept_words(text), "capture": text.capture, "before": before}
        chosen = ClaimForm(sent, **told).places.chosen  # which of the places a browser shows ticked
        form = ClaimForm({"place": chosen, **sent}, **told)
        assert form.is_valid(), (fields, form.errors)
        return form.said

    def _open(self, *, name: str, title: str, claims: Sequence[str], **_: Any) -> None:
        about = [self.claims[one] for one in claims]
        self.incidents[name] = open_incident(
            by=self.by, column=self.column, title=title, claims=about
        )

    def _judge(self, *, name: str, **told: Any) -> None:
        incident = self.incidents[name]
        for answer in ANSWERS:
            for claim in told.get(answer, ()):
                self._answer(self.claims[claim], incident, answer)
        if whole := told.get("part_of"):
            incident = Incident.objects.get(pk=incident.pk)
            based_on = incident.revision
            set_part_of(
                by=self.by, incident=incident, whole=self.incidents[whole], based_on=based_on
            )
        if sentence := told.get("assessment"):
            assess_incident(by=self.by, incident=incident, sentence=sentence)

    def _answer(self, claim: Claim, incident: Incident, answer: str) -> None:
        based_on = answered(answers(claim.pk, incident))
        answer_grouping(
            by=self.by, claim=claim, incident=incident, answer=answer, based_on=based_on
        )

    def _sum_up(self) -> Summary:
        window = Window(**review()["summary"])
        drafted = map(Clause.of, fresh_clauses(self.column, window.since, window.until))
        clauses = (*drafted, *self._own_clauses())
        draft = save_summary(
            by=self.by, column=self.column, window=window, clauses=clauses, based_on=0
        )
        return publish_summary(by=self.by, summary=draft, based_on=draft.revision)

    def _own_clauses(self) -> Iterator[Clause]:
        """Yield what the editor wrote beside the drafted clauses."""
        fronts = {one.name: one.pk for one in Front.objects.filter(column=self.column)}
        for one in review().get("clause", ()):
            claims = tuple(self.claims[name].pk for name in one["claims"])
            yield Clause(
                front=fronts[one["front"]], sort=one["sort"], words=one["words"], claims=claims
            )


def _sent(before: Any) -> dict[str, Any]:
    """Return what a browser sends of an untouched form: no empty box, a place kept as it is."""
    known = {
        name: value for name, value in initial_of(before).items() if value not in (None, False)
    }
    return known | ({"place": "keep"} if before.place else {})
