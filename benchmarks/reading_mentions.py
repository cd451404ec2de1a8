"""How well are parties, people, places, dates, weapons and quantities found in re3d?

    python -m benchmarks.reading_mentions [--gazetteer FILE] [--misses SORT]

Overlap precision, recall and F1 by type, over every span that its annotators or their machine
marked, pronouns too. The list of nouns was written after a look at the most frequent values of each
type in all of these documents: neither half is unseen. The peer is the pipeline's own entities,
from the same parse.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Doc

from benchmarks.default_gazetteer import default_gazetteer
from benchmarks.table import machine, print_table
from dateline.places import Gazetteer
from dateline.reading.mentions import Mention, mentions
from dateline.reading.passage import passages
from dateline.reading.pipeline import load
from dateline.reading.structure import layout

RE3D = Path(__file__).parents[2] / "shared" / "bench" / "conflict" / "re3d"
TYPES = {
    "Organisation": ("party", {"ORG", "NORP"}),
    "Location": ("place", {"GPE", "LOC", "FAC"}),
    "Person": ("person", {"PERSON"}),
    "Weapon": ("weapon", set[str]()),
    "Quantity": ("quantity", {"CARDINAL", "QUANTITY", "PERCENT"}),
    "Temporal": ("date", {"DATE", "TIME"}),
}
Span = tuple[int, int]


@dataclass(frozen=True)
class Document:
    """A text with its gold, what we found, and what the pipeline alone finds."""

    text: str
    gold: dict[str, set[Span]]
    ours: list[Mention]
    peer: list[tuple[str, Span]]


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gazetteer", type=Path, help="built; the default's is built where absent")
    parser.add_argument("--misses", default="", choices=["", *TYPES], help="print misses of a type")
    options = parser.parse_args()
    if not RE3D.is_dir():
        sys.exit(f"Skipped: there is no {RE3D}, which is not part of the repo.")
    with default_gazetteer(options.gazetteer) as gazetteer:
        read = list(documents(gazetteer))
    print(machine())
    parts = {"all": read, "even": read[::2], "odd": read[1::2]}
    rows = [
        row for name in TYPES for part, docs in parts.items() for row in scored(name, part, docs)
    ]
    print_table(["type", "documents", "gold", "finder", "precision", "recall", "F1"], rows)
    if options.misses:
        show(options.misses, read[::2])


def documents(gazetteer: Gazetteer) -> Iterator[Document]:
    """Read every document, and tell on the error side how fast."""
    pipeline, words, took = load(), 0, 0.0
    for text, gold in texts():
        read = passages(text, layout(text), pipeline)
        docs, starts = [one.doc for one in read], [one.start for one in read]
        began = time.process_time()
        found = mentions(text, docs, starts, gazetteer)
        took += time.process_time() - began
        words += len(text.split())
        yield Document(text, gold, found, list(entities(docs, starts)))
    print(f"{words / took:,.0f} words a second after the parse", file=sys.stderr)


def texts() -> Iterator[tuple[str, dict[str, set[Span]]]]:
    for folder in sorted(path for path in RE3D.iterdir() if path.is_dir()):
        gold: dict[str, dict[str, set[Span]]] = {}
        for row in rows_of(folder / "entities.json"):
            spans = gold.setdefault(row["documentId"], {}).setdefault(row["type"], set())
            spans.add((row["begin"], row["end"]))
        for row in rows_of(folder / "documents.json"):
            yield row["text"], gold.get(row["_id"], {})


def rows_of(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]  # any JSON
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def entities(docs: list[Doc], starts: list[int]) -> Iterator[tuple[str, Span]]:
    for doc, start in zip(docs, starts, strict=True):
        for entity in doc.ents:
            yield entity.label_, (start + entity.start_char, start + entity.end_char)


def scored(name: str, part: str, docs: list[Document]) -> Iterator[list[str]]:
    sort, labels = TYPES[name]
    ours = [{(m.start, m.end) for m in doc.ours if counts_as(m, sort)} for doc in docs]
    peer = [{at for label, at in doc.peer if label in labels} for doc in docs]
    gold = [doc.gold.get(name, set()) for doc in docs]
    for finder, found in (("Dateline", ours), ("spaCy's entities", peer)):
        right = sum(
            any(meet(f, g) for g in gs) for gs, fs in zip(gold, found, strict=True) for f in fs
        )
        hit = sum(
            any(meet(f, g) for f in fs) for gs, fs in zip(gold, found, strict=True) for g in gs
        )
        precision = right / max(1, sum(map(len, found)))
        recall = hit / max(1, sum(map(len, gold)))
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        scores = [f"{100 * score:.1f}" for score in (precision, recall, f1)]
        yield [name, part, str(sum(map(len, gold))), finder, *scores]


def counts_as(found: Mention, sort: str) -> bool:
    return found.sort == sort and found.kind != "money"  # re3d has a type of its own for money


def meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def show(name: str, docs: list[Document]) -> None:
    """Print what was missed and what was found too much, the most frequent first."""
    sort = TYPES[name][0]
    missed: Counter[str] = Counter()
    extra: Counter[str] = Counter()
    for doc in docs:
        gold = doc.gold.get(name, set())
        found = {(m.start, m.end) for m in doc.ours if counts_as(m, sort)}
        missed.update(doc.text[slice(*g)] for g in gold if not any(meet(g, f) for f in found))
        extra.update(doc.text[slice(*f)] for f in found if not any(meet(g, f) for g in gold))
    print("\nmissed:", missed.most_common(70), "\nextra:", extra.most_common(70))


if __name__ == "__main__":
    main()
