"""What does a page of the wire cost as reports come in, on a real SQLite file?

    python -m benchmarks.wire [--reports 10000]

The newest page, one far down, the renewal of a page, unread only, searches, and what changed since
a page last asked, for a contributor, with ten claims a report: CPU time of 30 askings each. The
peer, in the same run, pages the same rows by number: it counts them all, reads to the page's end,
and counts claims for each row on the way. Aim: 30 ms a page at 10,000 reports with 100,000 claims.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from benchmarks.table import machine, print_table

if TYPE_CHECKING:
    from benchmarks.wire_ledger import Archive

TIMES = 30


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--reports", type=int, default=10_000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        rows = list(measured(data, options.reports))
    print(machine())
    print_table(["read", "what", "p50, ms", "p95, ms"], rows)


def measured(data: str, size: int) -> Iterator[list[str]]:
    """Yield a row for each question, with nothing read, then with all but 200 read."""
    os.environ.update(DATELINE_DATA=data, DJANGO_SETTINGS_MODULE="dateline.server.settings")
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from benchmarks.wire_ledger import Archive
    from dateline.ledger.models import Report
    from dateline.ledger.verbs.seeing import see_all

    call_command("migrate", verbosity=0)
    archive = Archive(size)
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA optimize=0x10002")
    yield from asked_of(archive, "none")
    newest = Report.objects.order_by("-brought_at").values_list("brought_at", flat=True)[200]
    start = time.process_time()
    see_all(by=archive.person, before=newest)
    yield ["none", "mark all but 200 as read", f"{1000 * (time.process_time() - start):.1f}", "–"]
    yield from asked_of(archive, "all but 200")


def asked_of(archive: "Archive", read: str) -> Iterator[list[str]]:
    """Yield a row for each question, and for the peer."""
    yield from ([read, what, *cost(ask)] for what, ask in questions(archive))
    half = len(archive.ids) // 2
    yield [read, "peer: the newest page", *cost(partial(by_number, 0))]
    yield [read, "peer: a page half way", *cost(partial(by_number, half))]


def questions(archive: "Archive") -> Iterator[tuple[str, Callable[[], Any]]]:
    """Yield what is asked of the wire."""
    from dateline.desk.presence.changed import changed_since
    from dateline.desk.wire.rows import wire_of
    from dateline.ledger.models import Entry

    asked: dict[str, dict[str, str]] = {
        "the newest page": {},
        "a page half way": {"before": str(archive.ids[len(archive.ids) // 2])},
        "the oldest page": {"before": str(archive.ids[50])},
        "a page renewed, 40 newer": {"through": str(archive.ids[-150])},
        "unread only": {"unread": "1"},
        "a search that finds": {"q": "sarmin clinic"},
        "a search that finds few": {"q": f"{len(archive.ids) // 2}"},
        "a search that finds nothing": {"q": "Удар nowhere"},
    }
    for what, query in asked.items():
        yield what, partial(wire_of, archive.person, query)
    newest = Entry.objects.order_by("-sequence").values_list("sequence", flat=True)[0]
    yield "changed since", lambda: changed_since(archive.person, archive.blog, newest - 3)


def by_number(first: int) -> list[Any]:
    """Return a page of the same rows as most lists do it: counted, and cut out by number."""
    from django.db.models import Count, Exists, OuterRef, Q

    from dateline.ledger.models import Derivation, Report

    alike = Derivation.objects.filter(report=OuterRef("pk"), score__gte=70)
    rows = Report.objects.filter(~Exists(alike)).select_related("source")
    rows = rows.annotate(proposed=Count("claims", filter=Q(claims__status="proposed")))
    rows = rows.order_by("-brought_at", "-pk")
    assert rows.count() > 0
    return list(rows[first // 2 : first // 2 + 50])


def cost(ask: Callable[[], Any]) -> list[str]:
    """Return median and 95th percentile of asking, in ms of CPU."""
    found = []
    for _ in range(TIMES):
        start = time.process_time()
        ask()
        found.append(1000 * (time.process_time() - start))
    cuts = quantiles(found, n=20)
    return [f"{cuts[9]:.1f}", f"{cuts[18]:.1f}"]


if __name__ == "__main__":
    main()
