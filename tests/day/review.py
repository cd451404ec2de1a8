"""The recorded review of the real day: what an editor decided, as data.

`review.toml` says it in the words of the desk's forms, so that one record plays over the ledger's
verbs (playing.py) and by keyboard in a browser.
"""

import hashlib
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "review.toml"
EXAMPLES = Path(__file__).parents[3] / "shared" / "examples"


@dataclass(frozen=True)
class Decision:
    """What became of a proposed claim, or that one was made by hand."""

    do: str
    """accept, mend, reject or make."""
    at: tuple[int, int]
    """Where it begins and ends, in code points of the page's text."""
    words: str
    """At most three of its words, by which a slip of `at` is noticed."""
    name: str = ""
    """By which incidents and clauses mean it."""
    reason: str = ""
    fields: dict[str, Any] = field(default_factory=dict)
    """Of the desk's form, where they are not as proposed."""


@cache
def review() -> dict[str, Any]:
    """Return the whole record."""
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def decisions() -> list[Decision]:
    """Return what was decided about claims, in the order of the page."""
    found = [
        Decision(do, **one | {"at": tuple(one["at"])})
        for do in ("accept", "mend", "reject", "make")
        for one in review()[do]
    ]
    return sorted(found, key=lambda one: one.at)


def page() -> bytes | None:
    """Return the page's bytes; None where ../shared is absent, or holds another page."""
    told = review()["page"]
    path = EXAMPLES / told["file"]
    data = path.read_bytes() if path.is_file() else b""
    return data if hashlib.sha256(data).hexdigest() == told["sha256"] else None
