"""The gold claims hold offsets and labels that fit; never a word of the texts themselves."""

import json
import re
from datetime import date
from hashlib import sha256
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

import pytest

from dateline.codebook import CATEGORIES, HEDGES, KINDS
from dateline.codebook.events import EVENTS

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "benchmarks/gold"
SHARED = ROOT.parent / "shared"
EXAMPLE = SHARED / "examples/putin-in-syria-2015-10-21.txt"
STORIES = SHARED / "bench/conflict/fa-kes-dev.jsonl"
Line = dict[str, Any]
BASE: Final = {"doc", "sha256", "published", "split", "sentence"}
NONE: Final = BASE | {"claims", "repeats"}
FIELDS: Final = frozenset({"kind", "event", "speakers", "place", "when", "tolls", "hedge"})
CLAIM: Final = BASE | FIELDS | {"start", "end", "negated"}
NUMBERS: Final = {
    **{"one": 1, "a": 1, "the": 1, "an": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6},
    **{"seven": 7, "eight": 8, "nine": 9, "ten": 10, "fifty": 50, "ninety-two": 92},
    **{"few": 3, "several": 3, "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000},
    **{"tens of thousands": 20_000, "one million": 1_000_000, "four million": 4_000_000},
    **{"quarter of a million": 250_000},
}


def read(name: str) -> list[Line]:
    text = (GOLD / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def faults(line: Line) -> list[str]:
    """Return what is wrong with the form of one line."""
    if line.keys() - (CLAIM if "start" in line else NONE):
        return ["a field that gold does not have"]
    return _of_claim(line) if "start" in line else [] if line["claims"] is False else ["no claim"]


def _of_claim(line: Line) -> list[str]:
    (low, high), start, end = line["sentence"], line["start"], line["end"]
    tests = {
        "its quote leaves its sentence": low <= start < end <= high,
        "an unknown kind": line.get("kind", "event") in KINDS,
        "an unknown event": line.get("event", "other") in EVENTS,
        "an unknown hedge": line.get("hedge", {"class": "said"})["class"] in HEDGES,
        "a nameless speaker": all(speaker["name"].strip() for speaker in line.get("speakers", ())),
        "a place off the globe": _is_on_globe(line.get("place")),
        "a time that runs backwards": _runs_forward(line.get("when")),
        "a toll that cannot be": all(_can_be(toll, start, end) for toll in line.get("tolls", ())),
    }
    return [fault for fault, holds in tests.items() if not holds]


def _is_on_globe(place: Line | None) -> bool:
    at = place or {"lat": 0, "lon": 0, "radius_m": 1}
    return abs(at["lat"]) <= 90 and abs(at["lon"]) <= 180 and at["radius_m"] > 0


def _runs_forward(when: Line | None) -> bool:
    return not when or date.fromisoformat(when["start"]) <= date.fromisoformat(when["end"])


def _can_be(toll: Line, start: int, end: int) -> bool:
    low, high, (first, last) = toll["low"], toll["high"], toll["at"]
    bounded = [n for n in (low, high) if n is not None]
    known = toll["category"] in CATEGORIES and toll.keys() == {"category", "low", "high", "at"}
    return known and bool(bounded) and bounded == sorted(bounded) and start <= first < last <= end


@pytest.fixture(params=["claims-example.jsonl", "claims-stories.jsonl"])
def lines(request: pytest.FixtureRequest) -> list[Line]:
    return read(request.param)


def test_every_line_keeps_the_form(lines):
    assert [(line["doc"], line["sentence"], f) for line in lines for f in faults(line)] == []


def test_no_two_claims_share_words(lines):
    for _, of_doc in groupby(lines, key=lambda line: line["doc"]):
        spans = sorted((line["start"], line["end"]) for line in of_doc if "start" in line)
        assert all(before[1] <= after[0] for before, after in pairwise(spans))


@pytest.mark.parametrize(
    "wrong",
    [
        {"quote": "words of a source"},
        {"end": 99},
        {"start": 20, "end": 20},
        {"kind": "rumour"},
        {"event": "explosion"},
        {"hedge": {"class": "purported"}},
        {"speakers": [{"name": " "}]},
        {"place": {"name": "Nowhere", "lat": 91, "lon": 0, "radius_m": 1}},
        {"when": {"start": "2015-10-21", "end": "2015-10-20"}},
        {"tolls": [{"category": "killed", "low": 3, "high": 2, "at": [12, 14]}]},
        {"tolls": [{"category": "killed", "low": None, "high": None, "at": [12, 14]}]},
        {"tolls": [{"category": "killed", "low": 12, "high": 12, "at": [22, 31]}]},
        {"tolls": [{"category": "eaten", "low": 12, "high": 12, "at": [12, 14]}]},
        {"tolls": [{"category": "killed", "low": 1, "high": 1, "at": [12, 14], "words": "a man"}]},
    ],
)
def test_a_line_out_of_form_is_caught(wrong):
    right = {"doc": "1", "sentence": [10, 40], "start": 10, "end": 30}
    assert faults(right) == []
    assert len(faults(right | wrong)) == 1


def test_the_stories_stand_in_the_order_of_the_rule_and_alternate():
    docs = {line["doc"]: line["split"] for line in read("claims-stories.jsonl")}
    assert list(docs) == sorted(docs, key=_digest)
    assert list(docs.values()) == ["dev", "held"] * 15


def _digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()


# Beside the texts themselves, where this machine has them


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    if not (EXAMPLE.exists() and STORIES.exists()):
        pytest.skip("../shared is not here")
    rows = map(json.loads, STORIES.read_text(encoding="utf-8").splitlines())
    stories = {row["unit_id"]: row["article_content"] for row in rows}
    return stories | {EXAMPLE.stem: EXAMPLE.read_text(encoding="utf-8")}


def test_every_line_counts_in_the_text_it_was_made_from(lines, texts):
    assert {line["doc"]: line["sha256"] for line in lines} == {
        line["doc"]: _digest(texts[line["doc"]]) for line in lines
    }


def test_spans_begin_and_end_on_words(lines, texts):
    for line in lines:
        quote = [(line["start"], line["end"])] if "start" in line else []
        for span in (line["sentence"], *quote):
            words = texts[line["doc"]][slice(*span)]
            assert words == words.strip(), (line["doc"], span)


def test_every_letter_lies_in_a_sentence(lines, texts):
    for doc, of_doc in groupby(lines, key=lambda line: line["doc"]):
        left = list(texts[doc])
        for line in of_doc:
            first, last = line["sentence"]
            left[first:last] = " " * (last - first)
        assert not "".join(left).strip(), doc


def test_every_toll_stands_in_its_words(lines, texts):
    for line in lines:
        for toll in line.get("tolls", ()):
            words = texts[line["doc"]][slice(*toll["at"])]
            assert _says(words, toll), (line["doc"], toll)


def _says(words: str, toll: Line) -> bool:
    """Whether the words hold the number, or one fewer ("more than 50"), or are one's name."""
    if (toll["low"], toll["high"]) == (1, 1) and words.istitle():
        return True
    return bool(_numbers(words) & {toll["low"], toll["high"], (toll["low"] or 0) - 1})


def _numbers(words: str) -> set[int]:
    plain = words.replace(",", "").lower()
    counted = re.findall(r"(\d+(?:\.\d+)?)( million)?", plain)
    digits = {round(float(n) * (1_000_000 if million else 1)) for n, million in counted}
    return digits | {n for word, n in NUMBERS.items() if re.search(rf"\b{word}\b", plain)}
