"""Are time expressions found, and are they given the right value?

    python -m benchmarks.dates [--bench ../shared/bench] [--failures]

Four measures. `pairs`: about 1,400 expressions with TIMEX3 values (timenorm), scored by the
bench's own scorer; every second document was looked at while the grammar was written, the others
were not, and both halves are printed. `conflict`: expressions of war reports that were annotated
before the grammar was written (benchmarks/gold/dates-conflict.jsonl); found where spans overlap.
`newswire`: 31 invented passages in the manner of news agencies, annotated by TimeML's guidelines
(benchmarks/gold/dates-newswire.jsonl) and measured as TempEval-3 is; halves as in `pairs`.
`speed`: words a second on one core, beside dateparser in the same run, in seconds of the processor.
"""

import argparse
import contextlib
import io
import json
import runpy
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks.dates_tally import MEASURES, Tally, compare
from benchmarks.table import machine, print_table
from dateline.dates import find

BENCH = Path(__file__).parents[2] / "shared/bench"
CONFLICT = Path(__file__).parent / "gold/dates-conflict.jsonl"
NEWSWIRE = Path(__file__).parent / "gold/dates-newswire.jsonl"
BREAK = "\n\n"
PEER_WORDS = 2_000


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
    newswire(failures=options.failures)
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


def conflict(bench: Path, *, failures: bool) -> None:
    """Print precision and recall on the war reports."""
    texts = {}
    for line in (bench / "conflict/fa-kes-dev.jsonl").open(encoding="utf8"):
        article = json.loads(line)
        texts[article["unit_id"]] = article["article_content"]
    tally = Tally()
    for line in CONFLICT.open(encoding="utf8"):
        document = json.loads(line)
        text = texts[document["unit_id"]][: document["upto"]]
        reference = datetime.fromisoformat(document["reference"]).replace(hour=12, tzinfo=UTC)
        compare(document["expressions"], find(text, reference=reference), tally, failures)
    tally.print("conflict", {**MEASURES, "EDTF": "edtf"})


def newswire(*, failures: bool) -> None:
    """Print precision and recall on the invented passages; failures of the tuned half alone."""
    documents = [json.loads(line) for line in NEWSWIRE.open(encoding="utf8")]
    for name, which in (("not looked at", 1), ("looked at", 0)):
        tally = Tally()
        for document in documents[which::2]:
            reference = datetime.fromisoformat(document["reference"]).replace(tzinfo=UTC)
            said = find(document["text"], reference=reference)
            compare(document["expressions"], said, tally, failures and which == 0)
        tally.print(f"newswire, {name}", MEASURES)


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
