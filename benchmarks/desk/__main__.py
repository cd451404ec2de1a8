"""From a key on the one screen to the change that it makes, beside twenty editors at work.

    python -m benchmarks.desk [--claims 100000] [--colleagues 20] [--presses 100]

A ledger of so many accepted claims, each in a report of its own; the real server with its worker;
a Chromium on the one screen; and colleagues, each with a session, who ask for what their pages
would: a beat every two seconds, what it says has changed, and an act of their own every few
seconds. The clock runs in the page, from the key's own time stamp until a MutationObserver sees
the claim `accepted`, or the next report in the middle.

The peers, in the same run: the same presses on an empty ledger with nobody else there, and a plain
Django view that writes one row of SQLite, in the same browser.
Aims: `a` to accepted p95 ≤ 100 ms; no task over 200 ms while ten pages of the wire are scrolled.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.table import machine, print_table

from .measuring import HEAD, Measured, measured, plain


def main() -> None:
    """Fill, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--claims", type=int, default=100_000)
    parser.add_argument("--colleagues", type=int, default=20)
    parser.add_argument("--presses", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as data:
        big = measured(Path(data), asked.claims, asked.colleagues, asked.presses)
    with tempfile.TemporaryDirectory() as data:
        small = measured(Path(data), 0, 0, asked.presses)
    with tempfile.TemporaryDirectory() as data:
        peer = plain(Path(data), asked.presses)
    print(machine())
    names = (f"{asked.claims:,} claims, {asked.colleagues} colleagues", "empty ledger, alone")
    rows = [row for name, of in zip(names, (big, small), strict=True) for row in rows_of(name, of)]
    print_table(HEAD, [*rows, ["a plain Django view", "a key to its answer", *peer]])
    print(f"\n{big.beside}\nLoad while it was measured: {big.load}.")


def rows_of(name: str, of: Measured) -> list[list[str]]:
    """Return the rows of one ledger."""
    return [[name, *row] for row in of.rows]


if __name__ == "__main__":
    main()
