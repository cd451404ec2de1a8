"""Are changed copies found among 100,000 texts, and what does it cost?

    python -m benchmarks.near [--size 100000]

Builds families from the real texts in ../shared/bench: a piece of news, eleven changed copies of it
and four look-alikes that are no copies. Asks a SQLite file with an index on the key for each of a
sample, opens the fifty texts that share the most keys, and counts what `alike` calls a copy. Beside
it, in the same run: datasketch's own index in memory with the same signatures.
"""

import argparse
import gzip
import json
import math
import random
import re
import resource
import sqlite3
import statistics
import tarfile
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from datasketch import MinHash, MinHashLSH
from rich.progress import track

from benchmarks.table import machine, print_table
from dateline.archive.likeness.near import LIKE, ROWS, SIGNS, alike, keys, signature, words

BENCH = Path(__file__).parents[2] / "shared" / "bench"
PIECE = 120
OPENED = 50
SAMPLE = 2_000
WINDOW = 500
"""The last so many texts are put in one by one, each in a transaction of its own, and timed."""
MARKS = (0.3, LIKE, 0.5, 0.6)
SCHEMA = """
CREATE TABLE near (id INTEGER PRIMARY KEY AUTOINCREMENT, key VARCHAR(11) NOT NULL,
                   report_id BIGINT NOT NULL);
CREATE INDEX near_key ON near (key, report_id);
"""
LOOKUP = f"""
SELECT report_id, COUNT(*) AS shared FROM near WHERE key IN ({",".join("?" * (SIGNS // ROWS))})
GROUP BY report_id ORDER BY shared DESC LIMIT {OPENED}
"""  # noqa: S608 (question marks only)


# The real texts


def articles() -> Iterator[str]:
    """Give the real texts that the families are made from."""
    for line in (BENCH / "conflict/fa-kes-dev.jsonl").read_text().splitlines():
        yield json.loads(line)["article_content"]
    for article in ElementTree.parse(BENCH / "places/GeoVirus.xml").getroot():  # noqa: S314 (ours)
        yield article.findtext("text", "")
    for page in json.loads((BENCH / "extraction/ground-truth.json").read_text()).values():
        yield page["articleBody"]
    for documents in sorted((BENCH / "conflict/re3d").glob("*/documents.json")):
        for line in documents.read_text().splitlines():
            yield json.loads(line)["text"]
    for part in ("dev", "train"):
        with tarfile.open(BENCH / f"attribution/polnear-{part}.tar.gz") as tar:
            for member in sorted(tar.getmembers(), key=lambda member: member.name):
                if member.name.endswith(".txt") and (file := tar.extractfile(member)):
                    yield file.read().decode(errors="replace")


def statements() -> Iterator[str]:
    """Give what ministries and coalitions published about strikes: forms, most of them."""
    for line in (BENCH / "incidents/statements-dev.jsonl").read_text().splitlines():
        yield json.loads(line)["text"]


def filler() -> list[str]:
    """Return sentences that stand in no original (MUC-4)."""
    with gzip.open(BENCH / "events/muc4-train.json.gz", "rt") as lines:
        texts = [json.loads(line)["doctext"] for line in lines]
    return [sentence for text in texts for sentence in sentences(text) if len(sentence) > 30]


def sentences(text: str) -> list[str]:
    """Cut a text roughly after its sentences."""
    return re.split(r"(?<=[.!?”\"])\s+", text.strip())


def pieces(text: str) -> Iterator[str]:
    """Cut a text into pieces of about 120 words: pieces of one article are look-alikes too."""
    piece: list[str] = []
    for sentence in sentences(text):
        piece += sentence.split()
        if len(piece) >= PIECE:
            yield " ".join(piece)
            piece = []
    if len(piece) > PIECE // 3:
        yield " ".join(piece)


def originals(dice: random.Random) -> list[tuple[str, str]]:
    """Return pieces of news and whole statements, in a fixed random order, no two the same."""
    found = [("news", piece) for article in articles() for piece in pieces(article)]
    found += [("statement", text) for text in statements()]
    once = {" ".join(words(text)): (sort, text) for sort, text in found if signature(text)}
    kept = list(once.values())
    dice.shuffle(kept)
    return kept


# What is done to a text


