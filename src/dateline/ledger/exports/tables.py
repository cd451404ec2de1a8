"""Claims and incidents, each as a table: its rows, its columns, and the text of its file."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType
from typing import Any, Final, cast
from uuid import UUID

from django.db.models import QuerySet

from ..models import Column
from . import claims, columns, flat, incidents
from .audience import Audience
from .formats import FORMATS, Flatten, Text
from .people import Json


@dataclass(frozen=True)
class Table:
    """One kind of row."""

    chosen: Callable[[Column | None, Audience], QuerySet[Any]]
    rows_of: Callable[[Sequence[UUID], Audience], Iterator[Json]]
    columns: tuple[columns.Column, ...]
    flatten: Flatten
    batch: int
    """Records read at once: memory does not grow with the table."""


KINDS: Final = MappingProxyType(
    {
        "claims": Table(claims.chosen, claims.rows_of, columns.CLAIMS, flat.claim_cells, 500),
        "incidents": Table(
            incidents.chosen, incidents.rows_of, columns.INCIDENTS, flat.incident_cells, 100
        ),
    }
)


def count(kind: str, column: Column | None, audience: Audience) -> int:
    """Return how many records are looked at, to show how far an export is."""
    return KINDS[kind].chosen(column, audience).count()


def rows(
    kind: str, column: Column | None, audience: Audience, step: Callable[[int], object]
) -> Iterator[Json]:
    """Yield the rows of a table by their ids; `step` is told how many records were looked at."""
    table = KINDS[kind]
    found = table.chosen(column, audience).order_by("pk").values_list("pk", flat=True)
    # Left open where somebody stops, the cursor would outlive its database.
    with closing(cast("Generator[UUID, None, None]", found.iterator(table.batch))) as each:
        while batch := list(islice(each, table.batch)):
            yield from table.rows_of(batch, audience)
            step(len(batch))


def text_of(
    kind: str,
    form: str,
    column: Column | None,
    audience: Audience,
    step: Callable[[int], object] = lambda _: None,
) -> Text:
    """Yield the text of a table's file in one of `FORMATS`, piece by piece.

    Read it within `ledger.database.one_moment`, so that it shows one state of the ledger, and close
    it where it was not read to its end.
    """
    table = KINDS[kind]
    names = [one.name for one in table.columns]
    return FORMATS[form](rows(kind, column, audience, step), names, table.flatten)
