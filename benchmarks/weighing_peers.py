"""What the questions of benchmarks.weighing cost where every claim is looked at. Needs Django."""

from datetime import date, timedelta
from typing import Any

from django.db import connection

from dateline.codebook import distance_m
from dateline.codebook.claim_json import from_json
from dateline.ledger.models import Claim, Grouping

KILOMETRES = 10


def scan(claim: Any) -> int:
    """Peer of proposing: compare place and day with every claim of the column."""
    here, day, near = claim.said["place"], claim.said["when"]["start"], 0
    rows = Claim.objects.filter(column=claim.column_id).values_list("said", flat=True)
    for said in rows.iterator():
        there = said["place"]
        away = distance_m(here["lat"], here["lon"], there["lat"], there["lon"])
        near += away < 1000 * KILOMETRES and said["when"]["start"] == day
    return near


def page_by_scan(incident: Any) -> Any:
    """Peer of the page: look at what every claim of the column says, and weigh nothing."""
    rows = Grouping.objects.filter(answer="same").values_list("incident", "claim__said")
    return [from_json(said) for about, said in rows.iterator() if about == incident.pk]


def tolls_by_sql(end: date) -> Any:
    """Peer of the totals: add up what claims of the month say, each as often as it was said."""
    summed = (
        "SELECT json_extract(said, '$.place.name'), sum(json_extract(said, '$.tolls[0].low')) "
        "FROM ledger_claim WHERE json_extract(said, '$.when.start') BETWEEN %s AND %s GROUP BY 1"
    )
    return _sql(summed, [(end - timedelta(days=30)).isoformat(), end.isoformat()])


def shown_by_sql(box: tuple[float, float, float, float]) -> Any:
    """Peer of the viewport: the claims in the box, by their JSON."""
    within = (
        "SELECT id FROM ledger_claim WHERE json_extract(said, '$.place.lat') BETWEEN %s AND %s "
        "AND json_extract(said, '$.place.lon') BETWEEN %s AND %s"
    )
    return _sql(within, [box[0], box[2], box[1], box[3]])


def _sql(words: str, values: list[Any]) -> Any:

    with connection.cursor() as cursor:
        return cursor.execute(words, values).fetchall()
