"""An archive of many reports, made up, on a real file: half are near-copies of one before them.

Ten claims a report, of 200 sources; one report in a hundred is protected, one source in fifty is
confidential. It is written past the verbs, which log each report.
"""

import random
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any

from django.db import transaction

from dateline.ledger import models
from dateline.ledger.models.record import writing
from dateline.ledger.verbs.blogs import Masthead, start_blog
from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.people import found_site, give_role, invite_person

CLAIMS = 10
BEGIN = datetime(2015, 9, 30, tzinfo=UTC)
WORDS = ("strike", "Sarmin", "ministry", "clinic", "talks", "border", "удар", "غارة")


class Archive:
    """The archive, a contributor who reads it, and the reports from the oldest on."""

    def __init__(self, size: int) -> None:
        self.chance = random.Random(1)  # noqa: S311  made-up data, the same each time
        owner = found_site(email="o@example.org", public_name="O")
        column = open_column(by=owner, slug="c", text=ColumnText(name="C", publisher="P"))
        self.blog = start_blog(by=owner, column=column, slug="b", masthead=Masthead(headline="B"))
        self.person = invite_person(by=owner, email="c@example.org", public_name="C")
        give_role(by=owner, person=self.person, name="contributor", column=column)
        with writing(), transaction.atomic():
            self._fill(size)
        self.ids = list(models.Report.objects.order_by("brought_at").values_list("pk", flat=True))

    def _fill(self, size: int) -> None:
        sources = [
            models.Source(name=f"Source {n}", address=f"s{n}.example", confidential=n % 50 == 0)
            for n in range(200)
        ]
        models.Source.objects.bulk_create(sources)
        rows = [self._report(n, sources) for n in range(size)]
        kinds = (models.Report, models.Capture, models.ReportText)
        for kind, made in zip(kinds, zip(*rows, strict=True), strict=True):
            kind.objects.bulk_create(list(made))
        models.Derivation.objects.bulk_create(self._copies([row[0] for row in rows]))
        for report, _, text in rows:
            models.Claim.objects.bulk_create(self._claim(report, text) for _ in range(CLAIMS))

    def _report(self, number: int, sources: list[Any]) -> tuple[Any, ...]:
        at = BEGIN + timedelta(minutes=number)
        key = uuid.UUID(int=self.chance.getrandbits(128)).hex * 2
        report = models.Report(
            key=key,
            address=f"https://s{number % 200}.example/{number}",
            source=self.chance.choice(sources),
            brought_at=at,
            protected=number % 100 == 0,
            graphic=number % 9 == 0,
        )
        title = " ".join(self.chance.choices(WORDS, k=6)) + f" {number}"
        kept = {"media_type": "text/html", "sha256": key, "size": 1, "warc": key}
        capture = models.Capture(report=report, number=1, captured_at=at, title=title, **kept)
        made = {"number": 1, "extractor": "e", "sha256": key, "length": 1, "made_at": at}
        return report, capture, models.ReportText(capture=capture, **made)

    def _copies(self, reports: list[Any]) -> list[Any]:
        later = [n for n in range(1, len(reports)) if self.chance.random() < 0.5]
        return [
            models.Derivation(
                report=reports[n],
                on=reports[max(0, n - self.chance.randrange(1, 60))],
                why="text",
                score=self.chance.randrange(60, 100),
            )
            for n in later
        ]

    def _claim(self, report: Any, text: Any) -> Any:
        status = self.chance.choice(("proposed", "proposed", "accepted", "rejected"))
        said = {"quote": "Twelve died."}
        return models.Claim(report=report, text=text, start=0, end=1, said=said, status=status)
