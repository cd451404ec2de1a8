"""What do incidents cost as the claims of a column grow, on a real SQLite file?

    python -m benchmarks.weighing [--most 100000] [--plot docs/weighing-cost.svg]

Proposing incidents for one new claim, weighing an incident for its page, the tolls of a month, a
map's viewport: CPU time, which other work on the machine disturbs least, each beside a peer in
the same run that looks at every claim. Aims: proposing p95 ≤ 20 ms, the others ≤ 50 ms.
"""

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from statistics import quantiles
from typing import TYPE_CHECKING, Any

from rich.progress import Progress

from benchmarks.curves import curves
from benchmarks.table import machine, print_table

if TYPE_CHECKING:
    from benchmarks.weighing_ledger import Growing

SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
SAMPLE = 100
BOX = (35.0, 37.0, 36.0, 38.0)
"""South, west, north, east: a sixth of the towns."""

Ask = Callable[[Any], Any]


@dataclass(frozen=True)
class Cost:
    """Milliseconds of CPU."""

    p50: float
    p95: float
    peer: float


def main() -> None:
    """Grow, measure, print and draw."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--most", type=int, default=SIZES[-1], help="claims at the end")
    parser.add_argument("--plot", type=Path, help="the SVG to write")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        found = measured(data, [size for size in SIZES if size <= options.most])
    print(machine())
    head = ["claims", "what", "p50, ms", "p95, ms", "peer, ms", "p95 / peer"]
    print_table(head, list(_rows(found)))
    if options.plot:
        options.plot.write_text(_plot(found), encoding="utf-8")


def measured(data: str, sizes: Sequence[int]) -> dict[str, dict[int, Cost]]:
    """Return the costs by what is asked and by claims, of one ledger that grows."""
    os.environ.update(DATELINE_DATA=data, DJANGO_SETTINGS_MODULE="dateline.server.settings")
    import django

    django.setup()
    from django.core.management import call_command

    from benchmarks.weighing_ledger import Growing

    call_command("migrate", verbosity=0)
    ledger, found = Growing(), dict[str, dict[int, Cost]]()
    with Progress() as progress:
        task = progress.add_task("Growing", total=sizes[-1])
        for size in sizes:
            ledger.grow(size, lambda came: progress.advance(task, came))
            for what, cost in costs(ledger):
                found.setdefault(what, {})[size] = cost
    return found


def costs(ledger: "Growing") -> Iterator[tuple[str, Cost]]:
    """Yield what each question costs of the ledger as it is."""
    from benchmarks import weighing_peers as peers
    from dateline.ledger.candidates import candidates

    chance = random.Random(2)  # noqa: S311  a sample, the same each time
    claims, incidents = _some("Claim", chance), _some("Incident", chance)
    yield "propose", _cost(candidates, claims, peers.scan, claims[:2])
    yield "incident page", _cost(page, incidents, peers.page_by_scan, incidents[:2])
    kept = _kept(ledger, incidents)
    ends = [ledger.last_day - timedelta(days=chance.randrange(30)) for _ in range(20)]
    yield "window tolls", _cost(lambda end: tolls(kept, end), ends, peers.tolls_by_sql, ends[:2])
    areas = [area for _, area in kept]
    yield (
        "map viewport",
        _cost(lambda box: shown(areas, box), [BOX] * 20, peers.shown_by_sql, [BOX] * 2),
    )


def _cost(ours: Ask, asked: Iterable[Any], peer: Ask, asked_of_peer: Iterable[Any]) -> Cost:
    cuts = quantiles(_times(ours, asked), n=20)
    return Cost(cuts[9], cuts[18], min(_times(peer, asked_of_peer)))


def _times(ask: Ask, asked: Iterable[Any]) -> list[float]:
    found = []
    for one in asked:
        start = time.process_time()
        ask(one)
        found.append(1000 * (time.process_time() - start))
    return found


def _some(kind: str, chance: random.Random) -> list[Any]:
    from dateline.ledger import models

    rows = getattr(models, kind).objects
    return list(rows.filter(pk__in=chance.sample(list(rows.values_list("pk", flat=True)), SAMPLE)))


def page(incident: Any) -> Any:
    """Return an incident weighed, from its claims as readers may see them."""
    from dateline.ledger.weighed import derivations, relation_rulings, told_of
    from dateline.weighing.incident import weigh

    told = told_of(incident, public=True)
    return weigh(told, derivations(told), relation_rulings(incident))  # type: ignore[arg-type]


def _kept(ledger: "Growing", incidents: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Return a countable and an area for each incident, as the site keeps them in memory.

    Some are weighed and stand for the others, each on another day: the days of the ledger.
    """
    from dateline.ledger.models import Incident
    from dateline.weighing.totals import countable

    real = [page(one) for one in incidents]
    made = []
    for n, pk in enumerate(Incident.objects.values_list("pk", flat=True)):
        one = real[n % len(real)]
        day = ledger.last_day - timedelta(days=n % ledger.days)
        span = replace(one.span, start=day, end=day)
        made.append((replace(countable(str(pk), one), span=span), one.area))
    return made


def tolls(kept: Iterable[tuple[Any, Any]], end: Any) -> Any:
    """Return how many were killed in the month before a day."""
    from dateline.weighing.totals import Window, total

    return total((one for one, _ in kept), "killed", Window(end - timedelta(days=30), end))


def shown(areas: Iterable[Any], box: tuple[float, float, float, float]) -> list[Any]:
    """Return the areas in a box, as the map's script finds them: by a look at each."""
    south, west, north, east = box
    return [one for one in areas if south <= one.lat <= north and west <= one.lon <= east]


def _rows(found: dict[str, dict[int, Cost]]) -> Iterator[list[str]]:
    for what, by_size in found.items():
        for size, cost in by_size.items():
            times = [f"{one:.2f}" for one in (cost.p50, cost.p95, cost.peer)]
            yield [f"{size:,}", what, *times, f"{cost.p95 / cost.peer:.3f}"]


def _plot(found: dict[str, dict[int, Cost]]) -> str:
    ours = {
        what: [(size, max(cost.p95, 0.01)) for size, cost in by_size.items()]
        for what, by_size in found.items()
    }
    peers = {
        what: [(size, max(cost.peer, 0.01)) for size, cost in by_size.items()]
        for what, by_size in found.items()
    }
    return curves(ours, peers, "accepted claims in the column", "p95, ms of CPU")


if __name__ == "__main__":
    main()
