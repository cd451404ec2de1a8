"""A ledger that grows to many claims, made up: a running column over the years, on a real file.

25 claims a day in 600 towns, 1 to 20 claims an incident (exponential, mean 3), each in a report of
its own, of 2,000 sources and 100 parties. It is written past the verbs, which log each claim.
"""

import random
import uuid
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction

from dateline.codebook import Actor, Place, Speaker, Toll, When
from dateline.codebook import Claim as Said
from dateline.codebook.claim_json import as_json
from dateline.ledger import models
from dateline.ledger.keys import claim_keys, source_keys
from dateline.ledger.models.record import writing
from dateline.ledger.verbs.columns import ColumnText, open_column
from dateline.ledger.verbs.people import found_site

A_DAY = 25
STEP = 2_000
BEGIN = date(2005, 1, 1)
EVENTS = ("air_strike", "shelling", "clash")


class Growing:
    """The ledger, its column, and how far it has grown."""

    def __init__(self) -> None:
        self.chance = random.Random(1)  # noqa: S311  made-up data, the same each time
        owner = found_site(email="o@example.org", public_name="O")
        self.column = open_column(by=owner, slug="c", text=ColumnText(name="C", publisher="P"))
        place = self.chance.random
        self.towns = [(f"Town{n}", 34 + place() * 3, 36 + place() * 4) for n in range(600)]
        self.claims = 0
        self._sources()

    @property
    def days(self) -> int:
        """Days that the claims are of."""
        return self.claims // A_DAY + 1

    @property
    def last_day(self) -> date:
        """The day of the newest claim."""
        return BEGIN + timedelta(days=self.days - 1)

    def _sources(self) -> None:
        with writing(), transaction.atomic():
            parties = [models.Party(name=f"Party {n}", aliases=f"P{n}") for n in range(100)]
            models.Party.objects.bulk_create(parties)
            self.sources = [
                models.Source(name=f"Source {n}", address=f"s{n}.example", kind="outlet")
                for n in range(2_000)
            ]
            models.Source.objects.bulk_create(self.sources)
            models.SourceKey.objects.bulk_create(
                models.SourceKey(source=one, key=key)
                for one in self.sources
                for key in source_keys(one)
            )

    def grow(self, size: int, step: Callable[[int], object]) -> None:
        """Grow to so many claims; `step` is told how many came."""
        while self.claims < size:
            with writing(), transaction.atomic():
                came = self._more(min(STEP, size - self.claims))
            self.claims += came
            step(came)

    def _more(self, wanted: int) -> int:
        incidents: list[models.Incident] = []
        rows: list[tuple[Any, ...]] = []
        while len(rows) < wanted:
            incident = models.Incident(column=self.column, title="A strike")
            incidents.append(incident)
            size = min(1 + int(self.chance.expovariate(1 / 2.5)), 20, wanted - len(rows))
            day = BEGIN + timedelta(days=(self.claims + len(rows)) // A_DAY)
            town, event = self.chance.choice(self.towns), self.chance.choice(EVENTS)
            rows += [(incident, *self._claim(town, day, event)) for _ in range(size)]
        models.Incident.objects.bulk_create(incidents)
        parts = zip(*(row[1:] for row in rows), strict=True)
        kinds = (models.Report, models.Capture, models.ReportText, models.Claim)
        for kind, made in zip(kinds, parts, strict=True):
            kind.objects.bulk_create(list(made))
        models.Grouping.objects.bulk_create(
            models.Grouping(claim=row[-1], incident=row[0], answer="same") for row in rows
        )
        models.GroupingKey.objects.bulk_create(
            models.GroupingKey(claim=row[-1], key=key)
            for row in rows
            for key in claim_keys(row[-1])
        )
        return len(rows)

    def _claim(self, town: tuple[str, float, float], day: date, event: str) -> tuple[Any, ...]:
        at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
        said = self._said(town, day.isoformat(), event)
        report = models.Report(
            key=uuid.UUID(int=self.chance.getrandbits(128)).hex * 2,
            source=self.chance.choice(self.sources),
            brought_at=at,
        )
        kept = {"media_type": "text/html", "sha256": "0" * 64, "size": 1, "warc": "0" * 64}
        capture = models.Capture(report=report, number=1, captured_at=at, posted_at=at, **kept)
        made = {"number": 1, "extractor": "e", "sha256": "0" * 64, "length": 1, "made_at": at}
        text = models.ReportText(capture=capture, **made)
        claim = models.Claim(
            column=self.column,
            report=report,
            text=text,
            start=0,
            end=said.end,
            said=as_json(said),
            status="accepted",
        )
        return report, capture, text, claim

    def _said(self, town: tuple[str, float, float], day: str, event: str) -> Said:
        name, lat, lon = town
        low, away, pick = self.chance.randrange(1, 30), self.chance.gauss, self.chance.randrange
        quote = f"Jets of some kind bombed {name} on that day, and {low} people died, they said."
        return Said(
            quote,
            0,
            len(quote),
            "event",
            event=event,
            speakers=(Speaker(f"Speaker {pick(4_000)}", "said", "they", (1, 2)),),
            actor=Actor(f"Party {pick(100)}", "Jets", (0, 4)),
            place=Place(
                name, name, lat + away(0, 0.01), lon + away(0, 0.01), "town", 1_500, "g", ("Area",)
            ),
            when=When("that day", day, day, day, "text"),
            tolls=(Toll("killed", ("unknown",), low, low, str(low), (1, 2)),),
        )
