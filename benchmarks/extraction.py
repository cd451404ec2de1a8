"""How much of an article's text is found, and how much beside it?

    python -m benchmarks.extraction [--pages ../shared/bench/extraction]

The pages and their hand-made texts are those of scrapinghub/article-extraction-benchmark (MIT), the
measure is its own: runs of four words; precision and recall are each the mean over all pages, F1 is
made of these two means. Beside ours stand trafilatura's settings, in the same run on the same
machine, in seconds of the processor, so that a busy neighbour does not count. Random halves show
how far a figure depends on which pages happen to be in the set.
"""

import argparse
import gzip
import json
import logging
import random
import re
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import trafilatura

from benchmarks.table import machine, print_table
from dateline.archive.extract import extract

PAGES = Path(__file__).parents[2] / "shared/bench/extraction"
WORD = re.compile(r"\w+")
RUN = 4
HALVES = 200
AIM = 0.960
PLAIN = "trafilatura"


class PageMeasure(NamedTuple):
    """Shares of all runs on one page: found rightly, found wrongly, missed."""

    right: float
    wrong: float
    missed: float

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right else float(not self.missed)

    @property
    def recall(self) -> float:
        return self.right / (self.right + self.missed) if self.right else float(not self.wrong)


class Score(NamedTuple):
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / (self.precision + self.recall)


class Sample(NamedTuple):
    """A page as it was served, and the article that a person found in it."""

    url: str
    html: bytes
    article: str


def ours(sample: Sample) -> str:
    return extract(sample.html, url=sample.url, declared_type="text/html", charset="").text


def theirs(**settings: bool) -> Callable[[Sample], str]:
    return lambda sample: trafilatura.extract(sample.html, url=sample.url, **settings) or ""


PROGRAMS: dict[str, Callable[[Sample], str]] = {
    "Dateline (with all metadata)": ours,
    PLAIN: theirs(),
    "trafilatura, no comments": theirs(include_comments=False),
    "trafilatura, fast, no comments": theirs(include_comments=False, fast=True),
    "trafilatura, favor_precision": theirs(favor_precision=True),
    "trafilatura, favor_recall": theirs(favor_recall=True),
}


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=Path, default=PAGES)
    folder = parser.parse_args().pages
    if not (folder / "ground-truth.json").exists():
        sys.exit(f"Nothing was measured: the pages are not in {folder}.")
    logging.disable(logging.WARNING)
    samples = load(folder)
    print(machine())
    rows, plain = [], 0.0
    for name, program in PROGRAMS.items():
        program(samples[0])  # what is loaded at the first use is not part of a page's time
        measures, seconds = measure(program, samples)
        rows.append((name, measures, seconds))
        plain = seconds if name == PLAIN else plain
    head = ["program", "precision", "recall", "F1", "F1 of halves, 5–95 %", "pages/s", "time"]
    print_table(head, [row(*one, plain=plain) for one in rows])
    print(f"\n{len(samples)} pages; aim: F1 of at least {AIM:.3f}")


def load(folder: Path) -> list[Sample]:
    truth = json.loads((folder / "ground-truth.json").read_text())
    return [
        Sample(
            said["url"],
            gzip.decompress((folder / f"html/{key}.html.gz").read_bytes()),
            said.get("articleBody", ""),
        )
        for key, said in truth.items()
    ]


def measure(
    program: Callable[[Sample], str], samples: Sequence[Sample]
) -> tuple[list[PageMeasure], float]:
    """Return the measure of each page and the seconds for all."""
    started = time.process_time()
    texts = [program(sample) for sample in samples]
    seconds = time.process_time() - started
    pairs = zip(samples, texts, strict=True)
    return [compare(sample.article, text) for sample, text in pairs], seconds


def compare(true: str, found: str) -> PageMeasure:
    """Count the runs of words that two texts share, as shares of all that either has."""
    expected, got = runs(true), runs(found)
    counts = [(expected & got).total(), (got - expected).total(), (expected - got).total()]
    return PageMeasure(*(count / max(1, sum(counts)) for count in counts))


def runs(text: str) -> Counter[tuple[str, ...]]:
    """Count a text's runs of four words; a shorter text is one run, an empty one none."""
    words = WORD.findall(text)
    ends = range(max(1, len(words) - RUN + 1))
    return Counter(run for start in ends if (run := tuple(words[start : start + RUN])))


def score(measures: Sequence[PageMeasure]) -> Score:
    """Average over the pages where a share is defined: nothing found has no precision."""
    found = [one.precision for one in measures if one.right + one.wrong > 0]
    true = [one.recall for one in measures if one.right + one.missed > 0]
    return Score(statistics.mean(found), statistics.mean(true))


def halves(measures: Sequence[PageMeasure]) -> tuple[float, float]:
    """Return the 5th and 95th percentile of F1 over random halves of the pages."""
    draw = random.Random(1)  # noqa: S311 - a sample, no secret
    drawn = (draw.sample(measures, len(measures) // 2) for _ in range(HALVES))
    figures = statistics.quantiles((score(half).f1 for half in drawn), n=20)
    return figures[0], figures[-1]


def row(name: str, measures: Sequence[PageMeasure], seconds: float, *, plain: float) -> list[str]:
    total, (low, high) = score(measures), halves(measures)
    return [
        name,
        *(f"{figure:.4f}" for figure in (total.precision, total.recall, total.f1)),
        f"{low:.3f}–{high:.3f}",
        f"{len(measures) / seconds:.0f}",
        f"{seconds / plain:.2f}×",
    ]


if __name__ == "__main__":
    main()
