"""Counts how many gold expressions were found, and how many of them with the right values."""

import re
from collections import Counter
from typing import Any

from benchmarks.table import print_table
from dateline.dates import Expression

OFFSET = re.compile(r"(Z|[+-]\d\d:\d\d)$")
MEASURES = {
    "found (overlap)": "overlap",
    "found (same span)": "exact",
    "TIMEX3 value": "value",
}


class Tally(Counter[str]):
    """Counts of gold, found, matched, and of matches with the right values."""

    def row(self, name: str, key: str) -> list[str]:
        """Return precision, recall and F1 of one measure."""
        right, found, gold = self[key], self["found"], self["gold"]
        shares = (right / found, right / gold, 2 * right / (found + gold))
        return [name, *(f"{100 * share:.1f}" for share in shares)]

    def print(self, name: str, measures: dict[str, str]) -> None:
        """Print a table of some measures."""
        print(f"\n{name}: {self['gold']} expressions, {self['found']} found")
        rows = [self.row(title, key) for title, key in measures.items()]
        print_table([name, "precision", "recall", "F1"], rows)


def compare(
    gold: list[dict[str, Any]], said: list[Expression], tally: Tally, failures: bool
) -> None:
    """Count one document."""
    free = list(said)
    tally["gold"] += len(gold)
    tally["found"] += len(said)
    for one in gold:
        near = [other for other in free if shared(one, other) > 0]
        best = max(near, key=lambda other: shared(one, other), default=None)
        if best is None:
            if failures:
                print(f"  missed {one['words']!r} {one['value']}")
            continue
        free.remove(best)
        tally["overlap"] += 1
        tally["exact"] += (best.start, best.end) == (one["start"], one["end"])
        tally["value"] += best.timex_value == one["value"]
        same = OFFSET.sub("", best.when.edtf) == one.get("edtf")
        tally["edtf"] += same
        if failures and not (best.timex_value == one["value"] and (same or "edtf" not in one)):
            print(f"  {one['words']!r} {one['value']}, we say {best.words!r} {best.timex_value}")
    if failures:
        for other in free:
            print(f"  too much: {other.words!r} {other.timex_value}")


def shared(one: dict[str, Any], other: Expression) -> int:
    """Return how many characters both cover."""
    start, end = int(one["start"]), int(one["end"])
    return min(end, other.end) - max(start, other.start)
