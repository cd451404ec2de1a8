"""Where do the place names of a text lie? Beside the most populous place of each name.

    python -m benchmarks.resolving [--gazetteer FILE] [--keep FOLDER]

GeoVirus of ../shared/bench (229 news texts, 2,170 mentions, coordinates of Wikipedia): given the
mentions, and end to end (mentions found here; one counts where its span is the gold one's and its
place lies within 161 km). Every second document apart: what was looked at while building is even.
"""

import argparse
import json
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import NamedTuple

from benchmarks.default_gazetteer import default_gazetteer
from benchmarks.table import machine, print_table
from dateline.codebook import distance_m
from dateline.places import Gazetteer, find
from dateline.places import lines as place_lines
from dateline.places.mention import Mention
from dateline.places.resolving import Context, resolve

CORPUS = Path(__file__).parents[2] / "shared" / "bench" / "places" / "GeoVirus.xml"
FAR_KM = 161
NOWHERE_KM = 20_039
Point = tuple[float, float]
Answer = Callable[[str, Sequence[Mention]], list[Point | None]]


class Gold(NamedTuple):
    """A mention as the corpus has it; offsets from 0."""

    start: int
    end: int
    lat: float
    lon: float


class Document(NamedTuple):
    """A text and its mentions."""

    text: str
    gold: list[Gold]


def documents() -> Iterator[Document]:
    """Read the corpus, whose offsets start at 1."""
    for article in ET.parse(CORPUS).getroot().iter("article"):  # noqa: S314  a file of ours
        told = [{c.tag: c.text or "" for c in place} for place in article.iter("location")]
        gold = [
            Gold(int(t["start"]) - 1, int(t["end"]) - 1, float(t["lat"]), float(t["lon"]))
            for t in told
            if t.get("lat")
        ]
        yield Document(article.findtext("text") or "", sorted(gold))


def most_populous(gazetteer: Gazetteer) -> Answer:
    """The peer: of all places of a name, the one with most inhabitants."""

    def answer(_: str, mentions: Sequence[Mention]) -> list[Point | None]:
        found = [find(gazetteer, one.words, most=300) for one in mentions]
        best = [max(some, key=lambda c: c.population, default=None) for some in found]
        return [(one.lat, one.lon) if one else None for one in best]

    return answer


def together(gazetteer: Gazetteer) -> Answer:
    """What Dateline does."""

    def answer(_: str, mentions: Sequence[Mention]) -> list[Point | None]:
        found = (one.place for one in resolve(mentions, Context(), gazetteer))
        return [(place.lat, place.lon) if place else None for place in found]

    return answer


def errors_km(documents: Sequence[Document], answer: Answer) -> list[list[float]]:
    """Return each document's errors; what is not answered is as far as the world is wide."""
    found = []
    for text, gold in documents:
        points = answer(text, [Mention.at(text, one.start, one.end) for one in gold])
        found.append([_away_km(one, point) for one, point in zip(gold, points, strict=True)])
    return found


def _away_km(gold: Gold, point: Point | None) -> float:
    return distance_m(gold.lat, gold.lon, *point) / 1000 if point else NOWHERE_KM


def row(name: str, documents: Sequence[Document], answer: Answer) -> list[str]:
    """Measure one way of answering."""
    start = time.perf_counter()
    by_document = errors_km(documents, answer)
    speed = len(documents) / (time.perf_counter() - start)
    flat = [away for errors in by_document for away in errors]
    halves = [[a for errors in by_document[n::2] for a in errors] for n in (0, 1)]
    even, odd = (share(half, FAR_KM) for half in halves)
    answered = 100 * sum(away < NOWHERE_KM for away in flat) / len(flat)
    told = [share(flat, FAR_KM), even, odd, share(flat, 10), f"{median(flat):.0f} km"]
    return [name, *told, f"{answered:.1f}", f"{speed:.0f}"]


def share(errors: Sequence[float], most: float) -> str:
    return f"{100 * sum(away <= most for away in errors) / len(errors):.1f}"


def end_to_end(documents: Sequence[Document], gazetteer: Gazetteer) -> list[list[str]]:
    """Measure mentions found and resolved: exact spans, and those that overlap."""
    said = gold = spans = right = 0
    start = time.perf_counter()
    for text, told in documents:
        found = list(place_lines.read(text, Context(), gazetteer))
        names = {(f["start"], f["end"]): f for f in found if f["sort"] == "name" and f["name"]}
        said, gold = said + len(names), gold + len(told)
        for one in told:
            if there := names.get((one.start, one.end)):
                spans += 1
                right += _away_km(one, (there["lat"], there["lon"])) <= FAR_KM
    speed = len(documents) / (time.perf_counter() - start)
    return [
        ["span found", *scores(spans, said, gold), f"{speed:.0f}"],
        ["span found, place within 161 km", *scores(right, said, gold), f"{speed:.0f}"],
    ]


def scores(right: int, said: int, gold: int) -> list[str]:
    precision, recall = right / said, right / gold
    f1 = 2 * precision * recall / (precision + recall)
    return [f"{100 * one:.1f}" for one in (precision, recall, f1)]


def leave(documents: Sequence[Document], gazetteer: Gazetteer, folder: Path) -> None:
    """Write predictions for score/places.py."""
    with (folder / "geovirus.jsonl").open("w", encoding="utf-8") as file:
        for n, (text, gold) in enumerate(documents):
            spans = [(one.start, one.end) for one in gold]
            for told in place_lines.resolved(text, spans, Context(), gazetteer):
                file.write(json.dumps({"doc": n, **told}) + "\n")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazetteer", type=Path, help="built; the default's is built where absent")
    parser.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()), help="a folder")
    told = parser.parse_args()
    if not CORPUS.is_file():
        sys.exit(f"Skipped: there is no {CORPUS}, which is not part of the repo.")
    texts = list(documents())
    with default_gazetteer(told.gazetteer) as gazetteer:
        heads = ["mentions given", "Acc@161", "even", "odd", "@10", "median", "answered", "docs/s"]
        peer = row("most populous", texts, most_populous(gazetteer))
        ours = row("dateline", texts, together(gazetteer))
        print_table(heads, [peer, ours])
        heads = ["end to end", "precision", "recall", "F1", "docs/s"]
        print()
        print_table(heads, end_to_end(texts, gazetteer))
        leave(texts, gazetteer, told.keep)
    print(machine())


if __name__ == "__main__":
    main()