class Changes:
    """Changed copies of a text, and look-alikes that are no copies."""

    def __init__(self, dice: random.Random, stock: list[str], vocabulary: list[str]) -> None:
        self.dice, self.stock, self.vocabulary = dice, stock, vocabulary
        self.names = [word for word in vocabulary if word[:1].isupper() and len(word) > 3]

    def copies(self) -> dict[str, Callable[[str], str]]:
        """Return the changes that leave a copy."""
        return {
            "dressed otherwise": lambda t: f"RT: {t.upper().replace(',', ' –')} https://t.co/x9Q",
            "first half": lambda t: self.part(t, 0, 1 / 2),
            "middle half": lambda t: self.part(t, 1 / 4, 3 / 4),
            "a third": lambda t: self.part(t, 0, 1 / 3),
            "half as much added": lambda t: f"{t} {self.other(t, 0.5)}",
            "twice as much added": lambda t: f"{self.other(t, 1)} {t} {self.other(t, 1)}",
            "10 % reworded": lambda t: self.reworded(t, 0.1),
            "20 % reworded": lambda t: self.reworded(t, 0.2),
            "30 % reworded": lambda t: self.reworded(t, 0.3),
            "names respelt": self.respelt,
            "half, reworded, added": lambda t: (
                f"{self.reworded(self.part(t, 0, 1 / 2), 0.1)} {self.other(t, 0.25)}"
            ),
        }

    def strangers(self) -> dict[str, Callable[[str], str]]:
        """Return the changes that leave something else."""
        return {
            "form filled in anew": self.refilled,
            "same words, other order": lambda t: " ".join(self.shuffled(t.split())),
            "quotes 20 words of it": lambda t: (
                f"{self.other(t, 1)} {' '.join(t.split()[:20])} {self.other(t, 1)}"
            ),
            "unrelated": lambda t: self.other(t, 1),
        }

    def part(self, text: str, start: float, end: float) -> str:
        found = text.split()
        return " ".join(found[round(start * len(found)) : round(end * len(found))])

    def other(self, text: str, share: float) -> str:
        """Return other sentences, as long as this share of the text."""
        wanted, found = share * len(text), ""
        while len(found) < wanted:
            found += self.dice.choice(self.stock) + " "
        return found

    def reworded(self, text: str, rate: float) -> str:
        """Change words at a rate: half replaced, a quarter left out, a quarter put in."""
        found: list[str] = []
        for word in text.split():
            drawn = self.dice.random() / rate
            if drawn >= 0.25:
                found.append(self.dice.choice(self.vocabulary) if drawn < 0.75 else word)
            if drawn >= 0.75 and drawn < 1:
                found.append(self.dice.choice(self.vocabulary))
        return " ".join(found)

    def respelt(self, text: str) -> str:
        """Spell every name as another romanisation would."""
        return re.sub(r"\b[A-Z]\w{2,}", lambda name: _romanised(name[0]), text)

    def refilled(self, text: str) -> str:
        """Put other names and figures into every place that holds one."""
        text = re.sub(r"\d+", lambda _: str(self.dice.randrange(1, 99)), text)
        return re.sub(r"\b[A-Z]\w{2,}", lambda _: self.dice.choice(self.names), text)

    def shuffled(self, found: list[str]) -> list[str]:
        self.dice.shuffle(found)
        return found


def _romanised(name: str) -> str:
    for old, new in (("ee", "i"), ("ou", "u"), ("q", "k"), ("ie", "y"), ("ph", "f"), ("c", "k")):
        name = name.replace(old, new)
    return name.replace("a", "e", 1) if "a" in name else f"{name}h"


@dataclass(frozen=True)
class Text:
    """One of the texts: its family, what was done to it, and whether it is a copy."""

    family: int
    kind: str
    copy: bool
    text: str


def build(size: int) -> list[Text]:
    """Return that many texts (or as many as the originals yield) in a fixed random order."""
    dice = random.Random(1)  # noqa: S311 (nothing is secret here)
    roots, stock = originals(dice), filler()
    vocabulary = [word for _, text in roots[:1000] for word in text.split()]
    changes = Changes(dice, stock, vocabulary)
    copies, strangers = changes.copies(), changes.strangers()
    each = 1 + len(copies) + len(strangers)
    built = []
    for family, (sort, text) in enumerate(track(roots[: math.ceil(size / each)], "texts")):
        built.append(Text(family, sort, True, text))
        built += [Text(family, kind, True, change(text)) for kind, change in copies.items()]
        built += [Text(family, kind, False, change(text)) for kind, change in strangers.items()]
    dice.shuffle(built)
    return built[:size]


