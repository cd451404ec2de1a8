"""Are claims put back together into the incidents that they were made from, and what does it cost?

    python -m benchmarks.grouping [--cost]

Claims made by ../shared/bench/score/grouping.py from its 4,004 incidents, three seeds and both
windows of its README, scored by it; beside its space-time windows in the same run. Claims of every
second incident apart, by a hash of the codes: with half of the look-alikes gone they are easier.
With --cost, the time of `group` and of one `propose` as the claims grow; claims of later years
stand in for a ledger that grows.
"""

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean, quantiles

from rich.progress import track

from benchmarks.table import machine, print_table
from dateline.server.grouping.lines import signature_in
from dateline.weighing.grouping import Signature, group, propose
from dateline.weighing.grouping.pairs import Blocks

BENCH = Path(__file__).parents[2] / "shared" / "bench"
SCORER = BENCH / "score" / "grouping.py"
INCIDENTS = BENCH / "incidents" / "incidents-dev.csv"
WINDOWS = {
    "30 Sep 2015 – 31 Mar 2016": ("--from", "2015-09-30", "--to", "2016-03-31"),
    "all years": ("--from", "2000-01-01", "--to", "2030-01-01"),
}
PEERS = {
    "window 1 km, same day": ("--km", "1", "--days", "0"),
    "window 3 km, ± 1 day": ("--km", "3", "--days", "1"),
}
SEEDS = (1, 2, 3)
SIZES = (1_000, 3_000, 10_000, 30_000, 100_000)
ASKED = 500
FIGURE = re.compile(r"[PRF1]+ (\d+\.\d)")
YEARS_APART = 20
Scores = list[float]


def scorer(*arguments: str) -> str:
    """Run the bench's own scorer; return what it prints."""
    told = [sys.executable, str(SCORER), *arguments]
    return subprocess.run(told, check=True, capture_output=True, text=True).stdout


def made(folder: Path, seed: int, span: Sequence[str]) -> Path:
    """Make claims from the incidents of a window."""
    claims = folder / "claims.jsonl"
    scorer("make", str(INCIDENTS), str(claims), "--seed", str(seed), *span)
    return claims


def halves(claims: Path) -> Iterator[Path]:
    """Part a file of claims by the codes of the incidents that they were made from."""
    rows = claims.read_text(encoding="utf-8").splitlines(keepends=True)
    for half in (0, 1):
        path = claims.with_name(f"half{half}.jsonl")
        path.write_text("".join(row for row in rows if _half(row) == half), encoding="utf-8")
        yield path


def _half(row: str) -> int:
    code = json.loads(row)["truth"].encode()
    return hashlib.sha256(code).digest()[0] % 2


def signatures(claims: Path) -> list[Signature]:
    """Read claims as the command does; their truth is passed over."""
    rows = claims.read_bytes().splitlines()
    return [signature_in(row, number) for number, row in enumerate(rows, 1)]


def ours(claims: Path) -> Scores:
    """Score what Dateline groups."""
    answer = claims.with_name("ours.jsonl")
    found = group(signatures(claims))
    lines = (json.dumps({"claim": claim, "group": name}) + "\n" for claim, name in found.items())
    answer.write_text("".join(lines), encoding="utf-8")
    return figures(claims, answer)


def peer(claims: Path, reach: Sequence[str]) -> Scores:
    """Score the bench's space-time window."""
    answer = claims.with_name("peer.jsonl")
    scorer("window", str(claims), str(answer), *reach)
    return figures(claims, answer)


def figures(claims: Path, answer: Path) -> Scores:
    """Return B-cubed precision, recall, F1 and pairwise ones."""
    return [float(each) for each in FIGURE.findall(scorer("score", str(claims), str(answer)))]


def accuracy() -> None:
    """Print the scores, the mean over the seeds."""
    found: dict[tuple[str, str], list[Scores]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        for span, seed in track([(w, s) for w in WINDOWS for s in SEEDS], "Grouping"):
            claims = made(Path(folder), seed, WINDOWS[span])
            for name, reach in PEERS.items():
                found[span, name].append(peer(claims, reach))
            found[span, "dateline"].append(ours(claims))
            for name, half in zip(("one half", "other half"), halves(claims), strict=True):
                found[span, f"dateline, {name} of the incidents"].append(ours(half))
    head = ["claims of", "grouped by", "B³ P", "R", "F1", "pairwise P", "R", "F1"]
    print_table(head, [[*key, *map(_mean, zip(*runs, strict=True))] for key, runs in found.items()])


def _mean(runs: Sequence[float]) -> str:
    return f"{fmean(runs):.1f}"


def grown(claims: Sequence[Signature], size: int) -> list[Signature]:
    """Return so many claims: the same ones over again, in other years."""
    found: list[Signature] = []
    while len(found) < size:
        n = len(found) // len(claims)
        found += [_later(claim, n) for claim in claims[: size - len(found)]]
    return found


def _later(claim: Signature, n: int) -> Signature:
    days = YEARS_APART * 365 * n
    if claim.first is None or claim.last is None:
        return replace(claim, id=f"{claim.id}-{n}")
    return replace(claim, id=f"{claim.id}-{n}", first=claim.first + days, last=claim.last + days)


def cost() -> None:
    """Print what grouping all, and proposing for one, cost as the claims grow."""
    with tempfile.TemporaryDirectory() as folder:
        claims = signatures(made(Path(folder), 1, WINDOWS["all years"]))
    rows = []
    for size in track(SIZES, "Growing"):
        some = grown(claims, size)
        start = time.process_time()
        groups = group(some)
        seconds = time.process_time() - start
        times = proposing(some, groups)
        cuts = quantiles(times, n=20)
        told = [
            f"{seconds:.1f}",
            f"{1000 * seconds / size:.2f}",
            f"{cuts[9]:.2f}",
            f"{cuts[18]:.2f}",
        ]
        rows.append([f"{size:,}", *told, f"{max(times):.1f}"])
    print_table(["claims", "group, s", "ms a claim", "propose p50, ms", "p95", "most"], rows)


def proposing(claims: Sequence[Signature], groups: dict[str, str]) -> list[float]:
    """Return the milliseconds of CPU that each of a sample takes, from its keys to its answer."""
    blocks = Blocks(claims)
    times = []
    for claim in claims[:: max(1, len(claims) // ASKED)]:
        start = time.process_time()
        incidents: dict[str, list[Signature]] = defaultdict(list)
        for partner in blocks.partners(claim).values():
            incidents[groups[partner.id]].append(partner)
        propose(claim, incidents)
        times.append(1000 * (time.process_time() - start))
    return times


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cost", action="store_true", help="time, not accuracy")
    told = parser.parse_args()
    if not INCIDENTS.is_file():
        sys.exit(f"Skipped: there is no {INCIDENTS}, which is not part of the repo.")
    cost() if told.cost else accuracy()
    print(machine())


if __name__ == "__main__":
    main()
