"""What does reading claim, against the gold that was annotated before it was tuned?

    python -m benchmarks.claims [--gazetteer FILE] [--misses]

The example of ../shared and 30 stories of its conflict corpus (benchmarks/gold/README.md), scored
as ../shared/bench/score/claims.py does. The held half of the stories is scored, its misses are not
shown. Beside a peer in the same run: every sentence is a claim, and its fields are what plain
patterns find.
"""

import argparse
import hashlib
import json
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib import util
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.claims_peer import sentences_as_claims
from benchmarks.default_gazetteer import default_gazetteer
from benchmarks.table import machine, print_table
from dateline.codebook.claim_json import as_json
from dateline.reading import Reader
from dateline.reading.pipeline import load

SHARED = Path(__file__).parents[2] / "shared"
EXAMPLE = SHARED / "examples" / "putin-in-syria-2015-10-21.txt"
STORIES = SHARED / "bench" / "conflict" / "fa-kes-dev.jsonl"
SCORER = SHARED / "bench" / "score" / "claims.py"
GOLD = Path(__file__).parent / "gold"
FIELDS = ("kind", "event", "speakers", "place", "when", "tolls", "hedge")
Json = dict[str, Any]


@dataclass(frozen=True)
class Document:
    """A text with its gold claims."""

    text: str
    published: datetime
    split: str
    gold: list[Json]


def texts() -> dict[str, str]:
    """Return the texts that the gold is of, by their digests."""
    rows = [json.loads(line) for line in STORIES.read_text(encoding="utf-8").splitlines()]
    every = [EXAMPLE.read_text(encoding="utf-8"), *(row["article_content"] for row in rows)]
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in every}


def documents(file: str) -> list[Document]:
    """Read a gold file."""
    lines = [json.loads(line) for line in (GOLD / file).read_text(encoding="utf-8").splitlines()]
    by_digest: dict[str, list[Json]] = {}
    for line in lines:
        by_digest.setdefault(line["sha256"], []).append(line)
    known = texts()
    return [_document(known[digest], told) for digest, told in by_digest.items()]


def _document(text: str, told: list[Json]) -> Document:
    day = datetime.fromisoformat(f"{told[0]['published']}T18:00").replace(tzinfo=UTC)
    return Document(text, day, told[0]["split"], [one for one in told if "start" in one])


@dataclass
class Score:
    """Counts over several texts."""

    hits: int = 0
    said: int = 0
    answered: int = 0
    gold: int = 0

    def __post_init__(self) -> None:
        self.fields = {name: [0, 0] for name in FIELDS}

    def row(self) -> list[str]:
        shares = [(self.hits, self.said), (self.answered, self.gold), *self.fields.values()]
        return [f"{100 * a / max(1, b):.0f}" for a, b in shares]


def scored(documents: Sequence[Document], said: Sequence[list[Json]], scorer: ModuleType) -> Score:
    """Score each text by itself, the scorer's way."""
    score = Score()
    for document, claims in zip(documents, said, strict=True):
        answers = answered(document.gold, claims)
        score.hits += sum(map(len, answers.values()))
        score.said += len(claims)
        score.answered += len(answers)
        score.gold += len(document.gold)
        for n, found in answers.items():
            for name, counted in score.fields.items():
                if document.gold[n].get(name):
                    counted[1] += 1
                    counted[0] += _right(name, document.gold[n][name], found, scorer)
    return score


def _right(name: str, gold: Any, found: Sequence[Json], scorer: ModuleType) -> bool:
    return any(scorer.same(name, gold, claim.get(name)) for claim in found)


def answered(gold: Sequence[Json], claims: Sequence[Json]) -> dict[int, list[Json]]:
    """Return which claims answer which gold one: where they overlap most."""
    found: dict[int, list[Json]] = {}
    for claim in claims:
        best = max(range(len(gold)), key=lambda n: overlap(gold[n], claim), default=None)
        if best is not None and overlap(gold[best], claim):
            found.setdefault(best, []).append(claim)
    return found


def overlap(one: Json, other: Json) -> int:
    shared: int = min(one["end"], other["end"]) - max(one["start"], other["start"])
    return max(0, shared)


def misses(document: Document, claims: Sequence[Json], scorer: ModuleType) -> Iterator[str]:
    """Say what is wrong in a text that may be looked at."""
    answers = answered(document.gold, claims)
    for n, gold in enumerate(document.gold):
        words = document.text[gold["start"] : gold["end"]].replace("\n", " ")
        if n not in answers:
            yield f"MISSED {words}"
        for name in FIELDS:
            if n in answers and gold.get(name) and not _right(name, gold[name], answers[n], scorer):
                said = [claim.get(name) for claim in answers[n]]
                yield f"{name}: {json.dumps(gold[name])} | {json.dumps(said)[:300]} | {words}"
    for claim in claims:
        if not any(overlap(gold, claim) for gold in document.gold):
            yield f"EXCESS {claim['kind']} {claim['event']} | {claim['quote']}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gazetteer", type=Path, help="built; the default's is built where absent")
    parser.add_argument(
        "--misses", action="store_true", help="print what is wrong in the open half"
    )
    told = parser.parse_args()
    if not SCORER.is_file():
        sys.exit(f"Skipped: there is no {SCORER}, which is not part of the repo.")
    spec = util.spec_from_file_location("score_claims", SCORER)
    assert spec
    assert spec.loader
    spec.loader.exec_module(scorer := util.module_from_spec(spec))
    stories = documents("claims-stories.jsonl")
    sets = {
        "example": documents("claims-example.jsonl"),
        "stories, open": [one for one in stories if one.split == "dev"],
        "stories, held": [one for one in stories if one.split == "held"],
    }
    with default_gazetteer(told.gazetteer) as gazetteer:
        reader = Reader(load(), gazetteer)
        rows = [
            row for name, some in sets.items() for row in _rows(name, some, reader, scorer, told)
        ]
    print_table(["texts", "reader", "precision", "recall", *FIELDS, "words/s"], rows)
    print(machine())


def _rows(
    name: str, some: list[Document], reader: Reader, scorer: ModuleType, told: argparse.Namespace
) -> Iterator[list[str]]:
    start = time.process_time()
    ours = [
        [as_json(c) for c in reader.read(one.text, published=one.published, language="en").claims]
        for one in some
    ]
    words = sum(len(one.text.split()) for one in some)
    speed = words / (time.process_time() - start)
    if told.misses and "held" not in name:
        for document, claims in zip(some, ours, strict=True):
            print(*misses(document, claims, scorer), sep="\n")
    peer = [sentences_as_claims(one.text, one.published) for one in some]
    yield [name, "dateline", *scored(some, ours, scorer).row(), f"{speed:,.0f}"]
    yield [name, "peer", *scored(some, peer, scorer).row(), ""]


if __name__ == "__main__":
    main()
