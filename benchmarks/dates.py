"""Are time expressions found, and are they given the right value?

    python -m benchmarks.dates [--bench ../shared/bench] [--failures]

Three measures. `pairs`: about 1,400 expressions with TIMEX3 values (timenorm), scored by the
bench's own scorer; every second document was looked at while the grammar was written, the others
were not, and both halves are printed. `conflict`: expressions of war reports that were annotated
before the grammar was written (benchmarks/gold/dates-conflict.jsonl); found where spans overlap.
`speed`: words a second on one core, beside dateparser in the same run, in seconds of the processor.
"""

import argparse
import contextlib
import io
import json
import re
import runpy
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.table import machine, print_table
from dateline.dates import Expression, find

BENCH = Path(__file__).parents[2] / "shared/bench"
GOLD = Path(__file__).parent / "gold/dates-conflict.jsonl"
BREAK = "\n\n"
PEER_WORDS = 2_000
OFFSET = re.compile(r"(Z|[+-]\d\d:\d\d)$")


class Row(NamedTuple):
    """One expression of a document: what it says and what the gold and we make of it."""

    document: int
    words: str
    kind: str
    gold: str
    said: str


def main() -> None:
    """Run and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--failures", action="store_true", help="print each wrong value")
    options = parser.parse_args()
    print(machine())
    if not options.bench.is_dir():
        print(f"{options.bench} is not here: nothing to measure on. Name the folder with --bench.")
        return
    pairs(options.bench, failures=options.failures)
    conflict(options.bench, failures=options.failures)
    speed(options.bench)


def pairs(bench: Path, *, failures: bool) -> None:
    """Print the scorer's lines for all pairs and for each half."""
    rows = list(read_pairs(bench / "dates/pairs.tsv"))
    for name, which in (("all", (0, 1)), ("looked at", (0,)), ("not looked at", (1,))):
        chosen = [row for row in rows if row.document % 2 in which]
        print(f"pairs, {name}: {score(bench, chosen)}")
    if failures:
        wrong = Counter(
            (row.words, row.gold, row.said)
            for row in rows
            if row.gold != row.said and row.document % 2 == 0
        )
        for (words, gold, said), count in wrong.most_common():
            print(f"  {count} {words!r}: {gold}, we say {said or 'nothing'}")


def read_pairs(path: Path) -> Iterator[Row]:
    """Yield every row of every document, read in its order as one text."""
    for number, block in enumerate(path.read_text("utf8").strip().split("\n\n")):
        reference, *lines = [line.split("\t") for line in block.split("\n")]
        text = BREAK.join(line[0] for line in lines)
        moment = datetime.fromisoformat(reference[2] if len(reference) > 2 else reference[0])
        found = find(text, reference=moment.replace(tzinfo=UTC))
        at = 0
        for words, kind, gold in lines:
            end = at + len(words)
            inside = [one for one in found if one.start < end and one.end > at]
            best = max(inside, key=lambda one: one.end - one.start, default=None)
            yield Row(number, words, kind, gold, best.timex_value if best else "")
            at = end + len(BREAK)


def score(bench: Path, rows: list[Row]) -> str:
    """Return what the bench's own scorer says."""
    scorer = runpy.run_path(str(bench / "score/pairs.py"))
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, name) for name in ("gold", "said")]
        for file, field in zip(files, ("gold", "said"), strict=True):
            lines = [f"{row.words}\t{row.kind}\t{getattr(row, field)}\n" for row in rows]
            file.write_text("a\tb\tc\n" + "".join(lines), "utf8")
        with contextlib.redirect_stdout(io.StringIO()) as out:
            scorer["main"](*map(str, files))
    return out.getvalue().strip()


class Tally(Counter[str]):
    """Counts of gold, found, matched, and of matches with the right values."""

    def row(self, name: str, key: str) -> list[str]:
        """Return precision, recall and F1 of one measure."""
        right, found, gold = self[key], self["found"], self["gold"]
        shares = (right / found, right / gold, 2 * right / (found + gold))
        return [name, *(f"{100 * share:.1f}" for share in shares)]


def conflict(bench: Path, *, failures: bool) -> None:
    """Print precision and recall on the war reports."""
    texts = {}
    for line in (bench / "conflict/fa-kes-dev.jsonl").open(encoding="utf8"):
        article = json.loads(line)
        texts[article["unit_id"]] = article["article_content"]
    tally = Tally()
    for line in GOLD.open(encoding="utf8"):
        document = json.loads(line)
        text = texts[document["unit_id"]][: document["upto"]]
        reference = datetime.fromisoformat(document["reference"]).replace(hour=12, tzinfo=UTC)
        compare(document["expressions"], find(text, reference=reference), tally, failures)
    print(f"\nconflict: {tally['gold']} expressions, {tally['found']} found")
    print_table(
        ["conflict", "precision", "recall", "F1"],
        [
            tally.row("found (overlap)", "overlap"),
            tally.row("found (same span)", "exact"),
            tally.row("TIMEX3 value", "value"),
            tally.row("EDTF", "edtf"),
        ],
    )


def compare(
    gold: list[dict[str, Any]], said: list[Expression], tally: Tally, failures: bool
) -> None:
    """Count one document."""
    free = list(said)
    tally["gold"] += len(gold)
    tally["found"] += len(said)
    for one in gold:
        near = [other for other in free if other.start < one["end"] and other.end > one["start"]]
        best = max(near, key=lambda other: other.end - other.start, default=None)
        if best is None:
            if failures:
                print(f"  missed {one['words']!r} {one['value']}")
            continue
        free.remove(best)
        tally["overlap"] += 1
        tally["exact"] += (best.start, best.end) == (one["start"], one["end"])
        tally["value"] += best.timex_value == one["value"]
        same = OFFSET.sub("", best.when.edtf) == one["edtf"]
        tally["edtf"] += same
        if failures and not (same and best.timex_value == one["value"]):
            print(f"  {one['words']!r} {one['value']} {one['edtf']}, we say {best}")
    if failures:
        for other in free:
            print(f"  too much: {other.words!r} {other.timex_value}")


def speed(bench: Path) -> None:
    """Print words a second, ours and dateparser's."""
    lines = (bench / "conflict/fa-kes-dev.jsonl").read_text("utf8").splitlines()
    text = "\n\n".join(json.loads(line)["article_content"] for line in lines)
    words = len(text.split())
    reference = datetime(2017, 4, 7, 12, tzinfo=UTC)
    ours = words / seconds(lambda: find(text, reference=reference))
    rows = [["dateline.dates", f"{words:,}", f"{ours:,.0f}", f"{ours / 88:,.0f}"]]
    with contextlib.suppress(ImportError):
        from dateparser.search import search_dates

        part = " ".join(text.split()[:PEER_WORDS])
        theirs = PEER_WORDS / seconds(lambda: search_dates(part, languages=["en"]))
        rows.append(
            ["dateparser.search", f"{PEER_WORDS:,}", f"{theirs:,.0f}", f"{theirs / 88:.1f}"]
        )
    rows.append(["HeidelTime (the bench's README)", "", "88", "1"])
    print()
    print_table(["speed", "words", "words/s", "× HeidelTime"], rows)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor's seconds that the work takes."""
    began = time.process_time()
    work()
    return time.process_time() - began


if __name__ == "__main__":
    main()