# What it costs


class Cost(NamedTuple):
    """Milliseconds a text (bytes a text where said)."""

    size: int
    sign: float
    insert: float
    query: float
    candidates: float
    bytes: float
    peer_insert: float
    peer_query: float
    peer_bytes: float


class Index:
    """The keys in a SQLite file, as the ledger keeps them."""

    def __init__(self, path: Path) -> None:
        self.path, self.rows = path, sqlite3.connect(path)
        self.rows.executescript(f"PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;{SCHEMA}")

    def insert(self, signed: dict[int, tuple[int, ...]]) -> None:
        """Keep the keys of some texts in one transaction."""
        rows = ((key, number) for number, signs in signed.items() for key in keys(signs))
        with self.rows:
            self.rows.executemany("INSERT INTO near (key, report_id) VALUES (?, ?)", rows)

    def lookup(self, found: list[str]) -> list[int]:
        """Return the texts that share the most keys."""
        return [number for number, _ in self.rows.execute(LOOKUP, found)]


def costs(signed: list[tuple[int, ...]], sign_ms: float, folder: Path) -> tuple[Cost, Index]:
    """Fill a fresh file and the peer with these signatures, and ask both."""
    size = len(signed)
    index, dice = Index(folder / f"{size}.sqlite3"), random.Random(2)  # noqa: S311
    asked = dice.sample(range(size), min(1_000, size))
    for start in track(range(0, size - WINDOW, WINDOW), f"SQLite, {size:,}"):
        end = min(start + WINDOW, size - WINDOW)
        index.insert({number: signed[number] for number in range(start, end)})
    started = time.perf_counter()
    for number in range(size - WINDOW, size):
        index.insert({number: signed[number]})
    insert = time.perf_counter() - started
    started = time.perf_counter()
    found = [index.lookup(keys(signed[number])) for number in asked]
    query = time.perf_counter() - started
    hashes = [MinHash(hashvalues=signs, scheme="affine32") for signs in signed]
    ready = memory()
    peer = MinHashLSH(num_perm=SIGNS, params=(SIGNS // ROWS, ROWS))
    for number in track(range(size - WINDOW), f"peer, {size:,}"):
        peer.insert(number, hashes[number])
    started = time.perf_counter()
    for number in range(size - WINDOW, size):
        peer.insert(number, hashes[number])
    peer_insert = time.perf_counter() - started
    peer_bytes = memory() - ready
    started = time.perf_counter()
    for number in asked:
        peer.query(hashes[number])
    peer_query = time.perf_counter() - started
    return Cost(
        size,
        sign_ms,
        insert / WINDOW * 1000,
        query / len(asked) * 1000,
        statistics.mean(map(len, found)),
        sum(file.stat().st_size for file in folder.glob(f"{size}.*")) / size,
        peer_insert / WINDOW * 1000,
        peer_query / len(asked) * 1000,
        peer_bytes / size,
    ), index


def memory() -> int:
    """Return the bytes this process holds now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize()


# What is found


class Found(NamedTuple):
    """A pair that the index gave and how alike it is."""

    asked: Text
    other: Text
    score: float


def pairs(texts: list[Text], signed: list[tuple[int, ...]], index: Index) -> list[Found]:
    """Ask for a sample of the texts and open what comes back."""
    dice = random.Random(3)  # noqa: S311
    found = []
    for number in track(dice.sample(range(len(texts)), min(SAMPLE, len(texts))), "opening"):
        for other in index.lookup(keys(signed[number])):
            if other != number:
                score = alike(texts[number].text, texts[other].text)
                found.append(Found(texts[number], texts[other], score))
    return found


def right(pair: Found) -> bool:
    """Say whether a pair is an original and its copy, or two copies of one original."""
    return pair.asked.copy and pair.other.copy and pair.asked.family == pair.other.family


def by_kind(texts: list[Text], signed: list[tuple[int, ...]], index: Index) -> list[list[str]]:
    """Return for each kind of change how often a changed text finds its own original."""
    roots = {t.family: n for n, t in enumerate(texts) if t.kind in ("news", "statement")}
    changed = defaultdict(list)
    for number, text in enumerate(texts):
        if text.family in roots and roots[text.family] != number:
            changed[(not text.copy, text.kind)].append(number)
    rows = []
    for (stranger, kind), numbers in track(sorted(changed.items()), "kinds"):
        numbers = numbers[:400]
        opened, scores = 0, []
        for number in numbers:
            root = roots[texts[number].family]
            if root in index.lookup(keys(signed[number])):
                opened += 1
                scores.append(alike(texts[number].text, texts[root].text))
        shares = [sum(score >= mark for score in scores) / len(numbers) for mark in MARKS]
        row = [kind, "no" if stranger else "yes", f"{len(numbers)}", percent(opened / len(numbers))]
        rows.append(row + [percent(share) for share in shares])
    return rows


def percent(share: float) -> str:
    return f"{share:.1%}"


def precision(found: list[Found]) -> list[list[str]]:
    """Return for each mark how many pairs are called alike, how many rightly, and what is wrong."""
    rows = []
    for mark in MARKS:
        called = [pair for pair in found if pair.score >= mark]
        wrong = [pair for pair in called if not right(pair)]
        sorts = Counter(sort_of(pair) for pair in wrong)
        row = [f"{mark}", f"{len(called):,}", percent(1 - len(wrong) / max(1, len(called)))]
        rows.append(row + [f"{sorts[sort]:,}" for sort in WRONG])
    return rows


WRONG = ["form filled in anew", "quotes 20 words of it", "same words, other order", "two originals"]


def sort_of(pair: Found) -> str:
    """Name what misled: a look-alike made on purpose, or two texts that stand so in the corpora."""
    kinds = [text.kind for text in (pair.asked, pair.other) if not text.copy]
    return kinds[0] if kinds else WRONG[-1]


def main() -> None:
    """Run and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=100_000)
    size = parser.parse_args().size
    if not BENCH.is_dir():
        print(f"Nothing measured: {BENCH} is not here. It holds the real texts to measure on.")
        return
    texts = build(size)
    started = time.perf_counter()
    marked = [signature(text.text) for text in track(texts, "signatures")]
    sign_ms = (time.perf_counter() - started) / len(texts) * 1000
    told = [(text, signs) for text, signs in zip(texts, marked, strict=True) if signs]
    texts, signed = [text for text, _ in told], [signs for _, signs in told]
    sizes = [mark for mark in (1_000, 10_000) if mark < len(texts)] + [len(texts)]
    with tempfile.TemporaryDirectory() as folder:
        measured = [costs(signed[:n], sign_ms, Path(folder)) for n in sizes]
        index = measured[-1][1]
        report(texts, marked, by_kind(texts, signed, index), pairs(texts, signed, index))
    report_costs([cost for cost, _ in measured])


def report(
    texts: list[Text],
    marked: list[tuple[int, ...] | None],
    kinds: list[list[str]],
    found: list[Found],
) -> None:
    """Print what is found and what is wrongly found."""
    print(machine())
    average = statistics.mean(len(text.text.split()) for text in texts)
    short = marked.count(None)
    print(f"{len(texts):,} texts of {average:.0f} words on average; {short} too short to tell\n")
    marks = [f"≥ {mark}" for mark in MARKS]
    print_table(["change", "a copy?", "asked", "index", *marks], kinds)
    print()
    print_table(["alike ≥", "pairs", "right", *WRONG], precision(found))


def report_costs(costs: list[Cost]) -> None:
    """Print what it costs as the archive grows, the peer beside it."""
    print()
    rows = [
        [
            f"{c.size:,}",
            *(f"{ms:.2f}" for ms in (c.sign, c.insert, c.query)),
            f"{c.candidates:.0f}",
            f"{c.bytes / 1000:.1f}",
            *(f"{ms:.2f}" for ms in (c.peer_insert, c.peer_query)),
            f"{c.peer_bytes / 1000:.1f}",
        ]
        for c in costs
    ]
    head = ["texts", "sign, ms", "insert, ms", "query, ms", "opened", "kB in file"]
    print_table([*head, "peer: insert, ms", "query, ms", "kB in memory"], rows)
    first, last = costs[0], costs[-1]
    fit = math.log(last.size) / math.log(first.size)
    print(
        f"\nfrom {first.size:,} to {last.size:,}: insert × {last.insert / first.insert:.2f}, "
        f"query × {last.query / first.query:.2f} a text; n log n in all would be × {fit:.2f}"
    )


if __name__ == "__main__":
    main()
