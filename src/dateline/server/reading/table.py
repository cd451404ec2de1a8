"""Claims as a table for the terminal."""

from collections.abc import Iterator
from typing import Final

from rich.table import Table
from rich.text import Text

from dateline.codebook import Claim, Toll
from dateline.reading import Reading

COLUMNS: Final = ("quote", "speaker", "event", "place", "date", "toll", "hedge")
ORDERS: Final = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
HARMLESS: Final = dict.fromkeys(ORDERS, " ")
"""A text could give a terminal orders, or turn round what stands beside it."""


def table(reading: Reading) -> Table:
    """Return a row for each claim."""
    made = Table(show_lines=True)
    for column in COLUMNS:
        made.add_column(column, ratio=4 if column == "quote" else None, overflow="fold")
    for claim in reading.claims:
        made.add_row(*(Text(printable(cell)) for cell in _cells(claim)))
    return made


def printable(words: str) -> str:
    """Return words that do nothing to the terminal but stand there."""
    return words.translate(HARMLESS)


def _cells(claim: Claim) -> Iterator[str]:
    yield claim.quote
    yield " < ".join(one.name or one.words for one in claim.speakers)
    yield f"not {claim.event}" if claim.negated else claim.event
    yield f"{claim.place.name} ({claim.place.level})" if claim.place else ""
    yield (claim.when.edtf or f"{claim.when.words} (open)") if claim.when else ""
    yield "; ".join(map(_toll, claim.tolls))
    yield claim.hedge.cls


def _toll(toll: Toll) -> str:
    return f"{_range(toll.low, toll.high)} {toll.category}"


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return "?" if low is None else f"{low:,}"
    if low is None:
        return f"up to {high:,}"
    return f"at least {low:,}" if high is None else f"{low:,} to {high:,}"
