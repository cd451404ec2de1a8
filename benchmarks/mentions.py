"""How well are place mentions found in a text, and how fast?

    python -m benchmarks.mentions [--gazetteer FILE]

GeoVirus (all names; even and odd documents apart, since rules were looked at on the even ones) and
re3d's Locations, of which many are no names ("the library", "here"): those with a capitalised word
apart. Exact spans, and spans that overlap. The peer takes every longest capitalised run that the
gazetteer knows, and nothing else. Speed is that of one core, over GeoVirus read
once by a finder that has looked nothing up yet.
"""

import argparse
import json
import re
import sys
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.default_gazetteer import default_gazetteer
from benchmarks.table import machine, print_table
from dateline.places import Gazetteer
from dateline.places.finding import Finder
from dateline.places.names import key

BENCH = Path(__file__).parents[2] / "shared" / "bench"
GEOVIRUS = BENCH / "places" / "GeoVirus.xml"
RE3D = BENCH / "conflict" / "re3d"
RUN = re.compile(r"[A-Z][\w.'’-]*(?:\s(?:(?:of|the|de|al|el|and)\s)*[A-Z][\w.'’-]*)*")
LONGEST = 7
Span = tuple[int, int]
Finding = Callable[[str], list[Span]]


@dataclass(frozen=True)
class Document:
    """A text and where its places stand."""

    text: str
    gold: frozenset[Span]


def geovirus() -> list[Document]:
    """Return GeoVirus' articles; its offsets count from 1."""
    found = []
    for article in ET.parse(GEOVIRUS).getroot().iter("article"):  # noqa: S314
        spots = article.iter("location")
        gold = {(int(s.findtext("start", "")) - 1, int(s.findtext("end", "")) - 1) for s in spots}
        found.append(Document(article.findtext("text", ""), frozenset(gold)))
    return found


def re3d(*, named: bool) -> list[Document]:
    """Return re3d's documents with their Locations: all, or those that hold a name."""
    found = []
    for folder in sorted(path for path in RE3D.iterdir() if path.is_dir()):
        gold: dict[str, set[Span]] = {}
        for row in _rows(folder / "entities.json"):
            if row["type"] == "Location" and (not named or _holds_a_name(row["value"])):
                gold.setdefault(row["documentId"], set()).add((row["begin"], row["end"]))
        for row in _rows(folder / "documents.json"):
            found.append(Document(row["text"], frozenset(gold.get(row["_id"], set()))))
    return found


def _rows(path: Path) -> Iterator[dict]:  # type: ignore[type-arg]  # any JSON
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield json.loads(line)


def _holds_a_name(value: str) -> bool:
    bare = re.sub(r"^(?:The|A|An|This|These|All|Some)\b", "", value)
    return re.search(r"[A-Z]", bare) is not None


def peer(gazetteer: Gazetteer) -> Finding:
    """Return the simplest finder: each longest part of a capitalised run that is known."""

    def find(text: str) -> list[Span]:
        found: list[Span] = []
        for run in RUN.finditer(text):
            found += _known_parts(gazetteer, run)
        return found

    return find


def _known_parts(gazetteer: Gazetteer, run: re.Match[str]) -> Iterator[Span]:
    words = [(run.start() + w.start(), w[0]) for w in re.finditer(r"[^\s]+", run[0])]
    n = 0
    while n < len(words):
        for last in range(min(len(words), n + LONGEST), n, -1):
            start, (at, word) = words[n][0], words[last - 1]
            end = at + len(re.sub(r"(?:['’]s|[.'’])$", "", word))
            folded = key(run.string[start:end])
            if folded and gazetteer.named(folded):
                yield start, end
                n = last
                break
        else:
            n += 1


def measured(documents: list[Document], find: Finding) -> list[str]:
    """Return precision, recall and F1 in percent: exact, then overlapping."""
    found = [(document.gold, set(find(document.text))) for document in documents]
    exact = sum(len(gold & said) for gold, said in found)
    gold_all, said_all = (sum(len(pair[n]) for pair in found) for n in (0, 1))
    right = sum(any(_meet(s, g) for g in gold) for gold, said in found for s in said)
    reached = sum(any(_meet(g, s) for s in said) for gold, said in found for g in gold)
    return [*_three(exact, said_all, exact, gold_all), *_three(right, said_all, reached, gold_all)]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _three(right: int, said: int, reached: int, gold: int) -> list[str]:
    precision, recall = right / max(1, said), reached / max(1, gold)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return [f"{100 * value:.1f}" for value in (precision, recall, both)]


def words_per_second(documents: list[Document], find: Finding) -> str:
    """Return the speed over the documents, nothing remembered at first."""
    words = sum(len(document.text.split()) for document in documents)
    started = time.process_time()
    for document in documents:
        find(document.text)
    return f"{words / (time.process_time() - started):,.0f}"


def main() -> None:
    """Run and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--gazetteer", type=Path, help="built; the default's is built where absent")
    options = parser.parse_args()
    if not GEOVIRUS.is_file():
        sys.exit(f"Skipped: there is no {GEOVIRUS}, which is not part of the repo.")
    with default_gazetteer(options.gazetteer) as gazetteer:
        report(gazetteer)


def report(gazetteer: Gazetteer) -> None:
    """Measure both finders on all sets."""
    virus = geovirus()
    sets = {
        "GeoVirus": virus,
        "GeoVirus, even": virus[::2],
        "GeoVirus, odd": virus[1::2],
        "re3d, with a name": re3d(named=True),
        "re3d, all": re3d(named=False),
    }
    print(machine())
    table = []
    for name, find in {"Dateline": ours(gazetteer), "peer": peer(gazetteer)}.items():
        speed = words_per_second(virus, find)
        for title, documents in sets.items():
            table.append([title, name, *measured(documents, find), speed])
    head = ["set", "finder", "P exact", "R", "F1", "P overlap", "R", "F1", "words/s"]
    print_table(head, table)


def ours(gazetteer: Gazetteer) -> Finding:
    """Return Dateline's finder: its names, without relative mentions and demonyms."""
    finder = Finder(gazetteer)

    def find(text: str) -> list[Span]:
        found = (f for f in finder.mentions(text) if f.sort == "name")
        return [(f.mention.start, f.mention.end) for f in found]

    return find


if __name__ == "__main__":
    main()
