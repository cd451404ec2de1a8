"""What changed between two versions of a text, within bounds: a page may be a megabyte."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from os.path import commonprefix
from typing import Literal

from dateline.ledger.models import Capture

from .text import kept_words
from .words import LOOKS, moment

LINES = 400
WORDS = 600
"""Lines, and words of one change, that are compared; difflib's cost grows with their square."""

ALL_WORDS = 6_000
CONTEXT = 160
LONGEST = 2_000
"""Characters shown of what surrounds a change, and of one piece of it."""

MOST = 80
"""Changes shown."""

WORD = re.compile(r"\S+\s*|\s+")


@dataclass(frozen=True)
class Piece:
    """Some words that stayed, went out, or came in."""

    kind: Literal["same", "out", "in"]
    words: str


@dataclass(frozen=True)
class Changes:
    """The places in which two texts differ, each after the line before it."""

    places: Sequence[Sequence[Piece]]
    more: bool = False
    """There is more than these."""


def text_changes(before: str, after: str) -> Changes:
    """Compare two texts line by line, and word by word where lines were rewritten."""
    old, new, above = _without_ends(before.splitlines(), after.splitlines())
    more = max(len(old), len(new)) > LINES
    old, new = old[:LINES], new[:LINES]
    places, words_left = [], ALL_WORDS
    for kind, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if kind == "equal":
            above = old[b - 1]
            continue
        out, into = "\n".join(old[a:b]), "\n".join(new[c:d])
        pieces = _rewritten(out, into, words_left)
        words_left -= len(pieces)
        context = [Piece("same", f"{_tail(above)}\n")] if above.strip() else []
        places.append([*context, *pieces])
        above = ""
    return Changes(places[:MOST], more or len(places) > MOST)


def _without_ends(old: list[str], new: list[str]) -> tuple[list[str], list[str], str]:
    """Take off what two texts begin and end with; also return the last line that they share."""
    shared = min(len(old), len(new))
    start = next((n for n in range(shared) if old[n] != new[n]), shared)
    rest = shared - start
    end = next((n for n in range(rest) if old[-1 - n] != new[-1 - n]), rest)
    above = old[start - 1] if start else ""
    return old[start : len(old) - end], new[start : len(new) - end], above


def _rewritten(out: str, into: str, words_left: int) -> list[Piece]:
    start = _shared(out, into)
    end = _shared(out[start:][::-1], into[start:][::-1])
    old, new = out[start : len(out) - end], into[start : len(into) - end]
    pieces = [
        Piece("same", _tail(out[:start])),
        *_inside(old, new, words_left),
        Piece("same", _tail(out[len(out) - end :][::-1])[::-1]),
    ]
    return [piece for piece in pieces if piece.words]


def _shared(one: str, other: str) -> int:
    """Return how many characters of whole words two texts begin with."""
    if one == other:
        return len(one)
    same = len(commonprefix([one, other]))  # noqa: RUF071  characters are what is meant
    return max(one.rfind(" ", 0, same), one.rfind("\n", 0, same)) + 1


def _inside(out: str, into: str, words_left: int) -> list[Piece]:
    old, new = _words(out), _words(into)
    if not old or not new or max(len(old), len(new)) > min(WORDS, words_left):
        return [Piece("out", _head(out)), Piece("in", _head(into))]
    return list(_by_word(old, new))


def _words(text: str) -> list[str]:
    # A longer text is not even cut into words.
    return WORD.findall(text) if len(text) <= WORDS * 40 else [text] * (WORDS + 1)


def _by_word(old: list[str], new: list[str]) -> Iterator[Piece]:
    # Words are the same whatever blank follows them.
    bare_old, bare_new = [word.strip() for word in old], [word.strip() for word in new]
    for kind, a, b, c, d in SequenceMatcher(None, bare_old, bare_new).get_opcodes():
        if kind == "equal":
            yield Piece("same", _middle("".join(new[c:d])))
            continue
        if a < b:
            yield Piece("out", _head("".join(old[a:b])))
        if c < d:
            yield Piece("in", _head("".join(new[c:d])))


def _head(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def _tail(text: str) -> str:
    return text if len(text) <= CONTEXT else f"…{text[-CONTEXT:]}"


def _middle(text: str) -> str:
    whole = len(text) <= 2 * CONTEXT
    return text if whole else f"{text[:CONTEXT]} … {text[-CONTEXT:]}"


@dataclass(frozen=True)
class Version:
    """One keeping of a report's bytes beside the one before it."""

    capture: Capture
    before: Capture | None
    at: str
    said: list[str]
    """What differs besides the text."""


def versions_of(captures: Sequence[Capture]) -> list[Version]:
    """Pair captures, newest first, each with the one before."""
    pairs = [*pairwise(captures), *([(captures[-1], None)] if captures else [])]
    return [
        Version(one, before, moment(one.captured_at), differences(before, one) if before else [])
        for one, before in pairs
    ]


def differences(before: Capture, after: Capture) -> list[str]:
    """Say what differs between two captures besides their text."""
    if before.sha256 == after.sha256:
        return ["the same bytes"]
    names = {"title": "title", "author": "author", "url": "address", "media_type": "media type"}
    said = [
        f"{words}: {_quoted(getattr(before, name))} became {_quoted(getattr(after, name))}"
        for name, words in names.items()
        if getattr(before, name) != getattr(after, name)
    ]
    if before.posted_at != after.posted_at and after.posted_at:
        said.append(f"posted: {moment(after.posted_at)}")
    if before.looks_like != after.looks_like and after.looks_like:
        said.append(f"it looks like {LOOKS[after.looks_like]} now")
    if before.image != after.image:
        said.append("another picture" if after.image else "no picture any more")
    return said


def _quoted(words: str) -> str:
    """Return words in quotation marks, isolated so that Arabic does not turn the rest around."""
    return f"\u2068“{_head(words)}”\u2069" if words else "nothing"


def changes_between(before: Capture, after: Capture) -> Changes | None:
    """Compare the texts of two captures; None where one of them has none."""
    old, new = kept_words(before), kept_words(after)
    return None if old is None or new is None else text_changes(old, new)
